"""What is behind a figure: per direct unit, by the side line, and the reports of the unit itself.

The parts always add up to the whole. As filed, what can no longer be shown under a direct unit (it
moved or ended inside the period) is the rest; in today's tree there is none, for a unit that has
ended is shown under whoever keeps its records.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, F, Q, QuerySet

from thidua.apps.figures.models import Fact, Total
from thidua.apps.figures.queries.filing import (
    both_stages,
    facts_inside,
    filed_end,
    name_on,
    paths_on_filing,
    reached_by_side,
    shown_day,
)
from thidua.apps.org.models import Placement, UnitPath
from thidua.apps.org.queries import UnitRow, direct_units
from thidua.base import clock
from thidua.domain.figures.periods import counts_in
from thidua.domain.figures.totals import Aggregate, Figure, View, combine, counted_span, sum_of
from thidua.domain.spans import DateSpan
from thidua.domain.tree import Line
from thidua.text.collate import sort_key


@dataclass(frozen=True)
class Contribution:
    """What came through one unit; `public_id` is empty where it may no longer be opened from here.

    `ended` says that it no longer lives: its figures stand with whoever keeps its records.
    """

    unit_id: int
    public_id: str
    name: str
    figure: Figure
    ended: bool = False


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
    called: dict[int, tuple[str, str]] = field(default_factory=dict)


def contributions(
    unit_id: int,
    indicator_id: int,
    asked: DateSpan,
    view: View = View.FILED,
    on: date | None = None,
) -> Opened:
    """Open the total of a unit: who contributed what inside the asked days.

    `on` is the day whose direct units and names are shown beside what was filed; today's tree
    always shows today's.
    """
    today = view is View.TODAY
    day = clock.today() if today else on or shown_day(asked)
    rows = _below_today(unit_id) if today else _below_on_filing(unit_id)
    parts = _read(unit_id, indicator_id, asked, rows.annotate(called=name_on(day)))
    exact = parts.aggregate is Aggregate.LATEST
    counted = counted_span(parts.aggregate, asked, [*parts.main, *parts.side])

    def figure_of(rows: Iterable[_Part]) -> Figure:
        return sum_of(f for s, f in rows if (s == counted if exact else counts_in(s, counted)))

    figures = {unit: figure_of(rows) for unit, rows in parts.below.items()}
    own = sources(unit_id, indicator_id, counted, exact=exact)
    total = combine(parts.aggregate, [*parts.main, *parts.side])
    by_side = figure_of(parts.side)
    known = sum_of(row.figure for row in own) + sum_of(figures.values()) + by_side
    units = _listed(figures, parts.called, direct_units(unit_id, day), today=today)
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
    unit_id: int,
    indicator_id: int,
    opened: Opened,
    view: View = View.FILED,
    on: date | None = None,
    limit: int = 200,
) -> list[Contribution]:
    """Return what units reported that stand beside: reached along the side line only."""
    facts = facts_inside(indicator_id, opened.counted, exact=opened.exact)
    if view is View.TODAY:
        return _by_unit(facts.filter(reached_by_side(unit_id)), clock.today(), limit)
    filed = facts.annotate(filed_end=filed_end())
    beside = filed.filter(Exists(paths_on_filing(unit_id).filter(line=Line.SIDE)))
    return _by_unit(beside, on or shown_day(opened.counted), limit)


def _by_unit(facts: "QuerySet[Fact]", day: date, limit: int) -> list[Contribution]:
    """Return what each unit reported, most first."""
    named = facts.annotate(called=name_on(day))
    grouped = both_stages(named.values_list("unit_id", "unit__public_id", "called"))
    return [
        Contribution(unit, public_id, called or "", Figure(int(sent), int(accepted)))
        for unit, public_id, called, sent, accepted in grouped.order_by("-all_sent", "called")[
            :limit
        ]
        if sent or accepted
    ]


def _below_on_filing(unit_id: int) -> "QuerySet[Total]":
    """Return the filed totals of the unit and of those that stood right below it at the time."""
    direct = UnitPath.objects.filter(ancestor_id=unit_id, depth=1, line=Line.MAIN)
    rows = Total.every.filter(
        Q(unit_id=unit_id) | Q(unit_id__in=direct.values("descendant_id"), by_side=False),
        view=View.FILED,
    ).annotate(filed_end=filed_end())
    then_below = Exists(paths_on_filing(unit_id).filter(depth=1, line=Line.MAIN))
    return rows.filter(Q(unit_id=unit_id) | then_below)


def _below_today(unit_id: int) -> "QuerySet[Total]":
    """Return the totals in today's tree: of the unit, of those below it, of those it carries on."""
    direct = Placement.objects.on(clock.today()).filter(parent_id=unit_id).exclude(line=Line.SIDE)
    return Total.every.filter(
        Q(unit_id=unit_id) | Q(unit_id__in=direct.values("unit_id"), by_side=False),
        view=View.TODAY,
    )


def _read(unit_id: int, indicator_id: int, asked: DateSpan, totals: "QuerySet[Total]") -> _Parts:
    """Read the totals of the unit and of those directly below it at once."""
    rows: Any = totals.filter(
        indicator_id=indicator_id,
        starts_on__gte=asked.valid_from,
        until__lte=asked.valid_until,
    ).annotate(shown_id=F("unit__public_id"))
    found = _Parts()
    for row in rows.select_related("indicator"):
        part = DateSpan(row.starts_on, row.until), Figure(row.sent, row.accepted)
        found.aggregate = Aggregate(row.indicator.aggregate)
        if row.unit_id == unit_id:
            (found.side if row.by_side else found.main).append(part)
        else:
            found.below.setdefault(row.unit_id, []).append(part)
            found.called[row.unit_id] = row.shown_id, row.called or ""
    return found


def _listed(
    figures: dict[int, Figure],
    called: dict[int, tuple[str, str]],
    direct: list[UnitRow],
    *,
    today: bool,
) -> list[Contribution]:
    """Return all direct units, and those that stood here only earlier; most first.

    In today's tree the latter are those that have ended: whoever sees this unit sees them too.
    """
    rows = [
        Contribution(row.id, row.public_id, row.name, figures.get(row.id, Figure()))
        for row in direct
    ]
    for unit in figures.keys() - {row.id for row in direct}:
        public_id, name = called[unit]
        rows.append(
            Contribution(unit, public_id if today else "", name, figures[unit], ended=today)
        )
    return sorted(rows, key=lambda row: (-row.figure.sent, sort_key(row.name)))
