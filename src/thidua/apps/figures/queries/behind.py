"""What is behind a figure: per direct unit, by the side line, and the reports of the unit itself.

The parts always add up to the whole: what can no longer be shown under a direct unit (it moved or
ended inside the period) is the rest.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, Q

from thidua.apps.figures.models import Total
from thidua.apps.figures.queries.filing import (
    both_stages,
    facts_inside,
    filed_end,
    name_on,
    paths_on_filing,
    shown_day,
)
from thidua.apps.org.models import UnitPath
from thidua.apps.org.queries import UnitRow, direct_units
from thidua.domain.figures.periods import counts_in
from thidua.domain.figures.totals import Aggregate, Figure, combine, counted_span, sum_of
from thidua.domain.spans import DateSpan
from thidua.domain.tree import Line
from thidua.text.collate import sort_key


@dataclass(frozen=True)
class Contribution:
    """What came through one unit; `public_id` is empty where it may no longer be opened from here."""

    unit_id: int
    public_id: str
    name: str
    figure: Figure


@dataclass(frozen=True)
class SourceRow:
    """What one source (a report) of the unit itself stands at."""

    source_type: str
    source_id: str
    span: DateSpan
    figure: Figure


@dataclass(frozen=True)
class Opened:
    """A total and its parts: total = own + units + rest + by_side.

    `counted` are the days the parts were taken from: those asked for, or (`exact`) the one period
    that an indicator of the latest kind takes.
    """

    total: Figure
    counted: DateSpan
    exact: bool
    own: list[SourceRow]
    units: list[Contribution]
    rest: Figure
    by_side: Figure


_Part = tuple[DateSpan, Figure]


@dataclass
class _Parts:
    """Stored totals of a unit (main and side line apart) and of those directly below it."""

    aggregate: Aggregate = Aggregate.SUM
    main: list[_Part] = field(default_factory=list)
    side: list[_Part] = field(default_factory=list)
    below: dict[int, list[_Part]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)


def contributions(unit_id: int, indicator_id: int, asked: DateSpan) -> Opened:
    """Open the total of a unit: who contributed what inside the asked days."""
    parts = _read(unit_id, indicator_id, asked)
    exact = parts.aggregate is Aggregate.LATEST
    counted = counted_span(parts.aggregate, asked, [*parts.main, *parts.side])

    def figure_of(rows: Iterable[_Part]) -> Figure:
        return sum_of(f for s, f in rows if (s == counted if exact else counts_in(s, counted)))

    figures = {unit: figure_of(rows) for unit, rows in parts.below.items()}
    own = sources(unit_id, indicator_id, counted, exact=exact)
    total = combine(parts.aggregate, [*parts.main, *parts.side])
    by_side = figure_of(parts.side)
    known = sum_of(row.figure for row in own) + sum_of(figures.values()) + by_side
    units = _listed(figures, parts.names, direct_units(unit_id, shown_day(asked)))
    return Opened(total, counted, exact, own, units, total - known, by_side)


def sources(
    unit_id: int, indicator_id: int, counted: DateSpan, *, exact: bool = False
) -> list[SourceRow]:
    """Return what each report of the unit itself stands at inside the period, latest first."""
    rows = facts_inside(indicator_id, counted, exact=exact).filter(unit_id=unit_id)
    grouped = both_stages(rows.values_list("source_type", "source_id", "starts_on", "until"))
    return [
        SourceRow(kind, public_id, DateSpan(first, end), Figure(int(sent), int(accepted)))
        for kind, public_id, first, end, sent, accepted in grouped.order_by(
            "-until", "-starts_on", "source_id"
        )
        if sent or accepted
    ]


def side_contributions(
    unit_id: int, indicator_id: int, opened: Opened, limit: int = 200
) -> list[Contribution]:
    """Return what units reported that stand beside: reached along the side line only."""
    facts = facts_inside(indicator_id, opened.counted, exact=opened.exact)
    beside = facts.annotate(filed_end=filed_end()).filter(
        Exists(paths_on_filing(unit_id).filter(line=Line.SIDE))
    )
    named = beside.annotate(called=name_on(shown_day(opened.counted)))
    grouped = both_stages(named.values_list("unit_id", "unit__public_id", "called"))
    return [
        Contribution(unit, public_id, called or "", Figure(int(sent), int(accepted)))
        for unit, public_id, called, sent, accepted in grouped.order_by("-all_sent", "called")[
            :limit
        ]
        if sent or accepted
    ]


def _read(unit_id: int, indicator_id: int, asked: DateSpan) -> _Parts:
    """Read the totals of the unit and of those directly below it, as they were filed, at once."""
    direct = UnitPath.objects.filter(ancestor_id=unit_id, depth=1, line=Line.MAIN)
    rows = Total.objects.filter(
        Q(unit_id=unit_id) | Q(unit_id__in=direct.values("descendant_id"), by_side=False),
        indicator_id=indicator_id,
        starts_on__gte=asked.valid_from,
        until__lte=asked.valid_until,
    ).annotate(filed_end=filed_end(), called=name_on(shown_day(asked)))
    then_below = Exists(paths_on_filing(unit_id).filter(depth=1, line=Line.MAIN))
    found = _Parts()
    for row in rows.filter(Q(unit_id=unit_id) | then_below).select_related("indicator"):
        part = DateSpan(row.starts_on, row.until), Figure(row.sent, row.accepted)
        found.aggregate = Aggregate(row.indicator.aggregate)
        if row.unit_id == unit_id:
            (found.side if row.by_side else found.main).append(part)
        else:
            found.below.setdefault(row.unit_id, []).append(part)
            found.names[row.unit_id] = row.called or ""
    return found


def _listed(
    figures: dict[int, Figure], names: dict[int, str], direct: list[UnitRow]
) -> list[Contribution]:
    """Return all direct units, and those that stood here only earlier; most first."""
    rows = [
        Contribution(row.id, row.public_id, row.name, figures.get(row.id, Figure()))
        for row in direct
    ]
    gone = figures.keys() - {row.id for row in direct}
    rows += [Contribution(unit, "", names[unit], figures[unit]) for unit in gone]
    return sorted(rows, key=lambda row: (-row.figure.sent, sort_key(row.name)))
