"""How words are joined into sentences: names keep their case, people are “đồng chí …”."""

import re
from collections.abc import Sequence
from datetime import date

_YEARS = re.compile(r"\b(\d{4}) [-–] (\d{4})\b")
UNKNOWN = "[họ tên, chức vụ]"
# What begins with one of these is a name: of a body, an event, a person's office.
_NAMES = (
    "Công đoàn", "Liên đoàn", "Tổng Liên đoàn", "Đoàn Chủ tịch", "Ban Thường vụ", "Ban Chấp hành",
    "Đảng", "Chủ tịch", "Bác", "Quốc hội", "Quốc khánh", "Nhà nước", "Chính phủ", "Thủ tướng",
    "Hội đồng", "Ủy ban", "Mặt trận", "Thành ủy", "Tỉnh ủy", "Quận ủy", "Huyện ủy", "Đảng ủy",
    "Đại hội", "Nghị quyết", "Ngày", "Cách mạng", "Tết", "Bộ", "Thủ đô", "CĐCS", "Hồ Chí Minh",
)  # fmt: skip
_COMMON = ("Các ", "Những ", "Tập thể ", "Cá nhân ", "Tác giả ", "Cán bộ", "Đoàn viên", "Toàn thể ")


def comrade(person: str, *, closed: bool = False) -> str:
    """Write a person with a post as “đồng chí …”; anybody else, such as a body, as typed."""
    if "," not in person:
        return person
    return f"đồng chí {person}," if closed else f"đồng chí {person}"


def name_in(person: str) -> str:
    """Return the name of “họ tên, chức vụ”."""
    return person.split(",", maxsplit=1)[0].strip()


def bare(text: str) -> str:
    """Return a text without its final stop, spans of years written close: 2020-2025."""
    return _YEARS.sub(r"\1-\2", text.strip().rstrip(".;"))


def inside(text: str) -> str:
    """Put a text inside a sentence: a small first letter, unless a name begins there."""
    words = bare(text)
    named = words.startswith(_NAMES) or words[1:2].isupper()
    return words if named else words[:1].lower() + words[1:]


def noun(text: str) -> str:
    """Put whom it concerns inside a sentence: only a common noun gets a small letter."""
    words = bare(text)
    return words[:1].lower() + words[1:] if words.startswith(_COMMON) else words


def first(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]


def listed(parts: Sequence[str]) -> str:
    """Write parts one behind the other."""
    return "; ".join(bare(part) for part in parts)


def day_words(day: date) -> str:
    """Write a day: 22/01/2021."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def span_words(first_day: date, last_day: date) -> str:
    """Write a span with both days: 01/01-31/05/2021; the year once where it is the same."""
    begin = f"{first_day.day:02d}/{first_day.month:02d}"
    same = first_day.year == last_day.year
    return f"{begin if same else day_words(first_day)}-{day_words(last_day)}"
