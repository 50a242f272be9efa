"""Conclusions: given to units, kept with what is done, marked done by the unit itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua.apps.conferences.models import Assigned, Conclusion, Conference
from thidua.apps.conferences.services.finding import conference_unit, find_open
from thidua.apps.org.queries import direct_units
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.public_id import new_public_id
from thidua.base.stateful import next_version
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid, NotFound
from thidua.domain.workflow.conferences import CONFERENCE
from thidua.text.unicode import clean_line

ALL_DIRECT = "all"


@dataclass(frozen=True)
class ConclusionDraft:
    """One conclusion as typed: for a unit by public id, or ALL_DIRECT; `key` of one known before."""

    text: str
    unit_id: str
    due_on: date | None = None
    key: str = ""


def _find(assigned_id: str) -> Assigned:
    rows = Assigned.objects.select_related("conclusion__conference")
    assigned = rows.filter(public_id=assigned_id).first()
    if assigned is None:
        raise NotFound("base.not_found")
    return assigned


def _unit_asked(*, assigned_id: str, **_: object) -> int:
    return _find(assigned_id).unit_id


@operation(Capability.CONFERENCE_KEEP, unit_of=conference_unit)
def write_conclusions(
    *, actor: Actor, conference_id: str, version: int, rows: Sequence[ConclusionDraft]
) -> str:
    """Write the conclusions in order; what units have already done stays marked."""
    conference = find_open(conference_id)
    known = {row.public_id: row for row in conference.conclusions.all()}
    below = {unit.public_id: unit.id for unit in direct_units(conference.unit_id)}
    next_version(conference, version)
    kept = {row.key for row in rows}
    conference.conclusions.exclude(public_id__in=kept).delete()
    for place, row in enumerate(rows, start=1):
        conclusion = _written(conference, known.get(row.key), place, row)
        _assign(conclusion, _units(conference, conclusion, row, below))
    note(subject=conference, rows=list(rows))
    return conference.public_id


@operation(Capability.CONFERENCE_KEEP, unit_of=_unit_asked)
def mark_conclusion(*, actor: Actor, assigned_id: str, done: bool, remark: str = "") -> str:
    """Say that the own unit has done what was asked of it, or take that back."""
    assigned = _find(assigned_id)
    if assigned.conclusion.conference.state != CONFERENCE.steps["hold"].target:
        raise Conflict("conferences.not_held")
    assigned.done_on = clock.today() if done else None
    assigned.done_name = actor.name if done else ""
    assigned.done_note = clean_line(remark) if done else ""
    assigned.save(update_fields=["done_on", "done_name", "done_note"])
    note(subject=assigned.conclusion.conference, assigned=assigned_id, done=done)
    return assigned.public_id


def _written(
    conference: Conference, former: Conclusion | None, place: int, row: ConclusionDraft
) -> Conclusion:
    conclusion = former or Conclusion(conference=conference)
    conclusion.position, conclusion.text = place, clean_line(row.text)
    conclusion.due_on, conclusion.for_all = row.due_on, row.unit_id == ALL_DIRECT
    conclusion.save()
    return conclusion


def _units(
    conference: Conference, conclusion: Conclusion, row: ConclusionDraft, below: dict[str, int]
) -> set[int]:
    """Return the units a conclusion is for; one chosen before may stay though it is gone since."""
    before = dict(conclusion.assigned.values_list("unit__public_id", "unit_id"))
    if row.unit_id == ALL_DIRECT:
        return set(below.values()) | set(before.values())
    known = before | below | {conference.unit.public_id: conference.unit_id}
    if row.unit_id not in known:
        raise Invalid("conferences.unit_not_below", place=conclusion.position)
    return {known[row.unit_id]}


def _assign(conclusion: Conclusion, units: set[int]) -> None:
    conclusion.assigned.exclude(unit__in=units).delete()
    there = set(conclusion.assigned.values_list("unit_id", flat=True))
    Assigned.objects.bulk_create(
        Assigned(public_id=new_public_id(Assigned.PREFIX), conclusion=conclusion, unit_id=unit)
        for unit in sorted(units - there)
    )
