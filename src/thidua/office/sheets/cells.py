"""One cell: what a person typed becomes a text, a whole number, a day or a choice, or is refused."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from thidua.domain.errors import Invalid
from thidua.office.sheets.columns import Cell, Column, Value
from thidua.text.dates import day, parse_day
from thidua.text.fold import fold
from thidua.text.numbers import parse_int
from thidua.text.unicode import clean_line

_NONE = {"", "-", "–", "—", "..."}
_NUMBER_WITHIN = re.compile(r"[0-9]+(?:[. ][0-9]{3})*")
_SERIAL = re.compile(r"[0-9]{5}")
_SHOWN, _MOST_NAMED = 60, 6
_FIRST_DAY = date(1899, 12, 30)
# Days from 1927 to 2119: a smaller number in a column of days is a year or a slip.
_SERIALS = range(10_000, 80_000)
_NO_MORE_THAN = 10**18


def read_cell(column: Column, cell: Cell) -> Value:
    """Return the value of a cell, None for an empty one; raise `Invalid` for what cannot be read."""
    typed: Cell = clean_line(cell) if isinstance(cell, str) else cell
    if isinstance(typed, str) and typed in _NONE:
        return None
    if column.kind == "int":
        return _count(typed)
    if column.kind == "day":
        return _day(typed)
    text = typed if isinstance(typed, str) else text_of(typed)
    return _choice(column, text) if column.kind == "choice" else text


def text_of(cell: Cell) -> str:
    """Return a cell as a person sees it."""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, datetime):
        return day(cell.date())
    if isinstance(cell, date):
        return day(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell).replace(".", ",")
    return clean_line(str(cell))


def _count(cell: Cell) -> int:
    if isinstance(cell, str):
        return _count_in(cell)
    if isinstance(cell, float) and (not cell.is_integer() or abs(cell) >= _NO_MORE_THAN):
        raise Invalid("sheets.not_whole", value=text_of(cell)[:_SHOWN])
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        raise Invalid("sheets.not_number", value=text_of(cell)[:_SHOWN])
    return int(cell)


def _count_in(text: str) -> int:
    number = parse_int(text)
    if number is not None:
        return number
    if "%" in text:
        raise Invalid("sheets.percent", value=text[:_SHOWN])
    within = _NUMBER_WITHIN.findall(text)
    if len(within) == 1 and "," not in text:
        raise Invalid("sheets.note_in_number", value=text[:_SHOWN], number=within[0])
    raise Invalid("sheets.not_number", value=text[:_SHOWN])


def _day(cell: Cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    read = _day_in(cell) if isinstance(cell, str) else _serial(cell)
    if read is None:
        raise Invalid("sheets.not_day", value=text_of(cell)[:_SHOWN])
    return read


def _day_in(text: str) -> date | None:
    """Read a day as it is typed, or as the serial number that a text cell may hold."""
    return parse_day(text) or (_serial(int(text)) if _SERIAL.fullmatch(text) else None)


def _serial(cell: Cell) -> date | None:
    """Read the number behind a day whose cell has lost its format."""
    number = int(cell) if isinstance(cell, (int, float)) else 0
    return _FIRST_DAY + timedelta(days=number) if number in _SERIALS else None


def _choice(column: Column, text: str) -> str:
    found = _index(column).get(fold(text))
    if found is None:
        labels = [label for _, label in column.choices]
        if len(labels) > _MOST_NAMED:
            raise Invalid("sheets.not_in_list", value=text[:_SHOWN])
        raise Invalid("sheets.not_listed", value=text[:_SHOWN], choices="; ".join(labels))
    return found


@lru_cache(maxsize=64)
def _index(column: Column) -> dict[str, str]:
    """Return the choices by label and by value, in whatever case and accents."""
    labels = {fold(label): value for value, label in column.choices}
    return {fold(value): value for value, _ in column.choices} | labels
