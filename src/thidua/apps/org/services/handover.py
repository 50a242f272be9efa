"""Handover (bàn giao): one holder of a post gives way to the next, and what the next one finds."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth import get_user_model
from django.db.models import Count, OuterRef, Subquery

from thidua.apps.org.models import Assignment, Headcount, Unit
from thidua.apps.org.queries.posts import role_name
from thidua.apps.org.services.posts import (
    add_assignment,
    described,
    must_give_up,
    post_by_public_id,
    stop_assignment,
    unit_of_post,
)
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, NotFound

FIRST_DAYS = 30


@operation(Capability.PERSON_INVITE, unit_of=unit_of_post)
def hand_over(*, actor: Actor, post_id: str, to_user_id: str, on: date, basis: str = "") -> str:
    """Let a person take over a post on a day that is the first of the one and past for the other.

    Nothing else changes hands: plans, reports and proofs belong to the unit. Returns the public id
    of the post that goes on.
    """
    outgoing = post_by_public_id(post_id)
    must_give_up(actor, outgoing)
    incoming = get_user_model().objects.filter(public_id=to_user_id, is_active=True).first()
    if incoming is None:
        raise NotFound("base.not_found")
    before = {"post": outgoing.public_id, **described(outgoing)}
    successor = succeed(outgoing, incoming.pk, on)
    note(subject=successor, unit_id=outgoing.unit_id, before=before, after=described(successor))
    note(basis=basis)
    return successor.public_id


def succeed(outgoing: Assignment, user_id: int, on: date) -> Assignment:
    """Write both sides of a handover and return the successor's post.

    It ends when the former would have: a unit that is to end on a known day ends for both.
    """
    if user_id == outgoing.user_id:
        raise Conflict("org.post_held", role=role_name(outgoing.role))
    stop_assignment(outgoing, on)
    # Who was invited to the same post a moment ago, or shares it, already holds it.
    held = Assignment.objects.filter(
        user_id=user_id,
        role=outgoing.role,
        unit_id=outgoing.unit_id,
        valid_from__lte=on,
        valid_until__gte=outgoing.valid_until,
    )
    successor: Assignment | None = held.first()
    return successor or add_assignment(
        user_id=user_id,
        role=outgoing.role,
        unit_id=outgoing.unit_id,
        valid_from=on,
        valid_until=outgoing.valid_until,
    )


@dataclass(frozen=True)
class Tenure:
    """One person in one post at the unit, now or formerly; `waits` for a first password."""

    full_name: str
    sign_in_name: str
    role: str
    role_name: str
    since: date
    until: date
    waits: bool


@dataclass(frozen=True)
class Office:
    """A unit with its members today, its kept proofs, and everyone who holds or held a post there."""

    unit: Unit
    members: int | None
    proofs: int
    tenures: list[Tenure]

    def on(self, day: date) -> list[Tenure]:
        """Return the posts held on the day, the longest held first."""
        return [tenure for tenure in reversed(self.tenures) if tenure.since <= day < tenure.until]

    def before(self, day: date) -> list[Tenure]:
        """Return the posts given up by the day, the latest first."""
        ended = [tenure for tenure in self.tenures if tenure.until <= day]
        return sorted(ended, key=lambda tenure: tenure.until, reverse=True)


def office_of(actor: Actor) -> Office:
    """Return the actor's own unit with its people through time, in one query."""
    counts = Headcount.objects.on(clock.today()).filter(unit_id=OuterRef("unit_id"))
    kept = Unit.objects.filter(pk=OuterRef("unit_id")).annotate(kept=Count("files"))
    rows = list(
        Assignment.objects.filter(unit_id=actor.unit_id or 0)
        .select_related("user", "unit")
        .annotate(
            members=Subquery(counts.values("members")[:1]), proofs=Subquery(kept.values("kept"))
        )
        .order_by("-valid_from", "-id")
    )
    if not rows:
        raise NotFound("base.not_found")
    return Office(
        rows[0].unit, rows[0].members, rows[0].proofs or 0, [_tenure(row) for row in rows]
    )


def is_elsewhere(post_id: str, unit_id: int) -> bool:
    """Tell whether the post is one of another unit; one that never was held is nowhere."""
    return bool(Assignment.objects.filter(public_id=post_id).exclude(unit_id=unit_id).exists())


def in_first_days(actor: Actor) -> bool:
    """Tell whether the actor took the post at most thirty days ago."""
    earliest = clock.today() - timedelta(days=FIRST_DAYS)
    return actor.since is not None and actor.since >= earliest


def _tenure(row: Assignment) -> Tenure:
    return Tenure(
        full_name=row.user.full_name,
        sign_in_name=row.user.sign_in_name,
        role=row.role,
        role_name=role_name(row.role),
        since=row.valid_from,
        until=row.valid_until,
        waits=row.user.must_set_password,
    )
