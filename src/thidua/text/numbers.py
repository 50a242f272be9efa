"""Numbers as Vietnamese papers write them: 1.234.567 · 127,1 · 127,1 %; and read back."""

import re
from decimal import Decimal
from fractions import Fraction

from thidua.text.unicode import clean_line

Exact = int | Decimal | Fraction

NO_VALUE = "–"

# A database column holds 18 digits whole; a longer row of digits is a slip of the finger.
_MAX_DIGITS = 18
_MONEY = re.compile(r" ?(?:đồng|đ|₫|vnđ|vnd)\.?$")
_INTEGER = re.compile(
    r"([-\u2212]?)([0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?: [0-9]{3})+)"
)


def group(n: int) -> str:
    """Write a whole number with a dot after every three digits."""
    return f"{n:,}".replace(",", ".")


def decimal(x: Exact, places: int) -> str:
    """Write a number with that many places after the comma, half rounded up (away from zero)."""
    return _write(_rounded(Fraction(x), places), places)


def percent(numerator: Exact, denominator: Exact, places: int = 1) -> str:
    """Write the share as a percentage, reckoned exactly and rounded half up; "–" of nothing.

    A share below the whole is never rounded up to 100: 2.999 of 3.000 is "99,9 %", because
    "100,0 %" says that the target is reached, and units are praised on the strength of it.
    """
    if not denominator:
        return NO_VALUE
    share = Fraction(numerator) / Fraction(denominator)
    scaled = _rounded(share * 100, places)
    if share < 1:
        scaled = min(scaled, 100 * 10**places - 1)
    return f"{_write(scaled, places)} %"


def parse_int(text: str) -> int | None:
    """Read a whole number as people type it ("12.500.000đ"); None where it is not surely one.

    Dots or spaces must stand at the thousands: "1.23" and "0.123" are decimals to somebody, and
    a comma always is ("12,5"), so none of them is guessed at.
    """
    typed = _MONEY.sub("", clean_line(text).casefold())
    match = _INTEGER.fullmatch(typed)
    if match is None:
        return None
    sign, digits = match[1], re.sub(r"[. ]", "", match[2])
    if len(digits) > _MAX_DIGITS:
        return None
    return -int(digits) if sign else int(digits)


def _rounded(x: Fraction, places: int) -> int:
    """Return x in units of its last place, half away from zero."""
    scaled = x * Fraction(10) ** places
    size = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
    return size if scaled >= 0 else -size


def _write(scaled: int, places: int) -> str:
    scale: int = 10**places
    whole, rest = divmod(abs(scaled), scale)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{group(whole)},{rest:0{places}d}" if places else f"{sign}{group(whole)}"
