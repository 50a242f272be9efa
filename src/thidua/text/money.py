"""Amounts in words, as a decision or a receipt writes them: một nghìn không trăm mười lăm đồng."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu")
_BILLION = 10**9


def in_words(number: int) -> str:
    """Write a whole number in words: mười lăm, hai mươi mốt, một trăm linh năm."""
    if number < 0:
        return f"âm {in_words(-number)}"
    return " ".join(_whole(number)) or _DIGITS[0]


def amount_in_words(dong: int) -> str:
    """Write an amount of money in words, the unit behind it."""
    return f"{in_words(dong)} đồng"


def _whole(number: int) -> list[str]:
    """Return the words of a number; above a tỷ they say how many tỷ, then what is left."""
    billions, rest = divmod(number, _BILLION)
    words = [*_whole(billions), "tỷ"] if billions else []
    for place in (2, 1, 0):
        group = rest // 1000**place % 1000
        if group:
            words += _group(group, first=not words)
            words += [_SCALES[place]] if place else []
    return words


def _group(group: int, *, first: bool) -> list[str]:
    """Return the words of three digits; only the first group of a number drops its hundreds."""
    hundreds, tens, units = group // 100, group // 10 % 10, group % 10
    words = [] if first and not hundreds else [_DIGITS[hundreds], "trăm"]
    if tens > 1:
        words += [_DIGITS[tens], "mươi"]
    elif tens == 1:
        words.append("mười")
    elif units and words:
        words.append("linh")
    if units:
        words.append(_unit(units, tens))
    return words


def _unit(units: int, tens: int) -> str:
    """Return the last digit as it sounds behind its tens: mốt, tư, lăm."""
    if tens > 1 and units in {1, 4}:
        return {1: "mốt", 4: "tư"}[units]
    return "lăm" if tens and units == 5 else _DIGITS[units]  # noqa: PLR2004 - the digit itself
