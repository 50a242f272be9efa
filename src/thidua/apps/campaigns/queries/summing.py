"""What a unit launched, handed down, signed and aimed at in some days, for a report that sums up."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from thidua.apps.campaigns.enums import CampaignState, DirectiveState, PactState
from thidua.apps.campaigns.models import Campaign, Pact, Target
from thidua.domain.spans import DateSpan


@dataclass(frozen=True)
class LaunchedPlan:
    """A plan of the unit that ran in the days: to how many it was given, what they made of it."""

    public_id: str
    number: str
    title: str
    span: DateSpan
    launched_here: bool
    given: int
    received: int
    launched: int
    pacts: int


def plans_in(unit_id: int, span: DateSpan, until: date | None = None) -> list[LaunchedPlan]:
    """Return the plans of a unit that ran in these days, in the order of time.

    With `until`, those that begin later, before that day, too; what was done is told of the days.
    """
    return [
        LaunchedPlan(
            public_id=plan.public_id,
            number=plan.number,
            title=plan.title,
            span=DateSpan(plan.starts_on, plan.until),
            launched_here=bool(plan.launched_on and span.contains(plan.launched_on)),
            given=plan.given,
            received=plan.given - plan.pending,
            launched=plan.own_launched,
            pacts=plan.signed,
        )
        for plan in _running(unit_id, span, until or span.valid_until)
    ]


def targets_in(unit_id: int, span: DateSpan) -> dict[int, Target]:
    """Return by indicator what a plan asked of its own unit in these days.

    A plan that lies inside the days says more of them than one that only covers them; of several
    the one that ends first.
    """
    rows = Target.objects.filter(
        unit_id=unit_id,
        unit=F("campaign__unit"),
        campaign__starts_on__lt=span.valid_until,
        campaign__until__gt=span.valid_from,
    ).exclude(campaign__state=CampaignState.DRAFT)
    found: dict[int, Target] = {}
    ordered = rows.select_related("campaign", "indicator").order_by("-campaign__until", "-id")
    for target in ordered:
        found[target.indicator_id] = target
    return found


def _running(unit_id: int, span: DateSpan, until: date) -> "QuerySet[Any]":
    signed = Pact.objects.filter(
        campaign=OuterRef("pk"),
        unit_id=unit_id,
        state=PactState.SIGNED,
        signed_on__gte=span.valid_from,
        signed_on__lt=span.valid_until,
    )
    counted = signed.order_by().values("campaign").annotate(n=Count("pk")).values("n")
    rows: QuerySet[Any] = Campaign.objects.filter(
        unit_id=unit_id, starts_on__lt=until, until__gt=span.valid_from
    ).exclude(state=CampaignState.DRAFT)
    counted_rows: QuerySet[Any] = rows.annotate(
        given=Count("directives"),
        pending=Count("directives", filter=Q(directives__state=DirectiveState.PENDING)),
        own_launched=Count("directives", filter=Q(directives__state=DirectiveState.LAUNCHED)),
        signed=Coalesce(Subquery(counted, output_field=IntegerField()), 0),
    )
    in_order: QuerySet[Any] = counted_rows.order_by("starts_on", "id")
    return in_order
