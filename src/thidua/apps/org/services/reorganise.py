"""Sắp xếp tổ chức: drawn up, edited, then carried out in one transaction, or withdrawn."""

from collections.abc import Sequence

from thidua.apps.org.models import Reorganisation, Unit
from thidua.apps.org.models.reorganisation import NOTE_LENGTH
from thidua.apps.org.queries.reorganisation import can_be_recalled, changes_of
from thidua.apps.org.queries.units import unit_by_public_id
from thidua.apps.org.services.importing import office_of, own_unit
from thidua.apps.org.services.importing_plan import Source
from thidua.apps.org.services.paths import one_at_a_time
from thidua.apps.org.services.reorganising_file import plan_reorganisation, settled
from thidua.apps.org.services.reorganising_plan import prepare, refuse_all
from thidua.apps.org.services.reorganising_recall import take_back
from thidua.apps.org.services.reorganising_rows import (
    HeadDraft,
    RowDraft,
    head_columns,
    keep_rows,
)
from thidua.apps.org.services.reorganising_write import write
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.stateful import next_version
from thidua.base.workflow import advance
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid, NotFound
from thidua.domain.workflow.reorganisations import REORGANISATION
from thidua.text.unicode import clean_text


def _unit_of_id(*, unit_id: str, **_: object) -> int:
    return unit_by_public_id(unit_id).pk


def _unit_of_draft(*, reorganisation_id: str, **_: object) -> int:
    return _find(reorganisation_id).unit_id


def _find(reorganisation_id: str) -> Reorganisation:
    row = Reorganisation.objects.filter(public_id=reorganisation_id).first()
    if row is None:
        raise NotFound("base.not_found")
    return row


@operation(Capability.UNIT_REORGANISE, unit_of=_unit_of_id)
def draft_reorganisation(
    *, actor: Actor, unit_id: str, head: HeadDraft, rows: tuple[RowDraft, ...] = ()
) -> str:
    """Draw up a reorganisation for a unit; return its public id."""
    row = drawn_up(unit_by_public_id(unit_id), head, rows)
    return row.public_id


@operation(Capability.UNIT_REORGANISE, unit_of=own_unit)
def import_reorganisation(
    *, actor: Actor, source: Source, answers: dict[int, str], seen: str
) -> str:
    """Draw up a reorganisation for the own unit from an Excel plan; return its public id."""
    plan = plan_reorganisation(actor, source.read, answers)
    rows = settled(plan, seen)
    file = {"file": source.digest, "file_name": source.name}
    return drawn_up(office_of(actor), plan.head, rows, **file).public_id


def drawn_up(
    unit: Unit, head: HeadDraft, rows: Sequence[RowDraft], **said: object
) -> Reorganisation:
    """Keep a new draft and tell the audit event of it; for operations that draw one up."""
    row = Reorganisation.objects.create(
        unit=unit,
        state=REORGANISATION.initial,
        changed_at=clock.now(),
        **head_columns(head),
    )
    keep_rows(row, rows)
    note(subject=row, unit_id=unit.pk, after=head, rows=len(rows), basis=row.basis, **said)
    return row


@operation(Capability.UNIT_REORGANISE, unit_of=_unit_of_draft)
def edit_reorganisation(
    *,
    actor: Actor,
    reorganisation_id: str,
    version: int,
    head: HeadDraft,
    rows: tuple[RowDraft, ...] | None,
) -> str:
    """Put another head and other rows (None: no other) in the place of a draft's.

    `version` is the one that was edited.
    """
    row = _find(reorganisation_id)
    _must_be_draft(row)
    before = {"title": row.title, "effective_on": row.effective_on, "basis": row.basis}
    next_version(row, version, **head_columns(head))
    if rows is not None:
        keep_rows(row, rows)
    note(subject=row, unit_id=row.unit_id, before=before, after=head, rows=row.changes.count())
    return row.public_id


@operation(Capability.UNIT_REORGANISE, unit_of=_unit_of_draft)
def withdraw_reorganisation(*, actor: Actor, reorganisation_id: str) -> str:
    """Lay a draft aside; what has been carried out cannot be withdrawn, only changed by another."""
    row = _find(reorganisation_id)
    _must_be_draft(row)
    advance(row, REORGANISATION, "withdraw")
    note(subject=row, unit_id=row.unit_id, title=row.title)
    return row.public_id


@operation(Capability.UNIT_REORGANISE, unit_of=_unit_of_draft)
def carry_out_reorganisation(
    *, actor: Actor, reorganisation_id: str, version: int | None = None
) -> str:
    """Carry out all rows or none; `version` is the draft that was previewed.

    The day may be past or to come: rows of the tree are dated, so a future one takes effect by
    itself. One event tells of all; its payload names every unit that was touched.
    """
    one_at_a_time()
    row = _find(reorganisation_id)
    _must_be_draft(row)
    if version is not None and row.version != version:
        raise Conflict("base.stale")
    prepared = prepare(actor, row)
    refuse_all(prepared)
    if prepared.plan is None:
        raise Conflict("org.plan_refused", count=1, rows=[])
    written = write(prepared, prepared.plan)
    done = {"done_at": clock.now(), "done_by_id": actor.user_id, "trace": written.trace}
    advance(row, REORGANISATION, "carry_out", **done)
    note(subject=row, unit_id=row.unit_id, on=row.effective_on, basis=row.basis, **written.said)
    note(rows=[_told(change) for change in changes_of(row)])
    return row.public_id


@operation(Capability.UNIT_REORGANISE, unit_of=_unit_of_draft)
def recall_reorganisation(*, actor: Actor, reorganisation_id: str, reason: str) -> str:
    """Take back what has been carried out for a day to come; it is a draft again, to be corrected.

    Tree, names and posts stand as before, in whole or not at all.
    """
    one_at_a_time()
    row = _find(reorganisation_id)
    why = clean_text(reason)
    if not why or len(why) > NOTE_LENGTH:
        raise Invalid("org.plan_reason_required", field="reason", limit=NOTE_LENGTH)
    if row.state == "done" and not can_be_recalled(row):
        raise Conflict("org.plan_in_force", day=row.effective_on)
    undone = {"done_at": None, "done_by_id": None, "trace": None, "version": row.version + 1}
    trace = row.trace
    advance(row, REORGANISATION, "recall", **undone)
    row.trace = trace
    unfounded = take_back(row)
    note(subject=row, unit_id=row.unit_id, on=row.effective_on, reason=why, unfounded=unfounded)
    return row.public_id


def _told(change: object) -> dict[str, str]:
    names = ("act", "code", "parent", "heir", "share", "children", "name", "kind")
    return {name: value for name in names if (value := getattr(change, name))}


def _must_be_draft(row: Reorganisation) -> None:
    if row.state != REORGANISATION.initial:
        raise Conflict("org.plan_not_draft")
