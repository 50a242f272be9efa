"""One conference as a record, with what this actor may see of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from thidua.apps.conferences.enums import ConferenceKind, ConferenceState, PersonRole
from thidua.apps.conferences.models import (
    Conference,
    ConferencePerson,
    ConferencePhoto,
    HandedAward,
    ProgrammeItem,
)
from thidua.apps.conferences.queries.conclusions import ConclusionRow, conclusions_of
from thidua.apps.conferences.queries.parts import PactRow, Parts, parts_of
from thidua.apps.files.models import StoredFile
from thidua.apps.org.models import UnitName
from thidua.apps.org.scoping import reaches, visible_unit_ids
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import NotFound


@dataclass(frozen=True)
class PhotoRow:
    """A photograph under its conference."""

    file_id: str
    name: str
    caption: str
    consent: bool


@dataclass(frozen=True)
class Record:
    """A conference with its parts in order; names are those of its day.

    `sees_people` tells whether guests are shown: to the unit and its superiors, not to units below.
    """

    row: Conference
    unit_name: str
    host_name: str
    own: bool
    may_keep: bool
    sees_people: bool
    programme: list[ProgrammeItem] = field(default_factory=list)
    people: list[ConferencePerson] = field(default_factory=list)
    pacts: list[PactRow] = field(default_factory=list)
    awards: list[HandedAward] = field(default_factory=list)
    conclusions: list[ConclusionRow] = field(default_factory=list)
    photos: list[PhotoRow] = field(default_factory=list)

    @property
    def state(self) -> ConferenceState:
        """The state as an official reads it."""
        return ConferenceState(self.row.state)

    @property
    def kinds(self) -> list[ConferenceKind]:
        """The kinds as an official reads them."""
        return [ConferenceKind(kind) for kind in self.row.kinds]

    @property
    def chairs(self) -> list[ConferencePerson]:
        """Who chairs."""
        return [person for person in self.people if person.role == PersonRole.CHAIR]

    @property
    def guests(self) -> list[ConferencePerson]:
        """Who is invited."""
        return [person for person in self.people if person.role == PersonRole.GUEST]

    @property
    def significance(self) -> list[str]:
        """The events of the year, one each."""
        return [line for line in self.row.significance.split("\n") if line]


def visible_conferences(actor: Actor) -> QuerySet[Conference]:
    """Conferences of every unit in the actor's line."""
    return Conference.objects.filter(unit__in=visible_unit_ids(actor, Capability.CONFERENCE_VIEW))


def described(actor: Actor, rows: QuerySet[Conference]) -> "QuerySet[Any]":
    """Read conferences with what a record says of them: names on their day, who sees the guests."""
    return rows.select_related("unit", "host", "campaign__directive").annotate(
        unit_name=_name("unit_id"),
        host_name=_name("host_id"),
        sees_people=reaches(actor, Capability.PERSON_VIEW, OuterRef("unit_id")),
    )


def conference_for(actor: Actor, public_id: str) -> Any:
    """Return one visible conference with its plan; raise NotFound."""
    conference = described(actor, visible_conferences(actor)).filter(public_id=public_id).first()
    if conference is None:
        raise NotFound("base.not_found")
    return conference


def record_of(actor: Actor, public_id: str) -> Record:
    """Return one conference with all its parts."""
    return records_of(actor, [conference_for(actor, public_id)])[0]


def records_of(actor: Actor, rows: Sequence[Conference]) -> list[Record]:
    """Return conferences, as read here, with their parts: as many queries for several as for one."""
    if not rows:
        return []
    ids = [row.pk for row in rows]
    parts, conclusions, photos = parts_of(ids), conclusions_of(actor, ids), _photos(ids)
    return [
        _record(actor, row, parts[row.pk], conclusions.get(row.pk, []), photos.get(row.pk, []))
        for row in rows
    ]


def _record(
    actor: Actor,
    row: Any,
    parts: Parts,
    conclusions: list[ConclusionRow],
    photos: list[ConferencePhoto],
) -> Record:
    keeps = _keeps(actor, row)
    shown = [photo for photo in photos if photo.consent or keeps]
    own = row.unit_id == actor.unit_id
    if not (own or row.sees_people):
        conclusions = [one.as_seen_by(actor) for one in conclusions if one.concerns(actor)]
    people = [p for p in parts.people if row.sees_people or p.role == PersonRole.CHAIR]
    return Record(
        row=row,
        unit_name=row.unit_name or "",
        host_name=row.host_name or "",
        own=own,
        may_keep=keeps,
        sees_people=row.sees_people,
        programme=parts.programme,
        people=people,
        pacts=parts.pacts,
        awards=parts.awards,
        conclusions=conclusions,
        photos=[
            PhotoRow(p.file.public_id, p.file.original_name, p.caption, p.consent) for p in shown
        ],
    )


def photo_file(actor: Actor, conference_id: str, file_id: str) -> StoredFile:
    """Return a photograph under its conference; one without consent only to those who keep it."""
    rows = ConferencePhoto.objects.filter(
        conference__in=visible_conferences(actor), conference__public_id=conference_id
    )
    photo = rows.select_related("file", "conference").filter(file__public_id=file_id).first()
    if photo is None or not (photo.consent or _keeps(actor, photo.conference)):
        raise NotFound("base.not_found")
    return photo.file


def _keeps(actor: Actor, row: Conference) -> bool:
    return (
        row.unit_id == actor.unit_id
        and reach_of(actor.role, Capability.CONFERENCE_KEEP) is not None
    )


def _photos(ids: list[int]) -> dict[int, list[ConferencePhoto]]:
    found: dict[int, list[ConferencePhoto]] = {}
    for row in ConferencePhoto.objects.filter(conference__in=ids).select_related("file"):
        found.setdefault(row.conference_id, []).append(row)
    return found


def _name(unit: str) -> Subquery:
    """Return what a unit of an outer conference was called on its day."""
    day = OuterRef("on_day")
    held = UnitName.objects.filter(unit_id=OuterRef(unit), valid_from__lte=day, valid_until__gt=day)
    return Subquery(held.values("name")[:1])
