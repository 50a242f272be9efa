"""What the direct units have registered in a plan, from the stored totals: nobody counts a country."""

from dataclasses import dataclass
from datetime import date

from thidua.apps.campaigns.models import Campaign
from thidua.apps.figures.queries import indicators_in_force, totals_of_units
from thidua.apps.org.queries import UnitRow, direct_units
from thidua.domain.registrations import COUNTED_AS, REGISTERED_AS, Kind

SHOWN = (REGISTERED_AS, COUNTED_AS[Kind.TASK], COUNTED_AS[Kind.ACTIVITY], COUNTED_AS[Kind.WORK])


@dataclass(frozen=True)
class BelowRow:
    """One direct unit, and its figures by the codes of SHOWN."""

    unit: UnitRow
    figures: dict[str, int]


def standing_below(campaign: Campaign, unit_id: int, day: date) -> list[BelowRow]:
    """Return what each direct unit has registered and reached in the days of a plan."""
    units = direct_units(unit_id, day)
    if not units:
        return []
    known = {row.code: row.pk for row in indicators_in_force(day) if row.code in SHOWN}
    figures = totals_of_units(
        [unit.id for unit in units], known.values(), campaign.starts_on, campaign.until
    )
    return [
        BelowRow(unit, {code: figures[unit.id, pk].sent for code, pk in known.items()})
        for unit in units
    ]
