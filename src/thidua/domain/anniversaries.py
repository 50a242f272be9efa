"""How many years a day of remembrance counts in a campaign, and what a wrong count is told (CAM-08)."""

from dataclasses import dataclass
from datetime import date

from thidua.domain.errors import Invalid
from thidua.domain.spans import DateSpan

# A campaign without a known end is looked at for this many years after its first.
_YEARS_AHEAD = 2


@dataclass(frozen=True)
class Anniversary:
    """The day in the year of the campaign, and how many years it then is."""

    day: date
    years: int


def in_year(founded: date, year: int) -> date:
    """Return the day of a year; 29/2 is kept on 28/2 where the year has none."""
    try:
        return founded.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def anniversaries(founded: date, span: DateSpan) -> list[Anniversary]:
    """Return the anniversaries that a campaign may welcome: those inside it, else those of its years.

    A plan often greets a day shortly after its last ("chào mừng 03/02" in a plan to 31/01), so a
    day that lies nowhere in the span is still counted in the years which the span touches.
    """
    last = span.last_day
    until = last.year if last else span.valid_from.year + _YEARS_AHEAD
    every = [
        Anniversary(in_year(founded, year), year - founded.year)
        for year in range(span.valid_from.year, until + 1)
        if year > founded.year
    ]
    return [one for one in every if span.contains(one.day)] or every


def count_fault(name: str, founded: date, typed: int, span: DateSpan) -> Invalid | None:
    """Object to a count of years that no anniversary in the campaign has; say both years."""
    possible = anniversaries(founded, span)
    if not possible or typed in {one.years for one in possible}:
        return None
    right = possible[0]
    return Invalid(
        "campaigns.years_wrong",
        field="years",
        name=name,
        typed=typed,
        typed_year=founded.year + typed,
        year=right.day.year,
        right=right.years,
        founded=founded,
    )
