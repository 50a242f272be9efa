"""Periods: those that ask the own unit, and those whose board one may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from thidua.apps.org.scoping import visible_unit_ids
from thidua.apps.reporting.enums import DONE_STATES, PeriodAsks, ReportState
from thidua.apps.reporting.models import Period, Report
from thidua.apps.reporting.queries.owing import name_now, owes, owes_now
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import NotFound
from thidua.domain.figures.periods import draws_together
from thidua.domain.spans import DateSpan


@dataclass(frozen=True)
class OwnPeriod:
    """A period that asks the own unit, with what has become of its report."""

    public_id: str
    name: str
    due_on: date
    state: str
    report_id: str
    late: bool

    @property
    def is_done(self) -> bool:
        """Tell whether the superior has it."""
        return self.state in DONE_STATES


@dataclass(frozen=True)
class PeriodRow:
    """A period in the list of boards, with what has come from the actor's units."""

    public_id: str
    name: str
    asker: str
    due_on: date
    sent: int
    accepted: int
    asks: str

    @property
    def of_whom(self) -> str:
        """Say who reports, where it is not every lowest unit: two periods may bear one name."""
        return "" if self.asks == PeriodAsks.LOWEST else str(PeriodAsks(self.asks).label)


def own_periods(actor: Actor, year: int) -> list[OwnPeriod]:
    """Return the periods of a year that ask the own unit, the latest first."""
    own = Report.objects.filter(period=OuterRef("pk"), unit_id=actor.unit_id or 0)
    rows = (
        Period.objects.filter(*owes(actor.unit_id), _of_year(year), starts_on__lte=clock.today())
        .annotate(
            report_state=Subquery(own.values("state")[:1]),
            report_id=Subquery(own.values("public_id")[:1]),
            first_sent_on=Subquery(own.values("first_sent_on")[:1]),
        )
        .order_by("-until", "-id")
    )
    return [
        OwnPeriod(
            public_id=row.public_id,
            name=row.name,
            due_on=row.due_on,
            state=row.report_state or "",
            report_id=row.report_id or "",
            late=bool(row.first_sent_on and row.first_sent_on > row.due_on),
        )
        for row in rows
    ]


def periods_of_year(actor: Actor, year: int) -> list[PeriodRow]:
    """Return the periods of a year whose board the actor may see, with what was sent so far."""
    units = visible_unit_ids(actor, Capability.REPORT_VIEW)
    rows = _visible(actor).filter(_of_year(year)).order_by("-until", "-id")
    counted = rows.annotate(
        asker=name_now("unit_id"),
        accepted=_reports(units, [ReportState.ACCEPTED]),
        sent=_reports(units, DONE_STATES),
    )
    return [
        PeriodRow(
            row.public_id,
            row.name,
            row.asker or "",
            row.due_on,
            row.sent,
            row.accepted,
            row.asks,
        )
        for row in counted
    ]


def period_for(actor: Actor, public_id: str) -> Period:
    """Return a period whose board the actor may see, with the name of who asks; raise NotFound."""
    rows = _visible(actor).annotate(asker=name_now("unit_id"))
    period = rows.filter(public_id=public_id).first()
    if period is None:
        raise NotFound("base.not_found")
    return period


def period_to_fill(actor: Actor, public_id: str) -> Period:
    """Return a period that asks the own unit; raise NotFound."""
    period = Period.objects.filter(public_id=public_id).first()
    if period is None or actor.unit_id is None or not owes_now(actor.unit_id, period):
        raise NotFound("base.not_found")
    return period


def shorter_periods(period: Period, unit_id: int) -> "QuerySet[Period]":
    """Return the periods within this one that ask the same unit: months of a quarter.

    Beside a report that draws others together, the plain one of the same days is the shorter.
    """
    inside = Period.objects.filter(
        *owes(unit_id), starts_on__gte=period.starts_on, until__lte=period.until
    ).exclude(pk=period.pk)
    same_days = Q(starts_on=period.starts_on, until=period.until)
    plain = Q(asks=PeriodAsks.LOWEST)
    if not draws_together(DateSpan(period.starts_on, period.until)):
        return inside.filter(same_days & plain)
    if period.asks == PeriodAsks.LOWEST:
        return inside.exclude(same_days)
    return inside.filter(~same_days | plain)


def _visible(actor: Actor) -> "QuerySet[Period]":
    """Periods of any unit of the actor's line, for those who may read reports."""
    return Period.objects.filter(unit__in=visible_unit_ids(actor, Capability.UNIT_VIEW))


def _of_year(year: int) -> Q:
    return Q(starts_on__lt=date(year + 1, 1, 1), until__gt=date(year, 1, 1))


def _reports(units: Any, states: Sequence[str]) -> Count:
    return Count("reports", filter=Q(reports__state__in=states, reports__unit__in=units))
