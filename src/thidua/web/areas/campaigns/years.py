"""The years for which a plan may be begun: from the shelf, or as a copy of another."""

from typing import Any

from django.http import HttpRequest

from thidua.base import clock
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.web.as_of import other_day
from thidua.web.http import acting


def shelf_years() -> list[int]:
    """Return this year and the next."""
    year = clock.today().year
    return [year, year + 1]


def copy_years(request: HttpRequest, campaign: Any) -> list[int]:
    """Return the years a plan may be copied for: its own, up to next year; none without the right."""
    may = reach_of(acting(request).role, Capability.CAMPAIGN_EDIT) is not None
    if not may or other_day(request):
        return []
    first = campaign.starts_on.year
    return list(range(first, max(clock.today().year, first) + 2))
