"""What is recorded of the units that a plan touches: names, sisters, posts, in two questions a part."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import OuterRef, Q, Subquery

from thidua.apps.org import bulk
from thidua.apps.org.enums import Line
from thidua.apps.org.models import Assignment, Placement, UnitName
from thidua.domain.succession import Plan
from thidua.text.collate import sort_key


class Held(NamedTuple):
    """A post at a unit that ends, held on the day or later."""

    unit_id: int
    valid_from: date
    role: str
    person: str


@dataclass
class Recorded:
    """Names on the day; who bears a wanted name, under whom; who is renamed later; posts that end."""

    titles: dict[int, str] = field(default_factory=dict)
    bearers: dict[str, dict[int, int | None]] = field(default_factory=lambda: defaultdict(dict))
    renamed_later: set[int] = field(default_factory=set)
    posts: list[Held] = field(default_factory=list)


def read_recorded(plan: Plan, wanted: Iterable[str], shown: Iterable[int]) -> Recorded:
    """Read what is recorded; `wanted` are names to be given, `shown` units that a page will name."""
    found = Recorded()
    renamed = {unit for _, unit in plan.renamed}
    # Names are found by what they are sorted by: that has an index.
    keys = sorted({sort_key(name) for name in wanted})
    units = sorted(unit for unit in {*renamed, *shown} if unit > 0)
    held = Q(valid_from__lte=plan.on, valid_until__gt=plan.on)
    parent = Placement.objects.on(plan.on).filter(unit_id=OuterRef("unit_id"), line=Line.MAIN)
    for start in range(0, max(len(keys), len(units)), bulk.AT_ONCE):
        some = slice(start, start + bulk.AT_ONCE)
        rows = UnitName.objects.filter(
            held & (Q(sort_key__in=keys[some]) | Q(unit_id__in=units[some]))
            | Q(valid_from__gt=plan.on, unit_id__in=renamed.intersection(units[some]))
        ).annotate(parent=Subquery(parent.values("parent_id")[:1]))
        for unit, name, begins, above in rows.values_list(
            "unit_id", "name", "valid_from", "parent"
        ):
            if begins > plan.on:
                found.renamed_later.add(unit)
            else:
                found.titles[unit] = name
                found.bearers[name][unit] = above
    for part in bulk.parts(sorted(closed.unit for closed in plan.closed)):
        posts = Assignment.objects.filter(unit_id__in=part, valid_until__gt=plan.on)
        columns = ("unit_id", "valid_from", "role", "user__full_name")
        found.posts += [Held(*row) for row in posts.order_by("unit_id", "id").values_list(*columns)]
    return found
