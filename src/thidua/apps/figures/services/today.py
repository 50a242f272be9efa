"""Totals in today's tree: each unit's figures stand with whoever leads it, or carries it on, today.

A living unit counts for all above it. One that has ended counts for itself, for the ended units
that kept its records after it, and for the living unit at the end of that chain with all above.
The totals are at all times the folded facts joined with TotalPlace; when the tree changes, figures
are taken away where they no longer stand and added where they stand now, nothing else is touched.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from django.db import connection, transaction

from thidua.apps.figures.models import Total, TotalPlace
from thidua.apps.figures.services.lock import be_the_only_folder
from thidua.base import clock
from thidua.domain.figures.totals import View

_AT_ONCE = 500
# Beyond so many units, one look at all is quicker than many at a few.
_MANY = 5_000

_LIVES = """EXISTS (
    SELECT 1 FROM org_placement life
    WHERE life.unit_id = :unit.ancestor_id AND life.line = 'main'
        AND life.valid_from <= %(day)s AND life.valid_until > %(day)s
)"""
_PLACES = """
    SELECT chain.descendant_id AS unit_id, chain.ancestor_id AS above_id, FALSE AS by_side
    FROM org_unitpath chain
    WHERE chain.descendant_id IN (:units) AND NOT :chain_lives
        AND chain.valid_from <= %(day)s AND chain.valid_until > %(day)s
    UNION ALL
    SELECT home.descendant_id, above.ancestor_id, above.line = 'side'
    FROM org_unitpath home
    JOIN org_unitpath above ON above.descendant_id = home.ancestor_id
        AND above.valid_from <= %(day)s AND above.valid_until > %(day)s
    WHERE home.descendant_id IN (:units) AND :home_lives
        AND (home.depth = 0 OR home.line = 'record')
        AND home.valid_from <= %(day)s AND home.valid_until > %(day)s
        AND NOT EXISTS (
            SELECT 1 FROM org_unitpath nearer
            WHERE nearer.descendant_id = home.descendant_id AND nearer.depth < home.depth
                AND nearer.valid_from <= %(day)s AND nearer.valid_until > %(day)s
                AND :nearer_lives
        )
"""
for _way in ("chain", "home", "nearer"):
    _PLACES = _PLACES.replace(f":{_way}_lives", _LIVES.replace(":unit", _way))
_KEPT = "SELECT unit_id, above_id, by_side FROM figures_totalplace WHERE unit_id IN (:units)"
_MISSING = "SELECT * FROM (:wanted) wanted EXCEPT SELECT * FROM (:kept) kept"
_WRONG = "SELECT * FROM (:kept) kept EXCEPT SELECT * FROM (:wanted) wanted"
_MISSING, _WRONG = (
    text.replace(":wanted", _PLACES).replace(":kept", _KEPT) for text in (_MISSING, _WRONG)
)
_ASTRAY = "SELECT unit_id FROM (:a) missing UNION SELECT unit_id FROM (:b) wrong"
_ASTRAY = _ASTRAY.replace(":a", _MISSING).replace(":b", _WRONG)
# Every unit's own place stays, so that taking away never hides a unit from the adding.
_UNSETTLE = "DELETE FROM figures_totalplace WHERE (unit_id, above_id, by_side) IN (:places)"
_SETTLE = "INSERT INTO figures_totalplace (unit_id, above_id, by_side) :places"
_ADD = """
    INSERT INTO figures_total
        (view, unit_id, indicator_id, sector, starts_on, until, by_side, sent, accepted)
    SELECT
        'today', place.above_id, fact.indicator_id, fact.sector, fact.starts_on, fact.until,
        place.by_side,
        :sign * SUM(CASE fact.stage WHEN 'sent' THEN fact.value ELSE 0 END),
        :sign * SUM(CASE fact.stage WHEN 'accepted' THEN fact.value ELSE 0 END)
    FROM figures_fact fact
    JOIN :places place ON place.unit_id = fact.unit_id
    WHERE :which
    GROUP BY place.above_id, fact.indicator_id, fact.sector, fact.starts_on, fact.until,
        place.by_side
    ON CONFLICT (unit_id, view, indicator_id, starts_on, until, sector, by_side) DO UPDATE SET
        sent = figures_total.sent + excluded.sent,
        accepted = figures_total.accepted + excluded.accepted
