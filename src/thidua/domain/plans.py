"""What makes a plan sound: its number, its span, đợt inside it without overlap, cao điểm inside it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from thidua.domain.errors import Invalid
from thidua.domain.spans import OPEN_END, DateSpan

# DOC-04: number, slash, kind of document (KH, CTr), hyphen, the issuing body's abbreviation.
_NUMBER = re.compile(r"[0-9]{1,5}[a-z]?/[A-ZĐ][A-ZĐa-z]{1,5}(-[A-ZÀ-Ỹ0-9Đ][\wÀ-ỹ.]*)+")


@dataclass(frozen=True)
class PlannedPhase:
    """A phase as it was typed: both days are inside it, `last_day` included."""

    starts_on: date
    last_day: date


def number_fault(number: str) -> Invalid | None:
    """Object to a number that no official document would carry; an empty one is allowed."""
    if not number or _NUMBER.fullmatch(number):
        return None
    return Invalid("campaigns.number_form", field="number", number=number)


def phase_faults(whole: DateSpan, phases: Sequence[PlannedPhase]) -> list[Invalid]:
    """Return what is wrong with the phases of a plan, in order (CAM-03)."""
    faults = []
    for order, phase in enumerate(phases, start=1):
        if phase.last_day < phase.starts_on:
            faults.append(Invalid("campaigns.phase_reversed", **_typed(order, phase)))
        elif _outside(whole, phase):
            typed = _typed(order, phase) | _of(whole)
            faults.append(Invalid("campaigns.phase_outside", **typed))
    return faults or _overlap(phases)


def peak_fault(whole: DateSpan, order: int, peak: PlannedPhase) -> Invalid | None:
    """Object to a cao điểm outside the plan; across its đợt it may lie."""
    if peak.last_day < peak.starts_on:
        return Invalid("campaigns.peak_reversed", **_typed(order, peak))
    if _outside(whole, peak):
        return Invalid("campaigns.peak_outside", **(_typed(order, peak) | _of(whole)))
    return None


def _outside(whole: DateSpan, part: PlannedPhase) -> bool:
    return part.starts_on < whole.valid_from or part.last_day >= whole.valid_until


def _typed(order: int, part: PlannedPhase) -> dict[str, Any]:
    return {"order": order, "start": part.starts_on, "end": part.last_day}


def _of(whole: DateSpan) -> dict[str, Any]:
    # A plan without a known end has no last day to tell.
    return {"plan_start": whole.valid_from, "plan_end": whole.last_day or "…"}


def _overlap(phases: Sequence[PlannedPhase]) -> list[Invalid]:
    return [
        Invalid("campaigns.phase_overlap", first=one, second=other)
        for (one, first), (other, second) in combinations(enumerate(phases, start=1), 2)
        if first.starts_on <= second.last_day and second.starts_on <= first.last_day
    ]


def half_open(first_day: date, last_day: date | None) -> DateSpan:
    """Return the span from the first to the last day, both included; None is an open end."""
    return DateSpan(first_day, last_day + timedelta(days=1) if last_day else OPEN_END)


def last_day_after(first_day: date, days: int) -> date:
    """Return the last of so many days, the first included: 500 ngày đêm từ 18/8/2024."""
    return first_day + timedelta(days=days - 1)


def lock_faults(locked: Mapping[int, str], contents: Sequence[str]) -> list[Invalid]:
    """Return which locked contents of the superior's plan, by their place, are not kept."""
    kept = {" ".join(content.split()) for content in contents}
    return [
        Invalid("campaigns.locked_content", field="contents", order=order)
        for order, text in locked.items()
        if " ".join(text.split()) not in kept
    ]
