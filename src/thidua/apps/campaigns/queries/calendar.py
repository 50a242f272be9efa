"""All that runs for one unit in a stretch of days: plans of it and above it, their dated parts."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Cast

from thidua.apps.campaigns.enums import CampaignState
from thidua.apps.campaigns.models import (
    Campaign,
    Commemoration,
    Directive,
    Milestone,
    Peak,
    Phase,
)
from thidua.apps.campaigns.queries.plans import visible_campaigns
from thidua.apps.org.models import Unit, UnitPath
from thidua.apps.org.queries import living_leaf_ids
from thidua.base.actor import Actor
from thidua.domain.spans import DateSpan

MOST_PLANS = 60


@dataclass(frozen=True)
class DatedPart:
    """A part of a plan with days: `number` is the place of a đợt, the years of a commemoration."""

    kind: str
    campaign_id: int
    number: int | None
    name: str
    starts_on: date | None
    until: date


def plans_between(actor: Actor, unit_id: int, span: DateSpan) -> list[Campaign]:
    """Return the launched plans of a unit and of those above it that run in a stretch of days."""
    above = UnitPath.objects.filter(
        descendant=unit_id, valid_from__lt=span.valid_until, valid_until__gt=span.valid_from
    )
    rows = visible_campaigns(actor).exclude(state=CampaignState.DRAFT)
    rows = rows.filter(
        unit__in=above.values("ancestor"),
        starts_on__lt=span.valid_until,
        until__gt=span.valid_from,
    )
    return list(rows.order_by("starts_on", "id")[:MOST_PLANS])


def parts_between(plans: list[Campaign], span: DateSpan) -> list[DatedPart]:
    """Return the dated parts of some plans that touch a stretch of days, in one query."""
    first, *others = [_dated(kind, rows) for kind, rows in _parts(plans, span)]
    found = first.union(*others, all=True) if plans else []
    return [DatedPart(*row) for row in found]


def _parts(plans: list[Campaign], span: DateSpan) -> list[tuple[str, "QuerySet[Any]"]]:
    of_plans = Q(campaign__in=[plan.pk for plan in plans])
    touching = Q(until__gt=span.valid_from) & (
        Q(starts_on__lt=span.valid_until) | Q(starts_on__isnull=True)
    )
    ending = Q(until__lte=span.valid_until, until__gt=span.valid_from)
    days = Q(day__gte=span.valid_from, day__lt=span.valid_until)
    return [
        ("phase", Phase.objects.filter(of_plans, touching).annotate(n=F("position"), s=F("theme"))),
        (
            "peak",
            Peak.objects.filter(of_plans, touching, dated=True).annotate(
                n=F("position"), s=F("name")
            ),
        ),
        (
            "milestone",
            Milestone.objects.filter(of_plans, ending).annotate(n=F("position"), s=F("name")),
        ),
        (
            "commemoration",
            Commemoration.objects.filter(of_plans, days).annotate(
                n=F("years"), s=F("name"), starts_on=F("day"), until=F("day")
            ),
        ),
    ]


def _dated(kind: str, rows: "QuerySet[Any]") -> "QuerySet[Any, tuple[Any, ...]]":
    named = rows.annotate(kind=Value(kind), number=Cast("n", IntegerField()))
    listed: QuerySet[Any, tuple[Any, ...]] = named.order_by().values_list(
        "kind", "campaign_id", "number", "s", "starts_on", "until"
    )
    return listed


def answers_due(unit_id: int, span: DateSpan) -> list[Directive]:
    """Return what a unit was given with a last day for its own plan in a stretch of days."""
    return list(
        Directive.objects.filter(
            unit=unit_id, due_on__gte=span.valid_from, due_on__lt=span.valid_until
        )
        .select_related("campaign")
        .order_by("due_on", "id")[:MOST_PLANS]
    )


def some_leaves(actor: Actor, most: int) -> dict[str, int]:
    """Return some grassroots units below the actor's, by public id: whose calendar may be looked at."""
    below = living_leaf_ids(actor.unit_id or 0)[:most]
    rows = Unit.objects.filter(pk__in=below).order_by("pk")
    return dict(rows.values_list("public_id", "pk"))
