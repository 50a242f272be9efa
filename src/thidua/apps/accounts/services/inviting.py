"""Inviting a person to a unit: the account, the post and the link in one act."""

from typing import Any

from django.db import IntegrityError, transaction

from thidua.apps.accounts import scoping
from thidua.apps.accounts.enums import LinkPurpose
from thidua.apps.accounts.models import User
from thidua.apps.accounts.queries.sign_in_names import contact_number, new_sign_in_name
from thidua.apps.accounts.services.links import make_link
from thidua.apps.accounts.services.names import full_name_of, name_columns
from thidua.apps.org.models import Assignment, Unit
from thidua.apps.org.queries import unit_by_public_id
from thidua.apps.org.queries.posts import role_name
from thidua.apps.org.services.posts import add_assignment
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Forbidden

_KEEPER = "quan-tri"


def _unit_of(*, unit_id: str, **_: Any) -> int:
    return unit_by_public_id(unit_id).pk


@operation(Capability.PERSON_INVITE, unit_of=_unit_of)
def invite_person(
    *,
    actor: Actor,
    unit_id: str,
    role: str,
    full_name: str,
    sign_in_name: str,
    contact_phone: str = "",
    same_person: bool = False,
) -> str:
    """Give a person a post at a unit, with an account and a link if there is none; return the person.

    A sign-in name that is already known belongs to a person: the further post is given only when
    the names agree and the officer has confirmed that it is the same person.
    """
    unit = unit_by_public_id(unit_id)
    if role not in scoping.roles_to_offer(actor, unit):
        raise Forbidden("org.role_not_given", role=role_name(role))
    user = _person(full_name, sign_in_name, contact_phone, same_person=same_person)
    return _give_post(actor, user, unit, role)


@operation(Capability.INSTALLATION_KEEP, unit_of=_unit_of)
def first_administrator(*, actor: Actor, unit_id: str, full_name: str, sign_in_name: str) -> str:
    """Make the first keeper of an empty installation, at its root unit; return the person."""
    unit = unit_by_public_id(unit_id)
    if Assignment.objects.on(clock.today()).filter(role=_KEEPER).exists():
        raise Conflict("accounts.administrator_exists")
    user = _person(full_name, sign_in_name, "", same_person=False)
    return _give_post(actor, user, unit, _KEEPER)


def _person(full_name: str, sign_in_name: str, contact_phone: str, *, same_person: bool) -> User:
    """Return the person of this sign-in name, new or already known and confirmed."""
    name = full_name_of(full_name)
    login = new_sign_in_name(sign_in_name)
    phone = contact_number(contact_phone) or (login if login.isdigit() else "")
    known = User.objects.filter(sign_in_name=login).first()
    if known is None:
        return _new_user(name, login, phone)
    if known.full_name_fold != name_columns(name)["full_name_fold"]:
        # Says that the number is taken, never by whom.
        raise Conflict("accounts.name_of_another")
    if not same_person:
        raise Conflict("accounts.known_person", name=known.full_name)
    return known


def _new_user(name: str, login: str, phone: str) -> User:
    user = User(sign_in_name=login, contact_phone=phone, **name_columns(name))
    user.set_unusable_password()
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:
        raise Conflict("accounts.known_person", name=name) from None
    return user


def _give_post(actor: Actor, user: User, unit: Unit, role: str) -> str:
    """Write the post, and a link for a person who cannot sign in yet."""
    add_assignment(user_id=user.pk, role=role, unit_id=unit.pk, valid_from=clock.today())
    if user.must_set_password:
        make_link(actor, user, LinkPurpose.INVITE, unit.pk)
    note(subject=user, unit_id=unit.pk, after={"full_name": user.full_name, "role": role})
    return user.public_id
