"""A page of a list whose length nobody counts: one row more than shown says whether there is a next."""

from collections.abc import Callable
from dataclasses import dataclass

from thidua.apps.org.queries import UnitRow

SIZE = 50
_LAST = 400


@dataclass(frozen=True)
class UnitPage:
    """The rows of one page, with what the pager asks for."""

    rows: list[UnitRow]
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


def page_of(read: Callable[[int, int], list[UnitRow]], asked: str | None) -> UnitPage:
    """Read one page through `read(start, limit)`; anything odd in the address is the first page."""
    number = int(asked) if asked and asked.isascii() and asked.isdigit() else 1
    number = min(max(number, 1), _LAST)
    rows = read((number - 1) * SIZE, SIZE + 1)
    return UnitPage(rows[:SIZE], number, has_next=len(rows) > SIZE)
