"""Who stands above and below whom on a day, who lives, who is a leaf."""

from datetime import date, timedelta

from django.db.models import Exists, Max, OuterRef, QuerySet

from thidua.apps.org.models import Placement, UnitPath
from thidua.base import clock
from thidua.domain.spans import OPEN_END
from thidua.domain.tree import Line


def parent_id_on(unit_id: int, line: Line, day: date | None = None) -> int | None:
    """Return the parent along one line on the day, or None."""
    rows = Placement.objects.on(day or clock.today()).filter(unit_id=unit_id, line=line)
    return rows.values_list("parent_id", flat=True).first()


def main_parent_id(unit_id: int, day: date | None = None) -> int | None:
    """Return the direct superior on the day."""
    return parent_id_on(unit_id, Line.MAIN, day)


def side_parent_id(unit_id: int, day: date | None = None) -> int | None:
    """Return the superior of the side line (ngành beside địa phương) on the day."""
    return parent_id_on(unit_id, Line.SIDE, day)


def record_keeper_id(unit_id: int, day: date | None = None) -> int | None:
    """Return who keeps the records of a unit that has ended by the day."""
    return parent_id_on(unit_id, Line.RECORD, day)


def ancestor_ids(unit_id: int, day: date | None = None) -> list[int]:
    """Return the superiors along the main (after the end: record) line, nearest first."""
    when = day or clock.today()
    above = UnitPath.objects.on(when).filter(descendant_id=unit_id, line=Line.MAIN, depth__gte=1)
    found = list(above.order_by("depth").values_list("ancestor_id", flat=True))
    if found:
        return found
    # Record ways may lead to side superiors too, so the keeper's own superiors are asked for.
    keeper = record_keeper_id(unit_id, when)
    return [keeper, *ancestor_ids(keeper, when)] if keeper else []


def lives_on(unit_id: int, day: date | None = None) -> bool:
    """Tell whether the unit lives on the day."""
    held = Placement.objects.on(day or clock.today())
    return bool(held.filter(unit_id=unit_id, line=Line.MAIN).exists())


def ends_after(unit_id: int) -> date | None:
    """Return the first day on which the unit no longer lives, OPEN_END where none is known."""
    mains = Placement.objects.filter(unit_id=unit_id, line=Line.MAIN)
    return mains.aggregate(end=Max("valid_until"))["end"]  # type: ignore[no-any-return]


def last_living_day(unit_id: int) -> date | None:
    """Return the last day of the unit's life, or None while no end is known."""
    end = ends_after(unit_id)
    return end - timedelta(days=1) if end and end != OPEN_END else None


def has_children(unit_id: int, day: date | None = None) -> bool:
    """Tell whether units stand directly under this one on the day, along the main line."""
    held = Placement.objects.on(day or clock.today())
    return bool(held.filter(parent_id=unit_id, line=Line.MAIN).exists())


def is_leaf(unit_id: int, day: date | None = None) -> bool:
    """Tell whether nothing stands under the unit on the day, so that figures begin with it."""
    return not has_children(unit_id, day)


def living_leaf_ids(unit_id: int, day: date | None = None) -> "QuerySet[UnitPath, int]":
    """Return the ids of the units below that live on the day and have none under them."""
    when = day or clock.today()
    children = Placement.objects.on(when).filter(parent_id=OuterRef("descendant_id"))
    below = UnitPath.objects.on(when).filter(ancestor_id=unit_id, line=Line.MAIN, depth__gte=1)
    leaves = below.filter(~Exists(children.filter(line=Line.MAIN)))
    return leaves.values_list("descendant_id", flat=True)
