"""Layouts of official papers, each with its source and with the rule that it stands in for."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from thidua.domain.documents import Layout
from thidua.lawbook.loader import Entry, load_entries
from thidua.lawbook.sources import Source, source

_TEXTS = ("font", "word_font")
_DECIMALS = ("first_line_indent", "line_spacing")


@dataclass(frozen=True)
class PaperLayout:
    """One layout; `stands_for` is the rule that would bind but was not read, None where none is."""

    slug: str
    name: str
    layout: Layout
    source: Source
    stands_for: Source | None


@cache
def paper_layouts() -> dict[str, PaperLayout]:
    """Return every layout by slug."""
    return {slug: _layout(slug, entry) for slug, entry in load_entries("papers").items()}


def office_layout() -> Layout:
    """Return the layout of an administrative paper."""
    return paper_layouts()["van-ban"].layout


def _layout(slug: str, entry: Entry) -> PaperLayout:
    measures = [field.name for field in fields(Layout)]
    entry.only("name", "source", "stands_for", *measures)
    stands_for = entry.text("stands_for", "")
    read: dict[str, Any] = {name: _measure(entry, name) for name in measures}
    return PaperLayout(
        slug=slug,
        name=entry.text("name"),
        layout=Layout(**read),
        source=source(entry.text("source")),
        stands_for=source(stands_for) if stands_for else None,
    )


def _measure(entry: Entry, name: str) -> "str | int | float":
    if name in _TEXTS:
        return entry.text(name)
    value = entry.decimal(name) if name in _DECIMALS else entry.number(name)
    if value <= 0:
        raise entry.error(name, "must be above zero")
    return value
