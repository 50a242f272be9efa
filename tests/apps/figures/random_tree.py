"""A random tree through time, and its own slow way of climbing it, to compare with."""

import random
from datetime import date, timedelta

from thidua.apps.org.models import Placement, Unit
from thidua.apps.org.services.paths import rebuild_all_paths
from thidua.domain.spans import OPEN_END

_BEGIN = date(2020, 1, 1)
_DAYS = [date(2025, 7, 1), date(2026, 6, 15), date(2026, 7, 1), date(2026, 12, 15)]


class RandomTree:
    """Ten units; some move, some end with a record edge, some stand beside a second superior."""

    def __init__(self, seed, size=10):
        self.dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
        self.units = [Unit.objects.create(kind="cdcs", code=f"U{seed}-{n}").pk for n in range(size)]
        parents = set()
        for place, unit in enumerate(self.units):
            above = self.units[:place]
            parent = self.dice.choice(above) if above else None
            parents.add(parent)
            self._grow(unit, parent, above, parents)
        self._end_some(parents)
        self._refresh()

    def _grow(self, unit, parent, above, parents):
        if above and self.dice.random() < 0.4:
            day, other = self.dice.choice(_DAYS), self.dice.choice(above)
            parents.add(other)
            self._edge(unit, parent, "main", _BEGIN, day)
            self._edge(unit, other, "main", day)
        else:
            self._edge(unit, parent, "main", _BEGIN)
        if above and self.dice.random() < 0.4:
            side = self.dice.choice(above)
            parents.add(side)
            self._edge(unit, side, "side", _BEGIN)

    def _end_some(self, parents):
        for unit in self.units:
            if unit in parents or self.dice.random() < 0.5:
                continue
            day = date(2026, 7, 10)
            Placement.objects.filter(unit_id=unit, valid_from__gte=day).delete()
            Placement.objects.filter(unit_id=unit).filter(valid_until__gt=day).update(
                valid_until=day
            )
            last = Placement.objects.filter(unit_id=unit, line="main").latest("valid_from")
            self._edge(unit, last.parent_id, "record", last.valid_until)

    def move_someone(self, day):
        """Correct the tree backwards: one living unit stood elsewhere since `day`."""
        for unit in reversed(self.units):
            held = Placement.objects.filter(unit_id=unit, line="main", valid_until=OPEN_END)
            row = held.filter(valid_from__lt=day).first()
            others = [other for other in self.units[: self.units.index(unit)] if row]
            others = [other for other in others if other != row.parent_id]
            if others:
                Placement.objects.filter(pk=row.pk).update(valid_until=day)
                self._edge(unit, others[0], "main", day)
                break
        self._refresh()
        return day

    def _edge(self, unit, parent, line, start, end=OPEN_END):
        Placement.objects.create(
            unit_id=unit, parent_id=parent, line=line, valid_from=start, valid_until=end
        )

    def _refresh(self):
        rebuild_all_paths()
        self.edges = list(Placement.objects.all())

    def _parent(self, unit, line, day):
        for row in self.edges:
            held = row.valid_from <= day < row.valid_until
            if row.unit_id == unit and row.line == line and held:
                return row.parent_id
        return None

    def lives(self, unit, day):
        return any(
            row.unit_id == unit and row.line == "main" and row.valid_from <= day < row.valid_until
            for row in self.edges
        )

    def filed_on(self, unit, span):
        """The last day of the span on which the unit lives, or None."""
        day = span.valid_until - timedelta(days=1)
        while day >= span.valid_from:
            if self.lives(unit, day):
                return day
            day -= timedelta(days=1)
        return None

    def above(self, unit, day):
        """Everyone above on the day, the unit included; True where only the side line reaches."""
        chain = self.chain(unit, day)
        found = dict.fromkeys(chain, False)
        for member in chain:
            side = self._parent(member, "side", day)
            if side is not None:
                for other in self.chain(side, day):
                    found.setdefault(other, True)
        return found

    def chain(self, unit, day):
        """The unit and its superiors along the main line, nearest first."""
        chain = []
        while unit is not None:
            chain.append(unit)
            unit = self._parent(unit, "main", day)
        return chain
