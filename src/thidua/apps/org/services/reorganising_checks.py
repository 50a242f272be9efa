"""What the lawbook and the records of names and posts say against a planned reorganisation."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from thidua.apps.org.enums import Line
from thidua.apps.org.models import ReorganisationChange, Unit
from thidua.apps.org.services import checks
from thidua.apps.org.services.reorganising_recorded import Recorded
from thidua.domain.changes import Act, Ref, Refusal
from thidua.domain.errors import Conflict, DomainError, Invalid
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


def new_units(
    plan: Plan, rows: Iterable[ReorganisationChange], taken: Collection[str]
) -> dict[int, NewUnit]:
    """Return what is to be founded, by the passing numbers; `taken` are codes that units have."""
    by_code = {row.code: row for row in rows if row.act == Act.FOUND}
    return {number: _new_unit(by_code[code], plan, taken) for code, number in plan.founded.items()}


def _new_unit(row: ReorganisationChange, plan: Plan, taken: Collection[str]) -> NewUnit:
    unit = {"kind": row.kind, "code": row.code, "sector": row.sector}
    try:
        unit["code"] = checks.code_in_form(row.code)
        if unit["code"] in taken:
            raise Invalid("org.code_taken", field="code", code=unit["code"])
        checks.kind_on(row.kind, plan.on)
        named = checks.clean_name(row.name, row.short_name, row.code)
    except DomainError as error:
        return NewUnit(row.position, unit, {}, error)
    return NewUnit(row.position, unit, named)


def names_wanted(
    plan: Plan, founded: Mapping[int, NewUnit], rows: Sequence[ReorganisationChange]
) -> Iterator[tuple[int, int, str] | Refusal]:
    """Yield (row, unit, name) for every name that is to be given, or why it cannot be."""
    by_position = {row.position: row for row in rows}
    for number, new in founded.items():
        if new.error is None:
            yield new.row, number, new.name["name"]
    for row, unit in plan.renamed:
        try:
            typed = by_position[row]
            yield row, unit, checks.clean_name(typed.name, typed.short_name, "")["name"]
        except DomainError as error:
            yield Refusal(row, error)


def faults_of(
    plan: Plan,
    founded: Mapping[int, NewUnit],
    kinds: Mapping[int, str],
    named: Sequence[tuple[int, int, str] | Refusal],
    recorded: Recorded,
) -> Iterator[Refusal]:
    """Yield what is wrong with kinds, names and posts, by row."""
    unclean = [new for new in founded.values() if new.error is not None]
    yield from (Refusal(new.row, new.error) for new in unclean if new.error is not None)
    if not unclean:
        yield from _kinds(plan, founded, kinds)
        yield from (fault for fault in named if isinstance(fault, Refusal))
        wanted = [each for each in named if not isinstance(each, Refusal)]
        yield from _names(plan, wanted, recorded)
    yield from _posts(plan, recorded)


def _kinds(
    plan: Plan, founded: Mapping[int, NewUnit], recorded: Mapping[int, str]
) -> Iterator[Refusal]:
    """Ask the lawbook about each pair of kinds once a row."""
    moves = [(moved, Line.MAIN) for moved in (*plan.opened, *plan.moved)]
    moves += [(moved, Line.SIDE) for moved in plan.sided if moved.new is not None]
    kinds = {**recorded, **{number: new.unit["kind"] for number, new in founded.items()}}
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
    plan: Plan, wanted: Sequence[tuple[int, int, str]], recorded: Recorded
) -> Iterator[Refusal]:
    """Refuse a new name that a sister under the same superior bears already."""
    for row, unit in plan.renamed:
        if unit in recorded.renamed_later:
            yield Refusal(row, Conflict("org.plan_renamed_later", unit=Ref(unit)))
    parents = {edge.unit: edge.parent for edge in _standing(plan)}
    gone = {unit for _, unit in plan.renamed} | {closed.unit for closed in plan.closed}
    bearers: dict[str, dict[int, int | None]] = {}
    for _, unit, name in wanted:
        known = recorded.bearers.get(name, {})
        others = {other: above for other, above in known.items() if other not in gone}
        bearers.setdefault(name, others)[unit] = parents.get(unit)
    for row, unit, name in wanted:
        superior = parents.get(unit)
        for other, above in bearers[name].items():
            if superior and other != unit and parents.get(other, above) == superior:
                yield Refusal(row, Conflict("org.name_taken", name=name))
                break


def _standing(plan: Plan) -> Iterator[Edge]:
    return (e for e in plan.edges_after if e.line is Line.MAIN and e.span.contains(plan.on))


def _posts(plan: Plan, recorded: Recorded) -> Iterator[Refusal]:
    """Refuse to end a unit at which a post begins then or later: somebody must withdraw it first."""
    row_of = {closed.unit: closed.row for closed in plan.closed}
    later = {post.unit_id for post in recorded.posts if post.valid_from >= plan.on}
    for unit in sorted(later):
        yield Refusal(row_of[unit], Conflict("org.plan_posts_later", unit=Ref(unit)))
