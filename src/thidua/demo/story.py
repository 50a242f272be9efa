"""The timeline: every act of the demonstration has its day, and is done on that day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from thidua.apps.org.queries import actor_for
from thidua.base import clock
from thidua.base.actor import Actor


class Rank(IntEnum):
    """What comes first on one and the same day."""

    END = 0
    FOUND = 1
    APPOINT = 2
    ACT = 3


@dataclass(frozen=True)
class Event:
    """One act on its day."""

    day: date
    rank: Rank
    run: Callable[[], object]


@dataclass(frozen=True)
class Holder:
    """A person in a post, as the acts need to know them."""

    user_id: int
    full_name: str
    post_id: str


@dataclass
class World:
    """What has been made so far, by the keys of the data files."""

    units: dict[str, str] = field(default_factory=dict)
    people: dict[str, Holder] = field(default_factory=dict)
    plans: dict[str, str] = field(default_factory=dict)
    pacts: dict[str, str] = field(default_factory=dict)
    periods: dict[int, str] = field(default_factory=dict)
    reports: dict[tuple[str, int], str] = field(default_factory=dict)
    conferences: dict[str, str] = field(default_factory=dict)

    def actor(self, key: str) -> Actor:
        """Return the person acting under the post held on the pinned day."""
        holder = self.people[key]
        actor = actor_for(holder.user_id, holder.full_name, holder.post_id)
        if actor is None:
            raise LookupError(f"{key} holds no post on {clock.today()}")
        return actor


def play(events: Iterable[Event]) -> None:
    """Do every act in order of days; on one day by rank, then as the files list them."""
    for event in sorted(events, key=lambda event: (event.day, event.rank)):
        with clock.pinned(event.day):
            event.run()
