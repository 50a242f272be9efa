"""Stored totals: a figure counts in a period only if its own period lies inside it."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Sum

from thidua.apps.figures.models import Total
from thidua.domain.figures.periods import counts_in
from thidua.domain.figures.totals import Aggregate, Figure, combine
from thidua.domain.spans import DateSpan

_Parts = dict[tuple[int, int], list[tuple[DateSpan, Figure]]]


def stored_total(unit_id: int, indicator_id: int, starts_on: date, until: date) -> Figure:
    """Return what the unit and all below it reported of one indicator inside `[starts_on, until)`."""
    return totals_for(unit_id, [indicator_id], starts_on, until)[indicator_id]


def totals_for(
    unit_id: int, indicator_ids: Iterable[int], starts_on: date, until: date
) -> dict[int, Figure]:
    """Return the total of each indicator inside `[starts_on, until)`, in one query."""
    asked = DateSpan(starts_on, until)
    return {
        indicator: figures[asked]
        for indicator, figures in period_totals(unit_id, indicator_ids, [asked]).items()
    }


def totals_of_units(
    unit_ids: Iterable[int], indicator_ids: Iterable[int], starts_on: date, until: date
) -> dict[tuple[int, int], Figure]:
    """Return the totals of several units by (unit, indicator), in one query."""
    units, indicators = list(unit_ids), list(indicator_ids)
    parts, kinds = _gathered(units, indicators, DateSpan(starts_on, until))
    return {
        (unit, indicator): combine(
            kinds.get(indicator, Aggregate.SUM), parts.get((unit, indicator), [])
        )
        for unit in units
        for indicator in indicators
    }


def period_totals(
    unit_id: int, indicator_ids: Iterable[int], periods: Sequence[DateSpan]
) -> dict[int, dict[DateSpan, Figure]]:
    """Return the totals of several indicators in several periods, in one query."""
    wanted = list(indicator_ids)
    whole = DateSpan(min(p.valid_from for p in periods), max(p.valid_until for p in periods))
    parts, kinds = _gathered([unit_id], wanted, whole)
    return {
        indicator: {
            period: combine(
                kinds.get(indicator, Aggregate.SUM),
                [
                    part
                    for part in parts.get((unit_id, indicator), [])
                    if counts_in(part[0], period)
                ],
            )
            for period in periods
        }
        for indicator in wanted
    }


def _gathered(
    unit_ids: list[int], indicator_ids: list[int], asked: DateSpan
) -> tuple[_Parts, dict[int, Aggregate]]:
    """Gather stored totals by own period; khối and line make no difference to a unit's own total."""
    rows = Total.objects.filter(
        unit_id__in=unit_ids,
        indicator_id__in=indicator_ids,
        starts_on__gte=asked.valid_from,
        until__lte=asked.valid_until,
    )
    grouped = rows.values_list(
        "unit_id", "indicator_id", "indicator__aggregate", "starts_on", "until"
    ).annotate(all_sent=Sum("sent"), all_accepted=Sum("accepted"))
    parts: _Parts = {}
    kinds: dict[int, Aggregate] = {}
    for unit, indicator, kind, starts_on, until, sent, accepted in grouped.order_by():
        kinds[indicator] = Aggregate(kind)
        part = DateSpan(starts_on, until), Figure(int(sent), int(accepted))
        parts.setdefault((unit, indicator), []).append(part)
    return parts, kinds
