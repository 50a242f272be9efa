"""The head of a paper: names broken where an office breaks them, rules as long as the rule asks."""

import re

from thidua.domain.documents import COUNTRY, MOTTO, Layout, Paper, day_line, number_line
from thidua.office.papers.fit import Shape, fit, lines_of
from thidua.office.papers.fonts import text_width

_LEFT_SHARE, _GUTTER = 0.42, 2
# The short rule under a name or a subject: between a third and a half of the line above it.
_SHORT_RULE = 0.4
# A name is best broken before the word that says what kind of place or house follows.
_BREAKS = re.compile(
    r"\(|(?:THÀNH PHỐ|THỊ XÃ|TỈNH|QUẬN|HUYỆN|PHƯỜNG|XÃ|ĐẶC KHU|VIỆT NAM|CÔNG TY|TẬP ĐOÀN"
    r"|TỔNG CÔNG TY|TRƯỜNG|BỆNH VIỆN|CÁC KHU|NGÀNH)\b"
)


def head_of(paper: Paper, layout: Layout) -> Shape:
    """Return the lines of the head and the lengths of its rules, in millimetres."""
    left = round(layout.text_width(landscape=paper.landscape) * _LEFT_SHARE, 1)
    issuer = broken(fit(paper.issuer.upper()), left - _GUTTER, layout.motto_top, bold=True)
    longest = max(text_width(line, layout.motto_top, bold=True) for line in issuer)
    return {
        "left": left,
        "superior": broken(fit(paper.superior.upper()), left - _GUTTER, layout.motto_top),
        "issuer": issuer,
        "issuer_rule": round(min(longest, left) * _SHORT_RULE, 1),
        "number": fit(number_line(paper, layout)),
        "day": fit(day_line(paper, layout)),
        "country": COUNTRY,
        "motto": MOTTO,
        "motto_rule": round(text_width(MOTTO, layout.motto_bottom, bold=True), 1),
        # A letter says what it is about under its number.
        "about": [] if paper.kind else lines_of(paper.subject),
    }


def broken(name: str, width: float, points: float, *, bold: bool = False) -> list[str]:
    """Return the name on as few lines as fit the width, each a whole part of the name."""
    words, lines = name.split(), []
    while words:
        count = _fitting(words, width, points, bold=bold)
        if count < len(words):
            count = _best_break(words, count)
        lines.append(" ".join(words[:count]))
        words = words[count:]
    return lines


def _fitting(words: list[str], width: float, points: float, *, bold: bool) -> int:
    count = len(words)
    while count > 1 and text_width(" ".join(words[:count]), points, bold=bold) > width:
        count -= 1
    return count


def _best_break(words: list[str], most: int) -> int:
    """Return how many words stand on this line: up to a kind word, else as many as fit."""
    whole = " ".join(words)
    for count in range(most, 1, -1):
        rest = whole[len(" ".join(words[:count])) + 1 :]
        if _BREAKS.match(rest):
            return count
    return most
