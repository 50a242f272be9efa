"""The life of a unit as a list of days: founded, renamed, moved, ended."""

from dataclasses import dataclass
from datetime import date

from thidua.apps.org.models import Placement, UnitName
from thidua.apps.org.queries.names import names
from thidua.domain.spans import OPEN_END
from thidua.domain.tree import Line


@dataclass(frozen=True)
class LifeEvent:
    """On a day something about the unit changed; `other` names the other unit, if there is one.

    `what`: founded, renamed, moved, side_begins, side_ends, ended, records_move.
    """

    day: date
    what: str
    name: str = ""
    other: str = ""


def life_of(unit_id: int) -> list[LifeEvent]:
    """Return what happened to the unit, the latest first, under the names of those days."""
    placements = list(Placement.objects.filter(unit_id=unit_id).order_by("valid_from"))
    titles = list(UnitName.objects.filter(unit_id=unit_id).order_by("valid_from"))
    others = _names_of_parents(placements)
    events = [*_renamings(titles), *_moves(placements, others)]
    if events and titles:
        first = min(p.valid_from for p in placements)
        events = [
            LifeEvent(e.day, "founded", titles[0].name, e.other)
            if e.what == "moved" and e.day == first
            else e
            for e in events
        ]
    return sorted(events, key=lambda event: event.day, reverse=True)


def _renamings(titles: list[UnitName]) -> list[LifeEvent]:
    return [LifeEvent(title.valid_from, "renamed", title.name) for title in titles[1:]]


def _moves(placements: list[Placement], others: dict[int, str]) -> list[LifeEvent]:
    events = []
    ended = any(placement.line == Line.RECORD for placement in placements)
    records = 0
    for row in placements:
        other = others.get(row.pk, "")
        if row.line == Line.MAIN:
            events.append(LifeEvent(row.valid_from, "moved", other=other))
        elif row.line == Line.SIDE:
            events.append(LifeEvent(row.valid_from, "side_begins", other=other))
            if row.valid_until != OPEN_END and not ended:
                events.append(LifeEvent(row.valid_until, "side_ends", other=other))
        else:
            what = "records_move" if records else "ended"
            events.append(LifeEvent(row.valid_from, what, other=other))
            records += 1
    return events


def _names_of_parents(placements: list[Placement]) -> dict[int, str]:
    """Name each parent as it was called when the placement began: one query for each such day."""
    by_day: dict[date, list[Placement]] = {}
    for row in placements:
        by_day.setdefault(row.valid_from, []).append(row)
    found: dict[int, str] = {}
    for day, rows in by_day.items():
        called = names({row.parent_id for row in rows if row.parent_id}, day)
        found |= {row.pk: called.get(row.parent_id, "") for row in rows if row.parent_id}
    return found
