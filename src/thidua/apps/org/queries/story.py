"""A unit as its page shows it: superiors, headcount, and its life from the founding on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef

from thidua.apps.org.models import Headcount, Placement, Unit, UnitName
from thidua.apps.org.scoping import reaches
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
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


@dataclass(frozen=True)
class Above:
    """A unit that stands above, as it is called today; `opens` where the asker sees it too."""

    id: int
    public_id: str
    name: str
    opens: bool = False


@dataclass(frozen=True)
class Story:
    """Who stands above the unit on a day, until when it lives, and what happened to it."""

    superior: Above | None
    side: Above | None
    keeper: Above | None
    ends_on: date | None
    life: list[LifeEvent]


@dataclass(frozen=True)
class Count:
    """Members, workers and women members, and since when these numbers hold."""

    members: int
    workers: int | None
    women: int | None
    since: date


class _Names:
    """Every name of some units, to be asked for by unit and day without going back."""

    def __init__(self, unit_ids: set[int]) -> None:
        self.rows: dict[int, list[UnitName]] = {}
        for row in UnitName.objects.filter(unit_id__in=unit_ids).order_by("valid_from"):
            self.rows.setdefault(row.unit_id, []).append(row)

    def on(self, unit_id: int | None, day: date) -> str:
        rows = self.rows.get(unit_id or 0, [])
        return next((row.name for row in reversed(rows) if row.valid_from <= day), "")


def story_of(unit_id: int, day: date | None = None, *, seen_by: Actor | None = None) -> Story:
    """Return superiors on the day and the whole life, in two queries."""
    when = day or clock.today()
    held = Placement.objects.filter(unit_id=unit_id).select_related("parent")
    if seen_by is not None:
        held = held.annotate(opens=reaches(seen_by, Capability.UNIT_VIEW, OuterRef("parent_id")))
    placements = list(held.order_by("valid_from", "line"))
    titles = _Names({unit_id, *(row.parent_id for row in placements if row.parent_id)})
    above = {
        row.line: _above(row.parent, titles, when, opens=getattr(row, "opens", False))
        for row in placements
        if row.parent and row.valid_from <= when < row.valid_until
    }
    ends = [row.valid_until for row in placements if row.line == Line.MAIN]
    end = max(ends, default=OPEN_END)
    return Story(
        superior=above.get(Line.MAIN),
        side=above.get(Line.SIDE),
        keeper=above.get(Line.RECORD),
        ends_on=None if end == OPEN_END else end,
        life=_life(unit_id, placements, titles),
    )


def life_of(unit_id: int) -> list[LifeEvent]:
    """Return what happened to the unit, the latest first, under the names of those days."""
    return story_of(unit_id).life


def count_of(unit_id: int, day: date | None = None) -> Count | None:
    """Return the headcount in force on the day."""
    row = Headcount.objects.on(day or clock.today()).filter(unit_id=unit_id).first()
    return Count(row.members, row.workers, row.women, row.valid_from) if row else None


def _above(unit: Unit, titles: _Names, day: date, *, opens: bool) -> Above:
    return Above(unit.pk, unit.public_id, titles.on(unit.pk, day), opens=opens)


def _life(unit_id: int, placements: list[Placement], titles: _Names) -> list[LifeEvent]:
    own = titles.rows.get(unit_id, [])
    events = [LifeEvent(row.valid_from, "renamed", row.name) for row in own[1:]]
    ended = any(row.line == Line.RECORD for row in placements)
    seen: set[str] = set()
    for row in placements:
        other = titles.on(row.parent_id, row.valid_from)
        what = _WORDS[Line(row.line)][row.line in seen]
        name = own[0].name if what == "founded" and own else ""
        events.append(LifeEvent(row.valid_from, what, name, other))
        seen.add(row.line)
    events += _partings(placements, titles, ended=ended)
    return sorted(events, key=lambda event: event.day, reverse=True)


# The first row of a line, and the later ones.
_WORDS = {
    Line.MAIN: ("founded", "moved"),
    Line.SIDE: ("side_begins", "side_begins"),
    Line.RECORD: ("ended", "records_move"),
}


def _partings(placements: list[Placement], titles: _Names, *, ended: bool) -> Iterator[LifeEvent]:
    """Yield the ends of side lines that are not followed by another, nor by the unit's own end."""
    sides = [row for row in placements if row.line == Line.SIDE]
    starts = {row.valid_from for row in sides}
    for row in sides:
        if row.valid_until != OPEN_END and row.valid_until not in starts and not ended:
            other = titles.on(row.parent_id, row.valid_until)
            yield LifeEvent(row.valid_until, "side_ends", other=other)
