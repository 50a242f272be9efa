"""Kế thừa: a tree being rewritten from one day on: who ends, who carries on, who goes where."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from thidua.domain.spans import OPEN_END, DateSpan
from thidua.domain.tree import Edge, Line, derive_paths


class Share(StrEnum):
    """How much of the former unit goes on: the whole, the main part, or a part."""

    WHOLE = "whole"
    MAIN = "main"
    PART = "part"


class Children(StrEnum):
    """Where the units under one that ends go, unless a row of their own says otherwise."""

    NOWHERE = ""
    HEIR = "heir"
    SUPERIOR = "superior"


@dataclass(frozen=True, slots=True)
class Heritage:
    """One unit carries on another; figures are never divided among heirs."""

    row: int
    predecessor: int
    successor: int
    share: Share


@dataclass(frozen=True, slots=True)
class Moved:
    """A unit goes from one superior to another; None: it had, or has, none on that line."""

    row: int
    unit: int
    old: int | None
    new: int | None


@dataclass(frozen=True, slots=True)
class Closed:
    """A unit ends; its records go to the keeper, which is the heir if there is one."""

    row: int
    unit: int
    keeper: int
    heir: int | None


@dataclass
class Plan:
    """All that some changes do. Units to be founded have negative numbers, listed in `founded`."""

    on: date
    edges_before: list[Edge]
    founded: dict[str, int] = field(default_factory=dict)
    opened: list[Moved] = field(default_factory=list)
    closed: list[Closed] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    sided: list[Moved] = field(default_factory=list)
    renamed: list[tuple[int, int]] = field(default_factory=list)
    succession: list[Heritage] = field(default_factory=list)
    edges_gone: set[Edge] = field(default_factory=set)
    edges_new: set[Edge] = field(default_factory=set)

    @property
    def edges_after(self) -> list[Edge]:
        """The tree as it will be."""
        return [e for e in self.edges_before if e not in self.edges_gone] + list(self.edges_new)


class Rewriting:
    """Looks things up in the tree before, and writes the plan for what comes after."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.on, self.eve = plan.on, plan.on - timedelta(days=1)
        self.ending: set[int] = set()
        self.own: dict[tuple[int, Line], list[Edge]] = defaultdict(list)
        self.below: dict[tuple[int | None, Line], list[Edge]] = defaultdict(list)
        for edge in plan.edges_before:
            self.own[edge.unit, edge.line].append(edge)
            self.below[edge.parent, edge.line].append(edge)

    def parent(self, unit: int, line: Line, day: date) -> int | None:
        """Return the superior along one line on the day, as the tree was before."""
        return next((e.parent for e in self.own[unit, line] if e.span.contains(day)), None)

    def lives(self, unit: int, day: date) -> bool:
        """Tell whether the unit lives on the day, as the tree was before."""
        return any(edge.span.contains(day) for edge in self.own[unit, Line.MAIN])

    def will_live(self, unit: int) -> bool:
        """Tell whether the unit lives once the changes have taken effect."""
        return unit not in self.ending and (unit < 0 or self.lives(unit, self.on))

    def superior_left(self, unit: int) -> int | None:
        """Return the nearest superior of the day before that lives on."""
        above = self.parent(unit, Line.MAIN, self.eve)
        while above is not None and not self.will_live(above):
            above = self.parent(above, Line.MAIN, self.eve)
        return above

    def left_behind(self, unit: int, but: Collection[int]) -> list[Edge]:
        """Return the edges under a unit that ends of those for whom nothing else is laid down."""
        held = [e for e in self.below[unit, Line.MAIN] if e.span.valid_until > self.on]
        return [e for e in held if e.unit not in self.ending and e.unit not in but]

    def hand_on(self, row: int, left: list[Edge], target: int) -> None:
        """Put units that were left behind under another superior."""
        for edge in left:
            self._cut([edge])
            # Only the days under the unit that ends: what is written for later days stays.
            days = DateSpan(max(edge.span.valid_from, self.on), edge.span.valid_until)
            self.plan.edges_new.add(Edge(edge.unit, target, Line.MAIN, days))
            self.plan.moved.append(Moved(row, edge.unit, edge.parent, target))

    def end(self, row: int, unit: int, keeper: int, heir: int | None) -> None:
        """End the unit: its lines stop, those beside it are parted, the keeper has its records."""
        beside = [e for e in self.below[unit, Line.SIDE] if e.span.valid_until > self.on]
        self._cut([*beside, *self.own[unit, Line.MAIN], *self.own[unit, Line.SIDE]])
        self._open(unit, keeper, Line.RECORD)
        self.plan.closed.append(Closed(row, unit, keeper, heir))
        self.plan.sided += [
            Moved(row, edge.unit, unit, None) for edge in beside if edge.unit not in self.ending
        ]

    def stand(self, row: int, unit: int, parent: int | None, line: Line) -> Moved:
        """Put the unit under another superior along one line; return what that changes."""
        old = self.parent(unit, line, self.on)
        self._cut(self.own[unit, line])
        if parent is not None:
            self._open(unit, parent, line)
        return Moved(row, unit, old, parent)

    def _cut(self, edges: Iterable[Edge]) -> None:
        """Let edges end on the day; one that would only begin then, or later, is dropped."""
        for edge in edges:
            if edge.span.valid_until <= self.on:
                continue
            self.plan.edges_gone.add(edge)
            if edge.span.valid_from < self.on:
                kept = DateSpan(edge.span.valid_from, self.on)
                self.plan.edges_new.add(Edge(edge.unit, edge.parent, edge.line, kept))

    def _open(self, unit: int, parent: int, line: Line) -> None:
        self.plan.edges_new.add(Edge(unit, parent, line, DateSpan(self.on, OPEN_END)))


@dataclass(frozen=True, slots=True)
class Sight:
    """What a superior no longer has below it, and what it has below it anew."""

    lost: set[int] = field(default_factory=set)
    gained: set[int] = field(default_factory=set)


def sight_changes(
    before: Iterable[Edge], after: Iterable[Edge], only: Collection[int], on: date
) -> dict[int, Sight]:
    """Return by superior which of the units in `only` leave and enter its scope on the day."""
    old, new = _above_on(before, only, on), _above_on(after, only, on)
    changes: dict[int, Sight] = defaultdict(Sight)
    for superior, unit in old - new:
        changes[superior].lost.add(unit)
    for superior, unit in new - old:
        changes[superior].gained.add(unit)
    return dict(changes)


def _above_on(edges: Iterable[Edge], only: Collection[int], on: date) -> set[tuple[int, int]]:
    """Return (superior, unit) for one day, over whatever line; asked of one day, it is quick."""
    day = DateSpan(on, on + timedelta(days=1))
    held = [Edge(e.unit, e.parent, e.line, day) for e in edges if e.span.contains(on)]
    return {
        (path.ancestor, path.descendant) for path in derive_paths(held, only=only) if path.depth
    }
