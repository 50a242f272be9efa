"""What is behind a figure: per direct unit, by the side line, and the reports of the unit itself.

The parts always add up to the whole: what can no longer be shown under a direct unit (it moved or
ended inside the period) is the rest.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Exists, F, Max, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Least

from thidua.apps.figures.enums import Stage
from thidua.apps.figures.models import Fact, Total
from thidua.apps.org.models import Placement, UnitPath
from thidua.apps.org.queries import UnitRow, direct_units, names
from thidua.base import clock
from thidua.domain.figures.totals import Aggregate, Figure, combine, counted_span, sum_of
from thidua.domain.spans import DateSpan
from thidua.domain.tree import Line
from thidua.text.collate import sort_key

_Parts = list[tuple[DateSpan, Figure]]


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

    `counted` is the period the parts were taken from: the asked one, or of an indicator that takes
    the latest period that period.
    """

    total: Figure
    counted: DateSpan
    own: Figure
    units: list[Contribution]
    rest: Figure
    by_side: Figure


def contributions(
    unit_id: int, indicator_id: int, starts_on: date, until: date, own: Figure | None = None
) -> Opened:
    """Open the total of a unit: who contributed what inside `[starts_on, until)`."""
    asked = DateSpan(starts_on, until)
    main, side, below, aggregate = _parts(unit_id, indicator_id, asked)
    counted = counted_span(aggregate, asked, [*main, *side])
    if own is None:
        own = sum_of(row.figure for row in sources(unit_id, indicator_id, counted))
    figures = {unit: _inside(parts, counted) for unit, parts in below.items()}
    total = combine(aggregate, [*main, *side])
    by_side = _inside(side, counted)
    units = _named(figures, direct_units(unit_id, _last_day(asked)), _last_day(asked))
    through_units = sum_of(figures.values())
    return Opened(total, counted, own, units, total - by_side - own - through_units, by_side)


def sources(unit_id: int, indicator_id: int, asked: DateSpan) -> list[SourceRow]:
    """Return what each report of the unit itself stands at inside the period, latest first."""
    rows = _inside_facts(indicator_id, asked).filter(unit_id=unit_id)
    grouped = rows.values_list("source_type", "source_id", "starts_on", "until")
    return [
        SourceRow(kind, public_id, DateSpan(first, end), Figure(int(sent), int(accepted)))
        for kind, public_id, first, end, sent, accepted in _both_stages(grouped).order_by(
            "-until", "-starts_on", "source_id"
        )
        if sent or accepted
    ]


def side_contributions(
    unit_id: int, indicator_id: int, asked: DateSpan, limit: int = 200
) -> list[Contribution]:
    """Return what units reported that stand beside: along the side line only."""
    filed = _inside_facts(indicator_id, asked).annotate(filed_end=_filed_end("unit"))
    paths = _paths_on_filing(unit_id, "unit").filter(line=Line.SIDE)
    grouped = _both_stages(filed.filter(Exists(paths)).values_list("unit_id", "unit__public_id"))
    rows = list(grouped.order_by("-all_sent", "unit_id")[:limit])
    called = names([row[0] for row in rows], _last_day(asked))
    return [
        Contribution(unit, public_id, called.get(unit, ""), Figure(int(sent), int(accepted)))
        for unit, public_id, sent, accepted in rows
    ]


def _parts(
    unit_id: int, indicator_id: int, asked: DateSpan
) -> tuple[_Parts, _Parts, dict[int, _Parts], Aggregate]:
    """Read the totals of the unit and of those directly below it, as they were filed, at once."""
    direct = UnitPath.objects.filter(ancestor_id=unit_id, depth=1, line=Line.MAIN)
    rows = (
        Total.objects.filter(
            Q(unit_id=unit_id) | Q(unit_id__in=direct.values("descendant_id"), by_side=False),
            indicator_id=indicator_id,
            starts_on__gte=asked.valid_from,
            until__lte=asked.valid_until,
        )
        .annotate(filed_end=_filed_end("unit"))
        .filter(
            Q(unit_id=unit_id)
            | Exists(_paths_on_filing(unit_id, "unit").filter(depth=1, line=Line.MAIN))
        )
    )
    main: _Parts = []
    side: _Parts = []
    below: dict[int, _Parts] = {}
    aggregate = Aggregate.SUM
    for unit, first, end, by_side, sent, accepted, kind in rows.values_list(
        "unit_id", "starts_on", "until", "by_side", "sent", "accepted", "indicator__aggregate"
    ):
        part = DateSpan(first, end), Figure(sent, accepted)
        aggregate = Aggregate(kind)
        if unit == unit_id:
            (side if by_side else main).append(part)
        else:
            below.setdefault(unit, []).append(part)
    return main, side, below, aggregate


def _named(figures: dict[int, Figure], direct: list[UnitRow], day: date) -> list[Contribution]:
    """Put names to the figures: all direct units, and who stood here only earlier; most first."""
    gone = figures.keys() - {row.id for row in direct}
    called = names(gone, day) if gone else {}
    rows = [
        Contribution(row.id, row.public_id, row.name, figures.get(row.id, Figure()))
        for row in direct
    ]
    rows += [Contribution(unit, "", called.get(unit, ""), figures[unit]) for unit in gone]
    return sorted(rows, key=lambda row: (-row.figure.sent, sort_key(row.name)))


def _filed_end(unit: str) -> Least:
    """Return the end of the day of filing: the period's, or the unit's life's if that is earlier."""
    lives = Placement.objects.filter(line=Line.MAIN, unit_id=OuterRef(f"{unit}_id"))
    ends = lives.order_by().values("unit_id").annotate(ends=Max("valid_until")).values("ends")
    return Least("until", Subquery(ends))


def _paths_on_filing(unit_id: int, below: str) -> "QuerySet[UnitPath]":
    return UnitPath.objects.filter(
        ancestor_id=unit_id,
        descendant_id=OuterRef(f"{below}_id"),
        valid_from__lt=OuterRef("filed_end"),
        valid_until__gte=OuterRef("filed_end"),
    )


def _inside_facts(indicator_id: int, asked: DateSpan) -> "QuerySet[Fact]":
    return Fact.objects.filter(
        indicator_id=indicator_id, starts_on__gte=asked.valid_from, until__lte=asked.valid_until
    )


def _both_stages(grouped: Any) -> Any:
    def of(stage: Stage) -> Sum:
        return Sum(Case(When(stage=stage, then=F("value")), default=Value(0)))

    return grouped.annotate(all_sent=of(Stage.SENT), all_accepted=of(Stage.ACCEPTED))


def _inside(parts: _Parts, counted: DateSpan) -> Figure:
    return sum_of(
        figure
        for span, figure in parts
        if counted.valid_from <= span.valid_from and span.valid_until <= counted.valid_until
    )


def _last_day(asked: DateSpan) -> date:
    """Return the day whose names and places are shown: the period's last, or today before it."""
    return min(asked.valid_until - timedelta(days=1), clock.today())
