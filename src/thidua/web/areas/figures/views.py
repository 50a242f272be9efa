"""Totals of the own unit by indicator and period; one figure opened into its parts.

Both as filed or in today's tree (`?theo=hom-nay`); names and places are those of the day looked at.
"""

from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.figures import queries
from thidua.apps.figures.queries import Contribution, IndicatorRow, View
from thidua.apps.org.queries import UnitRow, name_of, unit_row, visible_unit
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import NotFound
from thidua.domain.figures.periods import PeriodKind, calendar_span
from thidua.domain.spans import DateSpan
from thidua.text.dates import parse_day
from thidua.web.access import requires
from thidua.web.areas.figures.rows import Cell, Row, in_order
from thidua.web.as_of import day_of, other_day
from thidua.web.components import BAR_WIDTH, Bar, Tab
from thidua.web.http import acting
from thidua.web.paging import years_near
from thidua.web.periods import begun, span_named, summary_address
from thidua.web.sources import named
from thidua.web.words import period_words, source_days

_FIRST_YEAR = 2000
_MOST_SOURCES = 200
_TODAYS_TREE = "hom-nay"


@requires(Capability.FIGURE_VIEW)
def overview(request: HttpRequest) -> HttpResponse:
    """Show what the own unit and all below it have reported in a year, by quarter and in all."""
    actor, view = acting(request), _view(request)
    this_year, day = clock.today().year, day_of(request)
    year = _year(request.GET.get("nam"), this_year, min(day.year, this_year))
    spans = _spans(year, day)
    unit = _own_unit(actor)
    indicators = queries.indicators_in_force(_last_day(spans[-1]))
    shown, folded = in_order(_rows(unit, indicators, spans, view))
    context = {
        "year": year,
        "years": years_near(year, this_year),
        "heads": [_head(span) for span in spans],
        "stages_url": reverse("figures:stages", args=[unit.public_id]),
        "summaries": [
            (period_words(span_named(year, part)), summary_address(unit.public_id, year, part))
            for part in begun(year)
        ],
        "rows": shown,
        "folded": folded,
        "views": _views(view, f"?nam={year}"),
        "theo": _theo(view),
    }
    return render(request, "figures/overview.html", context)


@requires(Capability.FIGURE_VIEW)
def opened(request: HttpRequest, unit_id: str, code: str) -> HttpResponse:
    """Open one figure: both numbers, per direct unit, down to the reports of the unit itself."""
    actor, view, on = acting(request), _view(request), other_day(request)
    unit = visible_unit(actor, unit_id, Capability.FIGURE_VIEW)
    indicator = queries.indicator(code)
    asked = _asked(request)
    parts = queries.contributions(unit.pk, indicator.pk, asked, view, on)
    shown = parts.own[:_MOST_SOURCES]
    names = named(actor, shown)
    beside: list[Contribution] = []
    if parts.by_side:
        beside = queries.side_contributions(unit.pk, indicator.pk, parts, view, on)
    context = {
        "indicator": indicator,
        "unit_name": name_of(unit.pk, on) or unit.code,
        "period": _head(asked),
        "counted": period_words(parts.counted) if parts.counted != asked else "",
        "cut_off": _last_day(asked),
        "parts": parts,
        "width": BAR_WIDTH,
        "units": _drawn(parts.units, code, asked, view),
        "beside": _drawn(beside, code, asked, view),
        "own": [(row, names[row.source_id], source_days(row.span)) for row in shown],
        "more": len(parts.own) - len(shown),
        "views": _views(view, f"?{_period_query(asked)}"),
        "back": reverse("figures:overview") + _theo(view).replace("&", "?"),
    }
    return render(request, "figures/open.html", context)


def _view(request: HttpRequest) -> View:
    return View.TODAY if request.GET.get("theo") == _TODAYS_TREE else View.FILED


def _theo(view: View) -> str:
    """Return what carries the chosen view along to the next page."""
    return f"&theo={_TODAYS_TREE}" if view is View.TODAY else ""


def _views(chosen: View, query: str) -> list[Tab]:
    """Return the switch between the two ways of adding up."""
    labels = {View.FILED: _("Như đã gửi"), View.TODAY: _("Theo tổ chức hôm nay")}
    return [
        Tab(label, query + _theo(view), active=view is chosen) for view, label in labels.items()
    ]


def _spans(year: int, day: date) -> list[DateSpan]:
    """Return the quarters of a year and the year; on a past day only what was over, and up to it."""
    whole = calendar_span(PeriodKind.YEAR, year, 1)
    quarters = [calendar_span(PeriodKind.QUARTER, year, number) for number in range(1, 5)]
    if day >= clock.today() or not whole.contains(day):
        return [*quarters, whole]
    until = day + timedelta(days=1)
    return [
        *(span for span in quarters if span.valid_until <= until),
        DateSpan(whole.valid_from, until),
    ]


def _drawn(
    rows: list[Contribution], code: str, asked: DateSpan, view: View
) -> list[tuple[Contribution, str, Bar]]:
    """Give each row its address and a bar beside the largest; there is no target to mark."""
    most = max((row.figure.sent for row in rows), default=0)
    return [
        (
            row,
            _address(row.public_id, code, asked, view),
            replace(Bar.of(row.figure.sent, most, row.figure.accepted), mark=None),
        )
        for row in rows
    ]


def _own_unit(actor: Actor) -> UnitRow:
    unit = unit_row(actor.unit_id or 0)
    if unit is None:
        raise NotFound("base.not_found")
    return unit


def _rows(
    unit: UnitRow, indicators: list[IndicatorRow], spans: list[DateSpan], view: View
) -> list[Row]:
    """Return a row for each indicator, with figure, name and address of each cell."""
    totals = queries.split_totals(unit.id, [row.pk for row in indicators], spans, view)
    return [
        Row(
            row,
            [
                Cell(
                    totals[row.pk][span],
                    _head(span),
                    _address(unit.public_id, row.code, span, view),
                )
                for span in spans
            ],
        )
        for row in indicators
    ]


def _head(span: DateSpan) -> str:
    words = period_words(span)
    return words[0].upper() + words[1:]


def _address(unit_id: str, code: str, span: DateSpan, view: View) -> str:
    """Return the address of a figure opened; empty for a unit that cannot be opened from here."""
    if not unit_id:
        return ""
    return f"{reverse('figures:open', args=[unit_id, code])}?{_period_query(span)}{_theo(view)}"


def _period_query(span: DateSpan) -> str:
    return urlencode({"tu": span.valid_from.isoformat(), "den": span.valid_until.isoformat()})


def _asked(request: HttpRequest) -> DateSpan:
    """Return the days in the address (`den` is excluded); anything odd is the year looked at."""
    first, end = (parse_day(request.GET.get(name, "")) for name in ("tu", "den"))
    if first is None or end is None or end <= first:
        return calendar_span(PeriodKind.YEAR, day_of(request).year, 1)
    return DateSpan(first, end)


def _last_day(span: DateSpan) -> date:
    """Return the cut-off day: the last of the days, or today before it."""
    return min(clock.today(), span.last_day or clock.today())


def _year(asked: str | None, this_year: int, shown: int) -> int:
    if asked and asked.isascii() and asked.isdigit() and _FIRST_YEAR <= int(asked) <= this_year:
        return int(asked)
    return shown
