"""Address of the form in the page head; it leads back to the page it stands on."""

from django.urls import path

from thidua.web.areas.day import views

urlpatterns = [path("", views.choose, name="as_of")]
