"""Taking back a reorganisation before its day: everything as it stood before, or a refusal."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import ProtectedError, QuerySet

from thidua.apps.org import bulk
from thidua.apps.org.models import Assignment, Reorganisation, Succession, Unit, UnitName
from thidua.apps.org.queries.names import name_of
from thidua.apps.org.services import checks, paths
from thidua.domain.errors import Conflict
from thidua.domain.spans import DateSpan
from thidua.domain.succession import Plan
from thidua.domain.tree import Edge, Line, problems

_NAME = ("unit_id", "name", "short_name", "valid_from", "valid_until")


def trace_of(plan: Plan, new: Iterable[Edge], founded: Iterable[int]) -> dict[str, Any]:
    """Return what stood before, and what will stand, in a form that can be kept until the day.

    Asked before anything is closed.
    """
    renamed = [unit for _, unit in plan.renamed]
    closed = [closed.unit for closed in plan.closed]
    names = [
        [*row[:3], row[3].isoformat(), row[4].isoformat()]
        for part in bulk.parts(renamed)
        for row in _held(UnitName.objects.filter(unit_id__in=part), plan.on).values_list(*_NAME)
    ]
    posts = [
        [post, until.isoformat()]
        for part in bulk.parts(closed)
        for post, until in _held(Assignment.objects.filter(unit_id__in=part), plan.on).values_list(
            "pk", "valid_until"
        )
    ]
    return {
        "gone": sorted(_kept(edge) for edge in plan.edges_gone),
        "new": sorted(_kept(edge) for edge in new),
        "names": names,
        "posts": posts,
        "founded": sorted(founded),
    }


def _held(rows: "QuerySet[Any]", on: date) -> "QuerySet[Any]":
    return rows.filter(valid_until__gt=on)


def _kept(edge: Edge) -> list[Any]:
    start, end = edge.span.valid_from.isoformat(), edge.span.valid_until.isoformat()
    return [edge.unit, edge.line.value, start, end, edge.parent]


def _edge(kept: list[Any]) -> Edge:
    unit, line, start, end, parent = kept
    return Edge(unit, parent, Line(line), DateSpan(_day(start), _day(end)))


def _day(text: str) -> date:
    return date.fromisoformat(text)


def take_back(reorganisation: Reorganisation) -> list[str]:
    """Put everything as it stood before; return the codes of the units that are not founded after all."""
    trace: dict[str, Any] = reorganisation.trace or {}
    on = reorganisation.effective_on
    new, gone = {_edge(kept) for kept in trace["new"]}, {_edge(kept) for kept in trace["gone"]}
    founded = set(trace["founded"])
    affected = bulk.below({edge.unit for edge in (*new, *gone)})
    _refuse_overtaken(affected, new, gone, on)
    _refuse_renamed({unit for unit, *_ in trace["names"]}, on)
    bulk.rewrite_edges(new, gone)
    _restore_names(trace["names"], on)
    for until, posts in _by_day(trace["posts"]).items():
        for part in bulk.parts(posts):
            ended = Assignment.objects.filter(pk__in=part, valid_until=on)
            ended.update(valid_until=until)
    Succession.objects.filter(reorganisation=reorganisation).delete()
    first = bulk.rewrite_paths(bulk.read_edges(affected - founded), affected).first
    if first is not None:
        paths.tell_listeners(first, affected - founded)
    return _unfound(founded)


def _refuse_overtaken(affected: set[int], new: set[Edge], gone: set[Edge], on: date) -> None:
    """Refuse where the tree is no longer what was carried out, or leans on it."""
    standing = bulk.read_edges(affected)
    for edge in sorted(new.difference(standing), key=lambda edge: (edge.unit, edge.span)):
        raise Conflict("org.plan_overtaken", unit=name_of(edge.unit, on))
    before = [edge for edge in standing if edge not in new] + list(gone)
    for problem in problems(before):
        raise Conflict("org.plan_overtaken", unit=name_of(problem.unit, on))


def _refuse_renamed(renamed: set[int], on: date) -> None:
    for part in bulk.parts(sorted(renamed)):
        later = UnitName.objects.filter(unit_id__in=part, valid_from__gt=on).first()
        if later is not None:
            raise Conflict("org.plan_overtaken", unit=name_of(later.unit_id, on))


def _restore_names(names: list[list[Any]], on: date) -> None:
    units = {unit for unit, *_ in names}
    for part in bulk.parts(sorted(units)):
        UnitName.objects.filter(unit_id__in=part, valid_from=on).delete()
    codes = {
        unit: code
        for part in bulk.parts(sorted(units))
        for unit, code in Unit.objects.filter(pk__in=part).values_list("pk", "code")
    }
    for unit, name, short_name, start, end in names:
        UnitName.objects.update_or_create(
            unit_id=unit,
            valid_from=_day(start),
            defaults={
                "valid_until": _day(end),
                **checks.clean_name(name, short_name, codes[unit]),
            },
        )


def _by_day(posts: list[list[Any]]) -> dict[date, list[int]]:
    found: dict[date, list[int]] = defaultdict(list)
    for post, until in posts:
        found[_day(until)].append(post)
    return found


def _unfound(founded: set[int]) -> list[str]:
    """Strike out units that were to be founded; refuse where anything is recorded of one already."""
    codes: list[str] = []
    for part in bulk.parts(sorted(founded)):
        units = Unit.objects.filter(pk__in=part)
        codes += units.values_list("code", flat=True)
        UnitName.objects.filter(unit_id__in=part).delete()
        try:
            units.delete()
        except ProtectedError as held:
            about = min({getattr(row, "unit_id", 0) or 0 for row in held.protected_objects})
            code = Unit.objects.filter(pk=about).values_list("code", flat=True).first()
            raise Conflict("org.plan_unit_in_use", code=code or codes[0]) from held
    return sorted(codes)
