"""Addresses of pacts."""

from django.urls import path

from thidua.web.areas.pacts.views import act, browse, edit

app_name = "pacts"
urlpatterns = [
    path("ke-hoach/<str:campaign_id>/", browse.of_campaign, name="of"),
    path("ke-hoach/<str:campaign_id>/moi/", edit.new, name="new"),
    path("ke-hoach/<str:campaign_id>/ban-trang/", browse.blank, name="blank"),
    path("<str:pact_id>/", browse.show, name="pact"),
    path("<str:pact_id>/sua/", edit.edit, name="edit"),
    path("<str:pact_id>/ky/", act.sign, name="sign"),
    path("<str:pact_id>/huy/", act.cancel, name="cancel"),
    path("<str:pact_id>/ban-ky/", act.scans, name="scans"),
    path("<str:pact_id>/ban-ky/<str:file_id>/", browse.scan, name="scan"),
]
