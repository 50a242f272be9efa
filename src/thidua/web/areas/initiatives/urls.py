"""Addresses of initiatives."""

from django.urls import path

from thidua.web.areas.initiatives.views import browse, decide, edit, one

app_name = "initiatives"
urlpatterns = [
    path("", browse.index, name="list"),
    path("xuat/", browse.export, name="export"),
    path("moi/", edit.new, name="new"),
    path("<str:initiative_id>/", one.show, name="one"),
    path("<str:initiative_id>/sua/", edit.edit, name="edit"),
    path("<str:initiative_id>/bo/", edit.drop, name="drop"),
    path("<str:initiative_id>/anh/<str:file_id>/", one.photo, name="photo"),
    path("<str:initiative_id>/xac-nhan/", decide.confirm, name="confirm"),
    path("<str:initiative_id>/tra-lai/", decide.give_back, name="return"),
    path("<str:initiative_id>/rut/", decide.withdraw, name="withdraw"),
    path("<str:initiative_id>/bieu-duong/", decide.praise, name="praise"),
]
