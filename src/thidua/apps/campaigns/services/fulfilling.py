"""What becomes of a registration: confirmed, done with evidence, verified, sent back, dropped."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from thidua.apps.campaigns.enums import PhotoPurpose
from thidua.apps.campaigns.models import Registration
from thidua.apps.campaigns.queries import campaign_for
from thidua.apps.campaigns.services.counting import count_registration
from thidua.apps.campaigns.services.registering import (
    find_for,
    find_registration,
    keep_photos_of,
    registration_unit,
)
from thidua.apps.files.services import KeptPhoto
from thidua.apps.org.queries import unit_by_public_id
from thidua.apps.org.scoping import may
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.workflow import advance, advance_many
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid, NotFound
from thidua.domain.workflow.registrations import REGISTRATION, RegistrationSubject
from thidua.text.unicode import clean_line

_LONGEST = 1000
_FINISHED = ("done", "verified")


def _unit_of_id(*, unit_id: str, **_: object) -> int:
    return unit_by_public_id(unit_id).pk


@operation(Capability.REGISTRATION_KEEP, unit_of=registration_unit)
def confirm_registration(*, actor: Actor, registration_id: str) -> str:
    """Confirm that the unit takes what was registered into its plan."""
    row = find_registration(registration_id)
    lists = row.photos.filter(purpose=PhotoPurpose.LIST).count()
    subject = RegistrationSubject(photos=lists, people=row.people, is_list=row.people > 1)
    advance(row, REGISTRATION, "confirm", subject=subject)
    note(subject=row)
    return row.public_id


@operation(Capability.REGISTRATION_KEEP, unit_of=_unit_of_id)
def confirm_all(*, actor: Actor, unit_id: str, campaign_id: str) -> str:
    """Confirm every single registration of the unit in a campaign that waits for it."""
    campaign = campaign_for(actor, campaign_id)
    waiting = Registration.objects.filter(
        unit=unit_by_public_id(unit_id), campaign=campaign, people=1, state=REGISTRATION.initial
    )
    ids = list(waiting.order_by("id").values_list("public_id", flat=True))
    advance_many(waiting, REGISTRATION, "confirm")
    note(subject=campaign, confirmed=ids)
    return campaign.public_id


@operation(Capability.REGISTRATION_ENTER, unit_of=registration_unit)
def finish_registration(
    *,
    actor: Actor,
    registration_id: str,
    result: str,
    photos: Sequence[KeptPhoto] = (),
    done_on: date | None = None,
    people_done: int | None = None,
) -> str:
    """Say that it is done, with what came of it and a photograph; the unit still has to verify."""
    row = find_for(actor, registration_id)
    day = done_on or clock.today()
    if not row.registered_on <= day <= clock.today():
        raise Invalid(
            "registrations.done_on", field="done_on", day=day, registered_on=row.registered_on
        )
    attached = keep_photos_of(row, photos, PhotoPurpose.EVIDENCE.value)
    subject = RegistrationSubject(
        photos=row.photos.filter(purpose=PhotoPurpose.EVIDENCE).count(),
        result=_short(result, "result"),
        people=row.people,
        people_done=row.people if people_done is None else people_done,
    )
    fields: dict[str, Any] = {"result": subject.result, "people_done": subject.people_done}
    advance(row, REGISTRATION, "finish", subject=subject, done_on=day, reason="", **fields)
    note(subject=row, done_on=day, attached=attached, **fields)
    return row.public_id


@operation(Capability.REGISTRATION_KEEP, unit_of=registration_unit)
def verify_registration(*, actor: Actor, registration_id: str) -> str:
    """Verify what was done: from this day it counts, all the way up."""
    row = find_registration(registration_id)
    today = clock.today()
    advance(row, REGISTRATION, "verify", verified_on=today, verified_name=actor.name)
    count_registration(row)
    note(subject=row, people=row.people_done)
    return row.public_id


@operation(Capability.REGISTRATION_KEEP, unit_of=registration_unit)
def return_registration(*, actor: Actor, registration_id: str, reason: str) -> str:
    """Send back what was said to be done and is not yet, with the reason."""
    row = find_registration(registration_id)
    said = _short(reason, "reason")
    subject = RegistrationSubject(reason=said)
    advance(row, REGISTRATION, "send_back", subject=subject, reason=said)
    note(subject=row, reason=said)
    return row.public_id


@operation(Capability.REGISTRATION_ENTER, unit_of=registration_unit)
def drop_registration(*, actor: Actor, registration_id: str, reason: str) -> str:
    """Drop a registration with the reason; it stays to be read, and counts no more."""
    row = find_for(actor, registration_id)
    said = _short(reason, "reason")
    subject = RegistrationSubject(
        reason=said,
        is_finished=row.state in _FINISHED,
        is_keeper=may(actor, Capability.REGISTRATION_KEEP, row.unit_id),
    )
    advance(row, REGISTRATION, "drop", subject=subject, reason=said)
    count_registration(row)
    note(subject=row, reason=said)
    return row.public_id


@operation(Capability.REGISTRATION_ENTER, unit_of=registration_unit)
def attach_photos(
    *, actor: Actor, registration_id: str, photos: Sequence[KeptPhoto], purpose: str
) -> str:
    """Attach photographs to a registration that is still on."""
    row = find_for(actor, registration_id)
    _must_be_open(row)
    chosen = purpose if purpose in PhotoPurpose.values else PhotoPurpose.EVIDENCE.value
    note(subject=row, attached=keep_photos_of(row, photos, chosen), purpose=chosen)
    return row.public_id


@operation(Capability.REGISTRATION_ENTER, unit_of=registration_unit)
def remove_photo(*, actor: Actor, registration_id: str, file_id: str) -> str:
    """Take a photograph off a registration that is still on."""
    row = find_for(actor, registration_id)
    _must_be_open(row)
    photo = row.photos.select_related("file").filter(file__public_id=file_id).first()
    if photo is None:
        raise NotFound("base.not_found")
    file = photo.file
    photo.delete()
    file.delete()
    note(subject=row, removed=file_id, sha256=file.sha256)
    return row.public_id


def _must_be_open(row: Registration) -> None:
    if row.state not in REGISTRATION.states[:2]:
        raise Conflict("registrations.locked")


def _short(text: str, field: str) -> str:
    said = clean_line(text)
    if len(said) > _LONGEST:
        raise Invalid("registrations.long", field=field, length=len(said), limit=_LONGEST)
    return said
