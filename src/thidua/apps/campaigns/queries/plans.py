"""Which plans an actor may see, and what stands in them."""

from datetime import date, timedelta

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from thidua.apps.campaigns.enums import CampaignState, DirectiveState
from thidua.apps.campaigns.models import Campaign, Directive, Phase
from thidua.apps.org.scoping import reaches, visible_unit_ids
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import NotFound

OPEN_STATES = (CampaignState.LAUNCHED, CampaignState.RUNNING)


def visible_campaigns(actor: Actor) -> QuerySet[Campaign]:
    """Campaigns in the actor's line: launched ones of any unit in reach, drafts of the own unit."""
    return Campaign.objects.filter(
        Q(unit__in=visible_unit_ids(actor, Capability.CAMPAIGN_VIEW)),
        ~Q(state=CampaignState.DRAFT) | Q(unit=actor.unit_id),
    )


def campaign_for(actor: Actor, public_id: str) -> Campaign:
    """Return one visible campaign with its parent; raise NotFound.

    `seen_below` tells whether the actor also sees what is below it: handing down, results, course.
    """
    campaign = (
        visible_campaigns(actor)
        .annotate(seen_below=reaches(actor, Capability.DIRECTIVE_VIEW, OuterRef("unit_id")))
        .select_related("parent", "unit", "directive")
        .filter(public_id=public_id)
        .first()
    )
    if campaign is None:
        raise NotFound("base.not_found")
    return campaign


def campaign_years(actor: Actor) -> list[int]:
    """Return the years that have a visible campaign, newest first."""
    years = visible_campaigns(actor).order_by("-year").values_list("year", flat=True)
    return list(years.distinct())


def due_to_start() -> list[str]:
    """Return the public ids of launched campaigns whose first day has come."""
    return list(
        Campaign.objects.filter(
            state=CampaignState.LAUNCHED, starts_on__lte=clock.today()
        ).values_list("public_id", flat=True)
    )


def latest_of(actor: Actor) -> list[Campaign]:
    """Return the own unit's plans, newest first: drafted, on, or closed.

    `not_received` counts the direct units that have not yet taken a plan; `phase_now` and
    `phase_until` are the đợt that runs today and the day after its last one, or None.
    """
    today = clock.today()
    now = Phase.objects.filter(campaign=OuterRef("pk"), starts_on__lte=today, until__gt=today)
    pending = Directive.objects.filter(campaign=OuterRef("pk"), state=DirectiveState.PENDING)
    units = pending.order_by().values("campaign").annotate(units=Count("id")).values("units")
    rows = Campaign.objects.filter(unit=actor.unit_id).annotate(
        not_received=Coalesce(Subquery(units, output_field=IntegerField()), 0),
        phase_now=Subquery(now.values("position")[:1]),
        phase_until=Subquery(now.values("until")[:1]),
    )
    return list(rows.order_by("-starts_on", "-id")[:20])


def different_phase_ends(campaign: Campaign) -> list[tuple[int, date, date]]:
    """Return (đợt, own end, the superior's end) where they differ; ends are excluded days."""
    if campaign.parent is None:
        return []
    theirs = {phase.position: phase.until for phase in campaign.parent.phases.all()}
    return [
        (phase.position, phase.until, theirs[phase.position])
        for phase in campaign.phases.all()
        if phase.position in theirs and theirs[phase.position] != phase.until
    ]


def campaign_day(campaign: Campaign) -> date:
    """Return the day whose tree a campaign's results are shown in: today, or its last day."""
    return min(clock.today(), campaign.until - timedelta(days=1))


def locked_contents(campaign: Campaign) -> dict[int, str]:
    """Return the contents that lower plans must keep, by their place."""
    return dict(campaign.contents.filter(locked=True).values_list("position", "text"))
