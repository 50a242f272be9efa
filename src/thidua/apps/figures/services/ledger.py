"""The ledger: writes what a source says now as differences to what it said before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connection

from thidua.apps.figures.models import Fact
from thidua.apps.figures.services.adding import add_to_totals
from thidua.apps.figures.services.folding import BATCH
from thidua.base import clock
from thidua.base.statements import fetch, put

_Key = tuple[int, int, str, date, date]
_WRITTEN = """
    SELECT id, value, unit_id, indicator_id, sector, starts_on, until FROM figures_fact
    WHERE source_id = %s AND source_type = %s AND stage = %s
    ORDER BY id
"""
_COLUMNS = (
    "unit_id", "indicator_id", "sector", "starts_on", "until", "stage", "value", "source_type",
    "source_id", "source_version", "supersedes_id", "recorded_at",
)  # fmt: skip
_INSERT = "INSERT INTO figures_fact (:columns) VALUES :rows".replace(
    ":columns", ", ".join(_COLUMNS)
)
_INSERT_AND_QUEUE = """
    WITH written AS (:insert RETURNING id)
    INSERT INTO figures_factqueue (fact_id) SELECT id FROM written
""".replace(":insert", _INSERT)


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
    moment = clock.now()
    rows = [
        Fact(
            **_columns(key),
            stage=stage,
            value=difference,
            source_type=source_type,
            source_id=source_id,
            source_version=source_version,
            supersedes_id=standing.last.get(key),
            recorded_at=moment,
        )
        for key in sorted(standing.value.keys() | wanted.keys())
        if (difference := wanted.get(key, 0) - standing.value.get(key, 0))
    ]
    append(rows)
    return len(rows)


def _columns(key: _Key) -> dict[str, Any]:
    names = ("unit_id", "indicator_id", "sector", "starts_on", "until")
    return dict(zip(names, key, strict=True))


def _standing(source_type: str, source_id: str, stage: str) -> _Standing:
    found = _Standing()
    for pk, value, *columns in fetch(_WRITTEN, source_id, source_type, stage):
        unit, indicator, sector, starts_on, until = columns
        key = unit, indicator, sector, starts_on, until
        found.value[key] = found.value.get(key, 0) + value
        found.last[key] = pk
    return found


def append(rows: list[Fact]) -> None:
    """Write the rows; on SQLite add them to the totals at once, elsewhere queue them.

    A queue keeps writers from waiting for one another on the totals of a common superior;
    SQLite has one writer at a time, so there the totals may as well be right immediately.
    """
    if not rows:
        return
    values = [[getattr(row, name) for name in _COLUMNS] for row in rows]
    if connection.vendor == "sqlite":
        put(_INSERT, values)
        for start in range(0, len(rows), BATCH):
            add_to_totals(rows[start : start + BATCH])
    else:
        put(_INSERT_AND_QUEUE, values)
