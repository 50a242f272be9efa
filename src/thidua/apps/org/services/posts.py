"""Giving a person a post at a unit, and ending it."""

from datetime import date

from django.contrib.auth import get_user_model

from thidua.apps.org.models import Assignment, Unit
from thidua.apps.org.queries.posts import role_name
from thidua.apps.org.queries.units import unit_by_public_id
from thidua.apps.org.scoping import roles_given
from thidua.apps.org.services import checks
from thidua.apps.org.services.dated import close
from thidua.apps.org.services.placing import unit_itself
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound
from thidua.domain.spans import OPEN_END
from thidua.lawbook.kinds import unit_kinds


@operation(Capability.PERSON_INVITE, unit_of=unit_itself)
def assign_post(
    *,
    actor: Actor,
    user_id: int,
    role: str,
    unit_id: str,
    valid_from: date,
    valid_until: date = OPEN_END,
    basis: str = "",
) -> str:
    """Give a person a role at a unit; return the public id of the post."""
    unit = unit_by_public_id(unit_id)
    must_give(actor, role, unit)
    post = add_assignment(
        user_id=user_id,
        role=role,
        unit_id=unit.pk,
        valid_from=valid_from,
        valid_until=valid_until,
    )
    note(subject=post, after=described(post), basis=basis)
    return post.public_id


def unit_of_post(*, post_id: str, **_: object) -> int:
    """Return the unit of the post an operation is about, for `unit_of`."""
    return post_by_public_id(post_id).unit_id


@operation(Capability.PERSON_INVITE, unit_of=unit_of_post)
def end_post(*, actor: Actor, post_id: str, on: date, basis: str = "") -> str:
    """End a post: `on` is the first day on which it is no longer held, its own first day included."""
    post = post_by_public_id(post_id)
    must_give_up(actor, post)
    before = described(post)
    stop_assignment(post, on)
    note(subject=post, before=before, after={"until": on}, basis=basis)
    return post.public_id


def stop_assignment(post: Assignment, on: date) -> None:
    """Let a post stop on the day; one that began that day never was held, and its row goes.

    What it was stays in the audit event of the operation that stops it.
    """
    row = Assignment.objects.filter(pk=post.pk)
    # Locked: of two who end it at once, the second finds it ended.
    if row.on(on).select_for_update().first() is None:
        raise Conflict("org.post_not_held", role=role_name(post.role), day=on)
    close(row, on)


def add_assignment(
    *, user_id: int, role: str, unit_id: int, valid_from: date, valid_until: date = OPEN_END
) -> Assignment:
    """Write the post: part of each operation that gives one and has asked who may give it."""
    if not get_user_model().objects.filter(pk=user_id).exists():
        raise NotFound("base.not_found")
    if valid_from >= valid_until:
        raise Invalid("base.dates_reversed", start=valid_from, end=valid_until)
    unit = Unit.objects.get(pk=unit_id)
    checks.must_live(unit, valid_from)
    same = Assignment.objects.filter(user_id=user_id, role=role, unit=unit)
    if same.filter(valid_from__lt=valid_until, valid_until__gt=valid_from).exists():
        raise Conflict("org.post_held", role=role_name(role))
    post: Assignment = Assignment.objects.create(
        user_id=user_id, role=role, unit=unit, valid_from=valid_from, valid_until=valid_until
    )
    return post


def described(post: Assignment) -> dict[str, object]:
    """Return the post as an audit event shows it."""
    return {
        "user": post.user_id,
        "role": post.role,
        "from": post.valid_from,
        "until": post.valid_until,
    }


def must_give(actor: Actor, role: str, unit: Unit) -> None:
    """Refuse a role that is not in the actor's gift at the unit."""
    if role not in roles_given(actor, unit.pk, unit_kinds()[unit.kind].level):
        raise Forbidden("org.role_not_given", role=role_name(role))


def must_give_up(actor: Actor, post: Assignment) -> None:
    """Refuse to take the own post away, or one that is not in the actor's gift."""
    if post.user_id == actor.user_id:
        raise Forbidden("org.own_post")
    must_give(actor, post.role, post.unit)


def post_by_public_id(public_id: str) -> Assignment:
    """Return the post with its unit; raise NotFound where there is none."""
    post: Assignment | None = (
        Assignment.objects.select_related("unit").filter(public_id=public_id).first()
    )
    if post is None:
        raise NotFound("base.not_found")
    return post
