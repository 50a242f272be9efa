"""The fixed words of a paper: quốc hiệu, number, place and day, lines that end in “;” and “.”."""

import re
from collections.abc import Sequence

from thidua.domain.documents.layout import Layout
from thidua.domain.documents.paper import Paper

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
RECIPIENTS = "Nơi nhận:"
# What every paper of the demonstration carries across its pages.
DEMO_MARK = "BẢN MINH HỌA – KHÔNG CÓ GIÁ TRỊ"

# Room for what is written by hand; spaces that no writer may close up or break at.
_SHORT_GAP, _LONG_GAP = "\u00a0" * 6, "…………"
_DIGITS = re.compile(r"[0-9]+")
_ENDS = " ;.,"


def number_line(paper: Paper, layout: Layout) -> str:
    """Return “Số: 08/KH-LĐLĐ” (DOC-04), with a gap where the number is still to be written."""
    number = paper.number.strip()
    if not number:
        return ""
    digits = _DIGITS.match(number)
    if digits is None:
        return f"Số:{_SHORT_GAP}{number}"
    return f"Số: {_padded(int(digits[0]), layout.pad_number)}{number[digits.end() :]}"


def day_line(paper: Paper, layout: Layout) -> str:
    """Return “Hà Nội, ngày 05 tháng 01 năm 2026”, with gaps where it is still to be written."""
    place = paper.place.strip() or _LONG_GAP
    if paper.day is None:
        year = str(paper.year) if paper.year else _SHORT_GAP
        return f"{place}, ngày{_SHORT_GAP}tháng{_SHORT_GAP}năm {year}"
    day = _padded(paper.day.day, layout.pad_day)
    month = _padded(paper.day.month, layout.pad_month)
    return f"{place}, ngày {day} tháng {month} năm {paper.day.year}"


def closed_lines(lines: Sequence[str]) -> list[str]:
    """Return the lines each ending in “;” and the last in “.” (DOC-06); empty ones are dropped."""
    bare = [line.strip().rstrip(_ENDS) for line in lines]
    kept = [line for line in bare if line]
    return [f"{line}{'.' if place == len(kept) else ';'}" for place, line in enumerate(kept, 1)]


def title_of(paper: Paper) -> str:
    """Return kind and subject as one line, for the list of a reader's files."""
    return " ".join(f"{paper.kind} {paper.subject}".split())


def _padded(number: int, below: int) -> str:
    return f"0{number}" if number < min(below, 10) else str(number)
