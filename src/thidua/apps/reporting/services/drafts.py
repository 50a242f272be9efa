"""The draft of a report: begun with last period's remarks, kept as it is typed."""

from collections.abc import Mapping
from datetime import timedelta

from thidua.apps.org.queries import last_living_day, living_leaf_ids, name_of
from thidua.apps.reporting.models import Period, Report
from thidua.apps.reporting.queries import last_notes
from thidua.apps.reporting.services.entries import (
    Entry,
    find_report,
    make_lines,
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
        make_lines(report, last_notes(report.unit_id))
    note(subject=report, period=period.public_id, is_new=is_new)
    return report.public_id


@operation(Capability.REPORT_FILL, unit_of=unit_of_report)
def save_draft(
    *,
    actor: Actor,
    report_id: str,
    version: int,
    entries: Mapping[str, Entry],
    remark: str | None = None,
) -> str:
    """Keep what was typed so far, unless someone else changed the report since `version`."""
    report = find_report(report_id)
    changed = write_entries(report, version, entries, remark)
    note(subject=report, changed=changed)
    return report.public_id


def must_owe(unit_id: int, period: Period) -> None:
    """Refuse where the period does not ask this unit: not below, not the lowest, ended, too early."""
    last_day = period.until - timedelta(days=1)
    if not living_leaf_ids(period.unit_id, last_day).filter(descendant_id=unit_id).exists():
        end = last_living_day(unit_id)
        if end is not None and end < last_day:
            raise Conflict("reports.unit_ended", unit=name_of(unit_id), day=end)
        raise NotFound("base.not_found")
    if period.starts_on > clock.today():
        raise Conflict("reports.period_future", starts_on=period.starts_on)
