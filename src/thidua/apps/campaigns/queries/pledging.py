"""Which campaigns one registers in, and what a campaign expects of everyone (REG-02)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from thidua.apps.campaigns.models import Campaign, RegistrationRule
from thidua.apps.campaigns.queries.plans import OPEN_STATES
from thidua.base.actor import Actor


@dataclass(frozen=True)
class Expected:
    """What a campaign expects: `given_by` is the plan that says so, None where no plan does."""

    each_member: bool = False
    each_unit: bool = False
    due_on: date | None = None
    refuse_late: bool = False
    given_by: Campaign | None = None


def expected_of(campaign: Campaign) -> Expected:
    """Return the rule of a campaign: its own, else that of the nearest plan above it."""
    ids = [campaign.pk, *_above(campaign)]
    rules = RegistrationRule.objects.filter(campaign__in=ids).select_related("campaign")
    by_plan = {rule.campaign_id: rule for rule in rules}
    for pk in ids:
        rule = by_plan.get(pk)
        if rule is not None:
            return Expected(
                rule.each_member, rule.each_unit, rule.due_on, rule.refuse_late, rule.campaign
            )
    return Expected()


def _above(campaign: Campaign) -> list[int]:
    """Return the plans that a campaign answers, the nearest first: at most the levels of the tree."""
    found: list[int] = []
    parent = campaign.parent_id
    while parent is not None and parent not in found:
        found.append(parent)
        parent = Campaign.objects.values_list("parent_id", flat=True).get(pk=parent)
    return found


def campaigns_to_register_in(actor: Actor) -> list[Campaign]:
    """Return the open campaigns of the own unit, then those it was given and did not answer."""
    own = Q(unit=actor.unit_id)
    given = Q(directives__unit=actor.unit_id, directives__own_campaign=None)
    rows = Campaign.objects.filter(own | given, state__in=OPEN_STATES).distinct()
    return sorted(
        rows.order_by("-starts_on", "-id")[:20], key=lambda plan: plan.unit_id != actor.unit_id
    )
