"""Addresses of the first page."""

from django.urls import path

from thidua.web.areas.home import views

urlpatterns = [path("", views.home, name="home")]
