"""What a reorganisation would do if it were carried out now, or why it cannot be; writes nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import OuterRef

from thidua.apps.org import bulk
from thidua.apps.org.models import Reorganisation, ReorganisationChange, Unit
from thidua.apps.org.queries.names import names
from thidua.apps.org.queries.reorganisation import changes_of
from thidua.apps.org.scoping import reaches
from thidua.apps.org.services.reorganising_checks import NewUnit, faults_of, new_units
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.changes import ENDINGS, Act, Change, Ref, Refusal, plan_changes
from thidua.domain.errors import Conflict, DomainError, Forbidden, Invalid
from thidua.domain.succession import Children, Plan, Share

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
        wanted = set(unit_ids)
        day = self.reorganisation.effective_on
        found: dict[int, str] = {}
        for part in bulk.parts(sorted(number for number in wanted if number > 0)):
            found |= names(part, day)
        return found | {number: row.name for number, row in self.row_of_new.items()}


def prepare(actor: Actor, reorganisation: Reorganisation) -> Prepared:
    """Work out what the rows would do in the tree as it is recorded now."""
    prepared = Prepared(reorganisation, changes_of(reorganisation))
    if not prepared.rows:
        prepared.refusals = [Refusal(0, Invalid("org.plan_empty"))]
        return prepared
    known = _register(actor, prepared.rows)
    refusals = list(_out_of_reach(actor, prepared.rows, known))
    prepared.touched = bulk.below(known[row.code].id for row in prepared.rows if row.code in known)
    ids = {code: unit.id for code, unit in known.items()}
    edges = bulk.read_edges(prepared.touched | set(ids.values()))
    changes = [_change(row) for row in prepared.rows]
    made = plan_changes(edges, ids, changes, reorganisation.effective_on)
    if isinstance(made, Plan):
        prepared.plan = made
        refusals += _moved_out_of_reach(actor, made)
        prepared.founded = new_units(made, prepared.rows)
        refusals += faults_of(made, prepared.founded, prepared.rows)
    else:
        refusals += made
    prepared.refusals = sorted(refusals, key=lambda refusal: refusal.row)
    _name_units(prepared)
    return prepared


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


def _register(actor: Actor, rows: Iterable[ReorganisationChange]) -> dict[str, _Known]:
    """Find the units of all codes; one outside the actor's view is as unknown as one never made."""
    codes = {code for row in rows for code in (row.code, row.parent, row.heir) if code}
    known: dict[str, _Known] = {}
    for part in bulk.parts(sorted(codes)):
        units = Unit.objects.filter(code__in=part).annotate(
            seen=reaches(actor, Capability.UNIT_VIEW, OuterRef("pk")),
            reached=reaches(actor, Capability.UNIT_REORGANISE, OuterRef("pk")),
        )
        for code, number, seen, reached in units.values_list("code", "pk", "seen", "reached"):
            if seen or reached:
                known[code] = _Known(number, reached)
    return known


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


def _moved_out_of_reach(actor: Actor, plan: Plan) -> Iterator[Refusal]:
    """Refuse to take along units that have come under somebody else since the day."""
    row_of = {moved.unit: moved.row for moved in plan.moved}
    reached: set[int] = set()
    for part in bulk.parts(sorted(row_of)):
        units = Unit.objects.filter(
            reaches(actor, Capability.UNIT_REORGANISE, OuterRef("pk")), pk__in=part
        )
        reached |= set(units.values_list("pk", flat=True))
    for unit in sorted(row_of.keys() - reached):
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
