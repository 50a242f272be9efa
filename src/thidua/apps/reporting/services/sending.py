"""Sending a report: complete, counted once, and into the ledger in the same transaction."""

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from thidua.apps.figures.enums import REPORT_SOURCE
from thidua.apps.figures.services.ledger import record_facts
from thidua.apps.reporting.enums import DONE_STATES
from thidua.apps.reporting.models import Evidence, Report, ReportLine
from thidua.apps.reporting.queries import given_elsewhere
from thidua.apps.reporting.services.drafts import must_owe
from thidua.apps.reporting.services.entries import (
    NO_TEXTS,
    Entry,
    Sheet,
    Texts,
    open_sheet,
    take_entries,
    unit_of_report,
    write_lines,
    written,
)
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.statements import fetch
from thidua.base.workflow import advance
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid
from thidua.domain.figures.parts import Given, part_faults
from thidua.domain.workflow.reports import REPORT, ReportSubject

# Figures given in another report of the unit that its superior has, for some of the same days.
_SENT_ALREADY = """
    SELECT line.indicator_id, period.name FROM reporting_report report
    JOIN reporting_period period ON period.id = report.period_id
    JOIN reporting_reportline line ON line.report_id = report.id
    WHERE report.unit_id = %s AND period.starts_on < %s AND period.until > %s AND report.id <> %s
        AND report.state IN (%s, %s, %s) AND line.value > 0
    ORDER BY line.id
"""


@operation(Capability.REPORT_FILL, unit_of=unit_of_report)
def send_report(
    *,
    actor: Actor,
    report_id: str,
    version: int,
    entries: Mapping[str, Entry] | None = None,
    texts: Texts = NO_TEXTS,
) -> str:
    """Save what was typed and send the report to the direct superior; late is allowed and said."""
    sheet = open_sheet(report_id)
    report = sheet.report
    take_entries(sheet, entries or {})
    fields = written(texts)
    if report.version != version:
        raise Conflict("base.stale")
    _complete(sheet)
    today = clock.today()
    advance(
        report,
        REPORT,
        "send",
        version,
        subject=ReportSubject(missing=tuple(_missing(sheet))),
        **fields,
        sector=sheet.sector,
        first_sent_on=report.first_sent_on or today,
        sent_at=clock.moment(),
        sent_by=actor.user_id,
        sent_name=actor.name,
        received_at=None,
        received_by=None,
        received_name="",
        return_reason="",
    )
    write_lines(sheet)
    enter(report, "sent", {line.indicator_id: line.value for line in sheet.lines if line.value})
    values = {sheet.asked(line).code: whole(line) for line in sheet.lines}
    note(subject=report, values=values, late=today > report.period.due_on)
    return report.public_id


def _complete(sheet: Sheet) -> None:
    """Refuse what may not be sent, and take in what was given elsewhere."""
    must_owe(sheet.report.unit_id, sheet.report.period)
    _refuse_counted_twice(sheet)
    _keep_counted(sheet)
    _refuse_larger_parts(sheet)


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


def whole(line: ReportLine) -> int | None:
    """Return the figure of a line: what was typed and what was given elsewhere."""
    if line.value is None and line.counted is None:
        return None
    return (line.value or 0) + (line.counted or 0)


def _keep_counted(sheet: Sheet) -> None:
    """Take into the lines what stands in the ledger from elsewhere at this moment."""
    report = sheet.report
    figures = given_elsewhere(report.unit_id, report.period, sheet.asking, {}, report.public_id)
    for line in sheet.lines:
        figure = figures.get(line.indicator_id)
        counted = None if figure is None else figure.sent
        value = line.value if sheet.asked(line).typed else None
        if (line.value, line.counted) != (value, counted):
            line.value, line.counted = value, counted
            sheet.changed[line.indicator_id] = line


def _missing(sheet: Sheet) -> Iterator[str]:
    """Name the figures that must be given and are not, then those whose proof is missing."""
    typed = [(line, sheet.asked(line)) for line in sheet.lines if sheet.asked(line).typed]
    if not sheet.asking.together:
        yield from (row.name for line, row in typed if row.required and line.value is None)
    to_prove = [row for line, row in typed if row.evidence == "required" and line.value]
    if to_prove:
        proofs = Evidence.objects.filter(report=sheet.report)
        proven = set(proofs.values_list("indicator_id", flat=True))
        for row in to_prove:
            if row.indicator_id not in proven:
                yield _("minh chứng của “%(name)s”") % {"name": row.name}


def _refuse_larger_parts(sheet: Sheet) -> None:
    """Refuse a part (trong đó) that is larger than its whole."""
    rows = ((sheet.asked(line), whole(line)) for line in sheet.lines)
    figures = [Given(row.code, row.name, row.part_of, value) for row, value in rows]
    for _code, objection in part_faults(figures):
        raise objection


def _refuse_counted_twice(sheet: Sheet) -> None:
    """Refuse a figure that another sent report of the unit already gives for some of these days.

    Opening refuses periods that ask twice; this holds where a unit has since moved between two.
    """
    report = sheet.report
    rows = {line.indicator_id: sheet.asked(line) for line in sheet.lines if line.value}
    given = {pk: row for pk, row in rows.items() if row.typed}
    span = report.period.until, report.period.starts_on
    done = [state.value for state in DONE_STATES]
    for indicator_id, other_name in fetch(_SENT_ALREADY, report.unit_id, *span, report.pk, *done):
        row = given.get(indicator_id)
        if row is not None:
            raise Invalid(
                "reports.counted_already", field=row.code, name=row.name, other=other_name
            )
