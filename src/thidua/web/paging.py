"""Pages of lists whose length nobody counts, and numbers read from an address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")
SIZE = 50
_LAST = 400
_FIRST_YEAR = 2000


@dataclass(frozen=True)
class PageTurner:
    """What the pager asks for."""

    number: int
    has_next: bool

    @property
    def has_previous(self) -> bool:
        """Tell whether a page comes before."""
        return self.number > 1

    @property
    def has_other_pages(self) -> bool:
        """Tell whether there is anything to turn."""
        return self.has_previous or self.has_next

    @property
    def previous_page_number(self) -> int:
        """Return the number of the page before."""
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        """Return the number of the page after."""
        return self.number + 1


@dataclass(frozen=True)
class RowsPage(PageTurner, Generic[Row]):
    """The rows of one page, with what the pager asks for."""

    rows: list[Row]


def page_of(read: Callable[[int, int], list[Row]], asked: str | None) -> RowsPage[Row]:
    """Read one page through `read(start, limit)`; one row more than shown says there is a next."""
    number = number_from(asked, _LAST)
    rows = read((number - 1) * SIZE, SIZE + 1)
    return RowsPage(number, has_next=len(rows) > SIZE, rows=rows[:SIZE])


def number_from(asked: str | None, most: int) -> int:
    """Return the number in the address; anything odd is the first."""
    number = int(asked) if asked and asked.isascii() and asked.isdigit() else 1
    return min(max(number, 1), most)


def year_from(asked: str | None, this_year: int) -> int:
    """Return the year in the address; anything odd is this year."""
    if not (asked and asked.isascii() and asked.isdigit()):
        return this_year
    year = int(asked)
    return year if _FIRST_YEAR <= year <= this_year + 1 else this_year


def years_near(year: int, this_year: int) -> list[int]:
    """Return the years a page of one leads to: this one, the next and the one before."""
    near = {this_year, year + 1, year - 1} - {year}
    return sorted((other for other in near if other <= this_year), reverse=True)
