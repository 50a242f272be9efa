"""The plan as a sheet: its parts grouped and put into words, in the order of the paper."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from thidua.apps.campaigns.to_domain import draft_of
from thidua.apps.org.enums import Sector
from thidua.domain.plan_draft import CommemorationDraft, ContentDraft, PeakDraft, PlanDraft
from thidua.text.dates import day
from thidua.web.plan_words import award_words, commemoration_words, goal_words, phase_time


@dataclass(frozen=True)
class Welcomed:
    """One commemoration in words; `checked` where its count was held against the founding day."""

    words: str
    checked: bool


@dataclass(frozen=True)
class ShownPhase:
    """One đợt in words with what it welcomes."""

    order: int
    time: str
    theme: str
    task: str
    welcomed: list[Welcomed]


def sheet_of(parts: dict[str, Any], campaign: Any) -> dict[str, Any]:
    """Return what the sheet of a plan shows."""
    draft = draft_of(campaign, parts)
    return {
        "draft": draft,
        "groups": _groups(draft),
        "phases": [
            ShownPhase(order, phase_time(phase), phase.theme, phase.task, _welcomed(draft, order))
            for order, phase in enumerate(draft.phases, start=1)
        ],
        "welcomed": _welcomed(draft, None),
        "peaks": [(peak, _peak_time(peak)) for peak in draft.peaks],
        "movements": [
            (
                row["movement__name"],
                reverse("campaigns:movement", args=[row["movement__public_id"]]),
            )
            for row in parts["carried"]
        ],
        "goals": [goal_words(goal) for goal in draft.goals],
        "awards": [award_words(award) for award in draft.awards],
        "milestones": [
            (stone.name, " – ".join(day(d) for d in (stone.starts_on, stone.last_day) if d))
            for stone in draft.milestones
        ],
    }


def _groups(draft: PlanDraft) -> list[tuple[str, list[tuple[int, ContentDraft]]]]:
    """Return the contents by khối, numbered through; a plan without khối has one group."""
    numbered = [
        (n, c) for n, c in enumerate(draft.contents, start=1) if isinstance(c, ContentDraft)
    ]
    labels = {"": ""} | {sector.value: str(sector.label) for sector in Sector}
    groups = [
        (label, [(n, content) for n, content in numbered if content.sector == sector])
        for sector, label in labels.items()
    ]
    return [(label, contents) for label, contents in groups if contents]


def _welcomed(draft: PlanDraft, phase: int | None) -> list[Welcomed]:
    rows = [one for one in draft.commemorations if one.phase == phase]
    return [Welcomed(commemoration_words(one), _checked(one)) for one in rows]


def _checked(one: CommemorationDraft) -> bool:
    return one.years is not None and one.founded_on is not None


def _peak_time(peak: PeakDraft) -> str:
    if peak.starts_on is None or peak.last_day is None:
        return ""
    return f"{day(peak.starts_on)} – {day(peak.last_day)}"
