"""Days of remembrance: full official names and the founding days their years are counted from."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from thidua.lawbook.loader import Entry, load_entries
from thidua.lawbook.sources import source
from thidua.text.fold import fold


@dataclass(frozen=True)
class FoundingDay:
    """One day of the table."""

    slug: str
    name: str
    also: tuple[str, ...]
    founded: date
    source: str


@cache
def founding_days() -> dict[str, FoundingDay]:
    """Return every day by slug, in the order of the year."""
    return {slug: _day(slug, entry) for slug, entry in load_entries("commemorations").items()}


def _day(slug: str, entry: Entry) -> FoundingDay:
    entry.only("name", "also", "founded", "source")
    return FoundingDay(
        slug,
        entry.text("name"),
        entry.texts("also", []),
        entry.day("founded"),
        source(entry.text("source")).slug,
    )


@cache
def _by_words() -> dict[str, str]:
    return {
        _bare(name): slug for slug, day in founding_days().items() for name in (day.name, *day.also)
    }


def founding_day_called(name: str) -> FoundingDay | None:
    """Return the day of the table that a plan writes so, accents, case and marks aside."""
    slug = _by_words().get(_bare(name))
    return founding_days()[slug] if slug else None


def _bare(name: str) -> str:
    return fold(name).removeprefix("ngay ")
