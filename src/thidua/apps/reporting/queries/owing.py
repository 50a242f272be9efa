"""Who owes a report: the lowest living units below the asking one, on the period's last day.

Conditions are written against an outer row that has `until`: a row in force on the day before
`until` satisfies `valid_from < until <= valid_until`.
"""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable

from thidua.apps.org.models import Placement, UnitName, UnitPath
from thidua.base import clock
from thidua.domain.tree import Line


def on_last_day(until: Any) -> dict[str, Any]:
    """Return the filter of dated rows in force on the day before `until`."""
    return {"valid_from__lt": until, "valid_until__gte": until}


def owes(unit_id: int | None) -> tuple[Combinable, Combinable]:
    """Return two conditions on a period: the unit stands below the asking one, nothing below it."""
    above = UnitPath.objects.filter(
        ancestor_id=OuterRef("unit_id"),
        descendant_id=unit_id,
        line=Line.MAIN,
        depth__gte=1,
        **on_last_day(OuterRef("until")),
    )
    below = Placement.objects.filter(
        parent_id=unit_id, line=Line.MAIN, **on_last_day(OuterRef("until"))
    )
    return Exists(above), ~Exists(below)


def leaves_below(unit_id: int | None, until: Any) -> "QuerySet[UnitPath]":
    """Return the paths to the lowest living units below, on the day before `until`."""
    inner = OuterRef(until) if isinstance(until, OuterRef) else until
    children = Placement.objects.filter(
        parent_id=OuterRef("descendant_id"), line=Line.MAIN, **on_last_day(inner)
    )
    return UnitPath.objects.filter(
        ~Exists(children),
        ancestor_id=unit_id,
        line=Line.MAIN,
        depth__gte=1,
        **on_last_day(until),
    )


def name_now(unit: str) -> Subquery:
    """Return the name that a unit has today; one that has ended keeps its last."""
    called = UnitName.objects.on(clock.today()).filter(unit_id=OuterRef(unit))
    return Subquery(called.values("name")[:1])


def parent_now(unit: str) -> Subquery:
    """Return the direct superior of a unit today."""
    held = Placement.objects.on(clock.today()).filter(unit_id=OuterRef(unit), line=Line.MAIN)
    return Subquery(held.values("parent_id")[:1])
