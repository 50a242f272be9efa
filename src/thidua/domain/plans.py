"""What makes a plan sound: its number, its span, and phases that lie inside it without overlap."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from thidua.domain.errors import Invalid
from thidua.domain.spans import DateSpan

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
    last_day = whole.valid_until - timedelta(days=1)
    faults = []
    for order, phase in enumerate(phases, start=1):
        typed = {"order": order, "start": phase.starts_on, "end": phase.last_day}
        if phase.last_day < phase.starts_on:
            faults.append(_fault("campaigns.phase_reversed", typed))
        elif phase.starts_on < whole.valid_from or phase.last_day > last_day:
            of_plan = {"plan_start": whole.valid_from, "plan_end": last_day}
            faults.append(_fault("campaigns.phase_outside", typed | of_plan))
    return faults or _overlap(phases)


def _fault(code: str, params: dict[str, object]) -> Invalid:
    fault = Invalid(code)
    fault.params.update(params)
    return fault


def _overlap(phases: Sequence[PlannedPhase]) -> list[Invalid]:
    return [
        Invalid("campaigns.phase_overlap", first=one, second=other)
        for (one, first), (other, second) in combinations(enumerate(phases, start=1), 2)
        if first.starts_on <= second.last_day and second.starts_on <= first.last_day
    ]


def half_open(first_day: date, last_day: date) -> DateSpan:
    """Return the span from the first to the last day, both included."""
    return DateSpan(first_day, last_day + timedelta(days=1))
