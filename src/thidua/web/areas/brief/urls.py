"""Addresses of the page that lays the brief beside the product; only in the demonstration."""

from django.urls import path

from thidua.web.areas.brief import views

app_name = "brief"
urlpatterns = [
    path("", views.show, name="show"),
    path("mo/", views.lead, name="lead"),
]
