"""The ledger: writes what a source says now as differences to what it said before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from thidua.apps.figures.services.folding import add_to_totals
from thidua.base import clock

_Key = tuple[int, int, str, date, date]
_STANDING = """
    SELECT unit_id, indicator_id, sector, starts_on, until, SUM(value), MAX(id) FROM figures_fact
    WHERE source_id = %s AND source_type = %s AND stage = %s
    GROUP BY unit_id, indicator_id, sector, starts_on, until
"""
_WRITE = """
    INSERT INTO figures_fact
        (unit_id, indicator_id, sector, starts_on, until, stage, value,
        source_type, source_id, source_version, supersedes_id, recorded_at)
    VALUES :rows RETURNING id
"""
_QUEUE = "INSERT INTO figures_factqueue (fact_id) VALUES :rows"
_ROW = f"({', '.join(['%s'] * 12)})"


@dataclass
class _Standing:
    """What a source stands at: the sum of its rows, and the last of them, by key."""

    value: dict[_Key, int] = field(default_factory=dict)
    last: dict[_Key, int] = field(default_factory=dict)


def record_facts(
    *,
    unit_id: int,
    sector: str,
    starts_on: date,
    until: date,
    stage: str,
    values: Mapping[int, int],
    source_type: str,
    source_id: str,
    source_version: int,
) -> int:
    """Make a source stand at `values` (by indicator id) in one stage; return the rows written.

    An indicator that is no longer named is taken back. Belongs inside an operation; the source
    itself must be locked by the caller (its state was just changed).
    """
    standing = _standing(source_type, source_id, stage)
    wanted = {(unit_id, pk, sector, starts_on, until): value for pk, value in values.items()}
    source = source_type, source_id, source_version
    rows = [
        (*_stored(key), stage, difference, *source, standing.last.get(key))
        for key in sorted(standing.value.keys() | wanted.keys())
        if (difference := wanted.get(key, 0) - standing.value.get(key, 0))
    ]
    _append(rows)
    return len(rows)


def _stored(key: _Key) -> tuple[Any, ...]:
    """Return the key as the database takes it."""
    unit, indicator, sector, starts_on, until = key
    day = connection.ops.adapt_datefield_value
    return unit, indicator, sector, day(starts_on), day(until)


def _standing(source_type: str, source_id: str, stage: str) -> _Standing:
    found = _Standing()
    with connection.cursor() as cursor:
        cursor.execute(_STANDING, [source_id, source_type, stage])
        for *columns, value, last in cursor.fetchall():
            key = tuple(columns)
            found.value[key], found.last[key] = int(value), last
    return found


def _append(rows: list[tuple[Any, ...]]) -> None:
    """Write the rows; on SQLite add them to the totals at once, elsewhere queue them.

    A queue keeps writers from waiting for one another on the totals of a common superior;
    SQLite has one writer at a time, so there the totals may as well be right immediately.
    """
    if not rows:
        return
    moment = connection.ops.adapt_datetimefield_value(clock.now())
    with connection.cursor() as cursor:
        cursor.execute(
            _WRITE.replace(":rows", ", ".join([_ROW] * len(rows))),
            [value for row in rows for value in (*row, moment)],
        )
        written = [pk for (pk,) in cursor.fetchall()]
        if connection.vendor != "sqlite":
            cursor.execute(_QUEUE.replace(":rows", ", ".join(["(%s)"] * len(written))), written)
    if connection.vendor == "sqlite":
        add_to_totals(written)
