"""Stored totals: a figure counts in a period only if its own period lies inside it."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Sum

from thidua.apps.figures.models import Total
from thidua.apps.figures.queries.filing import waiting_parts
from thidua.domain.figures.periods import counts_in
from thidua.domain.figures.totals import Aggregate, Figure, Split, View, split
from thidua.domain.spans import DateSpan

_Key = tuple[int, int, bool]  # unit, indicator, whether along the side line


def stored_total(
    unit_id: int, indicator_id: int, starts_on: date, until: date, view: View = View.FILED
) -> Figure:
    """Return what the unit and all below it reported of one indicator inside `[starts_on, until)`."""
    return totals_for(unit_id, [indicator_id], starts_on, until, view)[indicator_id]


def totals_for(
    unit_id: int,
    indicator_ids: Iterable[int],
    starts_on: date,
    until: date,
    view: View = View.FILED,
) -> dict[int, Figure]:
    """Return the total of each indicator inside `[starts_on, until)`, in one query."""
    asked = DateSpan(starts_on, until)
    found = split_totals(unit_id, indicator_ids, [asked], view)
    return {indicator: splits[asked].total for indicator, splits in found.items()}


def totals_of_units(
    unit_ids: Iterable[int],
    indicator_ids: Iterable[int],
    starts_on: date,
    until: date,
    view: View = View.FILED,
) -> dict[tuple[int, int], Figure]:
    """Return the totals of several units by (unit, indicator), in one query."""
    found = splits_of_units(unit_ids, indicator_ids, DateSpan(starts_on, until), view)
    return {key: split.total for key, split in found.items()}


def splits_of_units(
    unit_ids: Iterable[int],
    indicator_ids: Iterable[int],
    asked: DateSpan,
    view: View = View.FILED,
) -> dict[tuple[int, int], Split]:
    """Return the same totals, each with the side line's part of it, in one query."""
    units, indicators = list(unit_ids), list(indicator_ids)
    stored = _Stored(units, indicators, asked, view)
    return {
        (unit, indicator): stored.split(unit, indicator, asked)
        for unit in units
        for indicator in indicators
    }


def split_totals(
    unit_id: int,
    indicator_ids: Iterable[int],
    periods: Sequence[DateSpan],
    view: View = View.FILED,
) -> dict[int, dict[DateSpan, Split]]:
    """Return the totals of several indicators in several periods, and the side line's part of each.

    One query, whatever is asked.
    """
    wanted = list(indicator_ids)
    whole = DateSpan(min(p.valid_from for p in periods), max(p.valid_until for p in periods))
    stored = _Stored([unit_id], wanted, whole, view)
    return {
        indicator: {period: stored.split(unit_id, indicator, period) for period in periods}
        for indicator in wanted
    }


def split_totals_now(
    unit_id: int, indicator_ids: Iterable[int], period: DateSpan
) -> dict[int, Split]:
    """Return the totals as filed with all that was written up to this moment, in one query.

    Stored totals may be some seconds behind the ledger; one who sends a report may not be.
    """
    wanted = list(indicator_ids)
    stored = _Stored([unit_id], wanted, period, View.FILED, waiting=True)
    return {indicator: stored.split(unit_id, indicator, period) for indicator in wanted}


class _Stored:
    """Stored totals by own period; khối makes no difference to a unit's own total."""

    def __init__(
        self,
        unit_ids: list[int],
        indicator_ids: list[int],
        asked: DateSpan,
        view: View,
        *,
        waiting: bool = False,
    ) -> None:
        self._parts: dict[_Key, dict[DateSpan, Figure]] = {}
        self._kinds: dict[int, Aggregate] = {}
        rows = Total.every.filter(
            unit_id__in=unit_ids,
            view=view,
            indicator_id__in=indicator_ids,
            starts_on__gte=asked.valid_from,
            until__lte=asked.valid_until,
        )
        grouped = rows.values_list(
            "unit_id", "indicator_id", "by_side", "indicator__aggregate", "starts_on", "until"
        ).annotate(all_sent=Sum("sent"), all_accepted=Sum("accepted"))
        found = grouped.order_by()
        if waiting:
            lines = [
                waiting_parts(unit, indicator_ids, asked, by_side=by_side)
                for unit in unit_ids
                for by_side in (False, True)
            ]
            # One statement: what is folded meanwhile is seen on exactly one side.
            found = found.union(*lines, all=True)
        for unit, indicator, side, kind, starts_on, until, sent, accepted in found:
            self._kinds[indicator] = Aggregate(kind)
            parts = self._parts.setdefault((unit, indicator, side), {})
            own = DateSpan(starts_on, until)
            parts[own] = parts.get(own, Figure()) + Figure(int(sent), int(accepted))

    def split(self, unit: int, indicator: int, period: DateSpan) -> Split:
        """Return what counts in a period."""
        main, side = (
            [
                part
                for part in self._parts.get((unit, indicator, by_side), {}).items()
                if counts_in(part[0], period)
            ]
            for by_side in (False, True)
        )
        return split(self._kinds.get(indicator, Aggregate.SUM), main, side)
