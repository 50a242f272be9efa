"""Cuts a long time into months, quarters or years, so that few enough stand side by side."""

from collections.abc import Iterator
from datetime import date

from thidua.domain.figures.periods import MONTHS, PeriodKind
from thidua.domain.spans import DateSpan

MOST = 14
_MONTHS_IN_YEAR = 12


def stretches(whole: DateSpan, most: int = MOST) -> tuple[PeriodKind, list[DateSpan]]:
    """Return the calendar months of these days, or quarters or years where months are too many.

    The first and the last may be shorter: only their part of the days is meant.
    """
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER):
        found = list(_cut(whole, MONTHS[kind], most))
        if len(found) <= most:
            return kind, found
    return PeriodKind.YEAR, list(_cut(whole, MONTHS[PeriodKind.YEAR], None))


def _cut(whole: DateSpan, months: int, most: int | None) -> Iterator[DateSpan]:
    number = whole.valid_from.year * _MONTHS_IN_YEAR + whole.valid_from.month - 1
    number -= number % months
    found = 0
    while (first := _month(number)) < whole.valid_until and (most is None or found <= most):
        part = DateSpan(first, _month(number + months)).intersect(whole)
        if part:
            yield part
        number, found = number + months, found + 1


def _month(number: int) -> date:
    return date(number // _MONTHS_IN_YEAR, number % _MONTHS_IN_YEAR + 1, 1)
