"""Writing a plan: a new draft, a draft that answers a superior's plan, an edited draft."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from thidua.apps.campaigns.models import (
    Campaign,
    CampaignBasis,
    CampaignContent,
    Directive,
    Phase,
)
from thidua.apps.org.queries import unit_by_public_id
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.stateful import next_version
from thidua.base.workflow import advance
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid, NotFound
from thidua.domain.plans import PlannedPhase, half_open, number_fault, phase_faults
from thidua.domain.workflow.campaigns import CAMPAIGN
from thidua.domain.workflow.directives import DIRECTIVE
from thidua.text.unicode import clean_line, clean_text


@dataclass(frozen=True)
class PhaseDraft:
    """A phase as it was typed; both days are inside it."""

    starts_on: date
    last_day: date
    theme: str = ""
    task: str = ""


@dataclass(frozen=True)
class PlanDraft:
    """All that is typed of a plan; `last_day` is inside the campaign."""

    title: str
    starts_on: date
    last_day: date
    theme: str = ""
    number: str = ""
    issued_on: date | None = None
    signer_name: str = ""
    signer_post: str = ""
    note: str = ""
    bases: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    phases: tuple[PhaseDraft, ...] = ()

    @property
    def year(self) -> int:
        """The year of the campaign: the year it begins in."""
        return self.starts_on.year


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
    _check(plan)
    unit = unit_by_public_id(unit_id)
    directive = _directive_to_answer(directive_id, unit.pk)
    parent = directive.campaign if directive else None
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
    _write_parts(campaign, plan)
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
    _check(plan)
    with _number_once(campaign.unit_id, plan):
        next_version(campaign, version, **_columns(plan))
    for rows in (campaign.bases, campaign.contents, campaign.phases):
        rows.all().delete()
    _write_parts(campaign, plan)
    note(subject=campaign, after=plan)
    return campaign.public_id


def _check(plan: PlanDraft) -> None:
    if not clean_line(plan.title):
        raise Invalid("base.required", field="title", name="title")
    if plan.last_day < plan.starts_on:
        raise Invalid(
            "base.dates_reversed", field="last_day", start=plan.starts_on, end=plan.last_day
        )
    fault = number_fault(clean_line(plan.number))
    if fault is not None:
        raise fault
    whole = half_open(plan.starts_on, plan.last_day)
    faults = phase_faults(whole, [PlannedPhase(p.starts_on, p.last_day) for p in plan.phases])
    if faults:
        raise faults[0]


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


def _write_parts(campaign: Campaign, plan: PlanDraft) -> None:
    CampaignBasis.objects.bulk_create(
        CampaignBasis(campaign=campaign, position=place, text=clean_line(text))
        for place, text in enumerate(filter(None, plan.bases), start=1)
    )
    CampaignContent.objects.bulk_create(
        CampaignContent(campaign=campaign, position=place, text=clean_text(text))
        for place, text in enumerate(filter(None, plan.contents), start=1)
    )
    Phase.objects.bulk_create(
        Phase(
            campaign=campaign,
            position=place,
            theme=clean_line(phase.theme),
            task=clean_text(phase.task),
            starts_on=phase.starts_on,
            until=half_open(phase.starts_on, phase.last_day).valid_until,
        )
        for place, phase in enumerate(plan.phases, start=1)
    )


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
