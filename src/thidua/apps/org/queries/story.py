"""A unit as its page shows it on a day: names, superiors, numbers, posts, and its whole life."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value

from thidua.apps.org.models import Assignment, Headcount, Placement, Succession, Unit, UnitPath
from thidua.apps.org.queries.life import (
    LifeEvent,
    Names,
    told_by_counts,
    told_by_placements,
    told_by_posts,
    told_by_successions,
)
from thidua.apps.org.queries.posts import PostHolder, role_name
from thidua.apps.org.scoping import reaches
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import ROLES
from thidua.domain.spans import OPEN_END
from thidua.domain.tree import Line

__all__ = ["Above", "Count", "LifeEvent", "Story", "count_of", "life_of", "story_of"]


@dataclass(frozen=True)
class Above:
    """A unit that stands above, or carries on, as it is called on the day; `seen`: it may be opened."""

    id: int
    public_id: str
    name: str
    seen: bool = False
    share: str = ""


@dataclass(frozen=True)
class Count:
    """Members, workers and women members, and since when these numbers hold."""

    members: int
    workers: int | None
    women: int | None
    since: date


@dataclass(frozen=True)
class Story:
    """What the unit is on a day, from when until when it lives, and what happened to it.

    `ends_on` is the first day on which it no longer lives; `heirs` carry it on, whom it carries on
    itself are `forebears`. `holder` is who holds the records where the keeper has ended too.
    `count` and `posts` are empty unless they were asked for.
    """

    superior: Above | None
    side: Above | None
    keeper: Above | None
    ends_on: date | None
    life: list[LifeEvent]
    name: str = ""
    short_name: str = ""
    begins_on: date | None = None
    lives: bool = False
    holder: str = ""
    heirs: list[Above] = field(default_factory=list)
    forebears: list[Above] = field(default_factory=list)
    count: Count | None = None
    posts: list[PostHolder] = field(default_factory=list)


def story_of(
    unit_id: int,
    day: date | None = None,
    *,
    seen_by: Actor | None = None,
    people: bool = False,
    counts: bool = False,
) -> Story:
    """Return the unit on the day and its whole life, in two queries.

    For a reader one more tells who carries on whom, and what may be opened; people and numbers
    take one each.
    """
    when = day or clock.today()
    placements = _placements(unit_id, when, seen_by)
    successions = _successions(unit_id, seen_by) if seen_by else []
    titles = Names(_mentioned(unit_id, placements, successions))
    posts = _posts(unit_id) if people else []
    headcounts = _headcounts(unit_id) if counts else []
    life = [
        *told_by_successions(unit_id, successions, titles),
        *told_by_placements(unit_id, placements, titles),
        *told_by_posts(posts),
        *told_by_counts(headcounts),
    ]
    title = titles.row(unit_id, when)
    return Story(
        **_superiors(placements, titles, when),
        **_span(placements, when),
        life=sorted(life, key=lambda event: event.day, reverse=True),
        name=title.name if title else "",
        short_name=title.short_name if title else "",
        heirs=_carrying(unit_id, successions, titles, when, onward=True),
        forebears=_carrying(unit_id, successions, titles, when, onward=False),
        count=_count([row for row in headcounts if row.valid_from <= when < row.valid_until]),
        posts=_holders([row for row in posts if row.valid_from <= when < row.valid_until]),
    )


def life_of(unit_id: int) -> list[LifeEvent]:
    """Return what happened to the unit, the latest first, under the names of those days."""
    return story_of(unit_id).life


def count_of(unit_id: int, day: date | None = None) -> Count | None:
    """Return the headcount in force on the day."""
    return _count(list(Headcount.objects.on(day or clock.today()).filter(unit_id=unit_id)))


def _placements(unit_id: int, day: date, actor: Actor | None) -> list[Any]:
    """Return the unit's placements; each knows whether its parent may be opened, and the holder.

    The holder is the nearest unit above, itself included, that lives on the day.
    """
    living = Placement.objects.on(day).filter(unit_id=OuterRef("ancestor_id"), line=Line.MAIN)
    above = UnitPath.objects.on(day).filter(Exists(living), descendant_id=unit_id)
    holder = Subquery(above.order_by("depth").values("ancestor_id")[:1])
    rows: QuerySet[Placement] = Placement.objects.filter(unit_id=unit_id).select_related("parent")
    known = rows.annotate(seen=_seen(actor, "parent_id"), holder_id=holder)
    return list(known.order_by("valid_from", "line"))


def _successions(unit_id: int, actor: Actor) -> list[Any]:
    rows = Succession.objects.filter(Q(predecessor_id=unit_id) | Q(successor_id=unit_id))
    seen = {
        "seen_before": _seen(actor, "predecessor_id"),
        "seen_after": _seen(actor, "successor_id"),
    }
    related = rows.select_related("reorganisation", "predecessor", "successor")
    return list(related.annotate(**seen).order_by("reorganisation__effective_on", "id"))


def _seen(actor: Actor | None, column: str) -> Any:
    if actor is None:
        return Value(value=False)
    return reaches(actor, Capability.UNIT_VIEW, OuterRef(column))


def _posts(unit_id: int) -> list[Assignment]:
    rows = Assignment.objects.filter(unit_id=unit_id).select_related("user")
    return list(rows.order_by("valid_from", "id"))


def _headcounts(unit_id: int) -> list[Headcount]:
    return list(Headcount.objects.filter(unit_id=unit_id).order_by("valid_from"))


def _mentioned(unit_id: int, placements: list[Any], successions: list[Any]) -> set[int]:
    above = {pk for row in placements for pk in (row.parent_id, row.holder_id) if pk}
    return {unit_id, *above}.union(*({row.predecessor_id, row.successor_id} for row in successions))


def _superiors(placements: list[Any], titles: Names, day: date) -> dict[str, Any]:
    held = {
        row.line: Above(
            row.parent_id, row.parent.public_id, titles.on(row.parent_id, day), row.seen
        )
        for row in placements
        if row.parent and row.valid_from <= day < row.valid_until
    }
    keeper = held.get(Line.RECORD)
    holder = placements[0].holder_id if keeper else None
    return {
        "superior": held.get(Line.MAIN),
        "side": held.get(Line.SIDE),
        "keeper": keeper,
        "holder": titles.on(holder, day) if keeper and holder != keeper.id else "",
    }


def _span(placements: list[Any], day: date) -> dict[str, Any]:
    mains = [row for row in placements if row.line == Line.MAIN]
    end = max((row.valid_until for row in mains), default=OPEN_END)
    return {
        "begins_on": min((row.valid_from for row in mains), default=None),
        "ends_on": None if end == OPEN_END else end,
        "lives": any(row.valid_from <= day < row.valid_until for row in mains),
    }


def _carrying(
    unit_id: int, successions: list[Any], titles: Names, day: date, *, onward: bool
) -> list[Above]:
    """Return who carries the unit on, or whom it carries on, as decided for the day or before."""
    found = []
    for row in successions:
        if (row.predecessor_id == unit_id) is onward and row.reorganisation.effective_on <= day:
            other: Unit = row.successor if onward else row.predecessor
            seen = row.seen_after if onward else row.seen_before
            name = titles.on(other.pk, day)
            found.append(Above(other.pk, other.public_id, name, seen, row.share))
    return found


def _count(rows: list[Headcount]) -> Count | None:
    return next((Count(r.members, r.workers, r.women, r.valid_from) for r in rows), None)


def _holders(posts: list[Assignment]) -> list[PostHolder]:
    order = {role: place for place, role in enumerate(ROLES)}
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
        for row in posts
    ]
    return sorted(holders, key=lambda holder: order.get(holder.role, len(order)))
