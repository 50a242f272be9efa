"""Giving a person a new way in: a fresh invitation, or a reset after a forgotten password."""

from typing import Any

from thidua.apps.accounts import scoping
from thidua.apps.accounts.enums import LinkPurpose
from thidua.apps.accounts.models import User
from thidua.apps.accounts.services.links import make_link
from thidua.apps.org.models import Assignment
from thidua.apps.org.scoping import may
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Forbidden, NotFound


def _posts_of(user_id: str) -> list[Assignment]:
    """Return the posts a person holds today, each with its unit."""
    held = Assignment.objects.on(clock.today()).filter(user__public_id=user_id)
    return list(held.order_by("id").select_related("unit"))


def _unit_of(*, actor: Actor, user_id: str, **_: Any) -> int:
    """Return the unit under which the actor may act on the person, else the person's first."""
    units = [post.unit_id for post in _posts_of(user_id)]
    if not units:
        raise NotFound("base.not_found")
    reached = (unit for unit in units if may(actor, Capability.PERSON_INVITE, unit))
    return next(reached, units[0])


@operation(Capability.PERSON_INVITE, unit_of=_unit_of)
def issue_reset(*, actor: Actor, user_id: str) -> str:
    """Make a new link for a person all of whose posts lie in the actor's gift; return the person.

    The old password works until the link is used; a second factor stays as it is.
    """
    user = User.objects.filter(public_id=user_id).first()
    if user is None:
        raise NotFound("base.not_found")
    if user.pk == actor.user_id:
        raise Conflict("accounts.own_password")
    posts = _posts_of(user_id)
    if not scoping.keeps_account(actor, [(post.unit, post.role) for post in posts]):
        raise Forbidden("accounts.reset_not_in_gift", name=user.full_name)
    purpose = LinkPurpose.INVITE if user.must_set_password else LinkPurpose.RESET
    link = make_link(actor, user, purpose, _unit_of(actor=actor, user_id=user_id))
    note(subject=user, after={"purpose": purpose, "expires_at": link.expires_at})
    return user.public_id
