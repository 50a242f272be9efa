"""Which reports of a unit hold a figure of a day: for the page of what is counted there."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from thidua.apps.reporting.enums import ReportState
from thidua.apps.reporting.models import Period, Report
from thidua.apps.reporting.queries.owing import owes
from thidua.base.actor import Actor


@dataclass(frozen=True)
class HoldingReport:
    """A report that holds the day; without `report_id` it was not begun, or is not in sight yet."""

    period_id: str
    period_name: str
    report_id: str


def reports_holding(actor: Actor, unit_id: int, code: str, day: date) -> list[HoldingReport]:
    """Return the reports asked of a unit that hold a figure of the day, the shortest first.

    The caller has made sure that the actor reads the unit's figures; a draft is its unit's own.
    """
    there = Report.objects.filter(period=OuterRef("pk"), unit_id=unit_id)
    if unit_id != actor.unit_id:
        there = there.exclude(state=ReportState.DRAFT)
    rows = (
        Period.objects.filter(
            *owes(unit_id),
            starts_on__lte=day,
            until__gt=day,
            asked__indicator__code=code,
        )
        .annotate(report_id=Subquery(there.values("public_id")[:1]))
        .order_by("until", "-starts_on", "id")
    )
    return [HoldingReport(row.public_id, row.name, row.report_id or "") for row in rows]
