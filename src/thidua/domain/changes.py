"""Sắp xếp tổ chức: changes of the tree that take effect on one day, planned or refused as a whole."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from thidua.domain.errors import Conflict, DomainError, Invalid
from thidua.domain.spans import OPEN_END
from thidua.domain.succession import Children, Heritage, Plan, Rewriting, Share
from thidua.domain.tree import Edge, Fault, Line, problems

_NAMES_SHOWN = 3


class Act(StrEnum):
    """What one row of a reorganisation does."""

    FOUND = "found"
    RENAME = "rename"
    MOVE = "move"
    SIDE = "side"
    MERGE = "merge"
    SPLIT = "split"
    END = "end"


ENDINGS = frozenset({Act.MERGE, Act.SPLIT, Act.END})
# What a row settles for its unit; a second row on the same matter contradicts the first.
_MATTERS: Mapping[Act, tuple[str, ...]] = {
    Act.FOUND: ("place", "name"),
    Act.RENAME: ("name",),
    Act.MOVE: ("place",),
    Act.SIDE: ("side",),
}


class Ref(int):
    """A unit inside a refusal; who shows the refusal puts the unit's name in its place."""


@dataclass(frozen=True)
class Change:
    """One row as it was drawn up; units are named by their code, new ones too.

    Several into one: a MERGE row for each, with the same heir. One into several: a SPLIT row for
    each heir, exactly one of them with the main share.
    """

    row: int
    act: Act
    unit: str
    parent: str = ""
    heir: str = ""
    share: Share = Share.WHOLE
    children: Children = Children.NOWHERE


@dataclass(frozen=True)
class Refusal:
    """Why one row (0: all of them together) cannot be carried out."""

    row: int
    error: DomainError


@dataclass(frozen=True)
class _Row:
    """A change whose codes are found."""

    change: Change
    unit: int
    parent: int | None
    heir: int | None

    @property
    def act(self) -> Act:
        return self.change.act

    @property
    def number(self) -> int:
        return self.change.row


def plan_changes(
    edges: Iterable[Edge], ids: Mapping[str, int], changes: Sequence[Change], on: date
) -> Plan | list[Refusal]:
    """Return what the changes do on the day, or why not, by row.

    `edges` must hold all edges of the units named, of all that ever stood below and above them;
    `ids` the number of every code that the changes may name.
    """
    draft = _Draft(Plan(on, list(edges)), dict(ids))
    for step in (partial(draft.rows_stand, changes), draft.carry_out, draft.stays_sound):
        refusals = sorted(step(), key=lambda refusal: refusal.row)
        if refusals:
            return refusals
    return draft.plan


