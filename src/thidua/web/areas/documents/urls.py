"""Addresses of kept papers."""

from django.urls import path

from thidua.web.areas.documents import views

app_name = "documents"
urlpatterns = [
    path("<str:paper_id>/", views.show, name="show"),
    path("<str:paper_id>/doi-chieu/", views.check, name="check"),
]
