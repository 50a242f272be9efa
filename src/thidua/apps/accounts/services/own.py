"""What a person keeps of the own account: name, telephone, password, ways to sign in."""

from typing import Any

from django.conf import settings

from thidua.apps.accounts.models import User
from thidua.apps.accounts.queries.sign_in_names import contact_number, is_demo_name
from thidua.apps.accounts.services.links import withdraw_links
from thidua.apps.accounts.services.names import full_name_of, name_columns
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, NotFound


def _own_unit(*, actor: Actor, **_: Any) -> int | None:
    return actor.unit_id


def _own_row(actor: Actor) -> User:
    """Return the actor's own row."""
    user = User.objects.filter(pk=actor.user_id).first() if actor.user_id else None
    if user is None:
        raise NotFound("base.not_found")
    return user


def _own_row_to_change(actor: Actor) -> User:
    """Return the own row; people of the demonstration belong to all visitors and stay as they are."""
    user = _own_row(actor)
    if settings.THIDUA_DEMO and is_demo_name(user.sign_in_name):
        raise Conflict("accounts.demo_fixed")
    return user


@operation(Capability.ACCOUNT_KEEP, unit_of=_own_unit)
def change_own_details(*, actor: Actor, full_name: str, contact_phone: str) -> str:
    """Correct one's own name and telephone number."""
    user = _own_row_to_change(actor)
    before = user.full_name
    for column, value in name_columns(full_name_of(full_name)).items():
        setattr(user, column, value)
    user.contact_phone = contact_number(contact_phone)
    user.save()
    note(subject=user, before={"full_name": before}, after={"full_name": user.full_name})
    return user.public_id


@operation(Capability.ACCOUNT_KEEP, unit_of=_own_unit)
def change_own_password(*, actor: Actor, password_hash: str) -> str:
    """Keep a new password of one's own and close any open link."""
    user = _own_row_to_change(actor)
    user.password = password_hash
    user.must_set_password = False
    user.save()
    withdraw_links(user)
    note(subject=user)
    return user.public_id


@operation(Capability.ACCOUNT_KEEP, unit_of=_own_unit)
def note_sign_in_change(*, actor: Actor, what: str) -> str:
    """Write into the trail that a second step, a passkey or codes were added or taken away."""
    user = _own_row(actor)
    note(subject=user, what=what)
    return user.public_id
