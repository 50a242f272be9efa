"""UnitPath kept equal to what `domain.tree` derives from Placement; only changed rows are written."""

from collections.abc import Callable, Iterable
from datetime import date

from django.db import connection

from thidua.apps.org import bulk
from thidua.apps.org.models import Unit
from thidua.apps.org.queries.names import name_of
from thidua.domain.errors import Conflict
from thidua.domain.tree import problems

_ADVISORY_LOCK = 7_400_002

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
    return _rewrite(bulk.below(unit_ids))


def rebuild_all_paths() -> int:
    """Derive every path anew; return how many rows were not as they should be."""
    return _rewrite(set(Unit.objects.values_list("id", flat=True)))


@bulk.uncollected()
def _rewrite(affected: set[int]) -> int:
    edges = bulk.climb_edges(affected)
    for problem in problems(edges):
        raise Conflict("org.unsound_tree", unit=name_of(problem.unit), day=problem.span.valid_from)
    written = bulk.rewrite_paths(edges, affected)
    if written.first is not None:
        tell_listeners(written.first, affected)
    return written.rows
