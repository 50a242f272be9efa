"""Writing a plan: a new draft, a draft that answers a superior's plan, an edited draft."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction

from thidua.apps.campaigns.models import Campaign, Directive
from thidua.apps.campaigns.queries import locked_contents
from thidua.apps.campaigns.services.checking import plan_faults
from thidua.apps.campaigns.services.parts import remove_parts, write_parts
from thidua.apps.org.queries import unit_by_public_id
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.stateful import next_version
from thidua.base.workflow import advance
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid, NotFound
from thidua.domain.plan_draft import PhaseDraft, PlanDraft, settled
from thidua.domain.plans import half_open
from thidua.domain.workflow.campaigns import CAMPAIGN
from thidua.domain.workflow.directives import DIRECTIVE
from thidua.text.unicode import clean_line, clean_text

__all__ = [
    "PhaseDraft",
    "PlanDraft",
    "campaign_unit",
    "draft_campaign",
    "edit_campaign",
    "find",
    "refuse_closed",
]


def _unit_of_id(*, unit_id: str, **_: object) -> int:
    return unit_by_public_id(unit_id).pk


def campaign_unit(*, campaign_id: str, **_: object) -> int:
    """Return the unit whose plan it is; raise NotFound."""
    return find(campaign_id).unit_id


def find(campaign_id: str) -> Campaign:
    """Return a campaign by its public id; raise NotFound."""
    campaign = Campaign.objects.filter(public_id=campaign_id).first()
    if campaign is None:
        raise NotFound("base.not_found")
    return campaign


def refuse_closed(campaign: Campaign, step: str) -> None:
    """Raise `Conflict` where a campaign is closed: nothing hangs on it any more."""
    if campaign.state == CAMPAIGN.states[-1]:
        raise Conflict(
            "workflow.wrong_state", machine=CAMPAIGN.name, step=step, state=campaign.state
        )


@operation(Capability.CAMPAIGN_EDIT, unit_of=_unit_of_id)
def draft_campaign(*, actor: Actor, unit_id: str, plan: PlanDraft, directive_id: str = "") -> str:
    """Write a unit's new plan; with `directive_id` it answers the superior's plan handed down."""
    unit = unit_by_public_id(unit_id)
    directive = _directive_to_answer(directive_id, unit.pk)
    parent = directive.campaign if directive else None
    plan, locked = _sound(plan, parent)
    campaign = Campaign(
        unit=unit,
        parent=parent,
        root=(parent.root or parent) if parent else None,
        state=CAMPAIGN.initial,
        changed_at=clock.now(),
        **_columns(plan),
    )
    with _number_once(unit.pk, plan):
        campaign.save()
    write_parts(campaign, plan, locked)
    if directive is not None:
        advance(directive, DIRECTIVE, "plan", own_campaign=campaign)
    note(subject=campaign, after=plan)
    return campaign.public_id


@operation(Capability.CAMPAIGN_EDIT, unit_of=campaign_unit)
def edit_campaign(*, actor: Actor, campaign_id: str, version: int, plan: PlanDraft) -> str:
    """Replace a draft by what was typed, unless it was launched or changed meanwhile."""
    campaign = find(campaign_id)
    if campaign.state != CAMPAIGN.initial:
        raise Conflict("campaigns.locked")
    plan, locked = _sound(plan, campaign.parent)
    with _number_once(campaign.unit_id, plan):
        next_version(campaign, version, **_columns(plan))
    remove_parts(campaign)
    write_parts(campaign, plan, locked)
    note(subject=campaign, after=plan)
    return campaign.public_id


def _sound(plan: PlanDraft, parent: Campaign | None) -> tuple[PlanDraft, list[str]]:
    """Return the plan with its days settled, and what the superior locked; raise its first fault."""
    locked = locked_contents(parent) if parent else {}
    faults = plan_faults(plan, locked)
    if faults:
        raise faults[0]
    return settled(plan), list(locked.values())


def _columns(plan: PlanDraft) -> dict[str, Any]:
    return {
        "year": plan.year,
        "title": clean_line(plan.title),
        "theme": clean_line(plan.theme),
        "number": clean_line(plan.number),
        "issued_on": plan.issued_on,
        "signer_name": clean_line(plan.signer_name),
        "signer_post": clean_line(plan.signer_post),
        "note": clean_text(plan.note),
        "starts_on": plan.starts_on,
        "until": half_open(plan.starts_on, plan.last_day).valid_until,
        "start_form": plan.start_form,
        "end_form": plan.end_form,
        "end_event": clean_line(plan.end_event),
        "duration": plan.duration,
        "duration_kind": plan.duration_kind if plan.duration else "",
        "school_year": plan.school_year,
        "background": clean_text(plan.background),
        "requirements": clean_text(plan.requirements),
    }


@contextmanager
def _number_once(unit_id: int, plan: PlanDraft) -> Iterator[None]:
    """Say in words what the constraint refuses: two people may type the same number at once."""
    number = clean_line(plan.number)
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        if Campaign.objects.filter(unit=unit_id, year=plan.year, number=number).exists():
            raise Invalid(
                "campaigns.number_taken", field="number", number=number, year=plan.year
            ) from None
        raise


def _directive_to_answer(directive_id: str, unit_id: int) -> Directive | None:
    if not directive_id:
        return None
    directive = (
        Directive.objects.select_related("campaign__root", "own_campaign")
        .filter(public_id=directive_id, unit=unit_id)
        .first()
    )
    if directive is None:
        raise Invalid("campaigns.parent_not_given")
    if directive.own_campaign is not None:
        raise Conflict("campaigns.already_planned", number=str(directive.own_campaign))
    refuse_closed(directive.campaign, "plan")
    return directive
