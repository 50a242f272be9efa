"""Registering: by a member for himself, by an officer for others, one by one or as a signed list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.apps.campaigns.enums import PhotoPurpose, RegistrationKind, RegistrationSubject
from thidua.apps.campaigns.models import (
    Campaign,
    Registration,
    RegistrationPhoto,
    RegistrationRule,
)
from thidua.apps.campaigns.queries import campaign_for
from thidua.apps.campaigns.queries.pledging import expected_of
from thidua.apps.campaigns.services.counting import count_registration
from thidua.apps.campaigns.services.drafting import campaign_unit, find, refuse_closed
from thidua.apps.files.services import KeptPhoto, record_photo
from thidua.apps.org.queries import unit_by_public_id
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.stateful import next_version
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import Conflict, Invalid, NotFound
from thidua.domain.registrations import (
    Typed,
    fault_of,
    is_late,
    late_refusal,
)
from thidua.domain.workflow.campaigns import CAMPAIGN
from thidua.domain.workflow.registrations import REGISTRATION
from thidua.text.fold import fold
from thidua.text.unicode import clean_line

MOST_PHOTOS = 20
# What a person registers for himself; the rest is registered by the unit.
OWN_KINDS = (RegistrationKind.TASK.value, RegistrationKind.TITLE.value, RegistrationKind.IDEA.value)


@dataclass(frozen=True)
class RegistrationDraft:
    """All that is typed of a registration; `people` above 1 is a signed list of so many."""

    kind: str
    text: str
    name: str = ""
    subject: str = RegistrationSubject.PERSON.value
    goal: str = ""
    finish_by: date | None = None
    people: int = 1
    plaque_on: date | None = None
    plaque_place: str = ""
    plaque_text: str = ""


def find_registration(registration_id: str) -> Registration:
    """Return a registration by its public id; raise NotFound."""
    rows = Registration.objects.select_related("unit", "campaign")
    row = rows.filter(public_id=registration_id).first()
    if row is None:
        raise NotFound("base.not_found")
    return row


def find_for(actor: Actor, registration_id: str) -> Registration:
    """Return a registration to be acted on; to a member another's is not there."""
    row = find_registration(registration_id)
    if only_own(actor) and row.member_id != actor.user_id:
        raise NotFound("base.not_found")
    return row


def only_own(actor: Actor) -> bool:
    """Tell whether the actor enters for nobody but himself: a member."""
    return reach_of(actor.role, Capability.REGISTRATION_VIEW) is None


def _unit_of_id(*, unit_id: str, **_: object) -> int:
    return unit_by_public_id(unit_id).pk


def registration_unit(*, registration_id: str, **_: object) -> int:
    """Return the unit whose registration it is, for `unit_of`."""
    return find_registration(registration_id).unit_id


@operation(Capability.CAMPAIGN_EDIT, unit_of=campaign_unit)
def set_registration_rule(
    *,
    actor: Actor,
    campaign_id: str,
    each_member: bool,
    each_unit: bool,
    due_on: date | None = None,
    refuse_late: bool = False,
) -> str:
    """Say what a campaign expects of everyone, and until when; what is registered stays as it is."""
    campaign = find(campaign_id)
    refuse_closed(campaign, "set_registration_rule")
    if due_on is not None and not campaign.starts_on <= due_on < campaign.until:
        raise Invalid(
            "registrations.due_outside",
            field="due_on",
            due_on=due_on,
            start=campaign.starts_on,
            end=date.fromordinal(campaign.until.toordinal() - 1),
        )
    rule: dict[str, Any] = {"each_member": each_member, "each_unit": each_unit}
    rule |= {"due_on": due_on, "refuse_late": refuse_late}
    RegistrationRule.objects.update_or_create(campaign=campaign, defaults=rule)
    note(subject=campaign, rule=rule)
    return campaign.public_id


@operation(Capability.REGISTRATION_ENTER, unit_of=_unit_of_id)
def register(
    *,
    actor: Actor,
    unit_id: str,
    campaign_id: str,
    registration: RegistrationDraft,
    photos: Sequence[KeptPhoto] = (),
) -> str:
    """Register in a campaign that is on; after its last day this is said and kept, or refused."""
    campaign = campaign_for(actor, campaign_id)
    must_be_on(campaign)
    rule, today = expected_of(campaign), clock.today()
    refused = late_refusal(today, rule.due_on, refuse_late=rule.refuse_late)
    if refused is not None:
        raise refused
    unit = unit_by_public_id(unit_id)
    row = Registration(
        unit=unit,
        campaign=campaign,
        sector=unit.sector,
        registered_on=today,
        late=is_late(today, rule.due_on),
        entered_name=actor.name,
        state=REGISTRATION.initial,
        changed_at=clock.now(),
        **columns(actor, registration),
    )
    row.save()
    keep_photos_of(row, photos, PhotoPurpose.LIST.value)
    count_registration(row)
    note(subject=row, campaign=campaign_id, after=registration, late=row.late)
    return row.public_id


@operation(Capability.REGISTRATION_ENTER, unit_of=registration_unit)
def edit_registration(
    *, actor: Actor, registration_id: str, version: int, registration: RegistrationDraft
) -> str:
    """Change a registration that nobody has confirmed yet."""
    row = find_for(actor, registration_id)
    if row.state != REGISTRATION.initial:
        raise Conflict("registrations.locked")
    values = columns(actor, registration)
    values.pop("member_id", None)
    next_version(row, version, **values)
    count_registration(row)
    note(subject=row, after=registration)
    return row.public_id


def must_be_on(campaign: Campaign) -> None:
    """Refuse to register in a plan that is not launched yet, or closed."""
    if campaign.state not in (CAMPAIGN.states[1], CAMPAIGN.states[2]):
        raise Conflict("registrations.not_on", state=campaign.state)


def columns(actor: Actor, typed: RegistrationDraft) -> dict[str, Any]:
    """Return what is written of a registration, or refuse it; a member registers only himself."""
    own = only_own(actor)
    kind = typed.kind if typed.kind in RegistrationKind.values else RegistrationKind.TASK.value
    if own and kind not in OWN_KINDS:
        raise Invalid("registrations.of_unit", field="kind")
    person = RegistrationSubject.PERSON.value
    subject = typed.subject if typed.subject in RegistrationSubject.values else person
    values: dict[str, Any] = {
        "kind": kind,
        "subject": person if own else subject,
        "name": clean_line(actor.name if own else typed.name),
        "text": clean_line(typed.text),
        "people": 1 if own else typed.people,
        "plaque_on": typed.plaque_on,
        "plaque_place": clean_line(typed.plaque_place),
        "plaque_text": clean_line(typed.plaque_text),
    }
    fault = fault_of(Typed(**values))
    if fault is not None:
        raise fault
    more = {"goal": clean_line(typed.goal), "finish_by": typed.finish_by}
    member = {"member_id": actor.user_id} if own else {}
    return {**values, **more, **member, "name_key": fold(values["name"])}


def keep_photos_of(row: Registration, photos: Sequence[KeptPhoto], purpose: str) -> list[str]:
    """Attach photographs to a registration; return the ids of the files."""
    there = row.photos.count()
    if photos and there + len(photos) > MOST_PHOTOS:
        raise Invalid("registrations.photos_many", field="photos", there=there, limit=MOST_PHOTOS)
    files = [record_photo(unit_id=row.unit_id, kept=photo) for photo in photos]
    RegistrationPhoto.objects.bulk_create(
        RegistrationPhoto(registration=row, file=file, purpose=purpose) for file in files
    )
    return [file.public_id for file in files]
