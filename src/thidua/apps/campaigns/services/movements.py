"""Movements: those of the lawbook are installed, a unit keeps its own beside them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from thidua.apps.campaigns.models import Movement
from thidua.apps.org.queries import unit_by_public_id
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.public_id import new_public_id
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Invalid, NotFound
from thidua.domain.plans import half_open
from thidua.domain.spans import OPEN_END
from thidua.lawbook.movements import LONG_AGO, StandardMovement, standard_movements
from thidua.text.unicode import clean_line

_FOLLOWING = (
    "kind", "name", "launched_by", "launcher", "since_known", "source", "position",
    "valid_from", "valid_until",
)  # fmt: skip


@dataclass(frozen=True)
class MovementDraft:
    """A unit's own movement as typed; days are included, both may be unknown."""

    name: str
    kind: str = "phong-trao"
    launched_by: str = "don-vi"
    launcher: str = ""
    since: date | None = None
    last_day: date | None = None


def _no_unit(**_: object) -> None:
    return None


def _unit_of_id(*, unit_id: str, **_: object) -> int:
    return unit_by_public_id(unit_id).pk


def _find(movement_id: str) -> Movement:
    movement: Movement | None = Movement.objects.filter(
        public_id=movement_id, unit__isnull=False
    ).first()
    if movement is None:
        raise NotFound("base.not_found")
    return movement


def _unit_of_movement(*, movement_id: str, **_: object) -> int | None:
    return _find(movement_id).unit_id


@operation(Capability.INSTALLATION_KEEP, unit_of=_no_unit)
def install_movements(*, actor: Actor) -> str:
    """Write the lawbook's movements; known ones are brought up to date."""
    standard = standard_movements()
    Movement.objects.bulk_create(
        [_standard(entry, place) for place, entry in enumerate(standard.values(), start=1)],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=_FOLLOWING,
    )
    first = Movement.objects.filter(code__in=standard).order_by("position").first()
    note(subject=first, movements=list(standard))
    return f"{len(standard)}"


def _standard(entry: StandardMovement, position: int) -> Movement:
    last_day = None if entry.last_day == OPEN_END else entry.last_day
    span = half_open(entry.since or LONG_AGO, last_day)
    return Movement(
        public_id=new_public_id(Movement.PREFIX),
        code=entry.code,
        kind=entry.kind,
        name=entry.name,
        launched_by=entry.launched_by,
        launcher=entry.launcher,
        since_known=entry.since is not None,
        source=entry.source,
        position=position,
        valid_from=span.valid_from,
        valid_until=span.valid_until,
    )


@operation(Capability.CAMPAIGN_EDIT, unit_of=_unit_of_id)
def add_movement(*, actor: Actor, unit_id: str, movement: MovementDraft) -> str:
    """Add a movement of the unit's own."""
    row = Movement(unit=unit_by_public_id(unit_id), **_columns(movement))
    _save(row)
    note(subject=row, after=movement)
    return row.public_id


@operation(Capability.CAMPAIGN_EDIT, unit_of=_unit_of_movement)
def edit_movement(*, actor: Actor, movement_id: str, movement: MovementDraft) -> str:
    """Change a movement of the unit's own; the plans that carry it show the change."""
    row = _find(movement_id)
    for name, value in _columns(movement).items():
        setattr(row, name, value)
    _save(row)
    note(subject=row, after=movement)
    return row.public_id


def _columns(movement: MovementDraft) -> dict[str, Any]:
    name = clean_line(movement.name)
    if not name:
        raise Invalid("base.required", field="name", name="movement_name")
    if movement.since and movement.last_day and movement.last_day < movement.since:
        raise Invalid(
            "base.dates_reversed", field="last_day", start=movement.since, end=movement.last_day
        )
    span = half_open(movement.since or LONG_AGO, movement.last_day)
    return {
        "name": name,
        "kind": movement.kind,
        "launched_by": movement.launched_by,
        "launcher": clean_line(movement.launcher),
        "since_known": movement.since is not None,
        "valid_from": span.valid_from,
        "valid_until": span.valid_until,
    }


def _save(row: Movement) -> None:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Invalid("campaigns.movement_taken", field="name", name=row.name) from None
