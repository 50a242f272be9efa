"""The draft of a report: begun with what stands since the last one, kept as it is typed."""

from collections.abc import Mapping
from datetime import timedelta

from thidua.apps.org.queries import last_living_day, name_of
from thidua.apps.reporting.models import Period, Report, ReportLine
from thidua.apps.reporting.queries import asked_of, carried_over, last_lines, owes_now
from thidua.apps.reporting.services.entries import (
    NO_TEXTS,
    Entry,
    Texts,
    open_sheet,
    unit_of_report,
    write_entries,
)
from thidua.apps.reporting.services.periods import own_unit
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, NotFound
from thidua.domain.workflow.reports import REPORT


@operation(Capability.REPORT_FILL, unit_of=own_unit)
def start_report(*, actor: Actor, period_id: str) -> str:
    """Begin the own unit's report for a period, or return the one that was begun."""
    period = Period.objects.filter(public_id=period_id).first()
    if period is None or actor.unit_id is None:
        raise NotFound("base.not_found")
    must_owe(actor.unit_id, period)
    report, is_new = Report.objects.get_or_create(
        unit_id=actor.unit_id,
        period=period,
        defaults={"state": REPORT.initial, "changed_at": clock.now()},
    )
    if is_new:
        _make_lines(report, period)
    note(subject=report, period=period.public_id, is_new=is_new)
    return report.public_id


@operation(Capability.REPORT_FILL, unit_of=unit_of_report)
def save_draft(
    *,
    actor: Actor,
    report_id: str,
    version: int,
    entries: Mapping[str, Entry],
    texts: Texts = NO_TEXTS,
) -> str:
    """Keep what was typed so far, unless someone else changed the report since `version`."""
    sheet = open_sheet(report_id)
    changed = write_entries(sheet, version, entries, texts)
    note(subject=sheet.report, changed=changed)
    return sheet.report.public_id


def must_owe(unit_id: int, period: Period) -> None:
    """Refuse where the period does not ask this unit: not below, not the lowest, ended, too early."""
    last_day = period.until - timedelta(days=1)
    if not owes_now(unit_id, period):
        end = last_living_day(unit_id)
        if end is not None and end < last_day:
            raise Conflict("reports.unit_ended", unit=name_of(unit_id), day=end)
        raise NotFound("base.not_found")
    if period.starts_on > clock.today():
        raise Conflict("reports.period_future", starts_on=period.starts_on)


def _make_lines(report: Report, period: Period) -> None:
    """Give a new report one line for each figure that its period asks for."""
    former = last_lines(report.unit_id)
    lines = []
    for row in asked_of(report.unit_id, period).rows:
        value, remark = carried_over(row, former)
        line = ReportLine(report=report, indicator_id=row.indicator_id, value=value, note=remark)
        lines.append(line)
    ReportLine.objects.bulk_create(lines)
