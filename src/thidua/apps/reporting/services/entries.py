"""Finding a report to change, and writing what was typed into its lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from django.db import connection
from django.db.models import CharField

from thidua.apps.reporting.models import PeriodIndicator, Report, ReportLine
from thidua.apps.reporting.models.report import NOTE_LENGTH
from thidua.apps.reporting.queries import Line, lines_of
from thidua.apps.reporting.queries.prepared import Given, Prepared
from thidua.base.operation import once
from thidua.domain.errors import Conflict, Invalid, NotFound
from thidua.domain.figures.values import check_value
from thidua.domain.workflow.reports import REPORT
from thidua.text.unicode import clean_line

REMARK_LENGTH = 1000
# One statement for each line that changed costs a tenth of what `bulk_update` takes to build one.
_WRITE_LINE = """
    UPDATE reporting_reportline SET value = %s, note = %s WHERE report_id = %s AND indicator_id = %s
"""

_REPORT = Prepared(
    lambda: Report.objects.select_related("period", "unit").filter(
        public_id=Given("report", CharField())
    )
)


@dataclass(frozen=True)
class Entry:
    """What was typed for one figure; None is "not yet"."""

    value: int | None
    note: str = ""


@dataclass(frozen=True)
class Edit:
    """What a person typed into a report: its lines before and after, and columns of the report."""

    before: list[Line]
    after: list[Line]
    fields: dict[str, Any]
    touches: bool

    @property
    def changed(self) -> list[Line]:
        """The lines that are no longer as they were."""
        return [new for old, new in zip(self.before, self.after, strict=True) if old != new]

    @property
    def said(self) -> dict[str, Any]:
        """The former and the new value of each changed line, by code."""
        former = {line.code: line.value for line in self.before}
        return {line.code: [former[line.code], line.value] for line in self.changed}


def find_report(report_id: str) -> Report:
    """Return a report with its period and unit by its public id; raise NotFound."""
    return once(_read_report, report_id)


def unit_of_report(*, report_id: str, **_: object) -> int:
    """Return the unit whose report it is, for `unit_of`."""
    return find_report(report_id).unit_id


def must_be_open(report: Report) -> None:
    """Refuse to change a report that its superior has."""
    if report.state not in REPORT.steps["send"].sources:
        raise Conflict("reports.locked")


def read_edit(
    report: Report,
    version: int,
    entries: Mapping[str, Entry],
    remark: str | None,
) -> Edit:
    """Check what was typed against version `version` of the report; nothing is written yet."""
    must_be_open(report)
    before = lines_of(report)
    after = [_typed(line, entries.get(line.code)) for line in before]
    fields = {} if remark is None else {"note": _short(remark, REMARK_LENGTH)}
    if report.version != version:
        raise Conflict("base.stale")
    return Edit(before, after, fields, touches=fields.get("note", report.note) != report.note)


def write_lines(report: Report, lines: Sequence[Line]) -> None:
    """Write lines whose report was just written, so that two writers meet there and not here."""
    with connection.cursor() as cursor:
        cursor.executemany(
            _WRITE_LINE, [(line.value, line.note, report.pk, line.indicator_id) for line in lines]
        )


def make_lines(report: Report, notes: Mapping[int, str]) -> None:
    """Give a new report one line for each figure that its period asks for, without values."""
    asked = PeriodIndicator.objects.filter(period=report.period_id)
    ReportLine.objects.bulk_create(
        ReportLine(report=report, indicator_id=pk, note=notes.get(pk, ""))
        for pk in asked.values_list("indicator_id", flat=True)
    )


def _read_report(report_id: str) -> Report:
    for report in _REPORT.objects(report=report_id):
        return cast("Report", report)
    raise NotFound("base.not_found")


def _typed(line: Line, entry: Entry | None) -> Line:
    """Return the line as it was typed; unchanged where nothing was."""
    if entry is None:
        return line
    if entry.value is not None:
        check_value(entry.value, name=line.name)
    return replace(line, value=entry.value, note=_short(entry.note, NOTE_LENGTH))


def _short(text: str, limit: int) -> str:
    tidy = clean_line(text)
    if len(tidy) > limit:
        raise Invalid("reports.note_long", length=len(tidy), limit=limit)
    return tidy
