"""Periods: those that ask the own unit, those whose board one may see, and what they ask."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from thidua.apps.figures.enums import SourceKind
from thidua.apps.org.scoping import visible_unit_ids
from thidua.apps.reporting.enums import ReportState
from thidua.apps.reporting.models import Period, PeriodIndicator, Report
from thidua.apps.reporting.queries.owing import name_now, owes
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import NotFound


@dataclass(frozen=True)
class AskedRow:
    """One figure that a period asks for."""

    indicator_id: int
    code: str
    name: str
    measure: str
    required: bool
    evidence: str
    derived: bool
    counted_as: str


@dataclass(frozen=True)
class OwnPeriod:
    """A period that asks the own unit, with what has become of its report."""

    public_id: str
    name: str
    due_on: date
    state: str
    report_id: str
    late: bool


@dataclass(frozen=True)
class PeriodRow:
    """A period in the list of boards, with what has come from the actor's units."""

    public_id: str
    name: str
    asker: str
    due_on: date
    sent: int
    accepted: int


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
        accepted=_reports(units, ReportState.ACCEPTED),
        waiting=_reports(units, ReportState.SENT),
    )
    return [
        PeriodRow(
            row.public_id,
            row.name,
            row.asker or "",
            row.due_on,
            row.waiting + row.accepted,
            row.accepted,
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
    period = Period.objects.filter(*owes(actor.unit_id), public_id=public_id).first()
    if period is None:
        raise NotFound("base.not_found")
    return period


def asked_by(period: Period) -> list[AskedRow]:
    """Return what a period asks for, in the order of the form."""
    rows = PeriodIndicator.objects.filter(period=period).select_related("indicator")
    return [
        AskedRow(
            row.indicator_id,
            row.indicator.code,
            row.indicator.name,
            row.indicator.measure,
            row.required,
            row.evidence,
            row.indicator.source == SourceKind.DERIVED,
            row.indicator.counted_as,
        )
        for row in rows.order_by("position")
    ]


def _visible(actor: Actor) -> "QuerySet[Period]":
    """Periods of any unit of the actor's line, for those who may read reports."""
    return Period.objects.filter(unit__in=visible_unit_ids(actor, Capability.UNIT_VIEW))


def _of_year(year: int) -> Q:
    return Q(starts_on__lt=date(year + 1, 1, 1), until__gt=date(year, 1, 1))


def _reports(units: Any, state: str) -> Count:
    return Count("reports", filter=Q(reports__state=state, reports__unit__in=units))
