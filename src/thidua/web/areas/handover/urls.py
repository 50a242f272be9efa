"""Addresses of handover."""

from django.urls import path

from thidua.web.areas.handover.views import give, receive

app_name = "handover"
urlpatterns = [
    path("", receive.received, name="received"),
    path("<str:unit_id>/<str:assignment_id>/", give.give, name="give"),
]
