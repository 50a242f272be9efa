"""Handing down as it stands: the board of direct units, and what waits."""

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When

from thidua.apps.campaigns.enums import CampaignState, DirectiveState
from thidua.apps.campaigns.models import Campaign, Directive
from thidua.apps.campaigns.queries.plans import OPEN_STATES
from thidua.base.actor import Actor
from thidua.domain.errors import NotFound

MOST_PILOTS = 6


def board(campaign: Campaign, state: str = "") -> QuerySet[Directive]:
    """Return the directives of a campaign: not yet received first, each state in order of names."""
    rows = campaign.directives.select_related("unit", "own_campaign")
    if state in DirectiveState.values:
        rows = rows.filter(state=state)
    steps = [When(state=name, then=Value(n)) for n, name in enumerate(DirectiveState.values)]
    # Rows were handed down in the order of names, so their ids keep that order.
    return rows.order_by(Case(*steps), "id")


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


def pilot_plans(actor: Actor, campaign: Campaign) -> list[Campaign]:
    """Return the launched plans of the pilots of a campaign, offered to the units it was given to."""
    given = Directive.objects.filter(unit=actor.unit_id, campaign=campaign)
    rows = Campaign.objects.filter(
        Exists(given), directive__pilot=True, directive__campaign=campaign
    )
    rows = rows.exclude(Q(state=CampaignState.DRAFT) | Q(unit=actor.unit_id))
    return list(rows.order_by("id")[:MOST_PILOTS])


def offered_plan(actor: Actor, public_id: str) -> Campaign | None:
    """Return a pilot's launched plan that is offered to the actor's unit as a model.

    A unit sees it although it is not in line with the pilot: both were given the same campaign.
    """
    given = Directive.objects.filter(unit=actor.unit_id, campaign=OuterRef("directive__campaign"))
    rows = Campaign.objects.filter(Exists(given), public_id=public_id, directive__pilot=True)
    return (
        rows.exclude(state=CampaignState.DRAFT)
        .select_related("parent", "unit", "directive")
        .first()
    )
