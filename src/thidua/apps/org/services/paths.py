"""UnitPath kept equal to what `domain.tree` derives from Placement; only changed rows are written."""

from collections.abc import Callable, Iterable
from datetime import date

from django.db import connection

from thidua.apps.org.models import Placement, Unit, UnitPath
from thidua.apps.org.queries.names import name_of
from thidua.domain.errors import Conflict
from thidua.domain.spans import DateSpan
from thidua.domain.tree import Edge, Line, Path, derive_paths, problems

_ADVISORY_LOCK = 7_400_002
_AT_ONCE = 500


_listeners: list[Callable[[date, set[int]], None]] = []


def register_path_listener(listener: Callable[[date, set[int]], None]) -> None:
    """Name a function told of each change: the first day that differs, and the units it may touch.

    Apps above hear in this way, in the same transaction, what this one may not tell them by name.
    """
    if listener not in _listeners:
        _listeners.append(listener)


def tell_listeners(first_day: date, unit_ids: set[int]) -> None:
    """Tell whoever asked that the tree of these units is another from `first_day` on."""
    for listener in _listeners:
        listener(first_day, unit_ids)


def one_at_a_time() -> None:
    """Let one change of the tree after the other through, until its commit."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ADVISORY_LOCK])


def rewrite_paths(unit_ids: Iterable[int]) -> int:
    """Derive anew the paths of these units and all that ever stood below; return rows changed.

    Refuses what would not be a sound tree on every day, past and to come.
    """
    changed = set(unit_ids)
    below = UnitPath.objects.filter(ancestor_id__in=changed).values_list("descendant_id", flat=True)
    return _rewrite(changed.union(below))


def rebuild_all_paths() -> int:
    """Derive every path anew; return how many rows were not as they should be."""
    return _rewrite(set(Unit.objects.values_list("id", flat=True)))


def _rewrite(affected: set[int]) -> int:
    edges = _edges(affected)
    for problem in problems(edges):
        raise Conflict("org.unsound_tree", unit=name_of(problem.unit), day=problem.span.valid_from)
    wanted = derive_paths(edges, only=affected)
    standing = _standing(affected)
    gone = [pk for path, pk in standing.items() if path not in wanted]
    for part in _parts(gone):
        UnitPath.objects.filter(id__in=part).delete()
    new = wanted - standing.keys()
    UnitPath.objects.bulk_create([_row(path) for path in new], batch_size=_AT_ONCE)
    if gone or new:
        tell_listeners(_first_difference(standing.keys() - wanted, new), affected)
    return len(gone) + len(new)


def _first_difference(gone: Iterable[Path], new: Iterable[Path]) -> date:
    """Return the first day on which the tree is not as it was: where an old or new span ends alone."""
    ends: set[tuple[int, int, Line, int, date]] = set()
    for path in (*gone, *new):
        for day in (path.span.valid_from, path.span.valid_until):
            ends ^= {(path.ancestor, path.descendant, path.line, path.depth, day)}
    return min(day for *_, day in ends)


def _edges(affected: set[int]) -> list[Edge]:
    """Load the edges of these units and of everything that ever stood above them."""
    edges: list[Edge] = []
    known: set[int] = set()
    waiting = set(affected)
    while waiting:
        known |= waiting
        found = [_edge(row) for part in _parts(sorted(waiting)) for row in _placements(part)]
        edges += found
        waiting = {edge.parent for edge in found if edge.parent is not None} - known
    return edges


def _placements(unit_ids: list[int]) -> Iterable[Placement]:
    return Placement.objects.filter(unit_id__in=unit_ids)


def _standing(affected: set[int]) -> dict[Path, int]:
    return {
        _path(row): row.pk
        for part in _parts(sorted(affected))
        for row in UnitPath.objects.filter(descendant_id__in=part)
    }


def _edge(row: Placement) -> Edge:
    span = DateSpan(row.valid_from, row.valid_until)
    return Edge(row.unit_id, row.parent_id, Line(row.line), span)


def _path(row: UnitPath) -> Path:
    span = DateSpan(row.valid_from, row.valid_until)
    return Path(row.ancestor_id, row.descendant_id, Line(row.line), row.depth, span)


def _row(path: Path) -> UnitPath:
    return UnitPath(
        ancestor_id=path.ancestor,
        descendant_id=path.descendant,
        line=path.line,
        depth=path.depth,
        valid_from=path.span.valid_from,
        valid_until=path.span.valid_until,
    )


def _parts(ids: list[int]) -> Iterable[list[int]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
