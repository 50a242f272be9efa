"""Addresses of Excel files in and out."""

from django.urls import path

from thidua.web.areas.imports.views import files, preview, upload

app_name = "imports"
urlpatterns = [
    path("", upload.start, name="start"),
    path("<str:kind>/", upload.upload, name="upload"),
    path("<str:kind>/mau/", files.template, name="template"),
    path("<str:kind>/xuat/", files.export, name="export"),
    path("<str:kind>/<str:digest>/", preview.preview, name="preview"),
    path("<str:kind>/<str:digest>/loi/", files.errors, name="errors"),
    path("<str:kind>/<str:digest>/ket-qua/", preview.done, name="done"),
]
