"""Hours of a day as people type and papers write them: 8h30, 08:30, 08 giờ 30."""

import re
from datetime import time

_TIME = re.compile(r"([0-9]{1,2}) ?(?:[:.hgH]|giờ|h) ?([0-5]?[0-9])?(?: ?(?:p|ph|phút))?")


def clock_time(at: time) -> str:
    """Write an hour of the day: 08:30."""
    return f"{at:%H:%M}"


def hour_words(at: time) -> str:
    """Write an hour as a paper does: 08 giờ 30."""
    return f"{at.hour:02d} giờ {at.minute:02d}"


def parse_time(text: str) -> time | None:
    """Read an hour as people type it (8h, 8h30, 08:30, 8 giờ 30); None if it is none."""
    match = _TIME.fullmatch(text.strip().lower())
    if match is None or int(match[1]) > 23:  # noqa: PLR2004 - the last hour of a day
        return None
    return time(int(match[1]), int(match[2] or 0))
