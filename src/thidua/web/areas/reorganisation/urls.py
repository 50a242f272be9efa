"""Addresses of reorganisations."""

from django.urls import path

from thidua.web.areas.reorganisation.views import act, browse, edit

app_name = "reorganisation"
urlpatterns = [
    path("", browse.listing, name="list"),
    path("moi/", edit.new, name="new"),
    path("<str:reorganisation_id>/", browse.plan, name="plan"),
    path("<str:reorganisation_id>/sua/", edit.edit, name="edit"),
    path("<str:reorganisation_id>/thuc-hien/", act.carry_out, name="carry_out"),
    path("<str:reorganisation_id>/huy/", act.withdraw, name="withdraw"),
    path("<str:reorganisation_id>/thu-hoi/", act.recall, name="recall"),
    path("<str:reorganisation_id>/excel/", browse.export, name="export"),
]
