"""What the address of the list asks for, and the choices that its form offers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from thidua.apps.initiatives.enums import InitiativeState, LevelChoice, TypeChoice
from thidua.apps.initiatives.queries import InitiativeFilter
from thidua.apps.org.enums import Sector
from thidua.base import clock
from thidua.text.unicode import clean_line
from thidua.web.paging import year_from

EVERY_YEAR = "moi"
_FIRST_YEAR = 2015
_TEXT_LENGTH = 100


@dataclass(frozen=True)
class Choice:
    """One drop-down of the filter: its name in the address, its label, its options."""

    name: str
    label: str
    options: list[tuple[str, str]]
    chosen: str


def filter_of(request: HttpRequest) -> InitiativeFilter:
    """Return the filter in the address; anything odd is "all"."""
    asked = request.GET
    year = asked.get("nam")
    return InitiativeFilter(
        text=clean_line(asked.get("tim", ""))[:_TEXT_LENGTH],
        year=None if year == EVERY_YEAR else year_from(year, clock.today().year),
        state=_known(asked.get("trang-thai"), InitiativeState.values),
        kind=_known(asked.get("loai"), TypeChoice.values),
        level=_known(asked.get("cap"), LevelChoice.values),
        sector=_known(asked.get("khoi"), Sector.values),
        unit=asked.get("don-vi", "")[:40],
        author=clean_line(asked.get("tac-gia", ""))[:_TEXT_LENGTH],
        mine=asked.get("cua-toi") == "1",
    )


def years_of(chosen: InitiativeFilter) -> Choice:
    """Return the drop-down of years."""
    years = [str(year) for year in range(clock.today().year, _FIRST_YEAR - 1, -1)]
    options = [*((year, year) for year in years), (EVERY_YEAR, _("Mọi năm"))]
    return Choice("nam", _("Năm"), options, EVERY_YEAR if chosen.year is None else str(chosen.year))


def choices_of(chosen: InitiativeFilter) -> list[Choice]:
    """Return the further drop-downs, each with what is chosen."""
    return [
        _choice("trang-thai", _("Trạng thái"), InitiativeState.choices, chosen.state),
        _choice("loai", _("Loại"), TypeChoice.choices, chosen.kind),
        _choice("cap", _("Cấp công nhận"), LevelChoice.choices, chosen.level),
        _choice("khoi", _("Khối"), Sector.choices, chosen.sector),
    ]


def query_of(request: HttpRequest) -> str:
    """Return the filter as it stands in the address, without the place in the list."""
    kept = {name: value for name, value in request.GET.items() if name != "sau" and value}
    return urlencode(kept)


def _choice(name: str, label: str, options: Iterable[tuple[str, Any]], chosen: str) -> Choice:
    every = [("", _("Tất cả")), *((value, str(word)) for value, word in options)]
    return Choice(name, label, every, chosen)


def _known(value: str | None, values: list[str]) -> str:
    return value if value in values else ""
