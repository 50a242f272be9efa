"""Entering an initiative: kept as a draft, or submitted at once for the union to confirm."""

from collections import Counter
from collections.abc import Sequence

from thidua.apps.files.services import KeptPhoto, record_photo
from thidua.apps.initiatives.models import Author as AuthorRow
from thidua.apps.initiatives.models import Initiative, InitiativePhoto
from thidua.apps.initiatives.services.fields import (
    InitiativeDraft,
    author_rows,
    check_whole,
    columns_of,
)
from thidua.apps.initiatives.services.finding import find, own_unit, unit_of_initiative
from thidua.apps.org.queries import lives_on, name_of, posts_at
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.stateful import next_version
from thidua.base.workflow import advance
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import Conflict, Invalid, NotFound
from thidua.domain.workflow.initiatives import INITIATIVE, InitiativeSubject
from thidua.text.fold import fold

MOST_PHOTOS = 20


@operation(Capability.INITIATIVE_SUBMIT, unit_of=own_unit)
def enter_initiative(
    *, actor: Actor, draft: InitiativeDraft, photos: Sequence[KeptPhoto] = (), send: bool = False
) -> str:
    """Enter an initiative of the own unit; `send` submits it. Return its public id."""
    initiative = Initiative(
        unit_id=actor.unit_id or 0,
        state=INITIATIVE.initial,
        changed_at=clock.now(),
        entered_by=actor.user_id,
        entered_name=actor.name,
        **columns_of(draft),
    )
    initiative.save(force_insert=True)
    _write_parts(initiative, draft, photos)
    if send:
        _submit(initiative, draft)
    note(subject=initiative, title=initiative.title, sent=send)
    return initiative.public_id


@operation(Capability.INITIATIVE_SUBMIT, unit_of=unit_of_initiative)
def edit_initiative(
    *,
    actor: Actor,
    initiative_id: str,
    version: int,
    draft: InitiativeDraft,
    photos: Sequence[KeptPhoto] = (),
    send: bool = False,
) -> str:
    """Change what was entered, while nobody has it to confirm; `send` submits it."""
    initiative = _to_change(actor, initiative_id)
    next_version(initiative, version, **columns_of(draft))
    initiative.authors.all().delete()
    _write_parts(initiative, draft, photos)
    if send:
        _submit(initiative, draft)
    note(subject=initiative, title=initiative.title, sent=send)
    return initiative.public_id


@operation(Capability.INITIATIVE_SUBMIT, unit_of=unit_of_initiative)
def drop_initiative(*, actor: Actor, initiative_id: str) -> str:
    """Take off an initiative that nothing counts yet."""
    initiative = _of_actor(actor, initiative_id)
    advance(initiative, INITIATIVE, "drop")
    note(subject=initiative)
    return initiative.public_id


@operation(Capability.INITIATIVE_SUBMIT, unit_of=unit_of_initiative)
def remove_initiative_photo(*, actor: Actor, initiative_id: str, file_id: str) -> str:
    """Take a photograph off an initiative that may still be changed."""
    initiative = _to_change(actor, initiative_id)
    photo = initiative.photos.select_related("file").filter(file__public_id=file_id).first()
    if photo is None:
        raise NotFound("base.not_found")
    file = photo.file
    photo.delete()
    file.delete()
    note(subject=initiative, removed=file_id, sha256=file.sha256)
    return initiative.public_id


def _of_actor(actor: Actor, initiative_id: str) -> Initiative:
    """Return it to whoever entered it, and to those who see all of the unit's."""
    initiative = find(initiative_id)
    sees_all = reach_of(actor.role, Capability.INITIATIVE_VIEW) is not None
    if not sees_all and initiative.entered_by != actor.user_id:
        raise NotFound("base.not_found")
    return initiative


def _to_change(actor: Actor, initiative_id: str) -> Initiative:
    initiative = _of_actor(actor, initiative_id)
    if initiative.state not in INITIATIVE.steps["submit"].sources:
        raise Conflict("initiatives.locked")
    return initiative


def _write_parts(
    initiative: Initiative, draft: InitiativeDraft, photos: Sequence[KeptPhoto]
) -> None:
    known = accounts_at(initiative.unit_id)
    AuthorRow.objects.bulk_create(author_rows(initiative, draft.authors, known))
    there = initiative.photos.count() if photos else 0
    if there + len(photos) > MOST_PHOTOS:
        raise Invalid("initiatives.photos_many", field="photos", there=there, limit=MOST_PHOTOS)
    files = [record_photo(unit_id=initiative.unit_id, kept=photo) for photo in photos]
    InitiativePhoto.objects.bulk_create(
        InitiativePhoto(initiative=initiative, file=file) for file in files
    )


def _submit(initiative: Initiative, draft: InitiativeDraft) -> None:
    check_whole(draft)
    must_live(initiative.unit_id, draft)
    advance(
        initiative,
        INITIATIVE,
        "submit",
        subject=InitiativeSubject(recognised=draft.recognition.is_whole),
        submitted_at=clock.moment(),
        reason="",
    )


def must_live(unit_id: int, draft: InitiativeDraft) -> None:
    """Refuse a recognition on a day on which the unit did not live: no total could hold it."""
    day = draft.recognised_on
    if day is not None and not lives_on(unit_id, day):
        raise Conflict("initiatives.unit_not_living", unit=name_of(unit_id), day=day)


def accounts_at(unit_id: int) -> dict[str, int]:
    """Return who holds a post at the unit by folded name; a name that two bear stands for nobody."""
    holders = {(fold(holder.full_name), holder.user_id) for holder in posts_at(unit_id)}
    borne = Counter(name for name, _ in holders)
    return {name: user for name, user in holders if borne[name] == 1}
