"""Reading people: who holds a post at a unit, one's own data, who is in the demonstration."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from thidua.apps.accounts import scoping
from thidua.apps.accounts.models import User
from thidua.apps.accounts.queries.sign_in_names import (
    DEMO_PREFIX,
    is_demo_name,
    shown_name,
)
from thidua.apps.org import queries as org_queries
from thidua.apps.org import scoping as org_scoping
from thidua.apps.org.models import Assignment, Unit
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import ROLES
from thidua.domain.errors import NotFound


@dataclass(frozen=True)
class PersonRow:
    """One post in force at a unit, with its holder."""

    user_id: str
    assignment_id: str
    full_name: str
    phone: str
    phone_shown: str
    role_name: str
    since: date
    waiting: bool
    is_self: bool
    in_gift: bool


@dataclass(frozen=True)
class People:
    """The people of a unit, and the roles the actor may give there."""

    rows: list[PersonRow]
    roles: list[str]


@dataclass(frozen=True)
class DemoPerson:
    """A person of the demonstration whom a visitor may be by one press."""

    user_id: str
    sign_in_name: str
    full_name: str
    role: str
    role_name: str
    unit_name: str


def people_at(actor: Actor, unit: Unit) -> People:
    """Return the holders of posts at a unit, in Vietnamese order; for those who may see people."""
    org_scoping.require(actor, Capability.PERSON_VIEW, unit.pk)
    gift = scoping.roles_to_offer(actor, unit)
    posts = (
        Assignment.objects.on(clock.today())
        .filter(unit_id=unit.pk)
        .select_related("user")
        .order_by("user__sort_key", "id")
    )
    return People([_row(post, post.user, actor, gift) for post in posts], gift)


def person_seen(actor: Actor, user_id: str) -> User:
    """Return a person who holds a post where the actor may see people; raise `NotFound` otherwise."""
    seen = Assignment.objects.on(clock.today()).filter(
        unit_id__in=org_scoping.visible_unit_ids(actor, Capability.PERSON_VIEW)
    )
    person = User.objects.filter(public_id=user_id, id__in=seen.values("user_id")).first()
    if person is None:
        raise NotFound("base.not_found")
    return person


def own_contact_phone(actor: Actor) -> str:
    """Return the actor's own telephone number."""
    if actor.user_id is None:
        return ""
    return User.objects.only("contact_phone").get(pk=actor.user_id).contact_phone


def demo_people() -> list[DemoPerson]:
    """Return the people of the demonstration who hold a post today, in the order they were made."""
    in_force = Assignment.objects.on(clock.today()).order_by("id")
    people = list(
        User.objects.filter(sign_in_name__startswith=DEMO_PREFIX, is_active=True)
        .order_by("id")
        .prefetch_related(Prefetch("assignments", queryset=in_force, to_attr="posts_today"))
    )
    firsts = [(person, posts[0]) for person in people if (posts := person.posts_today)]
    names = org_queries.names([post.unit_id for _, post in firsts])
    return [
        DemoPerson(
            person.public_id,
            person.sign_in_name,
            person.full_name,
            post.role,
            ROLES[post.role].name,
            names[post.unit_id],
        )
        for person, post in firsts
    ]


def demo_user(person: DemoPerson) -> User:
    """Return the row of a person of the demonstration, to begin a session with."""
    return User.objects.get(public_id=person.user_id, sign_in_name__startswith=DEMO_PREFIX)


def _row(post: Assignment, person: User, actor: Actor, gift: list[str]) -> PersonRow:
    return PersonRow(
        user_id=person.public_id,
        assignment_id=post.public_id,
        full_name=person.full_name,
        phone=person.contact_phone,
        phone_shown=shown_name(person.contact_phone),
        role_name=ROLES[post.role].name,
        since=post.valid_from,
        waiting=person.must_set_password and not is_demo_name(person.sign_in_name),
        is_self=person.pk == actor.user_id,
        in_gift=post.role in gift and person.pk != actor.user_id,
    )
