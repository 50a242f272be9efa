"""Writes a prepared reorganisation: units, names, lines, posts, successions, then the paths."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from thidua.apps.org import bulk
from thidua.apps.org.models import Assignment, Succession, Unit, UnitName
from thidua.apps.org.services import checks, paths
from thidua.apps.org.services.dated import close
from thidua.apps.org.services.reorganising_plan import Prepared
from thidua.apps.org.services.reorganising_recall import trace_of
from thidua.base import clock
from thidua.domain.succession import Plan
from thidua.domain.tree import Edge


@dataclass(frozen=True)
class Written:
    """What the audit event says, and what is kept until the day, if that is to come."""

    said: dict[str, object]
    trace: dict[str, object] | None


@bulk.uncollected()
def write(prepared: Prepared, plan: Plan) -> Written:
    """Write everything in a few statements."""
    real = _found(prepared, plan)
    new = [_real_edge(edge, real) for edge in plan.edges_new]
    trace = trace_of(plan, new, real.values()) if plan.on > clock.today() else None
    bulk.rewrite_edges(plan.edges_gone, new)
    _rename(prepared, plan)
    posts = _end_posts(plan)
    Succession.objects.bulk_create(
        [
            Succession(
                reorganisation=prepared.reorganisation,
                predecessor_id=heritage.predecessor,
                successor_id=real.get(heritage.successor, heritage.successor),
                share=heritage.share,
            )
            for heritage in plan.succession
        ],
        batch_size=bulk.AT_ONCE,
    )
    _rewrite_paths(prepared.touched | set(real.values()), plan, new)
    return Written({"posts_ended": posts, **_codes(plan)}, trace)


def _rewrite_paths(affected: set[int], plan: Plan, new: list[Edge]) -> None:
    """Write the paths from the edges that the plan has checked, without reading them again."""
    kept = [edge for edge in plan.edges_before if edge not in plan.edges_gone]
    first = bulk.rewrite_paths([*kept, *new], affected).first
    if first is not None:
        paths.tell_listeners(first, affected)


def _found(prepared: Prepared, plan: Plan) -> dict[int, int]:
    """Make the new units; return their real numbers by their passing ones."""
    columns = [(new.unit, new.name) for new in prepared.founded.values()]
    return dict(zip(prepared.founded, bulk.make_units(columns, plan.on), strict=True))


def _real_edge(edge: Edge, real: Mapping[int, int]) -> Edge:
    unit = real.get(edge.unit, edge.unit)
    parent = real.get(edge.parent, edge.parent) if edge.parent is not None else None
    return replace(edge, unit=unit, parent=parent)


def _rename(prepared: Prepared, plan: Plan) -> None:
    by_position = {row.position: row for row in prepared.rows}
    unit_ids = [unit for _, unit in plan.renamed]
    codes: dict[int, str] = {}
    for part in bulk.parts(unit_ids):
        codes |= dict(Unit.objects.filter(pk__in=part).values_list("pk", "code"))
        close(UnitName.objects.filter(unit_id__in=part), plan.on)
    fresh = [
        UnitName(
            unit_id=unit,
            valid_from=plan.on,
            **checks.clean_name(by_position[row].name, by_position[row].short_name, codes[unit]),
        )
        for row, unit in plan.renamed
    ]
    UnitName.objects.bulk_create(fresh, batch_size=bulk.AT_ONCE)


def _end_posts(plan: Plan) -> int:
    ended = 0
    for part in bulk.parts(closed.unit for closed in plan.closed):
        held = Assignment.objects.filter(unit_id__in=part, valid_until__gt=plan.on)
        ended += close(held, plan.on)
    return ended


def _codes(plan: Plan) -> dict[str, list[str]]:
    """Name the units that were touched without a row of their own, too."""
    told = {
        "closed": [closed.unit for closed in plan.closed],
        "moved": [moved.unit for moved in plan.moved],
        "parted": [moved.unit for moved in plan.sided if moved.new is None],
    }
    codes: dict[int, str] = {}
    for part in bulk.parts(sorted({unit for units in told.values() for unit in units})):
        codes |= dict(Unit.objects.filter(pk__in=part).values_list("pk", "code"))
    named = {what: sorted(codes[unit] for unit in units) for what, units in told.items()}
    return {"opened": sorted(plan.founded), **named}
