"""The chain of plans: from the first of a cascade down to one plan, and on to the pilots below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from thidua.apps.campaigns.enums import CampaignState
from thidua.apps.campaigns.models import Campaign
from thidua.apps.campaigns.queries.plans import visible_campaigns
from thidua.apps.org.models import UnitPath
from thidua.apps.org.queries import names
from thidua.base.actor import Actor

MOST_PILOTS = 12


@dataclass(frozen=True)
class Link:
    """One link of the chain: a unit's own plan, how many steps below the first plan it stands.

    `differences` are the đợt that end on other days than the superior's: order, own end, theirs.
    """

    campaign: Campaign
    unit_name: str
    pilot: bool
    state: str
    depth: int
    differences: tuple[tuple[int, date, date], ...] = ()


def chain(campaign: Campaign, actor: Actor, day: date | None = None) -> list[Link]:
    """Return the plans above, the plan, its pilots below, as far as seen; names are of the day."""
    rows = visible_campaigns(actor).filter(_cascade(campaign), unit__in=_units(campaign))
    rows = rows.exclude(state=CampaignState.DRAFT).select_related("directive").order_by("id")
    rows = rows.prefetch_related("phases")
    seen = {plan.pk: plan for plan in rows}
    kept: dict[int, Campaign] = {}
    for end in (campaign.pk, *(plan.pk for plan in seen.values() if _is_pilot(plan))):
        way = _way_up(end, seen)
        if campaign.pk in way:
            kept |= way
    shown = names({plan.unit_id for plan in kept.values()}, day)
    return [
        Link(
            plan,
            shown[plan.unit_id],
            _is_pilot(plan),
            plan.state,
            depth,
            _differences(plan, kept.get(plan.parent_id or 0)),
        )
        for plan, depth in _downwards(kept)
    ]


def _differences(plan: Campaign, above: Campaign | None) -> tuple[tuple[int, date, date], ...]:
    ends = {phase.position: phase.until for phase in above.phases.all()} if above else {}
    return tuple(
        (phase.position, phase.until, ends[phase.position])
        for phase in plan.phases.all()
        if ends.get(phase.position, phase.until) != phase.until
    )


def _cascade(campaign: Campaign) -> Q:
    root_id = campaign.root_id or campaign.pk
    return Q(root=root_id) | Q(pk=root_id)


def _units(campaign: Campaign) -> "QuerySet[UnitPath, int]":
    """Return the units above the plan's and above its first pilots; ended ones count too."""
    below = UnitPath.objects.filter(ancestor=campaign.unit_id, depth__gte=1).values("descendant")
    plans = Campaign.objects.filter(_cascade(campaign), directive__pilot=True, unit__in=below)
    plans = plans.exclude(state=CampaignState.DRAFT).order_by("id")
    pilots = plans.values("unit")[:MOST_PILOTS]
    ways = UnitPath.objects.filter(Q(descendant=campaign.unit_id) | Q(descendant__in=pilots))
    return ways.values_list("ancestor", flat=True)


def _way_up(end: int, seen: dict[int, Campaign]) -> dict[int, Campaign]:
    way: dict[int, Campaign] = {}
    plan = seen.get(end)
    while plan is not None:
        way[plan.pk] = plan
        plan = seen.get(plan.parent_id or 0)
    return way


def _is_pilot(plan: Campaign) -> bool:
    directive = getattr(plan, "directive", None)
    return bool(directive and directive.pilot)


def _downwards(plans: dict[int, Campaign]) -> Iterator[tuple[Campaign, int]]:
    """Yield each plan right below the one it answers, with its depth."""
    below: dict[int | None, list[Campaign]] = {}
    for plan in sorted(plans.values(), key=lambda plan: plan.pk):
        below.setdefault(plan.parent_id if plan.parent_id in plans else None, []).append(plan)
    waiting = [(plan, 0) for plan in reversed(below.get(None, []))]
    while waiting:
        plan, depth = waiting.pop()
        yield plan, depth
        waiting += [(child, depth + 1) for child in reversed(below.get(plan.pk, []))]
