"""The life of a unit as events: names, superiors, leaders, numbers, who carries on whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua.apps.org.models import Assignment, Headcount, Placement, Succession, UnitName
from thidua.apps.org.queries.posts import role_name
from thidua.domain.spans import OPEN_END
from thidua.domain.tree import Line

# Who leads a unit is part of its life; who else worked there is not.
_HEADS = ("lanh-dao", "chu-tich-cdcs")


@dataclass(frozen=True)
class LifeEvent:
    """On a day something about the unit changed; `other` names the other unit, if there is one.

    `what`: founded, renamed, moved, side_begins, side_ends, ended, records_move; carried_on and
    carries_on (`share`: whole, main, part; `basis`: the decision); head_begins and head_ends
    (`name` the person, `other` the role); counted (`members`).
    """

    day: date
    what: str
    name: str = ""
    other: str = ""
    share: str = ""
    basis: str = ""
    members: int = 0


class Names:
    """Every name of some units, to be asked for by unit and day without going back."""

    def __init__(self, unit_ids: set[int]) -> None:
        self.rows: dict[int, list[UnitName]] = {}
        for row in UnitName.objects.filter(unit_id__in=unit_ids).order_by("valid_from"):
            self.rows.setdefault(row.unit_id, []).append(row)

    def row(self, unit_id: int, day: date) -> UnitName | None:
        """Return the name in force; before the first day the first, after the last the last."""
        rows = self.rows.get(unit_id, [])
        past = [row for row in rows if row.valid_from <= day]
        return past[-1] if past else next(iter(rows), None)

    def on(self, unit_id: int | None, day: date) -> str:
        """Return the full name on a day."""
        row = self.row(unit_id or 0, day)
        return row.name if row else ""


# The first row of a line, and the later ones.
_WORDS = {
    Line.MAIN: ("founded", "moved"),
    Line.SIDE: ("side_begins", "side_begins"),
    Line.RECORD: ("ended", "records_move"),
}


def told_by_placements(
    unit_id: int, placements: list[Placement], titles: Names
) -> Iterator[LifeEvent]:
    """Yield beginnings, moves and the end, and the names taken meanwhile."""
    own = titles.rows.get(unit_id, [])
    for name in own[1:]:
        yield LifeEvent(name.valid_from, "renamed", name.name)
    seen: set[str] = set()
    for row in placements:
        what = _WORDS[Line(row.line)][row.line in seen]
        first = own[0].name if what == "founded" and own else ""
        yield LifeEvent(row.valid_from, what, first, titles.on(row.parent_id, row.valid_from))
        seen.add(row.line)
    if Line.RECORD not in seen:
        yield from _partings(placements, titles)


def _partings(placements: list[Placement], titles: Names) -> Iterator[LifeEvent]:
    """Yield the ends of side lines that are not followed by another."""
    sides = [row for row in placements if row.line == Line.SIDE]
    starts = {row.valid_from for row in sides}
    for row in sides:
        if row.valid_until != OPEN_END and row.valid_until not in starts:
            other = titles.on(row.parent_id, row.valid_until)
            yield LifeEvent(row.valid_until, "side_ends", other=other)


def told_by_successions(
    unit_id: int, successions: Iterable[Succession], titles: Names
) -> Iterator[LifeEvent]:
    """Yield whom the unit carries on, and who carries it on, by which decision."""
    for row in successions:
        onward = row.predecessor_id == unit_id
        other = row.successor_id if onward else row.predecessor_id
        day = row.reorganisation.effective_on
        yield LifeEvent(
            day,
            "carried_on" if onward else "carries_on",
            other=titles.on(other, day),
            share=row.share,
            basis=row.reorganisation.basis,
        )


def told_by_posts(posts: Iterable[Assignment]) -> Iterator[LifeEvent]:
    """Yield who came to lead the unit, and who ceased to."""
    for post in posts:
        if post.role in _HEADS:
            person = post.user.full_name, role_name(post.role)
            yield LifeEvent(post.valid_from, "head_begins", *person)
            if post.valid_until != OPEN_END:
                yield LifeEvent(post.valid_until, "head_ends", *person)


def told_by_counts(counts: Iterable[Headcount]) -> Iterator[LifeEvent]:
    """Yield the number of members, the last of each year: every month would drown the rest."""
    last = {row.valid_from.year: row for row in counts}
    for row in last.values():
        yield LifeEvent(row.valid_from, "counted", members=row.members)
