"""Totals of the own unit by indicator and period; one figure opened into its parts."""

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from thidua.apps.figures import queries
from thidua.apps.figures.queries import Contribution, IndicatorRow
from thidua.apps.org.queries import unit_row, visible_unit
from thidua.apps.reporting.queries import report_names
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import NotFound
from thidua.domain.figures.periods import PeriodKind, calendar_span
from thidua.domain.figures.totals import Figure
from thidua.domain.spans import DateSpan
from thidua.text.dates import parse_day
from thidua.web.access import requires
from thidua.web.components import BAR_WIDTH, Bar
from thidua.web.http import acting
from thidua.web.words import period_words

_FIRST_YEAR = 2000
_Cell = tuple[Figure, str, str]


@requires(Capability.FIGURE_VIEW)
def overview(request: HttpRequest) -> HttpResponse:
    """Show what the own unit and all below it have reported in a year, by quarter and in all."""
    actor = acting(request)
    this_year = clock.today().year
    year = _year(request.GET.get("nam"), this_year)
    whole = calendar_span(PeriodKind.YEAR, year, 1)
    spans = [calendar_span(PeriodKind.QUARTER, year, number) for number in range(1, 5)] + [whole]
    context = {
        "year": year,
        "years": [other for other in (year + 1, year - 1) if other <= this_year],
        "heads": [_head(span) for span in spans],
        "rows": _rows(actor, queries.indicators_in_force(_last_day(whole)), spans),
    }
    return render(request, "figures/overview.html", context)


@requires(Capability.FIGURE_VIEW)
def opened(request: HttpRequest, unit_id: str, code: str) -> HttpResponse:
    """Open one figure: both numbers, per direct unit, down to the reports of the unit itself."""
    actor = acting(request)
    unit = visible_unit(actor, unit_id, Capability.FIGURE_VIEW)
    indicator = queries.indicator(code)
    asked = _asked(request)
    parts = queries.contributions(unit.pk, indicator.pk, asked)
    names = report_names(actor, [row.source_id for row in parts.own]) if parts.own else {}
    beside: list[Contribution] = []
    if parts.by_side:
        beside = queries.side_contributions(unit.pk, indicator.pk, parts)
    row = unit_row(unit.pk)
    context = {
        "indicator": indicator,
        "unit_name": row.name if row else unit.code,
        "period": _head(asked),
        "counted": period_words(parts.counted) if parts.counted != asked else "",
        "as_of": _last_day(asked),
        "parts": parts,
        "width": BAR_WIDTH,
        "units": _drawn(parts.units, code, asked),
        "beside": _drawn(beside, code, asked),
        "own": [(row, names.get(row.source_id, ""), period_words(row.span)) for row in parts.own],
    }
    return render(request, "figures/open.html", context)


def _drawn(
    rows: list[Contribution], code: str, asked: DateSpan
) -> list[tuple[Contribution, str, Bar]]:
    """Give each row its address and a bar beside the largest; there is no target to mark."""
    most = max((row.figure.sent for row in rows), default=0)
    return [
        (
            row,
            _address(row.public_id, code, asked),
            replace(Bar.of(row.figure.sent, most, row.figure.accepted), mark=None),
        )
        for row in rows
    ]


def _rows(
    actor: Actor, indicators: list[IndicatorRow], spans: list[DateSpan]
) -> list[tuple[IndicatorRow, list[_Cell]]]:
    """Return a row for each indicator, with figure, name and address of each cell."""
    unit = unit_row(actor.unit_id or 0)
    if unit is None:
        raise NotFound("base.not_found")
    totals = queries.period_totals(unit.id, [row.pk for row in indicators], spans)
    return [
        (
            row,
            [
                (
                    totals[row.pk][span],
                    _head(span),
                    _address(unit.public_id, row.code, span),
                )
                for span in spans
            ],
        )
        for row in indicators
    ]


def _head(span: DateSpan) -> str:
    words = period_words(span)
    return words[0].upper() + words[1:]


def _address(unit_id: str, code: str, span: DateSpan) -> str:
    """Return the address of a figure opened; empty for a unit that cannot be opened from here."""
    if not unit_id:
        return ""
    query = urlencode({"tu": span.valid_from.isoformat(), "den": span.valid_until.isoformat()})
    return f"{reverse('figures:open', args=[unit_id, code])}?{query}"


def _asked(request: HttpRequest) -> DateSpan:
    """Return the days in the address (`den` is excluded); anything odd is this year."""
    first, end = (parse_day(request.GET.get(name, "")) for name in ("tu", "den"))
    if first is None or end is None or end <= first:
        return calendar_span(PeriodKind.YEAR, clock.today().year, 1)
    return DateSpan(first, end)


def _last_day(span: DateSpan) -> date:
    """Return the cut-off day: the last of the days, or today before it."""
    return min(clock.today(), span.last_day or clock.today())


def _year(asked: str | None, this_year: int) -> int:
    if asked and asked.isascii() and asked.isdigit() and _FIRST_YEAR <= int(asked) <= this_year:
        return int(asked)
    return this_year
