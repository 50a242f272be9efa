"""Texts made fit for files: no sign that XML or JSON cannot carry, lines as lists."""

import re
from typing import Any

Shape = dict[str, Any]

# Such signs are refused where text comes in; one that slipped through must not stop a paper.
_UNFIT = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit(text: str) -> str:
    """Return the text without the signs that no file format carries."""
    return _UNFIT.sub("", text)


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that are not empty."""
    return [fit(line) for line in text.split("\n") if line.strip()]