"""
_FOLDED = "NOT EXISTS (SELECT 1 FROM figures_factqueue queue WHERE queue.fact_id = fact.id)"
_ALL = "figures_totalplace"
_SETTLED = "SELECT unit_id FROM figures_totalplace"
_REPORTING = "SELECT unit_id FROM figures_fact"
_NEWCOMERS = """
    SELECT unit_id FROM figures_fact fact WHERE fact.id IN (:facts)
        AND NOT EXISTS (SELECT 1 FROM figures_totalplace known WHERE known.unit_id = fact.unit_id)
"""

_followed: list[date] = []


def add_to_today(fact_ids: Sequence[int]) -> None:
    """Add these facts to the totals in today's tree; a unit's first fact finds its places."""
    marks, values = _named("f", fact_ids)
    _run(_SETTLE, values, places=_PLACES, units=_NEWCOMERS.replace(":facts", marks))
    _run(_ADD, values, places=_ALL, sign="1", which=f"fact.id IN ({marks})")


def follow_today(unit_ids: Collection[int] | None = None) -> int:
    """Move the figures of these units (or of all) to where they stand today; return how many moved."""
    moved = 0
    with transaction.atomic():
        be_the_only_folder()
        for units, values in _scopes(unit_ids):
            astray = _run(_ASTRAY, values, units=units)
            if len(astray) > _MANY:
                _move(units, values)
            else:
                for part in _parts(astray):
                    _move(*_named("u", part))
            moved += len(astray)
    return moved


def follow_day() -> None:
    """Once a day, and once after each start, move what a change dated ahead has moved by now."""
    today = clock.today()
    if [today] == _followed:
        return
    # Looked at first without holding anything: on most days nothing is astray.
    if _run(_ASTRAY, {}, units=_SETTLED):
        follow_today()
    _followed[:] = [today]


def rebuild_today() -> None:
    """Add up anew every total in today's tree; facts that still wait are left to the folder."""
    with transaction.atomic():
        be_the_only_folder()
        Total.every.filter(view=View.TODAY).delete()
        TotalPlace.objects.all().delete()
        _run(_SETTLE, {}, places=_PLACES, units=_REPORTING)
        _run(_ADD, {}, places=_ALL, sign="1", which=_FOLDED)


def _scopes(unit_ids: Collection[int] | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield which units to look at, in parts, as text of SQL and its values."""
    if unit_ids is None or len(unit_ids) > _MANY:
        yield _SETTLED, {}
        return
    for part in _parts(sorted(unit_ids)):
        marks, values = _named("u", part)
        yield f"{_SETTLED} WHERE unit_id IN ({marks})", values


def _move(units: str, values: dict[str, Any]) -> None:
    which = f"fact.unit_id IN ({units}) AND {_FOLDED}"
    _run(_ADD, values, places=f"({_WRONG})", sign="-1", which=which, units=units)
    _run(_UNSETTLE, values, places=_WRONG, units=units)
    _run(_ADD, values, places=f"({_MISSING})", sign="1", which=which, units=units)
    _run(_SETTLE, values, places=_MISSING, units=units)


def _run(sql: str, values: dict[str, Any], **parts: str) -> list[int]:
    """Run one statement with its parts filled in, as of today; return the first column of a query."""
    for name, text in parts.items():
        sql = sql.replace(f":{name}", text)
    if "%(day)s" in sql:
        values = {**values, "day": connection.ops.adapt_datefield_value(clock.today())}
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [row[0] for row in cursor.fetchall()] if cursor.description else []


def _named(letter: str, ids: Sequence[int]) -> tuple[str, dict[str, Any]]:
    """Return the placeholders of some ids, and their values."""
    values = {f"{letter}{place}": pk for place, pk in enumerate(ids)}
    return ", ".join(f"%({name})s" for name in values), values


def _parts(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
