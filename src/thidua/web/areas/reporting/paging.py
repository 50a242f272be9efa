"""Pages of the board, whose length nobody counts."""

from dataclasses import dataclass


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


def number_from(asked: str | None, most: int) -> int:
    """Return the number in the address; anything odd is the first."""
    number = int(asked) if asked and asked.isascii() and asked.isdigit() else 1
    return min(max(number, 1), most)


def year_from(asked: str | None, this_year: int) -> int:
    """Return the year in the address; anything odd is this year."""
    if asked and asked.isascii() and asked.isdigit() and 2000 <= int(asked) <= this_year + 1:  # noqa: PLR2004 - before any data
        return int(asked)
    return this_year
