"""Addresses of figures."""

from django.urls import path

from thidua.web.areas.figures import stage_views, views

app_name = "figures"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("<str:unit_id>/giai-doan/", stage_views.latest, name="stages"),
    path("<str:unit_id>/giai-doan/<int:first>-<int:last>/", stage_views.show, name="stage"),
    path("<str:unit_id>/<slug:code>/", views.opened, name="open"),
]
