"""What a unit wrote of its own figures: remarks on lines, and the texts of a sent report."""

from dataclasses import dataclass

from thidua.apps.reporting.enums import DONE_STATES
from thidua.apps.reporting.models import Report, ReportLine
from thidua.domain.spans import DateSpan


@dataclass(frozen=True)
class Written:
    """What a report says in words."""

    report_id: str
    highlights: str
    difficulties: str
    requests: str


def texts_of(unit_id: int, span: DateSpan) -> Written | None:
    """Return the texts of the unit's own sent report about just these days."""
    report = Report.objects.filter(
        unit=unit_id,
        state__in=DONE_STATES,
        period__starts_on=span.valid_from,
        period__until=span.valid_until,
    ).first()
    if report is None:
        return None
    return Written(report.public_id, report.highlights, report.difficulties, report.note)


def notes_of(unit_id: int, span: DateSpan) -> dict[tuple[str, DateSpan], str]:
    """Return the notes of a unit's reports inside these days, by indicator and own period."""
    rows = ReportLine.objects.filter(
        report__unit=unit_id,
        report__state__in=DONE_STATES,
        report__period__starts_on__gte=span.valid_from,
        report__period__until__lte=span.valid_until,
    ).exclude(note="")
    found = rows.values_list(
        "indicator__code", "report__period__starts_on", "report__period__until", "note"
    )
    return {(code, DateSpan(first, end)): note for code, first, end, note in found.order_by("pk")}
