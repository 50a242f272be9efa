"""Photographs of a conference: attached, described, released with consent, taken off."""

from collections.abc import Sequence

from thidua.apps.conferences.models import Conference, ConferencePhoto
from thidua.apps.conferences.services.finding import conference_unit, find, find_open
from thidua.apps.files.services import KeptPhoto, record_photo
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Invalid, NotFound
from thidua.text.unicode import clean_line

MOST_PHOTOS = 60


@operation(Capability.CONFERENCE_KEEP, unit_of=conference_unit)
def attach_conference_photos(
    *,
    actor: Actor,
    conference_id: str,
    photos: Sequence[KeptPhoto],
    caption: str = "",
    consent: bool = False,
) -> str:
    """Attach photographs that are already safe on disk."""
    conference = find_open(conference_id)
    there = conference.photos.count()
    if there + len(photos) > MOST_PHOTOS:
        raise Invalid("conferences.photos_many", field="photos", there=there, limit=MOST_PHOTOS)
    files = [record_photo(unit_id=conference.unit_id, kept=photo) for photo in photos]
    ConferencePhoto.objects.bulk_create(
        ConferencePhoto(
            conference=conference, file=file, caption=clean_line(caption), consent=consent
        )
        for file in files
    )
    note(subject=conference, attached=[file.public_id for file in files], consent=consent)
    return conference.public_id


@operation(Capability.CONFERENCE_KEEP, unit_of=conference_unit)
def change_conference_photo(
    *, actor: Actor, conference_id: str, file_id: str, caption: str, consent: bool
) -> str:
    """Change what stands under a photograph, and whether those in it agreed to its use."""
    conference = find(conference_id)
    photo = _photo(conference, file_id)
    photo.caption, photo.consent = clean_line(caption), consent
    photo.save(update_fields=["caption", "consent"])
    note(subject=conference, photo=file_id, consent=consent)
    return conference.public_id


@operation(Capability.CONFERENCE_KEEP, unit_of=conference_unit)
def remove_conference_photo(*, actor: Actor, conference_id: str, file_id: str) -> str:
    """Take a photograph off, file and all."""
    conference = find(conference_id)
    photo = _photo(conference, file_id)
    file = photo.file
    photo.delete()
    file.delete()
    note(subject=conference, removed=file_id, sha256=file.sha256)
    return conference.public_id


def _photo(conference: Conference, file_id: str) -> ConferencePhoto:
    photo = conference.photos.select_related("file").filter(file__public_id=file_id).first()
    if photo is None:
        raise NotFound("base.not_found")
    return photo
