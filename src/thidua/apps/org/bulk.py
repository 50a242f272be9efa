"""Many rows of the tree at once: edges and paths rewritten, units made, in a few statements."""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple, TypeVar

from django.db import connection
from django.db.models import QuerySet

from thidua.apps.org.models import Placement, Unit, UnitName, UnitPath
from thidua.base.public_id import new_public_id
from thidua.base.statistics import renew_statistics
from thidua.domain.spans import DateSpan
from thidua.domain.tree import Edge, Line, Path, derive_paths

AT_ONCE = 500
_Item = TypeVar("_Item")
# A look-up by text costs a tenth of asking the enumeration, ten thousand times.
_LINES = {line.value: line for line in Line}
_ADD_PATHS = """
    INSERT INTO org_unitpath (ancestor_id, descendant_id, line, depth, valid_from, valid_until)
    VALUES """
_EDGE = ("unit_id", "parent_id", "line", "valid_from", "valid_until")


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles: a tree is many small things, none of which is in one.

    The search is begun anew with every so many of them, and takes as long as the work itself.
    """
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


def parts(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Cut a long list into parts that a statement can name."""
    whole = list(items)
    for start in range(0, len(whole), AT_ONCE):
        yield whole[start : start + AT_ONCE]


def below(unit_ids: Iterable[int]) -> set[int]:
    """Return these units and all that ever stood below them, on whatever line."""
    found = set(unit_ids)
    for part in parts(sorted(found)):
        rows = UnitPath.objects.filter(ancestor_id__in=part)
        found |= set(rows.values_list("descendant_id", flat=True))
    return found


def read_edges(unit_ids: Iterable[int], kinds: dict[int, str] | None = None) -> list[Edge]:
    """Return the edges of these units and of everything that ever stood above them.

    Asks the closure, so a unit whose paths are not written yet has no edges here. `kinds` is
    filled with what kinds of units they are.
    """
    edges: set[Edge] = set()
    known: set[int] = set()
    waiting = set(unit_ids)
    while waiting:
        found = set(_edges_up_from(waiting, kinds))
        edges |= found
        known |= waiting | {edge.unit for edge in found}
        # The closure leaves out who stands beside a superior of the side line: ask once more.
        waiting = {edge.parent for edge in found if edge.parent is not None} - known
    return list(edges)


def _edges_up_from(unit_ids: set[int], kinds: dict[int, str] | None) -> Iterator[Edge]:
    """Yield the edges of these units and of all superiors that the closure knows."""
    if len(unit_ids) <= AT_ONCE:
        above = UnitPath.objects.filter(descendant_id__in=unit_ids).values("ancestor_id")
        yield from _edges(Placement.objects.filter(unit_id__in=above), kinds)
        return
    # Of many, in two steps: joined, they take long where the database's statistics are poor.
    found: set[int] = set()
    for part in parts(sorted(unit_ids)):
        rows = UnitPath.objects.filter(descendant_id__in=part).values_list("ancestor_id", flat=True)
        found.update(rows.distinct())
    for part in parts(sorted(found)):
        yield from _edges(Placement.objects.filter(unit_id__in=part), kinds)


def _edges(rows: "QuerySet[Any]", kinds: dict[int, str] | None) -> Iterator[Edge]:
    spans: dict[tuple[date, date], DateSpan] = {}
    asked = _EDGE if kinds is None else (*_EDGE, "unit__kind")
    # Plain rows: ten thousand objects of a model take longer to make than to read.
    for unit, parent, line, start, end, *kind in rows.values_list(*asked):
        if kinds is not None:
            kinds[unit] = kind[0]
        yield Edge(unit, parent, _LINES[line], _span(spans, start, end))


def climb_edges(unit_ids: Iterable[int]) -> list[Edge]:
    """Return the same edges by climbing from parent to parent, without asking the closure."""
    edges: list[Edge] = []
    known: set[int] = set()
    waiting = set(unit_ids)
    while waiting:
        known |= waiting
        found = [
            edge
            for part in parts(sorted(waiting))
            for edge in _edges(Placement.objects.filter(unit_id__in=part), None)
        ]
        edges += found
        waiting = {edge.parent for edge in found if edge.parent is not None} - known
    return edges


def rewrite_edges(gone: Iterable[Edge], new: Iterable[Edge]) -> None:
    """Let some edges be replaced by others; one that only ends on another day keeps its row."""
    starts = {_start(edge): edge for edge in new}
    shortened: dict[date, list[Edge]] = defaultdict(list)
    dropped: list[Edge] = []
    for edge in gone:
        kept = starts.get(_start(edge))
        if kept is not None and kept.parent == edge.parent:
            shortened[kept.span.valid_until].append(edge)
            del starts[_start(edge)]
        else:
            dropped.append(edge)
    # First away with those that go: one that is lengthened again may come where they stood.
    for rows in _rows_of(dropped):
        rows.delete()
    for until, edges in shortened.items():
        for rows in _rows_of(edges):
            rows.update(valid_until=until)
    fresh = [
        Placement(
            unit_id=edge.unit,
            parent_id=edge.parent,
            line=edge.line,
            valid_from=edge.span.valid_from,
            valid_until=edge.span.valid_until,
        )
        for edge in starts.values()
    ]
    Placement.objects.bulk_create(fresh, batch_size=AT_ONCE)
    renew_statistics(len(fresh), Placement)


