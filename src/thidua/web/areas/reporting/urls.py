"""Addresses of reporting."""

from django.urls import path

from thidua.web.areas.reporting.views import board, fill, listing, opening, report, summary

app_name = "reporting"
urlpatterns = [
    path("", listing.index, name="list"),
    path("ky/moi/", opening.new, name="open"),
    path("ky/<str:period_id>/", board.show, name="board"),
    path("ky/<str:period_id>/excel/", board.sheet, name="board_sheet"),
    path("ky/<str:period_id>/nhap/", fill.edit, name="begin"),
    path("so-ket/<str:unit_id>/<int:year>/<slug:part>/", summary.show, name="summary"),
    path("so-ket/<str:unit_id>/<int:year>/<slug:part>/lap/", summary.draft, name="draft_summary"),
    path("ky/<str:period_id>/chua-gui/<str:unit_id>/", board.unsent, name="unsent"),
    path("<str:report_id>/", report.show, name="report"),
    path("<str:report_id>/tiep-nhan/", report.receive, name="receive"),
    path("<str:report_id>/duyet/", report.accept, name="accept"),
    path("<str:report_id>/duyet-bo-sung/", report.accept_additions, name="accept_additions"),
    path("<str:report_id>/tra-lai/", report.give_back, name="return"),
    path("<str:report_id>/minh-chung/<str:file_id>/", report.proof, name="proof"),
]
