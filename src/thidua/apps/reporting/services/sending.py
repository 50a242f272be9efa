"""Sending a report: complete, counted once, and into the ledger in the same transaction."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from thidua.apps.figures.enums import REPORT_SOURCE, SourceKind
from thidua.apps.figures.queries import own_figures
from thidua.apps.figures.services.ledger import record_facts
from thidua.apps.reporting.models import Evidence, PeriodIndicator, Report, ReportLine
from thidua.apps.reporting.services.drafts import must_owe
from thidua.apps.reporting.services.entries import (
    Entry,
    find_report,
    unit_of_report,
    write_entries,
)
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.workflow import advance
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict
from thidua.domain.spans import DateSpan
from thidua.domain.workflow.reports import REPORT, ReportSubject


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
    write_entries(report, version, entries or {}, remark)
    must_owe(report.unit_id, report.period)
    lines = list(report.lines.select_related("indicator"))
    _refuse_counted_twice(report, lines)
    today = clock.today()
    sector = report.unit.sector
    advance(
        report,
        REPORT,
        "send",
        subject=ReportSubject(missing=tuple(_missing(report, lines))),
        sector=sector,
        first_sent_on=report.first_sent_on or today,
        sent_at=clock.moment(),
        sent_by=actor.user_id,
        sent_name=actor.name,
        return_reason="",
    )
    _keep_counted(report, lines)
    enter(report, "sent", {line.indicator_id: line.value for line in lines if line.value})
    values = {
        line.indicator.code: line.value if line.counted is None else line.counted for line in lines
    }
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
        source_type=REPORT_SOURCE,
        source_id=report.public_id,
        source_version=report.version,
    )


def is_derived(line: ReportLine) -> bool:
    """Tell whether the figure is counted from rows elsewhere, never typed."""
    return line.indicator.source == SourceKind.DERIVED


def _keep_counted(report: Report, lines: list[ReportLine]) -> None:
    """Keep in the report what was counted elsewhere at this moment; it writes no facts."""
    derived = [line for line in lines if is_derived(line)]
    span = DateSpan(report.period.starts_on, report.period.until)
    figures = own_figures(report.unit_id, [line.indicator_id for line in derived], span)
    for line in derived:
        line.value, line.counted = None, figures[line.indicator_id].sent
    ReportLine.objects.bulk_update(derived, ["value", "counted"])


def _missing(report: Report, lines: list[ReportLine]) -> list[str]:
    """Name the figures that must be given and are not, then those whose proof is missing."""
    typed = [line for line in lines if not is_derived(line)]
    values = {line.indicator_id: line.value for line in typed}
    names = {line.indicator_id: line.indicator.name for line in typed}
    asked = list(PeriodIndicator.objects.filter(period=report.period_id, indicator__in=values))
    missing = [
        names[a.indicator_id] for a in asked if a.required and values[a.indicator_id] is None
    ]
    proven = set(Evidence.objects.filter(report=report).values_list("indicator_id", flat=True))
    return missing + [
        _("minh chứng của “%(name)s”") % {"name": names[a.indicator_id]}
        for a in asked
        if a.evidence == "required" and values[a.indicator_id] and a.indicator_id not in proven
    ]


def _refuse_counted_twice(report: Report, lines: list[ReportLine]) -> None:
    """Refuse a figure that another sent report of the unit already gives for some of these days.

    Opening refuses periods that ask twice; this holds where a unit has since moved between two.
    """
    given = {
        line.indicator_id: line.indicator.name
        for line in lines
        if line.value and not is_derived(line)
    }
    other = (
        ReportLine.objects.filter(
            report__unit=report.unit_id,
            report__state__in=("sent", "accepted"),
            report__period__starts_on__lt=report.period.until,
            report__period__until__gt=report.period.starts_on,
            indicator__in=given,
            value__gt=0,
        )
        .exclude(report=report)
        .select_related("report__period")
        .first()
    )
    if other is not None:
        raise Conflict(
            "reports.counted_already",
            name=given[other.indicator_id],
            other=other.report.period.name,
        )
