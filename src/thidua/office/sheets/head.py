"""Finding the head of a table: somewhere near the top, in one row or two, its titles in any order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from thidua.office.sheets.cells import text_of
from thidua.office.sheets.columns import Cell, Column, Sheet
from thidua.text.fold import fold

_LOOKED_AT = 40
_FEWEST = 2
# What forms carry beside their columns, and what this program adds itself.
_BESIDE = {"stt", "tt", "so tt", "so thu tu", "loi", "ghi chu"}
_REMARK = re.compile(r"\([^)]*\)")
_NUMBERED = re.compile(r"\(?([0-9]{1,2})\)?")


@dataclass(frozen=True)
class Head:
    """Where each column stands, the first row of data, required titles not found, titles unknown."""

    places: dict[str, int]
    first_row: int
    missing: tuple[str, ...]
    unknown: tuple[str, ...]


def find_head(
    rows: Sequence[Sequence[Cell]], covers: dict[tuple[int, int], tuple[int, int]], sheet: Sheet
) -> Head:
    """Return the best head among the first rows; one without places where nothing fits.

    `covers` leads from each cell of a merged area to its first one.
    """
    best: dict[str, int] = {}
    labels: list[list[str]] = []
    first = 0
    # One row first: a line above the head must not make it a head of two.
    for depth, row in product((1, 2), range(min(len(rows), _LOOKED_AT))):
        seen = _labels(rows, row, depth, covers)
        places = _places(seen, sheet.columns)
        if len(places) > max(len(best), _FEWEST - 1):
            best, labels, first = places, seen, row + depth
    missing = tuple(c.title for c in sheet.columns if c.required and c.key not in best)
    if not best:
        return Head({}, 0, missing, ())
    if first < len(rows) and _is_numbering(rows[first], best.values()):
        first += 1
    return Head(best, first, missing, _unknown(labels, set(best.values())))


def names_of(title: str) -> set[str]:
    """Return the ways in which a title may be written: with its remark in brackets, and without."""
    return {fold(title), fold(_REMARK.sub(" ", title))} - {""}


def _labels(
    rows: Sequence[Sequence[Cell]],
    row: int,
    depth: int,
    covers: dict[tuple[int, int], tuple[int, int]],
) -> list[list[str]]:
    """Return for each column what its head may be called."""
    if depth == 1 or row + 1 >= len(rows):
        return [[text] if text else [] for text in map(text_of, rows[row])]
    found = []
    for column in range(len(rows[row])):
        above, below = (_shown(rows, row + step, column, covers) for step in (0, 1))
        both = f"{above} {below}" if above != below else above
        found.append([text for text in dict.fromkeys((both.strip(), below, above)) if text])
    return found


def _shown(
    rows: Sequence[Sequence[Cell]],
    row: int,
    column: int,
    covers: dict[tuple[int, int], tuple[int, int]],
) -> str:
    row, column = covers.get((row, column), (row, column))
    return text_of(rows[row][column])


def _places(labels: list[list[str]], columns: Iterable[Column]) -> dict[str, int]:
    spots: dict[str, int] = {}
    for place, texts in enumerate(labels):
        for text in texts:
            for name in names_of(text):
                spots.setdefault(name, place)
    found: dict[str, int] = {}
    for column in columns:
        names = (name for title in (column.title, *column.aliases) for name in names_of(title))
        free = [
            spots[name] for name in names if name in spots and spots[name] not in found.values()
        ]
        if free:
            found[column.key] = free[0]
    return found


def _unknown(labels: list[list[str]], known: set[int]) -> tuple[str, ...]:
    strangers = (texts[0] for place, texts in enumerate(labels) if texts and place not in known)
    return tuple(text for text in strangers if not names_of(text) & _BESIDE)


def _is_numbering(row: Sequence[Cell], places: Iterable[int]) -> bool:
    """Tell whether the row only numbers the columns: (1), (2), (3)."""
    found = [_NUMBERED.fullmatch(text_of(row[place])) for place in sorted(places)]
    numbers = [int(match[1]) for match in found if match]
    steps = {after - before for before, after in pairwise(numbers)}
    return len(numbers) == len(found) and steps == {1}
