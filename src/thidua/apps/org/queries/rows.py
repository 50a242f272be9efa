"""Units as rows of a list: name, kind, headcount, in Vietnamese order, in one query."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When

from thidua.apps.org.models import Headcount, Placement, Unit, UnitName
from thidua.apps.org.scoping import reaches
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.tree import Line
from thidua.lawbook.kinds import kind_name
from thidua.text.fold import fold


@dataclass(frozen=True)
class UnitRow:
    """One unit in a list, as of a day; `lives` is False for one that has ended."""

    id: int
    public_id: str
    name: str
    short_name: str
    kind: str
    kind_name: str
    sector: str
    members: int | None
    is_leaf: bool
    code: str
    lives: bool


def unit_row(unit_id: int, day: date | None = None) -> UnitRow | None:
    """Return one unit as a row, or None before its first day."""
    found = _rows(day or clock.today()).filter(unit_id=unit_id).first()
    return _row(found) if found else None


def direct_units(
    unit_id: int,
    day: date | None = None,
    *,
    seen_by: Actor | None = None,
    start: int = 0,
    limit: int | None = None,
) -> list[UnitRow]:
    """Return the units directly under this one on the day; of those, what `seen_by` may see."""
    return _part(_under(unit_id, Line.MAIN, day or clock.today(), seen_by), start, limit)


def side_units(
    unit_id: int,
    day: date | None = None,
    *,
    seen_by: Actor | None = None,
    start: int = 0,
    limit: int | None = None,
) -> list[UnitRow]:
    """Return the units under this one along the side line, as `direct_units` does."""
    return _part(_under(unit_id, Line.SIDE, day or clock.today(), seen_by), start, limit)


def search_units(
    actor: Actor, text: str, day: date | None = None, limit: int = 50, *, start: int = 0
) -> list[UnitRow]:
    """Return the visible units whose name or code holds every word of the text, accents or not."""
    rows = _seen(_rows(day or clock.today()), actor)
    for word in fold(text).split():
        rows = rows.filter(name_fold__contains=word)
    return _part(rows, start, limit)


def _under(unit_id: int, line: Line, day: date, actor: Actor | None) -> "QuerySet[UnitName]":
    children = Placement.objects.on(day).filter(parent_id=unit_id, line=line)
    rows = _rows(day).filter(unit_id__in=children.values("unit_id"))
    return _seen(rows, actor) if actor else rows


def _seen(rows: "QuerySet[UnitName]", actor: Actor) -> "QuerySet[UnitName]":
    """Keep what the actor sees; who only looks up at a unit does not see how many it has."""
    of_row = OuterRef("unit_id")
    counted = Q(reaches(actor, Capability.FIGURE_VIEW, of_row)) | Q(
        reaches(actor, Capability.UNIT_MANAGE, of_row)
    )
    return rows.filter(reaches(actor, Capability.UNIT_VIEW, of_row)).annotate(
        members=Case(When(counted, then=F("members")))
    )


def _part(rows: "QuerySet[UnitName]", start: int, limit: int | None) -> list[UnitRow]:
    return [_row(found) for found in rows[start : None if limit is None else start + limit]]


def _rows(day: date) -> "QuerySet[UnitName]":
    """Return the names in force on the day, with all that a row shows."""
    held = Placement.objects.on(day).filter(line=Line.MAIN)
    counts = Headcount.objects.on(day).filter(unit_id=OuterRef("unit_id"))
    rows: QuerySet[UnitName] = UnitName.objects.on(day).annotate(
        members=Subquery(counts.values("members")[:1]),
        leads=Exists(held.filter(parent_id=OuterRef("unit_id"))),
        lives=Exists(held.filter(unit_id=OuterRef("unit_id"))),
    )
    return rows.select_related("unit").order_by("sort_key", "unit_id")


def _row(found: Any) -> UnitRow:
    unit: Unit = found.unit
    return UnitRow(
        id=unit.id,
        public_id=unit.public_id,
        name=found.name,
        short_name=found.short_name or found.name,
        kind=unit.kind,
        kind_name=kind_name(unit.kind),
        sector=unit.sector,
        members=found.members,
        is_leaf=not found.leads,
        code=unit.code,
        lives=found.lives,
    )
