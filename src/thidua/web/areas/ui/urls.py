"""Address of the live index page."""

from django.urls import path

from thidua.web.areas.ui import views

app_name = "ui"
urlpatterns = [path("", views.index, name="index")]
