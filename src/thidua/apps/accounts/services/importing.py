"""Carrying out a file of people: accounts, posts and letters of invitation in one transaction."""

from collections.abc import Sequence
from typing import Any

from django.db import IntegrityError

from thidua.apps.accounts.enums import LinkPurpose
from thidua.apps.accounts.models import AccessLink, User
from thidua.apps.accounts.queries.links import token_hash, token_of
from thidua.apps.accounts.services.importing_people import PersonLine, plan_people
from thidua.apps.accounts.services.links import LINK_LIFE, make_link
from thidua.apps.accounts.services.names import name_columns
from thidua.apps.org.models import Assignment
from thidua.apps.org.services.importing import noted, own_unit
from thidua.apps.org.services.importing_known import parts
from thidua.apps.org.services.importing_plan import Source, Verdict
from thidua.apps.org.services.paths import one_at_a_time
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import operation
from thidua.base.public_id import new_public_id
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict

_AT_ONCE = 1_000


@operation(Capability.PERSON_INVITE, unit_of=own_unit)
def import_people(*, actor: Actor, source: Source, answers: dict[int, str], seen: str) -> str:
    """Write the people and posts of a file; `seen` are the counts that the officer saw. Return the own unit."""
    one_at_a_time()
    plan = plan_people(actor, source.read, answers)
    plan.settle(seen)
    lines = plan.of(Verdict.NEW)
    people = _people(actor, lines)
    posts = [
        Assignment(
            public_id=new_public_id(Assignment.PREFIX),
            user_id=people[line.number].pk,
            role=line.role,
            unit_id=line.unit_id,
            valid_from=clock.today(),
        )
        for line in lines
    ]
    Assignment.objects.bulk_create(posts, batch_size=_AT_ONCE)
    made = [f"{people[line.number].public_id} {line.role} {line.code}" for line in lines]
    return noted(actor, source, plan, made=made)


def _people(actor: Actor, lines: Sequence[PersonLine]) -> dict[int, User]:
    """Return the person of each row by its number; new ones get an account and a letter."""
    firsts = {line.sign_in_name: line for line in reversed(lines) if line.user_id is None}
    new = {name: _new_user(line) for name, line in firsts.items()}
    try:
        User.objects.bulk_create(new.values(), batch_size=_AT_ONCE)
    except IntegrityError:
        raise Conflict("sheets.changed") from None
    links = [_link(actor, user, firsts[name].unit_id) for name, user in new.items()]
    AccessLink.objects.bulk_create(links, batch_size=_AT_ONCE)
    known = _known(actor, [line for line in lines if line.user_id is not None])
    return {line.number: known.get(line.number) or new[line.sign_in_name] for line in lines}


def _known(actor: Actor, lines: Sequence[PersonLine]) -> dict[int, User]:
    """Return the recorded people of these rows; who never signed in gets a fresh letter."""
    found: dict[int, User] = {}
    for part in parts({line.user_id for line in lines}):
        found |= User.objects.in_bulk([user_id for user_id in part if user_id])
    people = {line.number: found[line.user_id or 0] for line in lines}
    for user_id, unit_id in {line.user_id: line.unit_id for line in lines}.items():
        if found[user_id or 0].must_set_password:
            make_link(actor, found[user_id or 0], LinkPurpose.INVITE, unit_id)
    return people


def _new_user(line: PersonLine) -> User:
    phone = line.sign_in_name if line.sign_in_name.isdigit() else ""
    user = User(
        public_id=new_public_id(User.PREFIX),
        sign_in_name=line.sign_in_name,
        contact_phone=phone,
        **name_columns(line.full_name),
    )
    user.set_unusable_password()
    return user


def _link(actor: Actor, user: User, unit_id: int) -> AccessLink:
    """Return the one open link of a new person, as `make_link` makes it for one."""
    now, public_id = clock.now(), new_public_id(AccessLink.PREFIX)
    fields: dict[str, Any] = {"made_by": f"{actor.name} ({actor.post})", "maker_id": actor.user_id}
    return AccessLink(
        public_id=public_id,
        purpose=LinkPurpose.INVITE,
        user=user,
        token_hash=token_hash(token_of(public_id)),
        made_at=now,
        expires_at=now + LINK_LIFE[LinkPurpose.INVITE],
        unit=unit_id,
        **fields,
    )
