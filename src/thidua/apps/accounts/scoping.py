"""Whose account an actor may reset: only of a person whose every post the actor could give."""

from collections.abc import Iterable

from thidua.apps.org.models import Unit
from thidua.apps.org.scoping import may, roles_given
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.lawbook.kinds import unit_kinds


def roles_to_offer(actor: Actor, unit: Unit) -> list[str]:
    """Return the roles the actor may give at a unit; none where the actor may not invite."""
    if not may(actor, Capability.PERSON_INVITE, unit.pk):
        return []
    return roles_given(actor, unit.pk, unit_kinds()[unit.kind].level)


def keeps_account(actor: Actor, posts: Iterable[tuple[Unit, str]]) -> bool:
    """Tell whether every post (unit, role) of a person lies in the actor's gift.

    One post outside is enough to refuse: whoever resets a password can act as that person.
    """
    held = list(posts)
    return bool(held) and all(role in roles_to_offer(actor, unit) for unit, role in held)
