"""Days off in Viet Nam, Tết and days exchanged by decision included, and the first day of Tết."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from thidua.domain.workdays import WorkCalendar


@cache
def _vietnam(years: tuple[int, ...]) -> Any:
    # Read only where days are counted: the calendar of all countries takes a tenth of a second.
    from holidays import country_holidays  # noqa: PLC0415

    return country_holidays("VN", years=years)


def work_calendar(years: Iterable[int]) -> WorkCalendar:
    """Return the days off and the Saturdays worked instead, in the given years."""
    days = _vietnam(tuple(sorted(set(years))))
    return WorkCalendar(frozenset(days), frozenset(days.weekend_workdays))


def first_day_of_tet(year: int) -> date:
    """Return mùng 1 Tết of a year."""
    found: list[date] = _vietnam((year,)).get_named("Lunar New Year", lookup="exact")
    return found[0]
