"""Everything a unit has figures of in given days: one query, whatever the number of indicators."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Subquery, Sum

from thidua.apps.figures.models import Indicator, Total
from thidua.apps.figures.queries.indicators import IndicatorRow, row_of
from thidua.apps.org.models import UnitName
from thidua.domain.figures.periods import counts_in
from thidua.domain.figures.totals import Aggregate, Figure, View, combine
from thidua.domain.spans import DateSpan


@dataclass
class Told:
    """All that is known of one indicator: a figure for each own period, in the order of time."""

    indicator: IndicatorRow
    parts: list[tuple[DateSpan, Figure]] = field(default_factory=list)

    def within(self, span: DateSpan) -> Figure:
        """Return what counts in these days."""
        inside = (part for part in self.parts if counts_in(part[0], span))
        return combine(Aggregate(self.indicator.aggregate), inside)


def told_of(unit_id: int, spans: Sequence[DateSpan], view: View = View.FILED) -> dict[str, Told]:
    """Return, by code and in the order of the form, what a unit and all below it have figures of.

    Read from the first to the last of the days asked for.
    """
    rows = Total.every.filter(
        unit_id=unit_id,
        view=view,
        starts_on__gte=min(span.valid_from for span in spans),
        until__lte=max(span.valid_until for span in spans),
    )
    grouped = (
        rows.values_list("indicator_id", "starts_on", "until")
        .annotate(all_sent=Sum("sent"), all_accepted=Sum("accepted"))
        .order_by("starts_on", "until")
    )
    parts: dict[int, list[tuple[DateSpan, Figure]]] = {}
    for pk, starts_on, until, sent, accepted in grouped:
        figure = Figure(int(sent), int(accepted))
        if figure:
            parts.setdefault(pk, []).append((DateSpan(starts_on, until), figure))
    known = Indicator.objects.filter(pk__in=parts)
    return {row.code: Told(row_of(row), parts[row.pk]) for row in known}


def name_and_first_day(unit_id: int, day: date) -> tuple[str, date | None]:
    """Return what a unit is called on a day, and the first day that it has a figure of; one query."""
    told = Total.every.filter(unit_id=unit_id, view=View.FILED).order_by("starts_on")
    called = UnitName.objects.filter(unit_id=unit_id, valid_until__gt=day).order_by("valid_from")
    row = called.values_list("name", Subquery(told.values("starts_on")[:1])).first()
    return (row[0], row[1]) if row else ("", None)
