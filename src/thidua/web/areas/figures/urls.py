"""Addresses of figures."""

from django.urls import path

from thidua.web.areas.figures import views

app_name = "figures"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("<str:unit_id>/<slug:code>/", views.opened, name="open"),
]
