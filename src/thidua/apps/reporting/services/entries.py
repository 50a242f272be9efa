"""Finding a report to change, and writing what was typed into its lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from thidua.apps.figures.enums import SourceKind
from thidua.apps.reporting.models import PeriodIndicator, Report, ReportLine
from thidua.apps.reporting.models.report import NOTE_LENGTH
from thidua.base.stateful import next_version
from thidua.domain.errors import Conflict, Invalid, NotFound
from thidua.domain.figures.values import check_value
from thidua.domain.workflow.reports import REPORT
from thidua.text.unicode import clean_line

REMARK_LENGTH = 1000


@dataclass(frozen=True)
class Entry:
    """What was typed for one figure; None is "not yet"."""

    value: int | None
    note: str = ""


def find_report(report_id: str) -> Report:
    """Return a report with its period by its public id; raise NotFound."""
    report = Report.objects.select_related("period").filter(public_id=report_id).first()
    if report is None:
        raise NotFound("base.not_found")
    return report


def unit_of_report(*, report_id: str, **_: object) -> int:
    """Return the unit whose report it is, for `unit_of`."""
    return find_report(report_id).unit_id


def must_be_open(report: Report) -> None:
    """Refuse to change a report that its superior has."""
    if report.state not in REPORT.steps["send"].sources:
        raise Conflict("reports.locked")


def write_entries(
    report: Report, version: int, entries: Mapping[str, Entry], remark: str | None
) -> dict[str, Any]:
    """Write what differs, if nobody changed the report since `version`; return the differences."""
    must_be_open(report)
    changed: list[ReportLine] = []
    said: dict[str, Any] = {}
    for line in report.lines.select_related("indicator"):
        entry = entries.get(line.indicator.code)
        if entry is None or not _differs(line, entry):
            continue
        if line.indicator.source == SourceKind.DERIVED and entry.value is not None:
            raise Invalid("reports.derived_typed", name=line.indicator.name)
        said[line.indicator.code] = [line.value, entry.value]
        line.value, line.note = entry.value, clean_line(entry.note)
        changed.append(line)
    fields = {} if remark is None else {"note": _short(remark, REMARK_LENGTH)}
    if changed or report.version != version or fields.get("note", report.note) != report.note:
        next_version(report, version, **fields)
    ReportLine.objects.bulk_update(changed, ["value", "note"])
    return said


def make_lines(report: Report, notes: Mapping[int, str]) -> None:
    """Give a new report one line for each figure that its period asks for, without values."""
    asked = PeriodIndicator.objects.filter(period=report.period_id)
    ReportLine.objects.bulk_create(
        ReportLine(report=report, indicator_id=pk, note=notes.get(pk, ""))
        for pk in asked.values_list("indicator_id", flat=True)
    )


def _differs(line: ReportLine, entry: Entry) -> bool:
    if entry.value is not None:
        check_value(entry.value, name=line.indicator.name)
    return (line.value, line.note) != (entry.value, _short(entry.note, NOTE_LENGTH))


def _short(text: str, limit: int) -> str:
    tidy = clean_line(text)
    if len(tidy) > limit:
        raise Invalid("reports.note_long", length=len(tidy), limit=limit)
    return tidy
