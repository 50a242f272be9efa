"""Launching a plan hands it down to the direct units; starting and closing follow its days."""

from datetime import date

from thidua.apps.campaigns.models import Campaign, Directive
from thidua.apps.campaigns.services.drafting import campaign_unit, find
from thidua.apps.org.queries import direct_units
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.public_id import new_public_id
from thidua.base.workflow import advance
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid
from thidua.domain.workflow.campaigns import CAMPAIGN, CampaignSubject
from thidua.domain.workflow.directives import DIRECTIVE


def subject_of(campaign: Campaign) -> CampaignSubject:
    """Return what the guards of the campaign's steps need to know."""
    return CampaignSubject(
        contents=campaign.contents.count(),
        phases=campaign.phases.count(),
        starts_on=campaign.starts_on,
        today=clock.today(),
    )


@operation(Capability.CAMPAIGN_LAUNCH, unit_of=campaign_unit)
def launch_campaign(
    *,
    actor: Actor,
    campaign_id: str,
    version: int | None = None,
    due_on: date | None = None,
    unit_ids: tuple[str, ...] | None = None,
    pilot_ids: tuple[str, ...] = (),
) -> str:
    """Launch a plan: lock it, hand it to the direct units, and say so to the superior's directive.

    `version` is the plan that the launch page showed; a plan changed since is not launched.
    `unit_ids` are the direct units it is given to, all of them by default; `due_on` is the last
    day for their own plans, `pilot_ids` those that launch first.
    """
    campaign = find(campaign_id)
    if due_on is not None and due_on < clock.today():
        raise Invalid("campaigns.due_past", field="due_on", due_on=due_on)
    if version is not None and campaign.version != version:
        raise Conflict("base.stale")
    advance(campaign, CAMPAIGN, "launch", subject=subject_of(campaign), launched_on=clock.today())
    units = [
        unit
        for unit in direct_units(campaign.unit_id)
        if unit_ids is None or unit.public_id in unit_ids
    ]
    _hand_down(campaign, [(unit.id, unit.public_id in pilot_ids) for unit in units], due_on)
    answered = Directive.objects.filter(own_campaign=campaign).first()
    if answered is not None:
        advance(answered, DIRECTIVE, "launch")
    if campaign.starts_on <= clock.today():
        advance(campaign, CAMPAIGN, "start", subject=subject_of(campaign))
    note(subject=campaign, units=len(units), due_on=due_on, pilots=pilot_ids)
    return campaign.public_id


def _hand_down(campaign: Campaign, units: list[tuple[int, bool]], due_on: date | None) -> None:
    moment = clock.now()
    Directive.objects.bulk_create(
        [
            Directive(
                public_id=new_public_id(Directive.PREFIX),
                campaign=campaign,
                unit_id=unit_id,
                pilot=pilot,
                due_on=due_on,
                state=DIRECTIVE.initial,
                changed_at=moment,
            )
            for unit_id, pilot in units
        ],
        batch_size=500,
    )


@operation(Capability.CAMPAIGN_LAUNCH, unit_of=campaign_unit)
def start_campaign(*, actor: Actor, campaign_id: str) -> str:
    """Let a launched campaign run from its first day on."""
    campaign = find(campaign_id)
    advance(campaign, CAMPAIGN, "start", subject=subject_of(campaign))
    note(subject=campaign)
    return campaign.public_id


@operation(Capability.CAMPAIGN_LAUNCH, unit_of=campaign_unit)
def close_campaign(*, actor: Actor, campaign_id: str) -> str:
    """Close a campaign: its figures stay open to reading, its plan to nothing."""
    campaign = find(campaign_id)
    advance(campaign, CAMPAIGN, "close")
    note(subject=campaign)
    return campaign.public_id
