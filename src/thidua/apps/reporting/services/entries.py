"""Finding a report to change, and writing what was typed into its lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from thidua.apps.reporting.models import Report, ReportLine
from thidua.apps.reporting.models.report import NOTE_LENGTH, TEXT_LENGTH
from thidua.apps.reporting.queries.asking import AskedRow
from thidua.apps.reporting.queries.elsewhere import Asking, sheet_of
from thidua.apps.reporting.queries.filling import report_by_id
from thidua.base.operation import found
from thidua.base.stateful import next_version
from thidua.base.statements import put
from thidua.domain.errors import Conflict, Invalid, NotFound
from thidua.domain.figures.values import check_value
from thidua.domain.workflow.reports import REPORT
from thidua.text.unicode import clean_line, clean_text

_WRITE_LINES = """
    INSERT INTO reporting_reportline (report_id, indicator_id, value, counted, note) VALUES :rows
    ON CONFLICT (report_id, indicator_id) DO UPDATE SET
        value = excluded.value, counted = excluded.counted, note = excluded.note
"""


@dataclass(frozen=True)
class Entry:
    """What was typed for one figure; None is "not yet"."""

    value: int | None
    note: str = ""


@dataclass(frozen=True)
class Texts:
    """What was written: outstanding results, difficulties, requests; None leaves as it is."""

    highlights: str | None = None
    difficulties: str | None = None
    note: str | None = None


NO_TEXTS = Texts()


@dataclass
class Sheet:
    """A report with its lines and what is asked of them, read once for one act."""

    report: Report
    sector: str
    asking: Asking
    lines: list[ReportLine] = field(default_factory=list)
    changed: dict[int, ReportLine] = field(default_factory=dict)

    def asked(self, line: ReportLine) -> AskedRow:
        """Return what is asked of a line."""
        return self._by_indicator[line.indicator_id]

    def __post_init__(self) -> None:
        self._by_indicator = {row.indicator_id: row for row in self.asking.rows}
        self.lines = [line for line in self.lines if line.indicator_id in self._by_indicator]


def find_report(report_id: str) -> Report:
    """Return a report with its period, read once for one act; raise NotFound."""
    report: Report | None = found(("report", report_id), lambda: report_by_id(report_id))
    if report is None:
        raise NotFound("base.not_found")
    return report


def unit_of_report(*, report_id: str, **_: object) -> int:
    """Return the unit whose report it is, for `unit_of`."""
    return find_report(report_id).unit_id


def open_sheet(report_id: str) -> Sheet:
    """Return a report that may still be changed, with its lines; raise NotFound or Conflict."""
    report: Any = find_report(report_id)
    must_be_open(report)
    return Sheet(report, report.unit_sector, *sheet_of(report))


def must_be_open(report: Report) -> None:
    """Refuse to change a report that its superior has."""
    if report.state not in REPORT.steps["send"].sources:
        raise Conflict("reports.locked")


def write_entries(
    sheet: Sheet, version: int, entries: Mapping[str, Entry], texts: Texts
) -> dict[str, Any]:
    """Write what differs, if nobody changed the report since `version`; return the differences."""
    report = sheet.report
    said, fields = take_entries(sheet, entries), written(texts)
    differ = any(getattr(report, name) != text for name, text in fields.items())
    if sheet.changed or report.version != version or differ:
        next_version(report, version, **fields)
    write_lines(sheet)
    return said


def take_entries(sheet: Sheet, entries: Mapping[str, Entry]) -> dict[str, Any]:
    """Put what was typed into the lines of the sheet, not yet written; return the differences."""
    said: dict[str, Any] = {}
    for line in sheet.lines:
        row = sheet.asked(line)
        entry = entries.get(row.code)
        if entry is None or not _differs(line, row, entry):
            continue
        said[row.code] = [line.value, entry.value]
        line.value, line.note = entry.value, clean_line(entry.note)
        sheet.changed[line.indicator_id] = line
    return said


def write_lines(sheet: Sheet) -> None:
    """Write the lines that changed: one short statement, however many.

    The report itself was written before, so that two people wait for one another there.
    """
    report = sheet.report.pk
    rows = [
        (report, line.indicator_id, line.value, line.counted, line.note)
        for line in sheet.changed.values()
    ]
    put(_WRITE_LINES, rows)


def written(texts: Texts) -> dict[str, str]:
    """Return the texts that were given, tidy and inside their limit."""
    given = {name: getattr(texts, name) for name in ("highlights", "difficulties", "note")}
    found = {name: clean_text(text) for name, text in given.items() if text is not None}
    for name, text in found.items():
        if len(text) > TEXT_LENGTH:
            field_name = "remark" if name == "note" else name
            raise Invalid(
                "reports.text_long", field=field_name, length=len(text), limit=TEXT_LENGTH
            )
    return found


def _differs(line: ReportLine, row: AskedRow, entry: Entry) -> bool:
    if entry.value is not None:
        if row.derived:
            raise Invalid("reports.derived_typed", field=row.code, name=row.name)
        if row.elsewhere:
            raise Invalid("reports.given_elsewhere", field=row.code, name=row.name)
        check_value(entry.value, name=row.name)
    tidy = clean_line(entry.note)
    if len(tidy) > NOTE_LENGTH:
        raise Invalid("reports.note_long", length=len(tidy), limit=NOTE_LENGTH)
    return (line.value, line.note) != (entry.value, tidy)
