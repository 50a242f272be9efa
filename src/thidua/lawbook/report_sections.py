"""Sections of a summing-up report, and which figures stand in each."""

from dataclasses import dataclass
from functools import cache

from thidua.lawbook.loader import load_entries


@dataclass(frozen=True)
class Section:
    """One section of the report."""

    code: str
    title: str
    indicators: tuple[str, ...]


@cache
def report_sections() -> tuple[Section, ...]:
    """Return the sections in the order of the paper."""
    found = []
    for code, entry in load_entries("report_sections").items():
        entry.only("title", "indicators")
        found.append(Section(code, entry.text("title"), entry.texts("indicators", ())))
    return tuple(found)


def section_of(indicator: str) -> Section:
    """Return the section that a figure stands in; one that none names stands in the first."""
    sections = report_sections()
    return next((one for one in sections if indicator in one.indicators), sections[0])
