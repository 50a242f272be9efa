"""Handing down as it stands: the board of direct units, the chain of plans, what waits."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from thidua.apps.campaigns.enums import CampaignState, DirectiveState
from thidua.apps.campaigns.models import Campaign, Directive
from thidua.apps.campaigns.queries.plans import OPEN_STATES
from thidua.apps.org.queries import ancestor_ids, names
from thidua.base.actor import Actor
from thidua.domain.errors import NotFound


@dataclass(frozen=True)
class Link:
    """One link of the chain: a unit's own plan in the cascade, and its directive if it has one."""

    campaign: Campaign
    unit_name: str
    pilot: bool
    state: str


def board(campaign: Campaign, state: str = "") -> QuerySet[Directive]:
    """Return the directives of a campaign: not yet received first, then by state and name."""
    rows = campaign.directives.select_related("unit", "own_campaign")
    if state in DirectiveState.values:
        rows = rows.filter(state=state)
    return rows.order_by("id")


def board_counts(campaign: Campaign) -> dict[str, int]:
    """Return how many direct units stand in each state."""
    counts = dict(campaign.directives.values_list("state").annotate(units=Count("id")).order_by())
    return {state: counts.get(state, 0) for state in DirectiveState.values}


def directive_for(actor: Actor, public_id: str) -> Directive:
    """Return a directive given to the actor's own unit; raise NotFound."""
    directive = (
        Directive.objects.select_related("campaign__unit", "own_campaign")
        .filter(public_id=public_id, unit=actor.unit_id)
        .first()
    )
    if directive is None:
        raise NotFound("base.not_found")
    return directive


def directive_given_by(actor: Actor, public_id: str) -> Directive | None:
    """Return a directive that the actor's own unit has given."""
    return (
        Directive.objects.select_related("campaign")
        .filter(public_id=public_id, campaign__unit=actor.unit_id)
        .first()
    )


def directive_to(unit_id: int | None, campaign: Campaign) -> Directive | None:
    """Return what a unit was given of a campaign, if anything."""
    return campaign.directives.filter(unit=unit_id).select_related("own_campaign").first()


def directives_waiting(actor: Actor) -> list[Directive]:
    """Return what the actor's unit was given and has not yet launched, oldest first."""
    return list(
        Directive.objects.filter(unit=actor.unit_id, campaign__state__in=OPEN_STATES)
        .exclude(state=DirectiveState.LAUNCHED)
        .select_related("campaign__unit", "own_campaign")
        .order_by("id")[:50]
    )


def not_yet_received(campaigns: Iterable[Campaign]) -> dict[int, int]:
    """Return for each campaign how many direct units have not yet taken it."""
    waiting = Directive.objects.filter(
        campaign__in=[c.pk for c in campaigns], state=DirectiveState.PENDING
    )
    return dict(waiting.values_list("campaign").annotate(units=Count("id")).order_by())


def chain(campaign: Campaign) -> list[Link]:
    """Return the line of plans from the first to this one, and on to the pilot units below it."""
    root_id = campaign.root_id or campaign.pk
    day = campaign.launched_on or campaign.starts_on
    units = {campaign.unit_id, *ancestor_ids(campaign.unit_id, day)}
    pilots = Directive.objects.filter(
        Q(campaign__root=root_id) | Q(campaign=root_id), pilot=True
    ).values_list("unit", flat=True)[:3]
    for pilot in pilots:
        above = ancestor_ids(pilot, day)
        if campaign.unit_id == pilot or campaign.unit_id in above:
            units |= {pilot, *above}
    plans = (
        Campaign.objects.filter(Q(root=root_id) | Q(pk=root_id), unit__in=units)
        .exclude(state=CampaignState.DRAFT)
        .select_related("directive", "parent", "unit")
    )
    return _in_order(list(plans), root_id)


def _in_order(plans: list[Campaign], root_id: int) -> list[Link]:
    """Put each plan below the one it answers."""
    shown = names({plan.unit_id for plan in plans})
    below: dict[int | None, list[Campaign]] = {}
    for plan in plans:
        below.setdefault(plan.parent_id, []).append(plan)
    links: list[Link] = []
    level = [plan for plan in plans if plan.pk == root_id]
    while level:
        for plan in level:
            directive = getattr(plan, "directive", None)
            links.append(
                Link(plan, shown[plan.unit_id], bool(directive and directive.pilot), plan.state)
            )
        level = [child for plan in level for child in below.get(plan.pk, [])]
    return links
