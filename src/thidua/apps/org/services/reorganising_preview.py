"""What a prepared reorganisation means for whom: counted, and listed up to fifty of each."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from thidua.apps.org.queries.posts import role_name
from thidua.apps.org.services.reorganising_plan import LISTED, Prepared
from thidua.domain.succession import Moved, Plan, Sight, sight_changes


@dataclass(frozen=True)
class Shown:
    """One unit, and what is there before and after; `row` is the row that does it."""

    row: int
    name: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class PostEnds:
    """A person whose post, and with it whose rights, end with the unit."""

    person: str
    role: str
    unit: str


@dataclass(frozen=True)
class Sees:
    """A superior, and how many units leave and enter its scope."""

    name: str
    lost: int
    gained: int


@dataclass
class Preview:
    """Everything that happens; each list holds at most LISTED, `counts` the true numbers."""

    counts: dict[str, int] = field(default_factory=dict)
    opened: list[Shown] = field(default_factory=list)
    closed: list[Shown] = field(default_factory=list)
    moved: list[Shown] = field(default_factory=list)
    sided: list[Shown] = field(default_factory=list)
    renamed: list[Shown] = field(default_factory=list)
    posts: list[PostEnds] = field(default_factory=list)
    sight: list[Sees] = field(default_factory=list)


def preview_of(prepared: Prepared) -> Preview:
    """Return what the rows would do; empty where they are refused."""
    plan = prepared.plan
    if plan is None or prepared.refusals:
        return Preview()
    sight = _sight(prepared, plan)
    posts = prepared.recorded.posts
    lists = (plan.opened, plan.moved, plan.sided)
    wanted = {unit for moves in lists for unit in _units(moves[:LISTED])}
    wanted |= {unit for each in plan.closed[:LISTED] for unit in (each.unit, each.keeper)}
    wanted |= {unit for _, unit in plan.renamed[:LISTED]} | {unit for unit, _ in sight[:LISTED]}
    called = prepared.called(wanted | {post.unit_id for post in posts[:LISTED]})
    typed = {row.position: row.name for row in prepared.rows}
    return Preview(
        counts=_counts(plan, len(posts), len(sight)),
        opened=_shown(plan.opened, called),
        closed=[
            Shown(each.row, called.get(each.unit, ""), after=called.get(each.keeper, ""))
            for each in plan.closed[:LISTED]
        ],
        moved=_shown(plan.moved, called),
        sided=_shown(plan.sided, called),
        renamed=[
            Shown(row, called.get(unit, ""), called.get(unit, ""), typed[row])
            for row, unit in plan.renamed[:LISTED]
        ],
        posts=[
            PostEnds(post.person, role_name(post.role), called.get(post.unit_id, ""))
            for post in posts[:LISTED]
        ],
        sight=[
            Sees(called.get(unit, ""), len(seen.lost), len(seen.gained))
            for unit, seen in sight[:LISTED]
        ],
    )


def _units(moves: Iterable[Moved]) -> set[int]:
    return {unit for move in moves for unit in (move.unit, move.old, move.new) if unit is not None}


def _shown(moves: list[Moved], called: dict[int, str]) -> list[Shown]:
    return [
        Shown(
            move.row,
            called.get(move.unit, ""),
            called.get(move.old or 0, ""),
            called.get(move.new or 0, ""),
        )
        for move in moves[:LISTED]
    ]


def _counts(plan: Plan, posts: int, sight: int) -> dict[str, int]:
    return {
        "opened": len(plan.opened),
        "closed": len(plan.closed),
        "moved": len(plan.moved),
        "sided": len(plan.sided),
        "renamed": len(plan.renamed),
        "posts": posts,
        "sight": sight,
    }


def _sight(prepared: Prepared, plan: Plan) -> list[tuple[int, Sight]]:
    """Return the superiors that live on and see others than before, the most changed first."""
    only = prepared.touched | set(plan.founded.values())
    found = sight_changes(plan.edges_before, plan.edges_after, only, plan.on)
    ended = {closed.unit for closed in plan.closed}
    seen = [(unit, sight) for unit, sight in found.items() if unit not in ended]
    return sorted(seen, key=lambda pair: (-len(pair[1].lost) - len(pair[1].gained), pair[0]))
