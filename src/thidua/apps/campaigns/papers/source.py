"""Reads what a plan's paper says: the plan, its unit's head, the plan it answers, its targets."""

from datetime import date

from thidua.apps.campaigns.models import Campaign
from thidua.apps.campaigns.papers.plan import PlanSource, paper_of
from thidua.apps.campaigns.papers.sections import TargetRow
from thidua.apps.campaigns.queries import parts_of, targets_given
from thidua.apps.campaigns.to_domain import draft_of
from thidua.apps.org.papers import letterhead
from thidua.apps.org.queries import name_of
from thidua.domain.documents import Paper
from thidua.lawbook.kinds import GRASSROOTS_LEVEL, unit_kinds
from thidua.text.dates import day
from thidua.text.numbers import group


def plan_paper(campaign: Campaign, *, targets: bool) -> Paper:
    """Return the plan as a paper; its own unit's targets are for those who may see its results."""
    parts = parts_of(campaign)
    known = unit_kinds().get(campaign.unit.kind)
    return paper_of(
        PlanSource(
            plan=draft_of(campaign, parts),
            head=letterhead(campaign.unit, _day_of(campaign)),
            grassroots=known is None or known.level >= GRASSROOTS_LEVEL,
            answers=_cited(campaign.parent) if campaign.parent else "",
            movements=tuple(row["movement__name"] for row in parts["carried"]),
            targets=_targets(campaign) if targets else (),
        )
    )


def _day_of(campaign: Campaign) -> date:
    """Return the day whose names and tree the head shows."""
    return campaign.issued_on or campaign.launched_on or campaign.starts_on


def _cited(parent: Campaign) -> str:
    """Return the plan that is answered as a căn cứ, if it has a number to cite."""
    if not parent.number:
        return ""
    issued = f" ngày {day(parent.issued_on)}" if parent.issued_on else ""
    return f"Kế hoạch số {parent.number}{issued} của {name_of(parent.unit_id, _day_of(parent))}"


def _targets(campaign: Campaign) -> tuple[TargetRow, ...]:
    return tuple(
        (
            f"{target.indicator.name}{' (số minh họa)' if target.illustrative else ''}",
            target.indicator.measure,
            group(target.value),
        )
        for target in targets_given(campaign, campaign.unit_id)
    )