class _Draft:
    """The rows read so far, and the plan that grows out of them."""

    def __init__(self, plan: Plan, ids: dict[str, int]) -> None:
        self.plan, self.ids = plan, ids
        self.tree = Rewriting(plan)
        self.rows: list[_Row] = []
        self.endings: dict[int, list[_Row]] = {}

    def rows_stand(self, changes: Sequence[Change]) -> Iterator[Refusal]:
        """Refuse every row with a fault, each for the first that is wrong with it."""
        told: set[int] = set()
        for found in (self.read(changes), self.rows_agree(), self.rows_fit()):
            new = [refusal for refusal in found if refusal.row not in told]
            told |= {refusal.row for refusal in new}
            yield from new

    def read(self, changes: Sequence[Change]) -> Iterator[Refusal]:
        """Find every code; those of new units are known from their own rows."""
        founded = self.plan.founded
        for change in changes:
            if change.act is not Act.FOUND or not change.unit:
                continue
            if change.unit in founded:
                yield Refusal(change.row, Conflict("org.plan_founded_twice", code=change.unit))
            elif change.unit in self.ids:
                yield Refusal(change.row, Invalid("org.code_taken", field="unit", code=change.unit))
            else:
                founded[change.unit] = -len(founded) - 1
        self.ids |= founded
        for change in changes:
            yield from self._find(change)

    def _find(self, change: Change) -> Iterator[Refusal]:
        codes = {"unit": change.unit, "parent": change.parent, "heir": change.heir}
        found = {name: self.ids.get(code) for name, code in codes.items()}
        for name, code in codes.items():
            if code and found[name] is None:
                yield Refusal(change.row, Invalid("org.plan_unknown", field=name, code=code))
        unit = found["unit"]
        if unit is not None:
            self.rows.append(_Row(change, unit, found["parent"], found["heir"]))
        elif not change.unit:
            yield Refusal(change.row, Invalid("org.plan_unit_required", field="unit"))
        if change.act in {Act.FOUND, Act.MOVE} and not change.parent:
            yield Refusal(change.row, Invalid("org.parent_required", field="parent"))
        needs_heir = change.act in {Act.MERGE, Act.SPLIT} or change.children is Children.HEIR
        if needs_heir and not change.heir:
            yield Refusal(change.row, Invalid("org.plan_heir_required", field="heir"))

    def rows_agree(self) -> Iterator[Refusal]:
        """Refuse rows that say two things about one unit."""
        for row in self.rows:
            if row.act in ENDINGS:
                self.endings.setdefault(row.unit, []).append(row)
        self.tree.ending = set(self.endings)
        seen: Counter[tuple[str, int]] = Counter()
        for row in self.rows:
            matters = [(matter, row.unit) for matter in _MATTERS.get(row.act, ())]
            seen.update(matters)
            if any(seen[matter] > 1 for matter in matters):
                yield Refusal(row.number, Conflict("org.plan_twice", unit=Ref(row.unit)))
            elif matters and row.unit in self.endings:
                error = Conflict("org.plan_ends_and_changes", unit=Ref(row.unit))
                yield Refusal(row.number, error)
        for rows in self.endings.values():
            yield from _one_ending(rows)

    def rows_fit(self) -> Iterator[Refusal]:
        """Refuse what does not fit the lives of the units named."""
        for row in self.rows:
            error = self._misfit(row) or self._bad_target(row)
            if error is not None:
                yield Refusal(row.number, error)

    def carry_out(self) -> Iterator[Refusal]:
        """Write the plan: endings first, then whoever goes somewhere."""
        moving = {row.unit for row in self.rows if row.act is Act.MOVE}
        for unit, rows in self.endings.items():
            yield from self._end(unit, rows, moving)
        into = {Act.FOUND: self.plan.opened, Act.MOVE: self.plan.moved, Act.SIDE: self.plan.sided}
        for row in self.rows:
            if row.act in into:
                line = Line.SIDE if row.act is Act.SIDE else Line.MAIN
                into[row.act].append(self.tree.stand(row.number, row.unit, row.parent, line))
            elif row.act is Act.RENAME:
                self.plan.renamed.append((row.number, row.unit))

    def _end(self, unit: int, rows: list[_Row], moving: set[int]) -> Iterator[Refusal]:
        first = next((row for row in rows if row.change.share is Share.MAIN), rows[0])
        superior = self.tree.superior_left(unit)
        keeper = superior if first.heir is None else first.heir
        if keeper is None:
            yield Refusal(first.number, Conflict("org.no_superior", unit=Ref(unit)))
            return
        given = [row.change.children for row in rows if row.change.children]
        option = given[0] if given else Children.HEIR if first.act is Act.MERGE else None
        target = (
            {Children.HEIR: first.heir, Children.SUPERIOR: superior}[option] if option else None
        )
        left = self.tree.left_behind(unit, moving)
        if left and target is None:
            units = sorted({edge.unit for edge in left})
            names = [Ref(child) for child in units[:_NAMES_SHOWN]]
            yield Refusal(first.number, Conflict("org.has_children", count=len(units), names=names))
        elif target is not None:
            self.tree.hand_on(first.number, left, target)
        self.tree.end(first.number, unit, keeper, first.heir)
        self.plan.succession += [
            Heritage(row.number, unit, row.heir, row.change.share)
            for row in rows
            if row.heir is not None
        ]

    def stays_sound(self) -> Iterator[Refusal]:
        """Refuse what would leave a tree with a fault on any day, past or to come."""
        touched = {
            change.unit: change.row
            for change in (*self.plan.sided, *self.plan.moved, *self.plan.opened)
        } | {closed.unit: closed.row for closed in self.plan.closed}
        after = self.plan.edges_after
        told: dict[int, DomainError] = {}
        for problem in problems(after):
            looped = problem.code is Fault.CYCLE
            if looped and problem.unit not in touched:
                continue  # the unit that was put there says so
            day, unit = problem.span.valid_from, Ref(problem.unit)
            unsound = Conflict("org.unsound_tree", unit=unit, day=day)
            error = Conflict("tree.cycle") if looped else unsound
            told.setdefault(touched.get(problem.unit, 0), error)
        if not told:
            yield from self._side_on_main(after, touched)
        yield from (Refusal(row, error) for row, error in told.items())

    def _side_on_main(self, after: list[Edge], touched: dict[int, int]) -> Iterator[Refusal]:
        """Refuse a side superior that already leads along the main line."""
        held = [edge for edge in after if edge.span.contains(self.plan.on)]
        mains = {edge.unit: edge.parent for edge in held if edge.line is Line.MAIN}
        sides = {edge.unit: edge.parent for edge in held if edge.line is Line.SIDE}
        for unit in touched.keys() & sides.keys():
            above = mains.get(unit)
            while above is not None and above != sides[unit]:
                above = mains.get(above)
            if above is not None:
                yield Refusal(touched[unit], Invalid("org.side_on_main_line", parent=Ref(above)))

    def _misfit(self, row: _Row) -> DomainError | None:
        if row.unit < 0:
            return None
        day = self.tree.eve if row.act in ENDINGS else self.plan.on
        if not self.tree.lives(row.unit, day):
            return Conflict("org.not_living", unit=Ref(row.unit), day=day)
        if row.act is Act.RENAME:
            return None
        if row.act is not Act.SIDE and self.tree.parent(row.unit, Line.MAIN, day) is None:
            return Conflict("org.top_stays")
        line = Line.SIDE if row.act is Act.SIDE else Line.MAIN
        if row.act not in ENDINGS and self.tree.parent(row.unit, line, day) == row.parent:
            return Conflict("org.already_there", unit=Ref(row.unit))
        return self._written_later(row, line)

    def _written_later(self, row: _Row, line: Line) -> DomainError | None:
        """Refuse to overtake what is already written for a later day."""
        starts = [edge.span.valid_from for edge in self.tree.own[row.unit, line]]
        later = [start for start in starts if start > self.plan.on]
        if later:
            return Conflict("org.later_change", day=self.plan.on, later=min(later))
        end = max(edge.span.valid_until for edge in self.tree.own[row.unit, Line.MAIN])
        if end == OPEN_END:
            return None
        if row.act in ENDINGS:
            return Conflict("org.already_ended", unit=Ref(row.unit))
        return Conflict("org.ending", unit=Ref(row.unit), day=end)

    def _bad_target(self, row: _Row) -> DomainError | None:
        if row.heir == row.unit:
            return Invalid("org.heir_itself", field="heir")
        if row.parent == row.unit:
            return Conflict("tree.cycle")
        for target in (row.parent, row.heir):
            if target is None or self.tree.will_live(target):
                continue
            if target in self.endings:
                return Conflict("org.plan_target_ends", unit=Ref(target))
            return Conflict("org.not_living", unit=Ref(target), day=self.plan.on)
        return None


def _one_ending(rows: list[_Row]) -> Iterator[Refusal]:
    """A unit ends once; only a split takes several rows, one for each heir."""
    unit, last = Ref(rows[0].unit), rows[-1].number
    if any(row.act is not Act.SPLIT for row in rows):
        for row in rows[1:]:
            yield Refusal(row.number, Conflict("org.plan_ended_twice", unit=unit))
    elif len(rows) == 1 or len({row.heir for row in rows}) < len(rows):
        yield Refusal(last, Invalid("org.plan_split_alone", field="heir", unit=unit))
    elif [row.change.share for row in rows].count(Share.MAIN) != 1:
        yield Refusal(last, Invalid("org.plan_split_main", field="share", unit=unit))
