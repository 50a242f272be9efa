"""Addresses of campaigns."""

from django.urls import path

from thidua.web.areas.campaigns.views import (
    act,
    begin,
    browse,
    calendar,
    conferences,
    edit,
    movements,
    paper,
    progress,
    targets,
)

app_name = "campaigns"
urlpatterns = [
    path("", browse.campaign_list, name="list"),
    path("moi/", edit.new, name="new"),
    path("lich/", calendar.calendar, name="calendar"),
    path("thuong-ky/", begin.shelf_list, name="shelf"),
    path("thuong-ky/<str:slug>/", begin.take, name="take"),
    path("phong-trao/", movements.movement_list, name="movements"),
    path("phong-trao/moi/", movements.new, name="movement_new"),
    path("phong-trao/<str:movement_id>/", movements.movement, name="movement"),
    path("phong-trao/<str:movement_id>/sua/", movements.edit, name="movement_edit"),
    path("giao/<str:directive_id>/tiep-nhan/", act.receive, name="receive"),
    path("giao/<str:directive_id>/diem/", act.pilot, name="pilot"),
    path("<str:campaign_id>/", browse.plan, name="plan"),
    path("<str:campaign_id>/van-ban/", paper.show, name="paper"),
    path("<str:campaign_id>/trien-khai/", browse.hand_down, name="hand_down"),
    path("<str:campaign_id>/hoi-nghi/", conferences.conferences, name="conferences"),
    path("<str:campaign_id>/ket-qua/", browse.results, name="results"),
    path("<str:campaign_id>/tien-do/", progress.show, name="progress"),
    path("<str:campaign_id>/tien-do/excel/", progress.sheets, name="progress_sheets"),
    path("<str:campaign_id>/dien-bien/", browse.history, name="history"),
    path("<str:campaign_id>/sua/", edit.edit, name="edit"),
    path("<str:campaign_id>/phat-dong/", act.launch, name="launch"),
    path("<str:campaign_id>/chep/", begin.copy, name="copy"),
    path("<str:campaign_id>/ket-thuc/", act.close, name="close"),
    path("<str:campaign_id>/chi-tieu/<str:unit_id>/", targets.edit, name="targets"),
]
