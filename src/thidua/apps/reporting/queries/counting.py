"""In which reports and plans a figure counts, once in each: of a day, or of a whole report."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery

from thidua.apps.campaigns.queries import carrying_each
from thidua.apps.org.models import UnitPath
from thidua.apps.reporting.enums import PeriodAsks, ReportState
from thidua.apps.reporting.models import Period, Report
from thidua.apps.reporting.queries.owing import name_now, on_last_day, owes
from thidua.apps.reporting.queries.sheet import ReportView
from thidua.base.actor import Actor
from thidua.domain.spans import DateSpan
from thidua.domain.tree import Line


@dataclass(frozen=True)
class HoldingReport:
    """A report that holds the day; without `report_id` it was not begun, or is not in sight yet."""

    period_id: str
    period_name: str
    report_id: str


@dataclass(frozen=True)
class Place:
    """A period or a plan in whose total a figure of a report counts; exactly one id is given."""

    name: str
    unit_name: str = ""
    period_id: str = ""
    campaign_id: str = ""


def places_of(actor: Actor, report: ReportView) -> dict[str, list[Place]]:
    """Return, for each figure of a report, the periods and then the plans that count it once."""
    period = report.period
    codes = [line.code for line in report.lines if line.shown]
    if not codes:
        return {}
    found: dict[str, list[Place]] = {code: [] for code in codes}
    above = UnitPath.objects.filter(
        descendant_id=report.unit_id, line=Line.MAIN, **on_last_day(period.until)
    )
    drawn = Q(asks__in=(PeriodAsks.DIRECT, PeriodAsks.OWN), unit__in=above.values("ancestor_id"))
    line, asked = owes(report.unit_id)
    rows: Any = Period.objects.filter(
        line, asked | drawn, starts_on__lte=period.starts_on, until__gte=period.until
    ).filter(asked__indicator__code__in=codes)
    named = rows.annotate(code=F("asked__indicator__code"), asker=name_now("unit_id"))
    for row in named.order_by("until", "-starts_on", "id"):
        found[row.code].append(Place(row.name, row.asker or "", period_id=row.public_id))
    span = DateSpan(period.starts_on, period.until)
    for code, plans in carrying_each(actor, report.unit_id, codes, span).items():
        found[code] += [
            Place(plan.name, plan.unit_name, campaign_id=plan.public_id) for plan in plans
        ]
    return found


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
