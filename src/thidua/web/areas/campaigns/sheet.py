"""The contents of a plan to read on screen: in the order and in the very words of its paper."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from thidua.apps.campaigns.papers import SECTORS, words
from thidua.apps.campaigns.to_domain import draft_of
from thidua.domain.plan_draft import CommemorationDraft, ContentDraft, PlanDraft


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
    """Return what the page of a plan shows of it."""
    draft = draft_of(campaign, parts)
    return {
        "draft": draft,
        "whole_time": words.plan_time(draft),
        "ties": [words.tie_words(tie) for tie in draft.ties],
        "groups": _groups(draft),
        "phases": [
            ShownPhase(
                order, words.phase_time(phase), phase.theme, phase.task, _welcomed(draft, order)
            )
            for order, phase in enumerate(draft.phases, start=1)
        ],
        "welcomed": _welcomed(draft, None),
        "peaks": [(words.peak_words(peak), peak.task) for peak in draft.peaks],
        "movements": [
            (
                row["movement__name"],
                reverse("campaigns:movement", args=[row["movement__public_id"]]),
            )
            for row in parts["carried"]
        ],
        "goals": [words.goal_words(goal) for goal in draft.goals],
        "awards": [words.award_words(award) for award in draft.awards],
        "milestones": [words.milestone_words(stone) for stone in draft.milestones],
    }


def _groups(draft: PlanDraft) -> list[tuple[str, list[tuple[int, ContentDraft]]]]:
    """Return the contents by khối, numbered through; a plan without khối has one group."""
    numbered = [
        (n, c) for n, c in enumerate(draft.contents, start=1) if isinstance(c, ContentDraft)
    ]
    groups = [
        (label, [(n, content) for n, content in numbered if content.sector == sector])
        for sector, label in SECTORS
    ]
    kept = [(label, contents) for label, contents in groups if contents]
    divided = any(content.sector for _n, content in numbered)
    return kept if divided else [("", contents) for _label, contents in kept]


def _welcomed(draft: PlanDraft, phase: int | None) -> list[Welcomed]:
    rows = [one for one in draft.commemorations if one.phase == phase]
    return [Welcomed(words.commemoration_words(one), _checked(one)) for one in rows]


def _checked(one: CommemorationDraft) -> bool:
    return one.years is not None and one.founded_on is not None
