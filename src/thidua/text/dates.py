"""Days as an office writes and reads them: 22/11/2026, còn 8 ngày, tháng 11/2026."""

import re
from datetime import date, timedelta

_DAY_FIRST = re.compile(r"([0-9]{1,2}) ?([/.-]) ?([0-9]{1,2}) ?\2 ?([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")

# A span that ends in this year has no known end.
_NO_END_YEAR = 9999
# A typed year outside these is a slip of the finger (0206, 20226), not a day of union life.
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def day(d: date) -> str:
    """Write a day: 22/11/2026."""
    return f"{d.day:02d}/{d.month:02d}/{d.year:04d}"


def span_words(valid_from: date, valid_until: date) -> str:
    """Write a span whose end is excluded: từ 01/01/2021 đến hết ngày 31/05/2021."""
    if valid_until.year == _NO_END_YEAR:
        return f"từ {day(valid_from)}"
    last_day = valid_until - timedelta(days=1)
    if last_day == valid_from:
        return f"ngày {day(valid_from)}"
    return f"từ {day(valid_from)} đến hết ngày {day(last_day)}"


def days_left(today: date, last_day: date) -> str:
    """Say how far away the last day is: còn 8 ngày, hôm nay là hạn cuối, quá hạn 3 ngày."""
    left = (last_day - today).days
    if left == 0:
        return "hôm nay là hạn cuối"
    return f"còn {left} ngày" if left > 0 else f"quá hạn {-left} ngày"


def relative_day(today: date, d: date) -> str:
    """Say hôm qua, hôm nay, ngày mai; any other day is written out."""
    words = {-1: "hôm qua", 0: "hôm nay", 1: "ngày mai"}
    return words.get((d - today).days) or day(d)


def month_label(d: date) -> str:
    """Name the month of a day: tháng 11/2026."""
    return f"tháng {d.month}/{d.year}"


def parse_day(text: str) -> date | None:
    """Read a day as people type it (22/11/2026, 22-11-2026, 2026-11-22); None if it is none."""
    typed = text.strip()
    if match := _DAY_FIRST.fullmatch(typed):
        year, month, number = int(match[4]), int(match[3]), int(match[1])
    elif match := _YEAR_FIRST.fullmatch(typed):
        year, month, number = int(match[1]), int(match[2]), int(match[3])
    else:
        return None
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None
