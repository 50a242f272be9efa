"""Who owes a report: the lowest units below the asking one, its direct units, or the unit itself.

The last day of the period decides. Conditions are written against an outer row that has `until`: a row in force on the day before
`until` satisfies `valid_from < until <= valid_until`.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from thidua.apps.org.models import Placement, UnitName, UnitPath
from thidua.apps.reporting.enums import PeriodAsks
from thidua.apps.reporting.models import Period
from thidua.base import clock
from thidua.base.statements import fetch_one
from thidua.domain.tree import Line

# What `leaves_below` says, of one unit.
_LEAF_BELOW = """
    SELECT 1 FROM org_unitpath path
    WHERE path.ancestor_id = %s AND path.descendant_id = %s AND path.line = 'main'
        AND path.depth >= 1 AND path.valid_from < %s AND path.valid_until >= %s
        AND NOT EXISTS (
            SELECT 1 FROM org_placement below
            WHERE below.parent_id = path.descendant_id AND below.line = 'main'
                AND below.valid_from < %s AND below.valid_until >= %s
        )
    LIMIT 1
"""
# What `owes` says, of a `period` and an `own.id`.
OWED = """
    period.unit_id IN (
        SELECT ancestor_id FROM org_unitpath WHERE descendant_id = own.id AND line = 'main'
    ) AND (
        period.asks = 'lowest' AND EXISTS (
            SELECT 1 FROM org_unitpath path
            WHERE path.descendant_id = own.id AND path.ancestor_id = period.unit_id
                AND path.line = 'main' AND path.depth >= 1
                AND path.valid_from < period.until AND path.valid_until >= period.until
        ) AND NOT EXISTS (
            SELECT 1 FROM org_placement below
            WHERE below.parent_id = own.id AND below.line = 'main'
                AND below.valid_from < period.until AND below.valid_until >= period.until
        )
        OR period.asks <> 'lowest' AND EXISTS (
            SELECT 1 FROM org_placement held
            WHERE held.unit_id = own.id AND held.line = 'main'
                AND held.valid_from < period.until AND held.valid_until >= period.until
                AND CASE period.asks WHEN 'direct' THEN held.parent_id ELSE own.id END
                    = period.unit_id
        )
    )
"""
_RECEIVER = """
    SELECT called.short_name, called.name FROM org_placement held
    JOIN org_unitname called ON called.unit_id = held.parent_id
    WHERE held.unit_id = %s AND held.line = 'main' AND held.valid_from <= %s
        AND held.valid_until > %s AND called.valid_from <= %s AND called.valid_until > %s
    LIMIT 1
"""


def on_last_day(until: Any) -> dict[str, Any]:
    """Return the filter of dated rows in force on the day before `until`."""
    return {"valid_from__lt": until, "valid_until__gte": until}


def owes(unit_id: int | None) -> tuple[Q, Q]:
    """Return conditions on a period: it asks this unit, on the unit's line as it ever was."""
    line = UnitPath.objects.filter(descendant_id=unit_id, line=Line.MAIN).order_by()
    held = Placement.objects.filter(line=Line.MAIN, **on_last_day(OuterRef("until")))
    living = held.filter(unit_id=unit_id)
    above = line.filter(
        ancestor_id=OuterRef("unit_id"), depth__gte=1, **on_last_day(OuterRef("until"))
    )
    lowest = Q(Exists(above)) & ~Q(Exists(held.filter(parent_id=unit_id)))
    direct = Q(Exists(living.filter(parent_id=OuterRef("unit_id"))))
    return Q(unit_id__in=line.values("ancestor_id")), (
        Q(asks=PeriodAsks.LOWEST) & lowest
        | Q(asks=PeriodAsks.DIRECT) & direct
        | Q(asks=PeriodAsks.OWN, unit_id=unit_id) & Q(Exists(living))
    )


def owes_now(unit_id: int, period: Period) -> bool:
    """Tell whether one period asks one unit: the same as `owes`, with fewer words."""
    if period.asks == PeriodAsks.LOWEST:
        end = period.until
        return fetch_one(_LEAF_BELOW, period.unit_id, unit_id, end, end, end, end) is not None
    held = Placement.objects.filter(unit_id=unit_id, line=Line.MAIN, **on_last_day(period.until))
    if period.asks == PeriodAsks.DIRECT:
        return bool(held.filter(parent_id=period.unit_id).exists())
    return period.unit_id == unit_id and bool(held.exists())


def owing_units(period: Period) -> "QuerySet[Any]":
    """Return the ids of the units that owe a report for a period."""
    if period.asks == PeriodAsks.LOWEST:
        return leaves_below(period.unit_id, period.until).values("descendant_id")
    held = Placement.objects.filter(line=Line.MAIN, **on_last_day(period.until))
    if period.asks == PeriodAsks.DIRECT:
        return held.filter(parent_id=period.unit_id).values("unit_id")
    return held.filter(unit_id=period.unit_id).values("unit_id")


def leaves_below(unit_id: int | None, until: Any, line: Line = Line.MAIN) -> "QuerySet[UnitPath]":
    """Return the paths to the lowest living units below, on the day before `until`."""
    inner = OuterRef(until) if isinstance(until, OuterRef) else until
    children = Placement.objects.filter(
        parent_id=OuterRef("descendant_id"), line=Line.MAIN, **on_last_day(inner)
    )
    return UnitPath.objects.filter(
        ~Exists(children),
        ancestor_id=unit_id,
        line=line,
        depth__gte=1,
        **on_last_day(until),
    )


def receiver_of(unit_id: int) -> str:
    """Return the short name of the direct superior today, who gets the unit's reports."""
    today = clock.today()
    called = fetch_one(_RECEIVER, unit_id, today, today, today, today)
    return (called[0] or called[1]) if called else ""


def name_now(unit: str) -> Subquery:
    """Return the name that a unit has today; one that has ended keeps its last."""
    called = UnitName.objects.on(clock.today()).filter(unit_id=OuterRef(unit))
    return Subquery(called.values("name")[:1])


def parent_now(unit: str) -> Subquery:
    """Return the direct superior of a unit today."""
    held = Placement.objects.on(clock.today()).filter(unit_id=OuterRef(unit), line=Line.MAIN)
    return Subquery(held.values("parent_id")[:1])
