"""Writes the parts of a plan as rows, each in its place; an edit writes them anew."""

from collections.abc import Iterable, Mapping

from django.db.models import Q

from thidua.apps.campaigns.models import (
    Audience,
    Campaign,
    CampaignBasis,
    CampaignContent,
    CampaignMovement,
    Commemoration,
    Goal,
    JointIssuer,
    Milestone,
    Movement,
    OfferedAward,
    Peak,
    Phase,
    Tie,
)
from thidua.apps.campaigns.services.checking import content_of
from thidua.apps.campaigns.services.welcoming import counted
from thidua.apps.org.models import UnitPath
from thidua.domain.audience import audience_kind
from thidua.domain.errors import Invalid
from thidua.domain.plan_draft import PlanDraft
from thidua.domain.plans import half_open
from thidua.text.unicode import clean_line, clean_text

_PARTS = (
    "bases", "contents", "commemorations", "phases", "peaks", "ties", "milestones", "audience",
    "goals", "awards", "joint_issuers", "carried",
)  # fmt: skip


def remove_parts(campaign: Campaign) -> None:
    """Take every part of a draft away."""
    for name in _PARTS:
        getattr(campaign, name).all().delete()


def write_parts(campaign: Campaign, plan: PlanDraft, locked: Iterable[str] = ()) -> None:
    """Write the parts of a settled plan; a content that the superior locked stays locked."""
    _write_texts(campaign, plan, {" ".join(text.split()) for text in locked})
    _write_days(campaign, plan)
    _write_terms(campaign, plan)
    _write_movements(campaign, plan)


def _write_texts(campaign: Campaign, plan: PlanDraft, locked: set[str]) -> None:
    CampaignBasis.objects.bulk_create(
        CampaignBasis(campaign=campaign, position=place, text=clean_line(text))
        for place, text in enumerate(filter(None, plan.bases), start=1)
    )
    contents = [content for content in map(content_of, plan.contents) if content.text]
    CampaignContent.objects.bulk_create(
        CampaignContent(
            campaign=campaign,
            position=place,
            sector=content.sector,
            locked=content.locked or " ".join(clean_text(content.text).split()) in locked,
            text=clean_text(content.text),
        )
        for place, content in enumerate(contents, start=1)
    )
    Audience.objects.bulk_create(
        Audience(
            campaign=campaign,
            position=place,
            kind=audience_kind(label).value,
            label=clean_line(label),
        )
        for place, label in enumerate(filter(None, plan.audience), start=1)
    )


def _write_days(campaign: Campaign, plan: PlanDraft) -> None:
    phases = _write_phases(campaign, plan)
    Peak.objects.bulk_create(
        Peak(
            campaign=campaign,
            position=place,
            name=clean_line(peak.name),
            task=clean_text(peak.task),
            dated=bool(peak.starts_on),
            starts_on=peak.starts_on or campaign.starts_on,
            until=half_open(peak.starts_on, peak.last_day).valid_until
            if peak.starts_on
            else campaign.until,
        )
        for place, peak in enumerate(plan.peaks, start=1)
    )
    _write_commemorations(campaign, plan, phases)
    Milestone.objects.bulk_create(
        Milestone(
            campaign=campaign,
            position=place,
            name=clean_line(milestone.name),
            starts_on=milestone.starts_on,
            until=half_open(
                milestone.starts_on or milestone.last_day, milestone.last_day
            ).valid_until,
        )
        for place, milestone in enumerate(plan.milestones, start=1)
    )


def _write_phases(campaign: Campaign, plan: PlanDraft) -> Mapping[int | None, Phase]:
    """Write the đợt and return them by place; one by one, because others point at them."""
    rows: dict[int | None, Phase] = {}
    for place, phase in enumerate(plan.phases, start=1):
        rows[place] = Phase(
            campaign=campaign,
            position=place,
            theme=clean_line(phase.theme),
            task=clean_text(phase.task),
            starts_on=phase.starts_on,
            until=half_open(phase.starts_on, phase.last_day).valid_until,
            start_form="month" if phase.month_start else "day",
            end_form="month" if phase.month_end else "day",
            working_days=phase.working_days,
        )
    Phase.objects.bulk_create(rows.values())
    return rows


def _write_commemorations(
    campaign: Campaign, plan: PlanDraft, phases: Mapping[int | None, Phase]
) -> None:
    whole = half_open(plan.starts_on, plan.last_day)
    rows = [counted(typed, whole, plan.phases) for typed in plan.commemorations]
    Commemoration.objects.bulk_create(
        Commemoration(
            campaign=campaign,
            phase=phases.get(row.phase),
            position=place,
            event=row.founded.event,
            name=row.founded.name,
            years=row.years,
            founded_on=row.founded.founded,
            day=row.day,
        )
        for place, row in enumerate(rows, start=1)
    )


def _write_terms(campaign: Campaign, plan: PlanDraft) -> None:
    Tie.objects.bulk_create(
        Tie(
            campaign=campaign,
            position=place,
            owner=clean_line(tie.owner),
            label=clean_line(tie.label),
            theme=clean_line(tie.theme),
        )
        for place, tie in enumerate(plan.ties, start=1)
    )
    Goal.objects.bulk_create(
        Goal(campaign=campaign, position=place, **vars(goal))
        for place, goal in enumerate(plan.goals, start=1)
    )
    OfferedAward.objects.bulk_create(
        OfferedAward(campaign=campaign, position=place, **vars(award))
        for place, award in enumerate(plan.awards, start=1)
    )
    JointIssuer.objects.bulk_create(
        JointIssuer(campaign=campaign, position=place, **vars(issuer))
        for place, issuer in enumerate(plan.joint_issuers, start=1)
    )


def _write_movements(campaign: Campaign, plan: PlanDraft) -> None:
    wanted = list(dict.fromkeys(plan.movements))
    above = UnitPath.objects.filter(descendant=campaign.unit_id).values("ancestor")
    allowed = Movement.objects.filter(Q(unit__isnull=True) | Q(unit__in=above))
    found = allowed.in_bulk(wanted, field_name="public_id")
    for public_id in wanted:
        if public_id not in found:
            raise Invalid("campaigns.no_such_movement", field="movements")
    CampaignMovement.objects.bulk_create(
        CampaignMovement(campaign=campaign, movement=found[public_id], position=place)
        for place, public_id in enumerate(wanted, start=1)
    )
