"""Totals in today's tree: each unit's figures stand with whoever leads it, or carries it on, today.

A living unit counts for all above it. One that has ended counts for itself, for the ended units
that kept its records after it, and for the living unit at the end of that chain with all above.
The totals are at all times the folded facts joined with TotalPlace; when the tree changes, figures
are taken away where they no longer stand and added where they stand now, nothing else is touched.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from django.db import connection, transaction

from thidua.apps.figures.models import Fact, Total, TotalPlace
from thidua.apps.figures.services.adding import UPSERT
from thidua.apps.figures.services.lock import be_the_only_folder
from thidua.apps.figures.services.places import (
    Place,
    kept_places,
    parts,
    rewrite_places,
    wanted_places,
)
from thidua.base import clock
from thidua.domain.figures.totals import View

# As many as a statement can name on either database: four values each.
_PLACES_AT_ONCE = 4_000
_PLACES = "(SELECT unit_id, above_id, by_side, 1 AS sign FROM figures_totalplace)"
_ADD = (
    """
    INSERT INTO figures_total
        (view, unit_id, indicator_id, sector, starts_on, until, by_side, sent, accepted)
    SELECT
        'today', place.above_id, fact.indicator_id, fact.sector, fact.starts_on, fact.until,
        place.by_side,
        SUM(CASE fact.stage WHEN 'sent' THEN place.sign * fact.value ELSE 0 END),
        SUM(CASE fact.stage WHEN 'accepted' THEN place.sign * fact.value ELSE 0 END)
    FROM figures_fact fact
    JOIN :places place ON place.unit_id = fact.unit_id
    WHERE :which
    GROUP BY place.above_id, fact.indicator_id, fact.sector, fact.starts_on, fact.until,
        place.by_side
"""
    + UPSERT
)
_MOVED = "WITH moved (unit_id, above_id, by_side, sign) AS (VALUES :rows)"
_FOLDED = "NOT EXISTS (SELECT 1 FROM figures_factqueue queue WHERE queue.fact_id = fact.id)"

_followed: list[date] = []


def follow_today(unit_ids: Collection[int] | None = None) -> int:
    """Move the figures of these units (or of all) to where they stand today; return how many moved."""
    moved = 0
    with transaction.atomic():
        be_the_only_folder()
        for missing, wrong in _astray(_settled() if unit_ids is None else unit_ids):
            _move([(*place, 1) for place in missing] + [(*place, -1) for place in wrong])
            rewrite_places(wrong.values(), missing)
            moved += len({place.unit_id for place in (*missing, *wrong)})
    return moved


def follow_day() -> None:
    """Once a day, and once after each start, move what a change dated ahead has moved by now."""
    today = clock.today()
    if [today] == _followed:
        return
    # Looked at first without holding anything: on most days nothing is astray.
    if any(True for _ in _astray(_settled())):
        follow_today()
    _followed[:] = [today]


def rebuild_today() -> None:
    """Add up anew every total in today's tree; facts that still wait are left to the folder."""
    with transaction.atomic():
        be_the_only_folder()
        Total.every.filter(view=View.TODAY).delete()
        reporting = set(Fact.objects.values_list("unit_id", flat=True).distinct())
        for missing, wrong in _astray(reporting, newcomers=True):
            rewrite_places(wrong.values(), missing)
        _run(_add(_PLACES, _FOLDED), [])


def _settled() -> set[int]:
    return set(TotalPlace.objects.values_list("unit_id", flat=True).distinct())


def _astray(
    unit_ids: Collection[int], *, newcomers: bool = False
) -> Iterator[tuple[set[Place], dict[Place, int]]]:
    """Yield, part by part, the places that are missing and those that are wrong, with their rows.

    A unit that has none yet has no figures to move; it is left out unless it is asked for.
    """
    day = clock.today()
    for part in parts(unit_ids):
        kept = kept_places(part)
        wanted = wanted_places(part if newcomers else {place.unit_id for place in kept}, day)
        wrong = {place: pk for place, pk in kept.items() if place not in wanted}
        missing = wanted - kept.keys()
        if missing or wrong:
            yield missing, wrong


def _move(places: list[tuple[int, int, bool, int]]) -> None:
    """Add, or with the sign -1 take away, the folded facts of units at these places."""
    sql = _add("moved", _FOLDED)
    for start in range(0, len(places), _PLACES_AT_ONCE):
        part = places[start : start + _PLACES_AT_ONCE]
        rows = ", ".join(["(%s, %s, %s, %s)"] * len(part))
        _run(_MOVED.replace(":rows", rows) + sql, [value for place in part for value in place])


def _add(places: str, which: str) -> str:
    return _ADD.replace(":places", places).replace(":which", which)


def _run(sql: str, values: Sequence[int | bool]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
