"""Which campaigns one registers in, and what a campaign expects of everyone (REG-02)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from thidua.apps.campaigns.models import Campaign, RegistrationRule
from thidua.apps.campaigns.queries.plans import OPEN_STATES
from thidua.base.actor import Actor

_LEVELS = 4


@dataclass(frozen=True)
class Expected:
    """What a campaign expects: `given_by` is the plan that says so, None where no plan does."""

    each_member: bool = False
    each_unit: bool = False
    due_on: date | None = None
    refuse_late: bool = False
    given_by: Campaign | None = None


def expected_of(campaign: Campaign) -> Expected:
    """Return the rule of a campaign: its own, else that of the nearest plan it answers."""
    plans = Q(campaign=campaign)
    if campaign.parent_id is not None:
        here = Campaign.objects.filter(pk=campaign.pk)
        for steps in range(_LEVELS):
            plans |= Q(campaign__in=here.values(f"{'parent__' * steps}parent"))
    # A plan is written after the one that it answers, so the nearest is the youngest.
    rules = RegistrationRule.objects.filter(plans).select_related("campaign")
    rule = rules.order_by("-campaign_id").first()
    if rule is None:
        return Expected()
    return Expected(rule.each_member, rule.each_unit, rule.due_on, rule.refuse_late, rule.campaign)


def campaigns_to_register_in(actor: Actor) -> list[Campaign]:
    """Return the open campaigns of the own unit, then those it was given and did not answer."""
    own = Q(unit=actor.unit_id)
    given = Q(directives__unit=actor.unit_id, directives__own_campaign=None)
    rows = Campaign.objects.filter(own | given, state__in=OPEN_STATES).distinct()
    return sorted(
        rows.order_by("-starts_on", "-id")[:20], key=lambda plan: plan.unit_id != actor.unit_id
    )
