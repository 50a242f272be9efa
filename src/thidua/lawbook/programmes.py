"""Programmes that count initiatives: in which days first applied, in which days entered."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from thidua.domain.initiatives.rules import Programme
from thidua.domain.spans import DateSpan
from thidua.lawbook.loader import Entry, load_entries
from thidua.lawbook.sources import source

_BOTH_ENDS = 2


@dataclass(frozen=True)
class StandardProgramme:
    """One programme as the lawbook lists it: its short name, its rule, where it is written."""

    slug: str
    short: str
    rule: Programme
    source: str


@cache
def programmes() -> dict[str, StandardProgramme]:
    """Return every programme by slug, in the order of the file."""
    return {slug: _programme(slug, entry) for slug, entry in load_entries("programmes").items()}


def _programme(slug: str, entry: Entry) -> StandardProgramme:
    entry.only("name", "short", "applied", "entry", "source")
    return StandardProgramme(
        slug=slug,
        short=entry.text("short"),
        rule=Programme(
            entry.text("name"),
            _span(entry, "applied", entry.items("applied")),
            tuple(_span(entry, "entry", days) for days in entry.items("entry")),
        ),
        source=source(entry.text("source")).slug,
    )


def _span(entry: Entry, name: str, days: Any) -> DateSpan:
    """Return the days from the first to the last of a pair, both included."""
    pair = isinstance(days, (list, tuple)) and len(days) == _BOTH_ENDS
    if not pair or not all(isinstance(day, date) for day in days) or days[0] > days[1]:
        raise entry.error(name, "must be first and last day")
    return DateSpan(days[0], days[1] + timedelta(days=1))
