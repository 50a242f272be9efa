"""A row about a unit that is recorded already: what it would change, and what it must not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from thidua.apps.org.enums import Sector
from thidua.apps.org.services.describing import check_counts
from thidua.apps.org.services.importing_known import Known, Standing
from thidua.apps.org.services.importing_plan import Change, Line
from thidua.apps.org.sheets import UNITS
from thidua.domain.errors import Conflict, Invalid
from thidua.domain.spans import OPEN_END
from thidua.lawbook.kinds import kind_name
from thidua.text.dates import day
from thidua.text.numbers import group


@dataclass(frozen=True)
class UnitLine(Line):
    """One row of a file of units; `unit_id` is the unit it describes, None for a new one.

    `parent` and `side` are codes; `above` and `beside` the units behind them, where they are recorded.
    """

    code: str = ""
    title: Mapping[str, str] = field(default_factory=dict)
    kind: str = ""
    sector: str = ""
    parent: str = ""
    side: str = ""
    on: date = OPEN_END
    members: int | None = None
    unit_id: int | None = None
    above: int | None = None
    beside: int | None = None
    named_alike: bool = False

    @property
    def name(self) -> str:
        """Return the full name in the file."""
        return self.title["name"]


def compare(line: UnitLine, known: Known, standing: Standing, today: date) -> tuple[Change, ...]:
    """Return what the row changes; an empty cell changes nothing. Refuse what is not changed here."""
    if not standing.lives_on(today):
        raise Conflict("org.not_living", unit=standing.name, day=today)
    _same("kind", line.kind, known.kind, kind_name(known.kind))
    _same("parent", line.parent, standing.main_code, standing.main_code or "–")
    if line.side:
        _same("side", line.side, standing.side_code, standing.side_code or "–")
    _same("on", line.on, standing.founded, day(standing.founded))
    changes = () if line.named_alike else tuple(_renamed(line, standing, today))
    if line.sector not in {"", known.sector}:
        changes = (*changes, _change("sector", _sector(known.sector), _sector(line.sector)))
    if line.members not in {None, standing.members}:
        changes = (*changes, _counted(line.members or 0, standing, today))
    return changes


def title_of(key: str) -> str:
    """Return what a column of the form is called."""
    return UNITS.column(key).title


def _same(key: str, given: object, recorded: object, shown: str) -> None:
    if given != recorded:
        raise Invalid("sheets.not_changed_here", field=key, recorded=shown)


def _renamed(line: UnitLine, standing: Standing, today: date) -> Iterator[Change]:
    for key, before in (("name", standing.name), ("short_name", standing.short_name)):
        after = line.title[key]
        if after and after != before:
            if standing.name_later:
                raise Conflict("org.later_change", day=today, later=standing.name_later)
            yield _change(key, before, after)


def _counted(members: int, standing: Standing, today: date) -> Change:
    check_counts(members, standing.workers, standing.women)
    if standing.count_later:
        raise Conflict("org.later_change", day=today, later=standing.count_later)
    before = "" if standing.members is None else group(standing.members)
    return _change("members", before, group(members))


def _change(key: str, before: str, after: str) -> Change:
    return Change(title_of(key), before, after)


def _sector(slug: str) -> str:
    return str(Sector(slug).label) if slug in Sector.values else ""
