"""Addresses of units."""

from django.urls import path

from thidua.web.areas.org.views import browse, change, end, found, move

app_name = "org"
urlpatterns = [
    path("", browse.unit_list, name="list"),
    path("<str:unit_id>/", browse.unit, name="unit"),
    path("<str:unit_id>/them/", found.found, name="found"),
    path("<str:unit_id>/sua/", change.change, name="change"),
    path("<str:unit_id>/chuyen/", move.move, name="move"),
    path("<str:unit_id>/ket-thuc/", end.end, name="end"),
]
