"""Which registrations one sees: a member the own ones, an officer those of the units in reach."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Sum

from thidua.apps.campaigns.enums import RegistrationKind, RegistrationState
from thidua.apps.campaigns.models import Campaign, Registration, RegistrationPhoto
from thidua.apps.campaigns.queries.pledging import Expected
from thidua.apps.files.models import StoredFile
from thidua.apps.org.queries import count_of
from thidua.apps.org.scoping import reaches
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import NotFound
from thidua.domain.registrations import Coverage


@dataclass(frozen=True)
class Achieved:
    """Of one kind: how many were registered, how many are done and verified; people where tasks."""

    kind: str
    registered: int
    verified: int


@dataclass(frozen=True)
class UnitStanding:
    """Where one unit stands in a campaign: members covered, and each kind with what was reached."""

    members: Coverage
    activities: Coverage
    kinds: list[Achieved]
    waiting: int


def visible_registrations(actor: Actor) -> "QuerySet[Registration]":
    """Return the registrations that the actor may read."""
    if reach_of(actor.role, Capability.REGISTRATION_VIEW) is None:
        own = reaches(actor, Capability.REGISTRATION_ENTER, OuterRef("unit_id"))
        return Registration.objects.filter(own, member_id=actor.user_id or 0)
    seen = reaches(actor, Capability.REGISTRATION_VIEW, OuterRef("unit_id"))
    return Registration.objects.filter(seen)


def registration_for(actor: Actor, public_id: str) -> Registration:
    """Return one visible registration with its photographs; raise NotFound."""
    rows = visible_registrations(actor).select_related("campaign", "unit")
    row = rows.prefetch_related("photos__file").filter(public_id=public_id).first()
    if row is None:
        raise NotFound("base.not_found")
    return row


def registrations_of(
    actor: Actor, campaign: Campaign, unit_id: int, *, kind: str = "", state: str = ""
) -> "QuerySet[Registration]":
    """Return what a unit registered in a campaign or in its plan that answers it, as far as seen."""
    rows = visible_registrations(actor).filter(_within(campaign), unit_id=unit_id)
    if kind in RegistrationKind.values:
        rows = rows.filter(kind=kind)
    if state in RegistrationState.values:
        rows = rows.filter(state=state)
    return rows.order_by("kind", "id")


def own_registrations(actor: Actor) -> list[Registration]:
    """Return what the person registered for himself under this post, newest first."""
    rows = Registration.objects.filter(member_id=actor.user_id or 0, unit_id=actor.unit_id or 0)
    return list(rows.select_related("campaign").order_by("-id")[:50])


def members_covered(campaign: Campaign, unit_id: int, day: date) -> Coverage:
    """Return how many of the members of a unit have registered a task, in two queries."""
    rows = Registration.objects.filter(
        _within(campaign), unit_id=unit_id, kind=RegistrationKind.TASK
    )
    kept = rows.exclude(state=RegistrationState.DROPPED)
    people = kept.aggregate(people=Sum("people"))["people"]
    counted = count_of(unit_id, day)
    return Coverage(people or 0, counted.members if counted else None)


def standing_of(
    campaign: Campaign, unit_id: int, expected: Expected, members: int | None
) -> UnitStanding:
    """Return where a unit stands in a campaign, against so many members."""
    rows = Registration.objects.filter(_within(campaign), unit_id=unit_id)
    kept = rows.exclude(state=RegistrationState.DROPPED)
    sums = (
        kept.order_by()
        .values_list("kind", "state")
        .annotate(rows=Count("id"), people=Sum("people"), done=Sum("people_done"))
    )
    kinds, waiting = dict[str, list[int]](), 0
    for kind, state, count, people, done in sums:
        found = kinds.setdefault(kind, [0, 0])
        task = kind == RegistrationKind.TASK
        found[0] += people if task else count
        if state == RegistrationState.VERIFIED:
            found[1] += done if task else count
        waiting += count if state in (RegistrationState.REGISTERED, RegistrationState.DONE) else 0
    registered = kinds.get(RegistrationKind.TASK.value, [0, 0])[0]
    activities = kinds.get(RegistrationKind.ACTIVITY.value, [0, 0])[0]
    return UnitStanding(
        members=Coverage(registered, members),
        activities=Coverage(activities, 1 if expected.each_unit else None),
        kinds=[Achieved(kind, *kinds[kind]) for kind in RegistrationKind.values if kind in kinds],
        waiting=waiting,
    )


def registration_texts(actor: Actor, public_ids: list[str]) -> dict[str, str]:
    """Return what was registered, for each registration that the actor may open."""
    rows = visible_registrations(actor).filter(public_id__in=public_ids)
    return dict(rows.values_list("public_id", "text"))


def registration_file(actor: Actor, registration_id: str, file_id: str) -> StoredFile:
    """Return a photograph under its registration, for who may read the registration."""
    seen = visible_registrations(actor)
    photos = RegistrationPhoto.objects.filter(
        registration__in=seen, registration__public_id=registration_id
    )
    photo = photos.select_related("file").filter(file__public_id=file_id).first()
    if photo is None:
        raise NotFound("base.not_found")
    return photo.file


def _within(campaign: Campaign) -> Q:
    return Q(campaign=campaign) | Q(campaign__parent=campaign)
