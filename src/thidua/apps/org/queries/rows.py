"""Units as rows of a list: name, kind, headcount, in Vietnamese order, in one query."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, When

from thidua.apps.org.models import Headcount, Placement, Unit, UnitName
from thidua.apps.org.scoping import reaches
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.tree import Line
from thidua.lawbook.kinds import kind_name
from thidua.text.fold import fold

_ORDER = ("sort_key", "unit_id")


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
    when = day or clock.today()
    found = _read(UnitName.objects.on(when).filter(unit_id=unit_id), when)
    return found[0] if found else None


def direct_units(
    unit_id: int,
    day: date | None = None,
    *,
    seen_by: Actor | None = None,
    start: int = 0,
    limit: int | None = None,
) -> list[UnitRow]:
    """Return the units directly under this one on the day; of those, what `seen_by` may see."""
    when = day or clock.today()
    return _read(_under(unit_id, Line.MAIN, when), when, seen_by, start, limit)


def side_units(
    unit_id: int,
    day: date | None = None,
    *,
    seen_by: Actor | None = None,
    start: int = 0,
    limit: int | None = None,
) -> list[UnitRow]:
    """Return the units under this one along the side line, as `direct_units` does."""
    when = day or clock.today()
    return _read(_under(unit_id, Line.SIDE, when), when, seen_by, start, limit)


def search_units(
    actor: Actor, text: str, day: date | None = None, limit: int = 50, *, start: int = 0
) -> list[UnitRow]:
    """Return the visible units whose name or code holds every word of the text, accents or not."""
    when = day or clock.today()
    titles: QuerySet[UnitName] = UnitName.objects.on(when)
    # Long words first: they fit few names, and the rest need not be looked at.
    for word in sorted(fold(text).split(), key=len, reverse=True):
        titles = titles.filter(name_fold__contains=word)
    return _read(titles, when, actor, start, limit)


def _under(unit_id: int, line: Line, day: date) -> "QuerySet[UnitName]":
    children = Placement.objects.on(day).filter(parent_id=unit_id, line=line)
    titles: QuerySet[UnitName] = UnitName.objects.on(day)
    return titles.filter(unit_id__in=children.values("unit_id"))


def _read(
    titles: "QuerySet[UnitName]",
    day: date,
    actor: Actor | None = None,
    start: int = 0,
    limit: int | None = None,
) -> list[UnitRow]:
    """Read the units of these names in Vietnamese order; of those, what the actor may see."""
    if actor is not None:
        titles = titles.filter(reaches(actor, Capability.UNIT_VIEW, OuterRef("unit_id")))
    if limit is not None:
        # Few rows are picked before anything is asked about each: a search may match 100,000.
        picked = titles.order_by(*_ORDER).values("pk")[start : start + limit]
        titles = UnitName.objects.filter(pk__in=picked)
    return [_row(found) for found in _described(titles, day, actor).order_by(*_ORDER)]


def _described(
    titles: "QuerySet[UnitName]", day: date, actor: Actor | None
) -> "QuerySet[UnitName]":
    held = Placement.objects.on(day).filter(line=Line.MAIN)
    counts = Headcount.objects.on(day).filter(unit_id=OuterRef("unit_id"))
    return titles.select_related("unit").annotate(
        members=Case(When(_counted(actor), then=Subquery(counts.values("members")[:1]))),
        leads=Exists(held.filter(parent_id=OuterRef("unit_id"))),
        lives=Exists(held.filter(unit_id=OuterRef("unit_id"))),
    )


def _counted(actor: Actor | None) -> Q:
    """Return where headcounts are shown: who only looks up at a unit does not see how many it has."""
    if actor is None:
        return Q(pk__isnull=False)
    of_row = OuterRef("unit_id")
    return Q(reaches(actor, Capability.FIGURE_VIEW, of_row)) | Q(
        reaches(actor, Capability.UNIT_MANAGE, of_row)
    )


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
