"""What Công đoàn phường Từ Liêm asks, and what CĐCS Công ty Ánh Dương reports: sent and not yet."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.access.things import LEAF, MIDDLE, Thing
from tests.conftest import Country
from tests.office.files_made_here import picture

from thidua.apps.files.services import keep_photos
from thidua.apps.reporting.models import Evidence, Report, ReportLine
from thidua.apps.reporting.services import (
    Asked,
    Entry,
    attach_evidence,
    draft_summary,
    open_period,
    send_report,
    start_report,
)

_ASKED = (Asked("doi-thoai"), Asked("suat-qua", required=False))


def report_things(country: Country) -> dict[str, Thing]:
    """Return the period, a sent report with its proof, a report that was only begun."""
    october, sent = _sent(country)
    september = _period(country, "Kỳ Hoa Sữa", date(2026, 9, 1), date(2026, 9, 30))
    unsent = start_report(actor=country.actor(*LEAF["own"]), period_id=september)
    # Written past the service, so that the version stays what a fresh form carries.
    ReportLine.objects.filter(report__public_id=unsent, indicator__code="doi-thoai").update(
        value=8642
    )
    proof = Evidence.objects.select_related("file").get(report__public_id=sent)
    figure = {"code": "doi-thoai"}
    leaf = figure | {"unit_id": country["anh-duong"].public_id, "period_id": october}
    middle = figure | {"unit_id": country["tu-liem"].public_id, "period_id": october}
    begun = {"report_id": unsent, "period_id": september}
    return {
        "report": Thing(LEAF, leaf | {"report_id": sent, "file_id": proof.file.public_id}, "7.531"),
        "unsent": Thing(LEAF, begun, "8.642"),
        "period": Thing(MIDDLE, middle, "Kỳ Hoa Ban"),
        "board": Thing(MIDDLE, middle, "CĐCS Công ty Bình Minh"),
        "total": Thing(MIDDLE, middle, "7.531"),
        **_summed_up(country),
    }


def _summed_up(country: Country) -> dict[str, Thing]:
    """Return the half-year and the giai đoạn in which the report counts, and the paper of them."""
    unit_id = country["tu-liem"].public_id
    days = {"first_day": date(2026, 7, 1), "last_day": date(2026, 12, 31)}
    paper = draft_summary(actor=country.actor(*MIDDLE["own"]), unit_id=unit_id, **days)
    half = {"unit_id": unit_id, "year": "2026", "part": "6-thang-cuoi"}
    return {
        "half": Thing(MIDDLE, half, "7.531"),
        "stage": Thing(MIDDLE, {"unit_id": unit_id, "first": "2025", "last": "2030"}, "7.531"),
        "paper": Thing(MIDDLE, {"paper_id": paper}, "7.531"),
    }


def _sent(country: Country) -> tuple[str, str]:
    chair = country.actor(*LEAF["own"])
    october = _period(country, "Kỳ Hoa Ban", date(2026, 10, 1), date(2026, 10, 31))
    report_id = start_report(actor=chair, period_id=october)
    kept, _ = keep_photos([SimpleUploadedFile("anh.jpg", picture(), "image/jpeg")])
    attach_evidence(actor=chair, report_id=report_id, photos=kept)
    version = Report.objects.get(public_id=report_id).version
    entries = {"doi-thoai": Entry(7531)}
    send_report(actor=chair, report_id=report_id, version=version, entries=entries)
    return october, report_id


def _period(country: Country, name: str, first: date, last: date) -> str:
    return open_period(
        actor=country.actor(*MIDDLE["own"]),
        first_day=first,
        last_day=last,
        due_on=date(2026, 11, 30),
        asked=_ASKED,
        name=name,
    )
