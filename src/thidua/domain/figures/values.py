"""What a person types as a figure, read into a whole number or refused with a reason."""

import re

from thidua.domain.errors import Invalid
from thidua.text.numbers import parse_int
from thidua.text.unicode import clean_line

# Twelve digits: five years of such figures of 120,000 unions still add up inside 64 bits.
MAX_VALUE = 999_999_999_999
_SHOWN = 40
_ONLY_DIGITS = re.compile(r"[0-9][0-9. ]*")


def read_value(typed: str, *, name: str, field: str | None = None) -> int | None:
    """Return the whole number that was typed for a figure, or None where nothing was typed."""
    text = clean_line(typed)
    if not text:
        return None
    number = parse_int(text)
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    if number is None:
        digits = len(re.sub(r"[. ]", "", text))
        if _ONLY_DIGITS.fullmatch(text) and digits > len(str(MAX_VALUE)):
            raise Invalid("reports.too_big", field=field, name=name, value=shown)
        raise Invalid("reports.not_number", field=field, name=name, value=shown)
    return check_value(number, name=name, shown=shown, field=field)


def check_value(number: int, *, name: str, shown: str = "", field: str | None = None) -> int:
    """Return the number if it may stand in a report: not negative, not beyond every measure."""
    if number < 0:
        raise Invalid("reports.negative", field=field, name=name, value=shown or str(number))
    if number > MAX_VALUE:
        raise Invalid("reports.too_big", field=field, name=name, value=shown or str(number))
    return number
