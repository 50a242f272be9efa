"""Addresses of registrations."""

from django.urls import path

from thidua.web.areas.registrations.views import act, browse, enter, papers, rule

app_name = "registrations"
urlpatterns = [
    path("", browse.index, name="list"),
    path("ke-hoach/<str:campaign_id>/", browse.of_campaign, name="of"),
    path("ke-hoach/<str:campaign_id>/moi/", enter.new, name="new"),
    path("ke-hoach/<str:campaign_id>/yeu-cau/", rule.edit, name="rule"),
    path("ke-hoach/<str:campaign_id>/xac-nhan/", act.confirm_waiting, name="confirm_all"),
    path("ke-hoach/<str:campaign_id>/danh-sach/", papers.listed, name="sheet"),
    path("ke-hoach/<str:campaign_id>/ban-trang/", papers.blank, name="blank"),
    path("<str:registration_id>/", browse.show, name="registration"),
    path("<str:registration_id>/ban-dang-ky/", papers.one, name="paper"),
    path("<str:registration_id>/sua/", enter.edit, name="edit"),
    path("<str:registration_id>/buoc/<str:step>/", act.take, name="step"),
    path("<str:registration_id>/anh/", act.photos, name="photos"),
    path("<str:registration_id>/anh/<str:file_id>/", browse.photo, name="photo"),
]
