"""The tree of units through time: from dated edges to dated paths, and what is wrong with it.

Deriving and checking share this room because both are one reading of the same edges.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from thidua.domain.errors import Conflict
from thidua.domain.knots import Links, knot, reached_up
from thidua.domain.spans import OPEN_END, DateSpan, merge, subtract


class Line(StrEnum):
    """How a unit belongs to another: main (trực thuộc), side (phối hợp theo ngành), record."""

    MAIN = "main"
    SIDE = "side"
    RECORD = "record"

    # That of a text: the enumeration's own is a call in Python, and a tree asks it a million times.
    __hash__ = str.__hash__


class Fault(StrEnum):
    """What can be wrong with a tree; each is also the code of a refusal."""

    TWO_MAINS = "tree.two_mains"
    TWO_SIDES = "tree.two_sides"
    TWO_RECORDS = "tree.two_records"
    CYCLE = "tree.cycle"
    GAP = "tree.gap"
    PARENT_NOT_ALIVE = "tree.parent_not_alive"
    SIDE_WITHOUT_MAIN = "tree.side_without_main"
    RECORD_BEFORE_END = "tree.record_before_end"
    ENDED_WITHOUT_RECORD = "tree.ended_without_record"


@dataclass(frozen=True, slots=True)
class Edge:
    """On these days the unit stands under the parent (None: it is the top)."""

    unit: int
    parent: int | None
    line: Line
    span: DateSpan

    def __post_init__(self) -> None:
        if self.line is Line.SIDE and self.parent is None:
            raise ValueError("a side edge needs a parent")


class Path(NamedTuple):
    """On these days the descendant stands `depth` steps below the ancestor (0: itself)."""

    ancestor: int
    descendant: int
    line: Line
    depth: int
    span: DateSpan


@dataclass(frozen=True, slots=True, order=True)
class TreeProblem:
    """One fault of one unit on these days."""

    unit: int
    span: DateSpan
    code: Fault


_Chain = tuple[tuple[int, bool], ...]  # from a unit upwards: (unit, was a record edge used)


class _Reach(NamedTuple):
    """One way up to an ancestor; of several on one day the smallest counts."""

    by_side: bool
    depth: int
    by_record: bool
    span: DateSpan

    @property
    def line(self) -> Line:
        if self.by_record:
            return Line.RECORD
        return Line.SIDE if self.by_side else Line.MAIN


def derive_paths(edges: Iterable[Edge], *, only: Collection[int] | None = None) -> set[Path]:
    """Return the closure: who stands above whom, in which line, how far, on which days.

    One row for each ancestor and descendant on any day. The chain of main or record edges goes
    first; then the side parents of each unit of that chain, each with its own chain, the shortest
    way first. A way that uses a record edge is a record. `only` restricts the descendants; the
    edges of all their ancestors must be given. A unit that would stand above itself is refused.
    """
    climber = _Climber(edges)
    units = climber.up.keys() if only is None else climber.up.keys() & set(only)
    return {path for unit in units for path in _paths_of(unit, climber)}


class _Climber:
    """The edges by unit, and the chains upwards found so far."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self.up: dict[int, list[Edge]] = defaultdict(list)
        self.side: dict[int, list[Edge]] = defaultdict(list)
        for edge in edges:
            (self.side if edge.line is Line.SIDE else self.up)[edge.unit].append(edge)
        self._known: dict[tuple[int, DateSpan], list[tuple[DateSpan, _Chain]]] = {}
        self._climbing: set[int] = set()

    def climb(self, unit: int, window: DateSpan) -> list[tuple[DateSpan, _Chain]]:
        """Return the chains from the unit to its top, the unit first, for every day in window."""
        # Kept by window, not by unit: over the years A may stand under B and then B under A.
        found = self._known.get((unit, window))
        if found is None:
            # The window holds only days on which every edge climbed so far is in force.
            if unit in self._climbing:
                raise Conflict(Fault.CYCLE, unit=unit, day=window.valid_from)
            self._climbing.add(unit)
            found = self._known[unit, window] = self._climb(unit, window)
            self._climbing.remove(unit)
        return found

    def over(self, edge: Edge, window: DateSpan) -> list[tuple[DateSpan, _Chain]]:
        """Return the chains from the edge's parent to its top, on the days of the edge."""
        days = edge.span.intersect(window)
        return [] if days is None or edge.parent is None else self.climb(edge.parent, days)

    def _climb(self, unit: int, window: DateSpan) -> list[tuple[DateSpan, _Chain]]:
        found: list[tuple[DateSpan, _Chain]] = []
        for edge in self.up.get(unit, ()):
            by_record = edge.line is Line.RECORD
            for span, chain in self.over(edge, window):
                above = tuple((a, True) for a, _ in chain) if by_record else chain
                found.append((span, ((unit, False), *above)))
        alone = subtract(window, [span for span, _ in found])
        return found + [(span, ((unit, False),)) for span in alone]


def _paths_of(unit: int, climber: _Climber) -> Iterator[Path]:
    reaches: dict[int, list[_Reach]] = defaultdict(list)
    for life in merge(edge.span for edge in climber.up[unit]):
        for span, chain in climber.climb(unit, life):
            for ancestor, reach in _reaches(span, chain, climber):
                reaches[ancestor].append(reach)
    for ancestor, ways in reaches.items():
        for line, depth, span in _shortest(ways):
            yield Path(ancestor, unit, line, depth, span)


