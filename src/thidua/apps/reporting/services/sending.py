"""Sending a report: complete, counted once, and into the ledger in the same transaction."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from thidua.apps.figures.services.ledger import record_facts
from thidua.apps.reporting.models import Evidence, Report
from thidua.apps.reporting.queries import Line, counted_elsewhere
from thidua.apps.reporting.services.drafts import must_owe
from thidua.apps.reporting.services.entries import (
    Entry,
    find_report,
    read_edit,
    unit_of_report,
    write_lines,
)
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.workflow import advance
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict
from thidua.domain.workflow.reports import REPORT, ReportSubject

SOURCE = "report"


@operation(Capability.REPORT_FILL, unit_of=unit_of_report)
def send_report(
    *,
    actor: Actor,
    report_id: str,
    version: int,
    entries: Mapping[str, Entry] | None = None,
    remark: str | None = None,
) -> str:
    """Save what was typed and send the report to the direct superior; late is allowed and said."""
    report = find_report(report_id)
    edit = read_edit(report, version, entries or {}, remark)
    lines = edit.after
    must_owe(report.unit_id, report.period)
    _refuse_counted_twice(report, lines)
    today = clock.today()
    advance(
        report,
        REPORT,
        "send",
        subject=ReportSubject(missing=tuple(_missing(report, lines))),
        seen=version,
        sector=report.unit.sector,
        first_sent_on=report.first_sent_on or today,
        sent_at=clock.moment(),
        sent_by=actor.user_id,
        sent_name=actor.name,
        return_reason="",
        **edit.fields,
    )
    write_lines(report, edit.changed)
    enter(report, "sent", {line.indicator_id: line.value for line in lines if line.value})
    values = {line.code: line.value for line in lines}
    note(subject=report, values=values, late=today > report.period.due_on)
    return report.public_id


def enter(report: Report, stage: str, values: Mapping[int, int]) -> None:
    """Make the ledger say what the report says in one stage."""
    record_facts(
        unit_id=report.unit_id,
        sector=report.sector,
        starts_on=report.period.starts_on,
        until=report.period.until,
        stage=stage,
        values=values,
        source_type=SOURCE,
        source_id=report.public_id,
        source_version=report.version,
    )


def _missing(report: Report, lines: Iterable[Line]) -> list[str]:
    """Name the figures that must be given and are not, then those whose proof is missing."""
    missing = [line.name for line in lines if line.required and line.value is None]
    to_prove = [line for line in lines if line.evidence == "required" and line.value]
    if not to_prove:
        return missing
    proven = set(Evidence.objects.filter(report=report).values_list("indicator_id", flat=True))
    return missing + [
        _("minh chứng của “%(name)s”") % {"name": line.name}
        for line in to_prove
        if line.indicator_id not in proven
    ]


def _refuse_counted_twice(report: Report, lines: Iterable[Line]) -> None:
    """Refuse a figure that another sent report of the unit already gives for some of these days.

    Opening refuses periods that ask twice; this holds where a unit has since moved between two.
    """
    given = {line.indicator_id: line.name for line in lines if line.value}
    for indicator, other in counted_elsewhere(report):
        if indicator in given:
            raise Conflict("reports.counted_already", name=given[indicator], other=other)
