"""Kế thừa: which units carry one on, and which ones it carries on."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from thidua.apps.org.models import Succession
from thidua.apps.org.queries.names import names


@dataclass(frozen=True)
class Carried:
    """The other unit of a succession, under its name on the day; `share`: whole, main or part."""

    unit_id: int
    public_id: str
    name: str
    share: str
    on: date
    basis: str


def carried_on_by(unit_id: int) -> list[Carried]:
    """Return the units that carry this one on, the main one first."""
    rows = Succession.objects.filter(predecessor_id=unit_id)
    return _read(rows, "successor")


def carries_on(unit_id: int) -> list[Carried]:
    """Return the units that this one carries on."""
    rows = Succession.objects.filter(successor_id=unit_id)
    return _read(rows, "predecessor")


def _read(rows: "QuerySet[Succession]", other: str) -> list[Carried]:
    found = list(rows.select_related("reorganisation", other).order_by("id"))
    # Each under the name it bore on the day: an heir may be called otherwise by now.
    days = {row.reorganisation.effective_on for row in found}
    called = {
        day: names(
            [
                getattr(row, f"{other}_id")
                for row in found
                if row.reorganisation.effective_on == day
            ],
            day,
        )
        for day in days
    }
    carried = [
        Carried(
            unit_id=getattr(row, other).pk,
            public_id=getattr(row, other).public_id,
            name=called[row.reorganisation.effective_on].get(getattr(row, other).pk, ""),
            share=row.share,
            on=row.reorganisation.effective_on,
            basis=row.reorganisation.basis,
        )
        for row in found
    ]
    return sorted(carried, key=lambda each: (each.on, each.share == "part"))
