"""What a reorganisation would do if it were carried out now, or why it cannot be; writes nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import OuterRef

from thidua.apps.org import bulk
from thidua.apps.org.models import Reorganisation, ReorganisationChange, Unit, UnitPath
from thidua.apps.org.queries.names import names
from thidua.apps.org.queries.reorganisation import changes_of
from thidua.apps.org.scoping import reaches
from thidua.apps.org.services.reorganising_checks import (
    NewUnit,
    faults_of,
    names_wanted,
    new_units,
)
from thidua.apps.org.services.reorganising_recorded import Recorded, read_recorded
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.changes import ENDINGS, Act, Change, Ref, Refusal, plan_changes
from thidua.domain.errors import Conflict, DomainError, Forbidden, Invalid
from thidua.domain.succession import Children, Plan, Share

LISTED = 50
_SETS_PARENT = frozenset({Act.FOUND, Act.MOVE})


@dataclass(frozen=True)
class _Known:
    """A unit named in a row, as far as the actor may know and change it."""

    id: int
    reached: bool


@dataclass
class Prepared:
    """The rows, what they would do, and what speaks against it; with any refusal nothing is done."""

    reorganisation: Reorganisation
    rows: Sequence[ReorganisationChange]
    plan: Plan | None = None
    refusals: list[Refusal] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)
    founded: dict[int, NewUnit] = field(default_factory=dict)
    recorded: Recorded = field(default_factory=Recorded)

    @property
    def row_of_new(self) -> dict[int, ReorganisationChange]:
        """The rows of the units to be founded, by their passing numbers."""
        codes: dict[str, ReorganisationChange] = {}
        for row in self.rows:
            if row.act == Act.FOUND:
                codes.setdefault(row.code, row)
        # Numbered as the rules do, so that refusals that leave no plan behind are understood too.
        return {-place: row for place, row in enumerate(codes.values(), start=1)}

    def called(self, unit_ids: Iterable[int]) -> dict[int, str]:
        """Return what units are called on the day, those to be founded included."""
        found = self.recorded.titles
        unread = {number for number in unit_ids if number > 0} - found.keys()
        for part in bulk.parts(sorted(unread)):
            found |= names(part, self.reorganisation.effective_on)
        return found | {number: row.name for number, row in self.row_of_new.items()}


@bulk.uncollected()
def prepare(
    actor: Actor,
    reorganisation: Reorganisation,
    rows: Sequence[ReorganisationChange] | None = None,
) -> Prepared:
    """Work out what the rows, its own or others, would do in the tree as it is recorded now."""
    prepared = Prepared(reorganisation, changes_of(reorganisation) if rows is None else rows)
    if not prepared.rows:
        prepared.refusals = [Refusal(0, Invalid("org.plan_empty"))]
        return prepared
    register = _register(actor, prepared.rows)
    known = {code: unit for code, unit in register.items() if unit is not None}
    refusals = list(_out_of_reach(actor, prepared.rows, known))
    reached = _below(actor, [known[row.code].id for row in prepared.rows if row.code in known])
    prepared.touched = set(reached)
    ids = {code: unit.id for code, unit in known.items()}
    kinds: dict[int, str] = {}
    edges = bulk.read_edges(prepared.touched | set(ids.values()), kinds)
    changes = [_change(row) for row in prepared.rows]
    made = plan_changes(edges, ids, changes, reorganisation.effective_on)
    if isinstance(made, Plan):
        prepared.plan = made
        prepared.founded = new_units(made, prepared.rows, register)
        named = list(names_wanted(made, prepared.founded, prepared.rows))
        wanted = [each[2] for each in named if not isinstance(each, Refusal)]
        prepared.recorded = read_recorded(made, wanted, _to_be_shown(prepared, made))
        refusals += _moved_out_of_reach(made, reached)
        refusals += faults_of(made, prepared.founded, kinds, named, prepared.recorded)
    else:
        refusals += made
    prepared.refusals = sorted(refusals, key=lambda refusal: refusal.row)
    _name_units(prepared)
    return prepared


def _to_be_shown(prepared: Prepared, plan: Plan) -> set[int]:
    """Return the units that a page may name: the first of each list, and all superiors about."""
    moves = (*plan.opened[:LISTED], *plan.moved[:LISTED], *plan.sided[:LISTED])
    units = {unit for move in moves for unit in (move.unit, move.old, move.new) if unit}
    units |= {unit for each in plan.closed[:LISTED] for unit in (each.unit, each.keeper)}
    units |= {unit for _, unit in plan.renamed[:LISTED]}
    above = {edge.unit for edge in plan.edges_before} - prepared.touched
    return units | set(sorted(above)[: bulk.AT_ONCE])


def _change(row: ReorganisationChange) -> Change:
    return Change(
        row=row.position,
        act=Act(row.act),
        unit=row.code,
        parent=row.parent,
        heir=row.heir,
        share=Share(row.share),
        children=Children(row.children),
    )


def _register(actor: Actor, rows: Iterable[ReorganisationChange]) -> dict[str, _Known | None]:
    """Find the units of all codes; one outside the actor's view has nothing that may be known of it."""
    codes = {code for row in rows for code in (row.code, row.parent, row.heir) if code}
    found: dict[str, _Known | None] = {}
    for part in bulk.parts(sorted(codes)):
        units = Unit.objects.filter(code__in=part).annotate(
            seen=reaches(actor, Capability.UNIT_VIEW, OuterRef("pk")),
            reached=reaches(actor, Capability.UNIT_REORGANISE, OuterRef("pk")),
        )
        for code, number, seen, reached in units.values_list("code", "pk", "seen", "reached"):
            found[code] = _Known(number, reached) if seen or reached else None
    return found


