"""Addresses of the audit trail."""

from django.urls import path

from thidua.web.areas.history import views

app_name = "history"
urlpatterns = [path("", views.event_list, name="list")]
