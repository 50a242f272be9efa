"""Adding facts to the totals of their unit and of everyone above it, as filed and in today's tree.

As filed means: on the tree of the last day of the figure's own period, or of the unit's last
living day if it ended earlier. A path in force on the day before `ends` satisfies
`valid_from < ends <= valid_until`, so no arithmetic of days is needed.

Each question names one table and its keys, so that its plan is right even where the database knows
nothing yet about rows that came in thousands a moment ago.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from thidua.apps.figures.enums import Stage
from thidua.apps.figures.models import Fact
from thidua.apps.figures.services.places import rewrite_places, rows_of, wanted_places
from thidua.base import clock
from thidua.base.statements import put
from thidua.domain.figures.totals import View
from thidua.domain.tree import Line

UPSERT = """
    ON CONFLICT (unit_id, view, indicator_id, starts_on, until, sector, by_side) DO UPDATE SET
        sent = figures_total.sent + excluded.sent,
        accepted = figures_total.accepted + excluded.accepted
"""
_ADD = """
    INSERT INTO figures_total
        (view, unit_id, by_side, indicator_id, sector, starts_on, until, sent, accepted)
    VALUES :rows :upsert
""".replace(":upsert", UPSERT)

_LIVES = "SELECT unit_id, valid_until FROM org_placement WHERE line = 'main' AND unit_id IN (:ids)"
_WAYS = """
    SELECT descendant_id, ancestor_id, line, valid_from, valid_until FROM org_unitpath
    WHERE descendant_id IN (:ids)
"""
_KEPT = "SELECT unit_id, above_id, by_side FROM figures_totalplace WHERE unit_id IN (:ids)"


class _Where(NamedTuple):
    """One of the totals to which a figure is added."""

    view: str
    above_id: int
    by_side: bool


class _Way(NamedTuple):
    above_id: int
    by_side: bool
    valid_from: date
    valid_until: date


def add_to_totals(facts: Sequence[Fact]) -> None:
    """Add these facts to the totals; the caller answers for adding each fact once."""
    units = {fact.unit_id for fact in facts}
    filed = _Filed(units)
    today = _today(units)
    sums: dict[tuple[Any, ...], list[int]] = defaultdict(lambda: [0, 0])
    for fact in facts:
        of = (fact.indicator_id, fact.sector, fact.starts_on, fact.until)
        stage = int(fact.stage == Stage.ACCEPTED)
        for where in (*filed.totals(fact), *today[fact.unit_id]):
            sums[*where, *of][stage] += fact.value
    put(_ADD, sorted((*key, *values) for key, values in sums.items()))


class _Filed:
    """Where figures are added as filed: the ways up from these units, with the days they hold."""

    def __init__(self, units: Collection[int]) -> None:
        self._ends: dict[int, date] = {}
        self._ways: dict[int, list[_Way]] = defaultdict(list)
        self._found: dict[tuple[int, date], list[_Where]] = {}
        for unit, end in rows_of(_LIVES, units):
            self._ends[unit] = max(end, self._ends.get(unit, end))
        for unit, above, line, *span in rows_of(_WAYS, units):
            self._ways[unit].append(_Way(above, line == Line.SIDE, *span))

    def totals(self, fact: Fact) -> list[_Where]:
        ends = min(self._ends[fact.unit_id], fact.until)
        key = fact.unit_id, ends
        if key not in self._found:
            self._found[key] = [
                _Where(View.FILED.value, way.above_id, way.by_side)
                for way in self._ways[fact.unit_id]
                if way.valid_from < ends <= way.valid_until
            ]
        return self._found[key]


def _today(units: set[int]) -> dict[int, list[_Where]]:
    """Return where figures of these units are added today; a unit's first fact finds its places."""
    found: dict[int, list[_Where]] = defaultdict(list)
    for unit, above, by_side in rows_of(_KEPT, units):
        found[unit].append(_Where(View.TODAY.value, above, by_side))
    if newcomers := units.difference(found):
        places = wanted_places(newcomers, clock.today())
        rewrite_places([], places)
        for place in places:
            found[place.unit_id].append(_Where(View.TODAY.value, place.above_id, place.by_side))
    return found
