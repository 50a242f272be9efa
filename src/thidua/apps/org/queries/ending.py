"""What ending a unit would mean for others: asked before the act, shown on its page."""

from dataclasses import dataclass
from datetime import date

from thidua.apps.org.models import Assignment, Placement
from thidua.base import clock
from thidua.domain.tree import Line


@dataclass(frozen=True)
class Consequences:
    """How many stand below, stand beside, and hold a post at the unit."""

    children: int
    beside: int
    posts: int


def consequences_of_ending(unit_id: int, day: date | None = None) -> Consequences:
    """Count whom the end of the unit touches, as things stand on the day."""
    when = day or clock.today()
    held = Placement.objects.filter(parent_id=unit_id, valid_until__gt=when)
    posts = Assignment.objects.filter(unit_id=unit_id, valid_until__gt=when)
    return Consequences(
        children=held.filter(line=Line.MAIN).count(),
        beside=held.filter(line=Line.SIDE).count(),
        posts=posts.count(),
    )
