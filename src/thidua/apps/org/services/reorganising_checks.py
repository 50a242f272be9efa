"""What the lawbook and the records of names and posts say against a planned reorganisation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua.apps.org import bulk
from thidua.apps.org.enums import Line
from thidua.apps.org.models import Assignment, Placement, ReorganisationChange, Unit, UnitName
from thidua.apps.org.services import checks
from thidua.domain.changes import Act, Ref, Refusal
from thidua.domain.errors import Conflict, DomainError
from thidua.domain.succession import Moved, Plan
from thidua.domain.tree import Edge
from thidua.lawbook.kinds import unit_kinds


@dataclass(frozen=True)
class NewUnit:
    """A unit to be founded: its columns, and those of its first name, once they are clean."""

    row: int
    unit: dict[str, str]
    name: dict[str, str]
    error: DomainError | None = None


def new_units(plan: Plan, rows: Iterable[ReorganisationChange]) -> dict[int, NewUnit]:
    """Return what is to be founded, by the passing numbers of the plan."""
    by_code = {row.code: row for row in rows if row.act == Act.FOUND}
    return {number: _new_unit(by_code[code], plan) for code, number in plan.founded.items()}


def _new_unit(row: ReorganisationChange, plan: Plan) -> NewUnit:
    unit = {"kind": row.kind, "code": row.code, "sector": row.sector}
    try:
        unit["code"] = checks.clean_code(row.code)
        checks.kind_on(row.kind, plan.on)
        named = checks.clean_name(row.name, row.short_name, row.code)
    except DomainError as error:
        return NewUnit(row.position, unit, {}, error)
    return NewUnit(row.position, unit, named)


def faults_of(
    plan: Plan, founded: Mapping[int, NewUnit], rows: Sequence[ReorganisationChange]
) -> Iterator[Refusal]:
    """Yield what is wrong with kinds, names and posts, by row."""
    unclean = [new for new in founded.values() if new.error is not None]
    yield from (Refusal(new.row, new.error) for new in unclean if new.error is not None)
    if not unclean:
        yield from _kinds(plan, founded)
        yield from _names(plan, founded, rows)
    yield from _posts(plan)


def _kinds(plan: Plan, founded: Mapping[int, NewUnit]) -> Iterator[Refusal]:
    """Ask the lawbook about each pair of kinds once a row."""
    moves = [(moved, Line.MAIN) for moved in (*plan.opened, *plan.moved)]
    moves += [(moved, Line.SIDE) for moved in plan.sided if moved.new is not None]
    kinds = {number: new.unit["kind"] for number, new in founded.items()}
    named = {unit for moved, _ in moves for unit in (moved.unit, moved.new) if unit is not None}
    for part in bulk.parts(sorted(named - kinds.keys())):
        kinds |= dict(Unit.objects.filter(pk__in=part).values_list("pk", "kind"))
    asked: set[tuple[int, str, str, Line]] = set()
    for moved, line in moves:
        pair = moved.row, kinds[moved.unit], kinds[_target(moved)], line
        if pair not in asked:
            asked.add(pair)
            yield from _misfit(*pair)


def _target(moved: Moved) -> int:
    return moved.unit if moved.new is None else moved.new


def _misfit(row: int, kind: str, above: str, line: Line) -> Iterator[Refusal]:
    try:
        checks.fits_under(unit_kinds()[kind], Unit(kind=above), line)
    except DomainError as error:
        yield Refusal(row, error)


def _names(
    plan: Plan, founded: Mapping[int, NewUnit], rows: Sequence[ReorganisationChange]
) -> Iterator[Refusal]:
    """Refuse a new name that a sister under the same superior bears already."""
    by_position = {row.position: row for row in rows}
    wanted = [(new.row, number, new.name["name"]) for number, new in founded.items()]
    later = _renamed_later(plan)
    for row, unit in plan.renamed:
        try:
            typed = by_position[row]
            wanted.append((row, unit, checks.clean_name(typed.name, typed.short_name, "")["name"]))
        except DomainError as error:
            yield Refusal(row, error)
        if unit in later:
            yield Refusal(row, Conflict("org.plan_renamed_later", unit=Ref(unit)))
    parents = {edge.unit: edge.parent for edge in _standing(plan)}
    bearers: dict[str, set[int]] = defaultdict(set)
    for unit, name in _bearers(plan, {name for _, _, name in wanted}):
        bearers[name].add(unit)
    for _, unit, name in wanted:
        bearers[name].add(unit)
    for row, unit, name in wanted:
        superior, sisters = parents.get(unit), bearers[name] - {unit}
        if superior and any(_parent_of(other, parents, plan) == superior for other in sisters):
            yield Refusal(row, Conflict("org.name_taken", name=name))


def _standing(plan: Plan) -> Iterator[Edge]:
    return (e for e in plan.edges_after if e.line is Line.MAIN and e.span.contains(plan.on))


def _bearers(plan: Plan, wanted: set[str]) -> set[tuple[int, str]]:
    """Return who bears one of these names on the day, but for those the plan renames or ends."""
    found: set[tuple[int, str]] = set()
    for part in bulk.parts(sorted(wanted)):
        rows = UnitName.objects.on(plan.on).filter(name__in=part)
        found |= set(rows.values_list("unit_id", "name"))
    gone = {unit for _, unit in plan.renamed} | {closed.unit for closed in plan.closed}
    return {(unit, name) for unit, name in found if unit not in gone}


def _parent_of(unit: int, parents: Mapping[int, int | None], plan: Plan) -> int | None:
    if unit in parents:
        return parents[unit]
    rows = Placement.objects.on(plan.on).filter(unit_id=unit, line=Line.MAIN)
    return rows.values_list("parent_id", flat=True).first()


def _renamed_later(plan: Plan) -> set[int]:
    units = [unit for _, unit in plan.renamed]
    later: set[int] = set()
    for part in bulk.parts(units):
        rows = UnitName.objects.filter(unit_id__in=part, valid_from__gt=plan.on)
        later |= set(rows.values_list("unit_id", flat=True))
    return later


def _posts(plan: Plan) -> Iterator[Refusal]:
    """Refuse to end a unit at which a post begins later: somebody must withdraw it first."""
    row_of = {closed.unit: closed.row for closed in plan.closed}
    for part in bulk.parts(sorted(row_of)):
        later = Assignment.objects.filter(unit_id__in=part, valid_from__gt=plan.on)
        for unit in sorted(set(later.values_list("unit_id", flat=True))):
            yield Refusal(row_of[unit], Conflict("org.plan_posts_later", unit=Ref(unit)))
