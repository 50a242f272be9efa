"""The report that is being filled, read in fixed words: each save and each sending asks for it."""

from typing import Any

from thidua.apps.reporting.models import Period, Report, ReportLine

_REPORT = """
    SELECT report.*, unit.sector AS unit_sector FROM reporting_report report
    JOIN org_unit unit ON unit.id = report.unit_id
    WHERE :which
"""
_BY_ID = _REPORT.replace(":which", "report.public_id = %s")
_OF_UNIT = _REPORT.replace(
    ":which",
    "report.unit_id = %s"
    " AND report.period_id = (SELECT id FROM reporting_period WHERE public_id = %s)",
)
_PERIOD = "SELECT * FROM reporting_period WHERE id = %s"
_LINES = "SELECT * FROM reporting_reportline WHERE report_id = %s ORDER BY id"


def report_by_id(public_id: str) -> Any:
    """Return a report with its period and the khối of its unit (`unit_sector`), or None."""
    return _with_period(_BY_ID, public_id)


def report_of_unit(unit_id: int, period_id: str) -> Any:
    """Return the same for the report of a unit for a period, or None where none was begun."""
    return _with_period(_OF_UNIT, unit_id, period_id)


def lines_of(report: Report) -> list[ReportLine]:
    """Return the lines of a report."""
    return list(ReportLine.objects.raw(_LINES, [report.pk]))


def _with_period(statement: str, *values: Any) -> Any:
    for report in Report.objects.raw(statement, values):
        (report.period,) = Period.objects.raw(_PERIOD, [report.period_id])
        return report
    return None
