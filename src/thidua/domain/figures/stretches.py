"""Stretches of time beside one another: months of a year, the same days before, the months after."""

from collections.abc import Iterator
from datetime import date

from thidua.domain.figures.periods import MONTHS, PeriodKind
from thidua.domain.spans import DateSpan

MOST = 14
_MONTHS_IN_YEAR = 12
_LEAP_DAY = (2, 29)


def stretches(whole: DateSpan, most: int = MOST) -> tuple[PeriodKind, list[DateSpan]]:
    """Return the calendar months of these days, or quarters or years where months are too many.

    The first and the last may be shorter: only their part of the days is meant.
    """
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER):
        found = list(_cut(whole, MONTHS[kind], most))
        if len(found) <= most:
            return kind, found
    return PeriodKind.YEAR, list(_cut(whole, MONTHS[PeriodKind.YEAR], None))


def following(span: DateSpan) -> DateSpan:
    """Return as many months right after these days: after 6 tháng đầu năm the other six."""
    end = _number(span.valid_until)
    return DateSpan(span.valid_until, _month(end + max(end - _number(span.valid_from), 1)))


def same_days_before(span: DateSpan) -> DateSpan:
    """Return the same days of the year before; 29/2 becomes the first day of March."""
    return DateSpan(_year_before(span.valid_from), _year_before(span.valid_until))


def _year_before(day: date) -> date:
    leap = (day.month, day.day) == _LEAP_DAY
    return date(day.year - 1, 3, 1) if leap else day.replace(year=day.year - 1)


def _number(day: date) -> int:
    return day.year * _MONTHS_IN_YEAR + day.month - 1


def _cut(whole: DateSpan, months: int, most: int | None) -> Iterator[DateSpan]:
    number = _number(whole.valid_from)
    number -= number % months
    found = 0
    while (first := _month(number)) < whole.valid_until and (most is None or found <= most):
        part = DateSpan(first, _month(number + months)).intersect(whole)
        if part:
            yield part
        number, found = number + months, found + 1


def _month(number: int) -> date:
    return date(number // _MONTHS_IN_YEAR, number % _MONTHS_IN_YEAR + 1, 1)