def _reaches(span: DateSpan, chain: _Chain, climber: _Climber) -> Iterator[tuple[int, _Reach]]:
    """Yield all that a chain reaches: its own units, and those above their side parents."""
    for depth, (unit, by_record) in enumerate(chain):
        yield unit, _Reach(False, depth, by_record, span)
        for edge in climber.side.get(unit, ()):
            for days, beyond in climber.over(edge, span):
                for further, (above, recorded) in enumerate(beyond, depth + 1):
                    yield above, _Reach(True, further, by_record or recorded, days)


def _shortest(ways: list[_Reach]) -> Iterator[tuple[Line, int, DateSpan]]:
    """Keep one way for each day, and join neighbouring days that are reached alike."""
    ways.sort(key=lambda way: way.span.valid_from)
    if all(one.span.valid_until <= other.span.valid_from for one, other in pairwise(ways)):
        yield from _one_after_another(ways)
        return
    alike: dict[tuple[Line, int], list[DateSpan]] = defaultdict(list)
    taken: list[DateSpan] = []
    for way in sorted(ways):
        taken += (free := subtract(way.span, taken))
        alike[way.line, way.depth] += free
    for (line, depth), spans in alike.items():
        for span in merge(spans):
            yield line, depth, span


def _one_after_another(ways: list[_Reach]) -> Iterator[tuple[Line, int, DateSpan]]:
    """Join neighbouring days that are reached alike; no two ways share a day, as is nearly always so."""
    last, span = ways[0], ways[0].span
    for way in ways[1:]:
        if (way.line, way.depth, way.span.valid_from) == (last.line, last.depth, span.valid_until):
            span = DateSpan(span.valid_from, way.span.valid_until)
        else:
            yield last.line, last.depth, span
            last, span = way, way.span
    yield last.line, last.depth, span


def problems(edges: Iterable[Edge]) -> list[TreeProblem]:
    """Return every fault of the tree, by unit and day; of a sound tree none."""
    given = list(edges)
    of_unit: dict[int, list[Edge]] = defaultdict(list)
    for edge in given:
        of_unit[edge.unit].append(edge)
    faulty: dict[tuple[int, Fault], list[DateSpan]] = defaultdict(list)
    for unit, own in of_unit.items():
        for fault, spans in (*_faults_of_life(own), *_faults_of_parents(own, of_unit)):
            faulty[unit, fault] += spans
    for unit, span in _loops(given):
        faulty[unit, Fault.CYCLE].append(span)
    return sorted(
        TreeProblem(unit, span, fault)
        for (unit, fault), spans in faulty.items()
        for span in merge(spans)
    )


def _faults_of_life(own: list[Edge]) -> Iterator[tuple[Fault, list[DateSpan]]]:
    """Check what a unit's own edges say about its life: one main after another, then records."""
    if len(own) == 1 and own[0].line is Line.MAIN and own[0].span.is_open:
        return  # as nearly all are
    mains, sides, records = (_spans(own, line) for line in Line)
    yield Fault.TWO_MAINS, _doubled(mains)
    yield Fault.TWO_SIDES, _doubled(sides)
    yield Fault.TWO_RECORDS, _doubled(records)
    yield Fault.SIDE_WITHOUT_MAIN, [s for side in sides for s in subtract(side, mains)]
    if not mains:
        yield Fault.RECORD_BEFORE_END, records
        return
    life = DateSpan(min(mains).valid_from, max(span.valid_until for span in mains))
    yield Fault.GAP, subtract(life, mains + records)
    after = DateSpan(life.valid_until, OPEN_END) if not life.is_open else None
    early = [s for record in records for s in subtract(record, [after] if after else [])]
    yield Fault.RECORD_BEFORE_END, early
    if after:
        yield Fault.ENDED_WITHOUT_RECORD, subtract(after, records)


def _faults_of_parents(
    own: list[Edge], of_unit: dict[int, list[Edge]]
) -> Iterator[tuple[Fault, list[DateSpan]]]:
    """Check that a parent lives while it leads; whoever keeps records may itself have ended."""
    for edge in own:
        if edge.parent is None:
            continue
        parents = of_unit.get(edge.parent, [])
        there = _spans(parents, Line.MAIN)
        if edge.line is Line.RECORD:
            there += _spans(parents, Line.RECORD)
        yield Fault.PARENT_NOT_ALIVE, subtract(edge.span, there)


def _spans(edges: list[Edge], line: Line) -> list[DateSpan]:
    return [edge.span for edge in edges if edge.line is line]


def _doubled(spans: list[DateSpan]) -> list[DateSpan]:
    """Return the days that lie in two of the spans or more."""
    shared: list[DateSpan] = []
    end = date.min
    for span in sorted(spans):
        if span.valid_from < end:
            shared.append(DateSpan(span.valid_from, min(span.valid_until, end)))
        end = max(end, span.valid_until)
    return shared


def _loops(edges: list[Edge]) -> Iterator[tuple[int, DateSpan]]:
    """Yield each unit that stands above itself, through whatever lines, and days of it."""
    # Few units can be on a loop even when days are forgotten; only those are looked at by day.
    tangled = knot(_links(edges))
    inner = [edge for edge in edges if edge.unit in tangled and edge.parent in tangled]
    bounds = sorted({day for e in inner for day in (e.span.valid_from, e.span.valid_until)})
    for start, end in pairwise(bounds):
        links = knot(_links(edge for edge in inner if edge.span.contains(start)))
        for unit in links:
            if unit in reached_up(unit, links):
                yield unit, DateSpan(start, end)


def _links(edges: Iterable[Edge]) -> Links:
    links: Links = defaultdict(set)
    for edge in edges:
        if edge.parent is not None:
            links[edge.unit].add(edge.parent)
    return links
