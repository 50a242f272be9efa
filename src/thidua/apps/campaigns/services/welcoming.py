"""Commemorations: the name and founding day of one as typed, its count, day and đợt where left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.domain.anniversaries import Anniversary, anniversaries
from thidua.domain.errors import Invalid
from thidua.domain.plan_draft import CommemorationDraft, PhaseDraft
from thidua.domain.plans import half_open
from thidua.domain.spans import DateSpan
from thidua.lawbook.commemorations import founding_day_called, founding_days
from thidua.text.unicode import clean_line


@dataclass(frozen=True)
class Founded:
    """A commemoration known by the table (`event`), by a typed founding day, or by name alone."""

    event: str
    name: str
    founded: date | None


@dataclass(frozen=True)
class Counted:
    """A commemoration ready to be kept: its years, its day in the campaign, the place of its đợt."""

    founded: Founded
    years: int | None
    day: date | None
    phase: int | None


def founded_of(typed: CommemorationDraft) -> Founded:
    """Look a typed commemoration up in the table; a name of the table is known without its slug."""
    known = founding_days().get(typed.event) if typed.event else founding_day_called(typed.name)
    if typed.event and known is None:
        raise Invalid("campaigns.no_such_event", event=typed.event)
    if known is not None:
        return Founded(known.slug, known.name, known.founded)
    return Founded("", clean_line(typed.name), typed.founded_on)


def counted(typed: CommemorationDraft, whole: DateSpan, phases: Sequence[PhaseDraft]) -> Counted:
    """Fill in the count, the day and the đợt that were left out; a one-off event has none."""
    founded = founded_of(typed)
    if founded.founded is None:
        return Counted(founded, typed.years, None, typed.phase)
    day = _chosen(founded.founded, typed, whole, phases)
    if day is None:
        return Counted(founded, typed.years, None, typed.phase)
    return Counted(founded, day.years, day.day, typed.phase or _phase_of(day.day, phases))


def _chosen(
    founded: date, typed: CommemorationDraft, whole: DateSpan, phases: Sequence[PhaseDraft]
) -> Anniversary | None:
    """Return the anniversary with the typed count, else the first of the đợt, else of the plan."""
    if typed.years is not None:
        possible = anniversaries(founded, whole)
        return next((one for one in possible if one.years == typed.years), None)
    span = whole
    if typed.phase is not None:
        phase = phases[typed.phase - 1]
        span = half_open(phase.starts_on, phase.last_day)
    return next(iter(anniversaries(founded, span)), None)


def _phase_of(day: date, phases: Sequence[PhaseDraft]) -> int | None:
    for place, phase in enumerate(phases, start=1):
        if phase.starts_on <= day <= phase.last_day:
            return place
    return None
