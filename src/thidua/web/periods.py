"""Half-years and years as addresses name them: the pages that sum a period up."""

from datetime import date

from django.urls import reverse

from thidua.base import clock
from thidua.domain.errors import NotFound
from thidua.domain.figures.periods import PeriodKind, calendar_span
from thidua.domain.spans import OPEN_END, DateSpan

FIRST_HALF, SECOND_HALF, WHOLE = "6-thang-dau", "6-thang-cuoi", "ca-nam"
PARTS = {
    FIRST_HALF: (PeriodKind.HALF, 1),
    SECOND_HALF: (PeriodKind.HALF, 2),
    WHOLE: (PeriodKind.YEAR, 1),
}
_FIRST_YEAR = 2000
_JULY = 7
_MOST_HALVES = 6


def span_named(year: int, part: str) -> DateSpan:
    """Return the days that an address names; raise NotFound for what has not begun."""
    if part not in PARTS or not _FIRST_YEAR <= year <= clock.today().year:
        raise NotFound("base.not_found")
    kind, number = PARTS[part]
    span = calendar_span(kind, year, number)
    if span.valid_from > clock.today():
        raise NotFound("base.not_found")
    return span


def years_beside(year: int, first: date | None) -> list[int]:
    """Return the year before, where there are figures as early, and the one after, if it has begun."""
    earliest = max(_FIRST_YEAR, first.year) if first else year
    before = [year - 1] if earliest < year else []
    return before + ([year + 1] if year < clock.today().year else [])


def begun(year: int) -> list[str]:
    """Return the parts of a year that have begun."""
    return [
        part
        for part, (kind, number) in PARTS.items()
        if calendar_span(kind, year, number).valid_from <= clock.today()
    ]


def summary_address(unit_id: str, year: int, part: str) -> str:
    """Return the address of a summed-up period of a unit."""
    return reverse("reporting:summary", args=[unit_id, year, part])


def half_of(day: date) -> tuple[int, str]:
    """Return year and half-year of a day; the first one there is for a day long ago."""
    if day.year < _FIRST_YEAR:
        return _FIRST_YEAR, FIRST_HALF
    return day.year, FIRST_HALF if day.month < _JULY else SECOND_HALF


def halves_of(span: DateSpan) -> list[tuple[int, str]]:
    """Return the half-years that a plan touches and that have begun, the latest few."""
    last = min(clock.today(), span.last_day or OPEN_END)
    found, day = [], span.valid_from
    while day <= last:
        year, part = half_of(day)
        found.append((year, part))
        day = date(year, _JULY, 1) if part == FIRST_HALF else date(year + 1, 1, 1)
    return found[-_MOST_HALVES:]