def _start(edge: Edge) -> tuple[int, Line, date]:
    """Name the row of an edge: no unit begins two edges of one line on one day."""
    return edge.unit, edge.line, edge.span.valid_from


def _rows_of(edges: Iterable[Edge]) -> Iterator[Any]:
    alike: dict[tuple[Line, date], list[int]] = defaultdict(list)
    for edge in edges:
        alike[edge.line, edge.span.valid_from].append(edge.unit)
    for (line, start), units in alike.items():
        for part in parts(units):
            yield Placement.objects.filter(unit_id__in=part, line=line, valid_from=start)


class Rewritten(NamedTuple):
    """How many rows of paths were not as they should be, and the first day that differs."""

    rows: int
    first: date | None


def rewrite_paths(edges: Iterable[Edge], affected: Iterable[int]) -> Rewritten:
    """Make the paths of these units what the edges say.

    The edges must be sound, and hold all those of the units and of everything above them.
    """
    units = set(affected)
    wanted = derive_paths(edges, only=units)
    standing = _standing(units)
    gone, new = standing.keys() - wanted, wanted - standing.keys()
    starts = {_path_start(path): path for path in new}
    shortened: dict[date, list[int]] = defaultdict(list)
    dropped: list[int] = []
    for path in gone:
        kept = starts.pop(_path_start(path), None)
        into = dropped if kept is None else shortened[kept.span.valid_until]
        into.append(standing[path])
    for until, rows in shortened.items():
        for part in parts(rows):
            UnitPath.objects.filter(pk__in=part).update(valid_until=until)
    for part in parts(dropped):
        UnitPath.objects.filter(pk__in=part).delete()
    _add_paths(starts.values())
    renew_statistics(len(starts), UnitPath)
    return Rewritten(len(gone) + len(new), _first_difference([*gone, *new]))


def _path_start(path: Path) -> tuple[int, int, Line, int, date]:
    """Name what stays of a path whose last day alone changes: its row is kept."""
    return path.ancestor, path.descendant, path.line, path.depth, path.span.valid_from


def _add_paths(new: Iterable[Path]) -> None:
    """Write paths; the values are numbers and days of our own, so that nobody has to take them apart."""
    with connection.cursor() as cursor:
        for part in parts(new):
            cursor.execute(_ADD_PATHS + ", ".join(map(_written, part)))


def _written(path: Path) -> str:
    span = path.span
    return (
        f"({path.ancestor:d}, {path.descendant:d}, '{path.line}', {path.depth:d}, "
        f"'{span.valid_from:%Y-%m-%d}', '{span.valid_until:%Y-%m-%d}')"
    )


def _standing(units: set[int]) -> dict[Path, int]:
    columns = ("pk", "ancestor_id", "descendant_id", "line", "depth", "valid_from", "valid_until")
    found: dict[Path, int] = {}
    spans: dict[tuple[date, date], DateSpan] = {}
    for part in parts(sorted(units)):
        rows = UnitPath.objects.filter(descendant_id__in=part).values_list(*columns)
        for pk, above, unit, line, depth, *days in rows:
            span = _span(spans, *days)
            found[Path(above, unit, _LINES[line], depth, span)] = pk
    return found


def _span(known: dict[tuple[date, date], DateSpan], start: date, end: date) -> DateSpan:
    """Return the span, made once: thousands of rows share a few."""
    span = known.get((start, end))
    if span is None:
        span = known[start, end] = DateSpan(start, end)
    return span


def _first_difference(paths: Iterable[Path]) -> date | None:
    """Return the first day on which old and new differ: where the span of one ends alone."""
    ends: set[tuple[int, int, Line, int, date]] = set()
    for path in paths:
        for day in (path.span.valid_from, path.span.valid_until):
            ends ^= {(path.ancestor, path.descendant, path.line, path.depth, day)}
    return min((day for *_, day in ends), default=None)


def make_units(rows: Sequence[tuple[Mapping[str, str], Mapping[str, str]]], on: date) -> list[int]:
    """Make units with their first names, in order; each is (columns of the unit, of the name)."""
    units = [Unit(public_id=new_public_id(Unit.PREFIX), **unit) for unit, _ in rows]
    made = Unit.objects.bulk_create(units, batch_size=AT_ONCE)
    titles = [
        UnitName(unit=unit, valid_from=on, **name)
        for unit, (_, name) in zip(made, rows, strict=True)
    ]
    UnitName.objects.bulk_create(titles, batch_size=AT_ONCE)
    return [unit.pk for unit in made]
