"""UnitPath equals what walking the placements by hand gives, after any sequence of changes."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from thidua.apps.org import services
from thidua.apps.org.models import Placement, Unit, UnitPath
from thidua.apps.org.services.paths import rebuild_all_paths
from thidua.base.actor import SYSTEM
from thidua.domain.errors import DomainError
from thidua.domain.tree import Line
from thidua.lawbook.kinds import unit_kinds

FIRST = date(2016, 1, 1)
STEPS = 160


def walked(day):
    """The closure of one day, by following the placements of that day upwards, unit by unit."""
    rows = list(Placement.objects.on(day))
    up = {row.unit_id: row for row in rows if row.line != Line.SIDE}
    side = {row.unit_id: row.parent_id for row in rows if row.line == Line.SIDE}

    def chain(unit):
        found, recorded = [], False
        while unit is not None:
            found.append((unit, recorded))
            row = up.get(unit)
            recorded = recorded or (row is not None and row.line == Line.RECORD)
            unit = row.parent_id if row else None
        return found

    paths = set()
    for unit in up:
        own = chain(unit)
        reached = {above: (depth, recorded) for depth, (above, recorded) in enumerate(own)}
        paths |= {
            (above, unit, Line.RECORD if recorded else Line.MAIN, depth)
            for above, (depth, recorded) in reached.items()
        }
        beside = {}
        for depth, (through, recorded) in enumerate(own):
            if through in side:
                for further, (above, again) in enumerate(chain(side[through])):
                    way = (depth + 1 + further, recorded or again)
                    if above not in reached:
                        beside[above] = min(way, beside.get(above, way))
        paths |= {
            (above, unit, Line.RECORD if recorded else Line.SIDE, depth)
            for above, (depth, recorded) in beside.items()
        }
    return paths


def stored(day):
    rows = UnitPath.objects.on(day).values_list("ancestor_id", "descendant_id", "line", "depth")
    assert len(rows) == len({(above, below) for above, below, _, _ in rows})
    return {(above, below, Line(line), depth) for above, below, line, depth in rows}


def bounds():
    days = set(Placement.objects.values_list("valid_from", "valid_until"))
    return sorted({day for pair in days for day in pair if day.year < 9999})


class Walk:
    """A run of random acts of an installation; many are refused, none may leave the tree unsound."""

    def __init__(self, seed):
        self.chance = random.Random(seed)  # noqa: S311 - a repeatable walk, no secret
        self.done = Counter()
        self.made = 0
        self.today = FIRST

    def day(self):
        """Mostly onwards in time, now and then back into what is already written."""
        self.today += timedelta(days=self.chance.choice((0, 30, 90)))
        back = self.chance.choice((0, 0, 0, 400, 1500))
        return max(FIRST, self.today - timedelta(days=back))

    def unit(self, *kinds):
        """Mostly a unit that fits, now and then any."""
        units = Unit.objects.order_by("id")
        fitting = list(units.filter(kind__in=kinds)) if self.chance.random() < 0.9 else []
        return self.chance.choice(fitting or list(units))

    def found(self):
        kind = self.chance.choice([kind for kind in unit_kinds().values() if not kind.is_top])
        side = self.unit(*kind.beside).public_id if self.chance.random() < 0.3 else None
        self.made += 1
        services.found_unit(
            actor=SYSTEM,
            parent_id=self.unit(*kind.under).public_id,
            kind=kind.slug,
            name=f"Đơn vị {self.made}",
            code=f"X-{self.made}",
            on=self.day(),
            side_parent_id=side,
        )

    def place(self):
        unit = self.unit()
        side = self.chance.random() < 0.4
        gone = side and self.chance.random() < 0.3
        kind = unit_kinds()[unit.kind]
        above = self.unit(*(kind.beside if side else kind.under))
        services.place_unit(
            actor=SYSTEM,
            unit_id=unit.public_id,
            parent_id=None if gone else above.public_id,
            line=Line.SIDE if side else Line.MAIN,
            on=self.day(),
        )

    def end(self):
        heir = self.unit().public_id if self.chance.random() < 0.5 else None
        services.end_unit(actor=SYSTEM, unit_id=self.unit().public_id, on=self.day(), heir_id=heir)

    def step(self):
        act = self.chance.choices([self.found, self.place, self.end], [4, 4, 1])[0]
        try:
            act()
        except DomainError as refusal:
            self.done[f"{act.__name__} {refusal.code}"] += 1
        else:
            self.done[act.__name__] += 1


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_any_sequence_of_changes_keeps_the_closure_true(db, frozen_day, seed):
    services.found_unit(
        actor=SYSTEM, parent_id=None, kind="tong-lien-doan", name="Tổng", code="T", on=FIRST
    )
    walk = Walk(seed)
    for kind, name, code in (
        ("ldld-tinh", "Tỉnh", "P"),
        ("cd-nganh-trung-uong", "Ngành", "S"),
    ):
        services.found_unit(
            actor=SYSTEM,
            parent_id=Unit.objects.get(code="T").public_id,
            kind=kind,
            name=name,
            code=code,
            on=FIRST,
        )
    for _ in range(STEPS):
        walk.step()

    assert walk.done["found"] >= 12, walk.done
    assert walk.done["place"] >= 3, walk.done
    assert walk.done["end"] >= 1, walk.done
    assert rebuild_all_paths() == 0
    for day in bounds():
        assert stored(day) == walked(day), day


def test_the_reform_is_in_the_small_country(country):
    for day in bounds():
        assert stored(day) == walked(day), day


def test_rebuilding_mends_what_is_not_as_it_should_be(country):
    UnitPath.objects.filter(descendant_id=country["hoa-sen"].pk, depth=1).update(depth=7)
    UnitPath.objects.filter(descendant_id=country["song-huong"].pk).delete()

    assert rebuild_all_paths() > 0
    assert rebuild_all_paths() == 0
    assert stored(bounds()[-1]) == walked(bounds()[-1])
