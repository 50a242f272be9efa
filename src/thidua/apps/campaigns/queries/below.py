"""What the direct units have registered in a plan, from the stored totals: nobody counts a country."""

from dataclasses import dataclass
from datetime import date

from thidua.apps.campaigns.models import Campaign
from thidua.apps.figures.queries import indicators_in_force, totals_of_units
from thidua.apps.org.queries import UnitRow, direct_units
from thidua.domain.registrations import COUNTED_AS, REGISTERED_AS, Kind

_SHOWN = (REGISTERED_AS, COUNTED_AS[Kind.TASK], COUNTED_AS[Kind.ACTIVITY], COUNTED_AS[Kind.WORK])


@dataclass(frozen=True)
class BelowRow:
    """One direct unit, and its figures in the order of the heads: code, name, value."""

    unit: UnitRow
    figures: list[tuple[str, str, int]]


@dataclass(frozen=True)
class Below:
    """Heads of the figures, and a row for each direct unit."""

    heads: list[str]
    rows: list[BelowRow]


def standing_below(campaign: Campaign, unit_id: int, day: date) -> Below | None:
    """Return what the direct units have registered and reached in the days of a plan; None without any."""
    units = direct_units(unit_id, day)
    if not units:
        return None
    known = {row.code: row for row in indicators_in_force(day) if row.code in _SHOWN}
    listed = [known[code] for code in _SHOWN if code in known]
    figures = totals_of_units(
        [unit.id for unit in units],
        [row.pk for row in listed],
        campaign.starts_on,
        campaign.until,
    )
    rows = [
        BelowRow(unit, [(row.code, row.name, figures[unit.id, row.pk].sent) for row in listed])
        for unit in units
    ]
    return Below([row.name for row in listed], rows)