def _below(actor: Actor, unit_ids: Iterable[int]) -> dict[int, bool]:
    """Return these units and all that ever stood below, and whether the actor leads each."""
    found: dict[int, bool] = {}
    for part in bulk.parts(sorted(set(unit_ids))):
        rows = UnitPath.objects.filter(ancestor_id__in=part).annotate(
            reached=reaches(actor, Capability.UNIT_REORGANISE, OuterRef("descendant_id"))
        )
        found |= dict(rows.values_list("descendant_id", "reached"))
    return found


def _out_of_reach(
    actor: Actor, rows: Iterable[ReorganisationChange], known: Mapping[str, _Known]
) -> Iterator[Refusal]:
    """Refuse to change, or to put units under, what the actor does not lead."""
    for row in rows:
        parent = row.parent if row.act in _SETS_PARENT else ""
        for code in filter(None, (row.code if row.act != Act.FOUND else "", parent)):
            unit = known.get(code)
            if unit is not None and not unit.reached:
                error = Forbidden("org.plan_out_of_reach", unit=Ref(unit.id))
                yield Refusal(row.position, error)
        own = known.get(row.code)
        if row.act in ENDINGS and own is not None and own.id == actor.unit_id:
            yield Refusal(row.position, Forbidden("org.plan_own_unit"))


def _moved_out_of_reach(plan: Plan, reached: Mapping[int, bool]) -> Iterator[Refusal]:
    """Refuse to take along units that have come under somebody else since the day."""
    row_of = {moved.unit: moved.row for moved in plan.moved}
    for unit in sorted(row_of):
        if not reached.get(unit):
            yield Refusal(row_of[unit], Forbidden("org.plan_out_of_reach", unit=Ref(unit)))


def _name_units(prepared: Prepared) -> None:
    """Put names where the rules have put numbers of units."""
    errors = [refusal.error for refusal in prepared.refusals]
    titles = prepared.called(ref for error in errors for ref in _refs(error))

    def name(value: Any) -> Any:
        if isinstance(value, Ref):
            return titles.get(value, "")
        return [name(each) for each in value] if isinstance(value, list) else value

    for error in errors:
        error.params = {key: name(value) for key, value in error.params.items()}


def _refs(error: DomainError) -> Iterator[int]:
    for value in error.params.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Ref):
                yield each


def refuse_all(prepared: Prepared) -> None:
    """Refuse a reorganisation in whole; the page shows the reasons row by row."""
    if prepared.refusals:
        rows = sorted({refusal.row for refusal in prepared.refusals if refusal.row})
        raise Conflict("org.plan_refused", count=len(prepared.refusals), rows=rows[:20])
