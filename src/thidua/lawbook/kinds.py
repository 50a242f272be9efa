"""Kinds of union units: what they are called, on which level, under whom, from when to when."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from thidua.domain.spans import OPEN_END, DateSpan
from thidua.lawbook.loader import Entry, load_entries
from thidua.lawbook.sources import source

_BEGINNING = date(1900, 1, 1)
_LEVELS = range(1, 6)
GRASSROOTS_LEVEL = 4


@dataclass(frozen=True)
class UnitKind:
    """One kind of unit; `under` and `beside` are the kinds it may stand under, main and side."""

    slug: str
    name: str
    level: int
    under: tuple[str, ...]
    beside: tuple[str, ...]
    span: DateSpan
    source: str

    @property
    def is_top(self) -> bool:
        """Tell whether a unit of this kind stands under nobody."""
        return not self.under


@cache
def unit_kinds() -> dict[str, UnitKind]:
    """Return every kind by slug, in the order of the file."""
    entries = load_entries("unit_kinds")
    kinds = {slug: _kind(slug, entry) for slug, entry in entries.items()}
    for slug, kind in kinds.items():
        for name, others in (("under", kind.under), ("beside", kind.beside)):
            strangers = [other for other in others if other not in kinds]
            if strangers:
                raise entries[slug].error(name, f"names an unknown kind: {strangers[0]}")
    return kinds


def kind_name(slug: str) -> str:
    """Return the name of a kind on screen; one that is no longer known shows its slug."""
    kind = unit_kinds().get(slug)
    return kind.name if kind else slug


def kinds_under(parent: str, day: date) -> list[UnitKind]:
    """Return the kinds in force on the day that may be founded under a unit of this kind."""
    return [
        kind for kind in unit_kinds().values() if parent in kind.under and kind.span.contains(day)
    ]


def _kind(slug: str, entry: Entry) -> UnitKind:
    entry.only("name", "level", "under", "beside", "from", "until", "source")
    level = entry.number("level")
    if level not in _LEVELS:
        raise entry.error("level", "must be 1 to 5")
    first, end = entry.day("from", _BEGINNING), entry.day("until", OPEN_END)
    if first >= end:
        raise entry.error("until", "must be after 'from'")
    return UnitKind(
        slug=slug,
        name=entry.text("name"),
        level=level,
        under=entry.texts("under", ()),
        beside=entry.texts("beside", ()),
        span=DateSpan(first, end),
        source=source(entry.text("source")).slug,
    )
