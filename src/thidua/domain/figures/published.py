"""What a published percentage says of the target behind it: a range of targets, never one (CAM-07)."""

from decimal import Decimal
from fractions import Fraction
from math import floor


def targets_fitting(actual: int, percent: Decimal | int) -> range:
    """Return the whole targets for which `actual` is written as `percent`, rounded half up.

    The percentage counts with the places it was published with: "127" fits more targets than "127,1".
    Empty where none fits, or where any target large enough would (a percentage of zero).
    """
    exponent = Decimal(percent).as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    half = Fraction(1, 2 * 10**places)
    least, beyond = Fraction(percent) - half, Fraction(percent) + half
    if actual <= 0 or least <= 0:
        return range(0)
    most = floor(100 * actual / least)
    fewest = floor(100 * actual / beyond) + 1
    return range(max(fewest, 1), most + 1)
