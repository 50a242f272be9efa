"""The figures and proofs of one report, and what other reports of its unit already count."""

from dataclasses import dataclass
from typing import Any

from django.db.models import DateField, F, Q, QuerySet

from thidua.apps.reporting.enums import ReportState
from thidua.apps.reporting.models import Evidence, Report, ReportLine
from thidua.apps.reporting.queries.prepared import Given, Prepared


@dataclass(frozen=True)
class Photo:
    """A proof: its file, the figure it proves (empty: the whole report), what it shows."""

    file_id: str
    name: str
    code: str
    caption: str


@dataclass(frozen=True)
class Line:
    """One figure of a report beside what is asked of it."""

    code: str
    name: str
    measure: str
    required: bool
    evidence: str
    value: int | None = None
    note: str = ""
    indicator_id: int = 0


def lines_of(report: Report) -> list[Line]:
    """Return the figures of a report in the order of the form, each beside what is asked of it."""
    return [Line(*row) for row in _LINES.rows(report=report.pk)]


def photos_of(report: Report) -> list[Photo]:
    """Return the proofs of a report, the first attached first."""
    return [
        Photo(file_id, name, code or "", caption)
        for file_id, name, code, caption in _PHOTOS.rows(report=report.pk)
    ]


def counted_elsewhere(report: Report) -> list[tuple[int, str]]:
    """Return what other sent reports of the unit give for some of these days: indicator, period."""
    return [
        (indicator, name)
        for indicator, name in _COUNTED.rows(
            report=report.pk,
            unit=report.unit_id,
            starts_on=report.period.starts_on,
            until=report.period.until,
        )
    ]


def _the_lines() -> "QuerySet[ReportLine, Any]":
    asked = "report__period__asked__"
    own = ReportLine.objects.filter(
        **{"report": Given("report"), f"{asked}indicator": F("indicator")}
    )
    return own.order_by(f"{asked}position").values_list(
        "indicator__code",
        "indicator__name",
        "indicator__measure",
        f"{asked}required",
        f"{asked}evidence",
        "value",
        "note",
        "indicator_id",
    )


def _the_photos() -> "QuerySet[Evidence, Any]":
    own = Evidence.objects.filter(report=Given("report")).order_by("id")
    return own.values_list("file__public_id", "file__original_name", "indicator__code", "caption")


def _the_counted() -> "QuerySet[ReportLine, Any]":
    others = ReportLine.objects.filter(
        ~Q(report=Given("report")),
        report__unit=Given("unit"),
        report__state__in=(ReportState.SENT, ReportState.ACCEPTED),
        report__period__starts_on__lt=Given("until", DateField()),
        report__period__until__gt=Given("starts_on", DateField()),
        value__gt=0,
    )
    return others.order_by("id").values_list("indicator_id", "report__period__name")


_LINES, _PHOTOS, _COUNTED = Prepared(_the_lines), Prepared(_the_photos), Prepared(_the_counted)
