"""What is recorded of the units a file names: found in a few queries, however long the file is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar

from django.db.models import Case, F, Q, Value, When

from thidua.apps.org.enums import Line
from thidua.apps.org.models import Headcount, Placement, Unit, UnitName, UnitPath
from thidua.apps.org.scoping import visible_unit_ids
from thidua.apps.org.services.importing_names import match_key
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.spans import OPEN_END

_AT_ONCE = 5_000
T = TypeVar("T")


class Known(NamedTuple):
    """A unit that a file names by its code, and what the actor may do with it."""

    id: int
    public_id: str
    code: str
    kind: str
    sector: str
    managed: bool
    viewed: bool


@dataclass(frozen=True)
class Beside:
    """A unit that stands, or will stand, under a superior that a file names."""

    id: int
    name: str
    valid_from: date
    valid_until: date


@dataclass
class Standing:
    """What holds of a unit on the day of the import; `later` is the first day of a later change."""

    name: str = ""
    short_name: str = ""
    members: int | None = None
    workers: int | None = None
    women: int | None = None
    main: int | None = None
    main_code: str = ""
    side_code: str = ""
    founded: date = OPEN_END
    ends: date = date.min
    name_later: date | None = None
    count_later: date | None = None

    def lives_on(self, day: date) -> bool:
        """Tell whether the unit lives on the day; a life has no gap."""
        return self.founded <= day < self.ends


def parts(items: Iterable[T]) -> Iterator[list[T]]:
    """Cut a long list into parts that a statement can name."""
    whole = list(items)
    for start in range(0, len(whole), _AT_ONCE):
        yield whole[start : start + _AT_ONCE]


def known_by_code(
    actor: Actor, codes: Iterable[str], capability: Capability = Capability.UNIT_MANAGE
) -> dict[str, Known]:
    """Return the units with these codes, also those that the actor may not know of."""
    found = (_known(actor, Q(code__in=part), capability) for part in parts(sorted(set(codes))))
    return {unit.code: unit for group in found for unit in group}


def known_by_id(actor: Actor, ids: Iterable[int]) -> dict[int, Known]:
    """Return these units."""
    keep = Capability.UNIT_MANAGE
    found = (_known(actor, Q(id__in=part), keep) for part in parts(sorted(set(ids))))
    return {unit.id: unit for group in found for unit in group}


def _known(actor: Actor, which: Q, managing: Capability) -> Iterator[Known]:
    # One look at the whole reach: asked unit by unit, ten thousand rows would take a minute.
    units = Unit.objects.filter(which).annotate(
        managed=_within(actor, managing), viewed=_within(actor, Capability.UNIT_VIEW)
    )
    columns = ("id", "public_id", "code", "kind", "sector", "managed", "viewed")
    for unit in map(Known._make, units.values_list(*columns)):
        # The installation itself keeps units that it does not look at.
        yield unit._replace(viewed=unit.viewed or unit.managed)


def _within(actor: Actor, capability: Capability) -> Case:
    reached = Q(id__in=visible_unit_ids(actor, capability))
    return Case(When(reached, then=Value(value=True)), default=Value(value=False))


def standing_of(unit_ids: Iterable[int], day: date) -> dict[int, Standing]:
    """Return what holds of these units on the day."""
    found: dict[int, Standing] = defaultdict(Standing)
    for part in parts(sorted(set(unit_ids))):
        places = Placement.objects.filter(unit_id__in=part).exclude(line=Line.RECORD)
        for place in places.annotate(code=F("parent__code")):
            _place(found[place.unit_id], place, day)
        for name in UnitName.objects.filter(unit_id__in=part).order_by("valid_from"):
            _name(found[name.unit_id], name, day)
        for counted in Headcount.objects.filter(unit_id__in=part).order_by("valid_from"):
            _count(found[counted.unit_id], counted, day)
    return found


def _place(standing: Standing, row: Any, day: date) -> None:
    holds = row.valid_from <= day < row.valid_until
    if row.line == Line.SIDE:
        standing.side_code = row.code if holds else standing.side_code
        return
    standing.founded = min(standing.founded, row.valid_from)
    standing.ends = max(standing.ends, row.valid_until)
    if holds:
        standing.main, standing.main_code = row.parent_id, row.code or ""


def _name(standing: Standing, row: UnitName, day: date) -> None:
    if row.valid_from > day:
        standing.name_later = standing.name_later or row.valid_from
    if row.valid_from <= day or not standing.name:
        standing.name, standing.short_name = row.name, row.short_name


def _count(standing: Standing, row: Headcount, day: date) -> None:
    if row.valid_from > day:
        standing.count_later = standing.count_later or row.valid_from
    elif row.valid_until > day:
        standing.members, standing.workers, standing.women = row.members, row.workers, row.women


def beside_by_key(
    parent_ids: Iterable[int], keys: set[str], day: date
) -> dict[tuple[int, str], list[Beside]]:
    """Return who bears a name of these keys under these superiors, now or later, by both."""
    found: dict[tuple[int, str], list[Beside]] = defaultdict(list)
    for part in parts(sorted(set(parent_ids))):
        held = Placement.objects.filter(parent_id__in=part, line=Line.MAIN, valid_until__gt=day)
        under = dict(held.values_list("unit_id", "parent_id"))
        for ids in parts(sorted(under)):
            titles = UnitName.objects.filter(unit_id__in=ids, valid_until__gt=day)
            columns = ("unit_id", "name", "valid_from", "valid_until")
            for unit, name, start, until in titles.values_list(*columns):
                key = match_key(name)
                if key in keys:
                    found[under[unit], key].append(Beside(unit, name, start, until))
    return found


def lines_up(unit_ids: Iterable[int], day: date) -> dict[int, set[int]]:
    """Return who stands above each of these units along the main line."""
    found: dict[int, set[int]] = defaultdict(set)
    for part in parts(sorted(set(unit_ids))):
        above = UnitPath.objects.on(day).filter(descendant_id__in=part, line=Line.MAIN)
        for unit, higher in above.values_list("descendant_id", "ancestor_id"):
            found[unit].add(higher)
    return found


@dataclass(frozen=True)
class Counted:
    """The last headcount of a unit, and since when it holds."""

    since: date
    members: int
    workers: int | None
    women: int | None


def last_counts(unit_ids: Iterable[int]) -> dict[int, Counted]:
    """Return the last headcount of each unit."""
    found: dict[int, Counted] = {}
    columns = ("unit_id", "valid_from", "members", "workers", "women")
    for part in parts(sorted(set(unit_ids))):
        rows = Headcount.objects.filter(unit_id__in=part).order_by("valid_from")
        for unit, *counted in rows.values_list(*columns):
            found[unit] = Counted(*counted)
    return found
