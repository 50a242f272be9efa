"""A plan carried over to another year: its days moved, its counts left to be counted again."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from thidua.domain.anniversaries import in_year
from thidua.domain.plan_draft import (
    CommemorationDraft,
    ContentDraft,
    PhaseDraft,
    PlanDraft,
)


def carried_over(plan: PlanDraft, year: int) -> PlanDraft:
    """Return the plan for a year: what belongs to the paper or to one year alone is left out.

    Number, day of issue, signer and note are the paper's; other bodies' year themes and one-off
    events belong to their year. In the same year all but the paper is kept.
    """
    years = year - plan.starts_on.year
    words = _renumbered(plan.starts_on.year, year)
    moved = replace(
        plan,
        number="",
        issued_on=None,
        signer_name="",
        signer_post="",
        note="",
        start_form="month" if plan.start_form == "month" else "day",
    )
    if not years:
        return moved
    return replace(
        moved,
        title=words(plan.title),
        theme=words(plan.theme),
        starts_on=_moved(plan.starts_on, years),
        last_day=_moved(plan.last_day, years) if plan.last_day else None,
        contents=tuple(_content(content, words) for content in plan.contents),
        phases=tuple(_phase(phase, years, words) for phase in plan.phases),
        peaks=tuple(_both_days(peak, years) for peak in plan.peaks),
        milestones=tuple(_both_days(stone, years) for stone in plan.milestones),
        commemorations=tuple(filter(None, (_again(one) for one in plan.commemorations))),
        ties=(),
        background=words(plan.background),
        requirements=words(plan.requirements),
    )


def _moved(day: date, years: int) -> date:
    return in_year(day, day.year + years)


def _renumbered(old: int, new: int) -> Callable[[str], str]:
    """Return what writes the new year for the old one where it stands as a year of its own."""
    pattern = re.compile(rf"(?<![\d/.–-]){old}(?![\d–-])")
    return lambda text: pattern.sub(str(new), text)


def _content(content: str | ContentDraft, words: Callable[[str], str]) -> ContentDraft:
    whole = content if isinstance(content, ContentDraft) else ContentDraft(content)
    return replace(whole, text=words(whole.text))


def _phase(phase: PhaseDraft, years: int, words: Callable[[str], str]) -> PhaseDraft:
    """Move a đợt; a stated number of working days is another one in another year."""
    return replace(
        phase,
        starts_on=_moved(phase.starts_on, years),
        last_day=_moved(phase.last_day, years),
        theme=words(phase.theme),
        task=words(phase.task),
        working_days=None,
    )


def _both_days(part: Any, years: int) -> Any:
    return replace(
        part,
        starts_on=_moved(part.starts_on, years) if part.starts_on else None,
        last_day=_moved(part.last_day, years) if part.last_day else None,
    )


def _again(one: CommemorationDraft) -> CommemorationDraft | None:
    """Return a day that comes every year, to be counted again; what happens once is left out."""
    every_year = one.event or one.founded_on or one.years is not None
    if not every_year:
        return None
    known = one.event or one.founded_on
    return replace(one, years=None) if known else None
