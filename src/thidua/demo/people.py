"""People of the demonstration: all invented, each in one post."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from thidua.apps.accounts.services import invite_person
from thidua.apps.org.queries import posts_at, unit_by_public_id
from thidua.apps.org.services import end_post
from thidua.base.actor import SYSTEM
from thidua.demo.source import read_entries
from thidua.demo.story import Event, Holder, Rank, World
from thidua.domain.spans import OPEN_END
from thidua.lawbook.loader import Entry

MARK = "(minh họa)"


def people_events(world: World) -> Iterator[Event]:
    """Yield who takes a post on which day, and who leaves it."""
    for key, entry in (read_entries("people") | read_entries("people_2022")).items():
        yield Event(entry.day("since"), Rank.APPOINT, partial(_appoint, world, key, entry))
        until = entry.day("until", OPEN_END)
        if until != OPEN_END:
            yield Event(until, Rank.END, partial(_leave, world, key, until))


def _appoint(world: World, key: str, entry: Entry) -> None:
    unit_id, role = world.units[entry.text("unit")], entry.text("role")
    full_name = f"{entry.text('name')} {MARK}"
    invite_person(actor=SYSTEM, unit_id=unit_id, role=role, full_name=full_name, sign_in_name=key)
    # The post just given is the latest of its role at the unit.
    posts = [post for post in posts_at(unit_by_public_id(unit_id).pk) if post.role == role]
    world.people[key] = Holder(posts[-1].user_id, full_name, posts[-1].public_id)


def _leave(world: World, key: str, day: date) -> None:
    end_post(actor=SYSTEM, post_id=world.people[key].post_id, on=day)
