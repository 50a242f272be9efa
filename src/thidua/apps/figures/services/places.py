"""Where the figures of a unit stand in today's tree, worked out from plain rows of the closure.

Each question names one table and its keys, so that its plan is right even where the database
knows nothing yet about rows that came in thousands a moment ago.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from thidua.apps.figures.models import TotalPlace
from thidua.base.statements import fetch, put
from thidua.domain.tree import Line

AT_ONCE = 500
_DAY = "valid_from <= %s AND valid_until > %s"
_UP = f"""
    SELECT descendant_id, ancestor_id, line, depth FROM org_unitpath
    WHERE descendant_id IN (:ids) AND {_DAY}
"""  # noqa: S608 - the text above
_LIVING = f"""
    SELECT unit_id FROM org_placement WHERE unit_id IN (:ids) AND line = 'main' AND {_DAY}
"""  # noqa: S608 - the text above
_ADD = "INSERT INTO figures_totalplace (unit_id, above_id, by_side) VALUES :rows"


class Place(NamedTuple):
    """The figures of `unit_id` are added to the totals of `above_id`."""

    unit_id: int
    above_id: int
    by_side: bool


class _Way(NamedTuple):
    depth: int
    above: int
    line: str


def parts(ids: Iterable[int]) -> Iterator[list[int]]:
    """Cut ids into parts that a statement can name, in order."""
    whole = sorted(ids)
    for start in range(0, len(whole), AT_ONCE):
        yield whole[start : start + AT_ONCE]


def wanted_places(unit_ids: Collection[int], day: date) -> set[Place]:
    """Return where the figures of these units stand on the day.

    With the ended units that hold their records first, the unit itself if it has ended; then with
    the living unit at the end of that chain, and all above it.
    """
    up = _ways_up(unit_ids, day)
    living = _living({way.above for ways in up.values() for way in ways}, day)
    found: set[Place] = set()
    homes: dict[int, int] = {}
    for unit, ways in up.items():
        found |= {Place(unit, way.above, False) for way in ways if way.above not in living}
        for way in sorted(ways):
            if way.above in living:
                homes[unit] = way.above
                break
    up |= _ways_up(set(homes.values()) - up.keys(), day)
    for unit, home in homes.items():
        found |= {Place(unit, way.above, way.line == Line.SIDE) for way in up[home]}
    return found


def _ways_up(unit_ids: Collection[int], day: date) -> dict[int, list[_Way]]:
    found: dict[int, list[_Way]] = defaultdict(list)
    for unit, above, line, depth in rows_of(_UP, unit_ids, day, day):
        found[unit].append(_Way(depth, above, line))
    return found


def _living(unit_ids: Collection[int], day: date) -> set[int]:
    return {unit for (unit,) in rows_of(_LIVING, unit_ids, day, day)}


def rows_of(statement: str, ids: Collection[int], *values: Any) -> Iterator[tuple[Any, ...]]:
    """Yield what a statement finds for these ids (`:ids`), part by part, and then these values."""
    for part in parts(ids):
        marks = ", ".join(["%s"] * len(part))
        yield from fetch(statement.replace(":ids", marks), *part, *values)


def kept_places(unit_ids: list[int]) -> dict[Place, int]:
    """Return where the figures of these units are added now, and the row that says so."""
    rows = TotalPlace.objects.filter(unit_id__in=unit_ids)
    columns = ("unit_id", "above_id", "by_side", "pk")
    return {Place(*place): pk for *place, pk in rows.values_list(*columns)}


def rewrite_places(wrong: Iterable[int], missing: Iterable[Place]) -> None:
    """Strike out some rows and add others."""
    for part in parts(wrong):
        TotalPlace.objects.filter(pk__in=part).delete()
    put(_ADD, sorted(missing))
