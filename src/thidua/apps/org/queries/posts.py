"""Posts: which role a person holds where, and the actor that a session acts as."""

from dataclasses import dataclass
from datetime import date

from thidua.apps.org.models import Assignment
from thidua.apps.org.queries.names import names
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.statements import fetch
from thidua.domain.access.roles import ROLES

# On every request of everybody: constant, and the name of the unit comes along.
_POSTS = """
    SELECT held.id, held.public_id, held.role, held.unit_id, unit.public_id, called.name,
        held.valid_from
    FROM org_assignment held
    JOIN org_unit unit ON unit.id = held.unit_id
    LEFT JOIN org_unitname called ON called.unit_id = held.unit_id
        AND called.valid_from <= %s AND called.valid_until > %s
    WHERE held.user_id = %s AND held.valid_from <= %s AND held.valid_until > %s
    ORDER BY held.valid_from, held.id
"""


@dataclass(frozen=True)
class Post:
    """One post of a person, in force on the day it was asked for."""

    assignment_id: int
    public_id: str
    role: str
    role_name: str
    unit_id: int
    unit_public_id: str
    unit_name: str
    since: date


@dataclass(frozen=True)
class PostHolder:
    """One post at a unit, with the person who holds it."""

    public_id: str
    user_id: int
    full_name: str
    role: str
    role_name: str
    since: date
    until: date


def assignments_of(user_id: int, day: date | None = None) -> list[Post]:
    """Return the posts of a person in force on the day, the longest held first."""
    when = day or clock.today()
    rows = fetch(_POSTS, when, when, user_id, when, when)
    # A unit founded on a day to come has no name yet; then its first one is said.
    nameless = names([row[3] for row in rows if row[5] is None], when)
    return [
        Post(number, public_id, role, role_name(role), unit, unit_public_id,
             nameless.get(unit, "") if called is None else called, since)
        for number, public_id, role, unit, unit_public_id, called, since in rows
    ]  # fmt: skip


def posts_at(unit_id: int, day: date | None = None) -> list[PostHolder]:
    """Return the posts at a unit in force on the day, by role as ROLES lists them."""
    held = Assignment.objects.on(day or clock.today()).filter(unit_id=unit_id)
    holders = [
        PostHolder(
            public_id=row.public_id,
            user_id=row.user_id,
            full_name=row.user.full_name,
            role=row.role,
            role_name=role_name(row.role),
            since=row.valid_from,
            until=row.valid_until,
        )
        for row in held.select_related("user").order_by("id")
    ]
    order = {role: place for place, role in enumerate(ROLES)}
    return sorted(holders, key=lambda holder: order.get(holder.role, len(order)))


def actor_for(user_id: int, full_name: str, assignment_public_id: str | None) -> Actor | None:
    """Return the actor under the chosen post, else the first one in force; None without a post."""
    posts = assignments_of(user_id)
    chosen = [post for post in posts if post.public_id == assignment_public_id]
    for post in chosen or posts:
        return Actor(
            user_id=user_id,
            name=full_name,
            post=f"{post.role_name}, {post.unit_name}",
            unit_id=post.unit_id,
            role=post.role,
            assignment_id=post.assignment_id,
            unit_name=post.unit_name,
            unit_public_id=post.unit_public_id,
            posts=len(posts),
            since=post.since,
        )
    return None


def role_name(role: str) -> str:
    """Return the name of a role on screen; one that is no longer known shows its slug."""
    return ROLES[role].name if role in ROLES else role
