"""What the direct units have registered in a plan, from the stored totals: nobody counts a country."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from thidua.apps.campaigns.models import Campaign
from thidua.apps.figures.models import Total
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
    totals = Total.objects.filter(
        unit_id__in=[unit.id for unit in units],
        indicator__code__in=SHOWN,
        starts_on__gte=campaign.starts_on,
        until__lte=campaign.until,
    )
    figures: dict[int, dict[str, int]] = {}
    grouped = totals.values_list("unit_id", "indicator__code").annotate(all=Sum("sent"))
    for unit, code, value in grouped.order_by():
        figures.setdefault(unit, {})[code] = int(value)
    return [BelowRow(unit, figures.get(unit.id, {})) for unit in units]
