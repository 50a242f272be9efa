"""The report that is being filled, read in fixed words: each save and each sending asks for it."""

from typing import Any

from django.db import connection

from thidua.apps.reporting.models import Period, Report

_PERIOD = (
    "id", "public_id", "unit_id", "kind", "asks", "name", "starts_on", "until", "due_on", "note",
)  # fmt: skip
_REPORT = """
    SELECT report.*, unit.sector AS unit_sector, :period FROM reporting_report report
    JOIN reporting_period period ON period.id = report.period_id
    JOIN org_unit unit ON unit.id = report.unit_id
    WHERE :which
""".replace(":period", ", ".join(f"period.{name} AS of_period_{name}" for name in _PERIOD))
_BY_ID = _REPORT.replace(":which", "report.public_id = %s")
_OF_UNIT = _REPORT.replace(":which", "report.unit_id = %s AND period.public_id = %s")


def report_by_id(public_id: str) -> Any:
    """Return a report with its period and the khối of its unit (`unit_sector`), or None."""
    return _with_period(_BY_ID, public_id)


def report_of_unit(unit_id: int, period_id: str) -> Any:
    """Return the same for the report of a unit for a period, or None where none was begun."""
    return _with_period(_OF_UNIT, unit_id, period_id)


def _with_period(statement: str, *values: Any) -> Any:
    for report in Report.objects.raw(statement, values):
        columns = [getattr(report, f"of_period_{name}") for name in _PERIOD]
        report.period = Period.from_db(connection.alias, _PERIOD, columns)
        return report
    return None
