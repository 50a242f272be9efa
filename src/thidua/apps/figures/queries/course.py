"""The course of one figure: what stands in each of several stretches of days, in all and by khối."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Sum

from thidua.apps.figures.models import Total
from thidua.domain.figures.periods import counts_in
from thidua.domain.figures.totals import Aggregate, Figure, View, combine
from thidua.domain.spans import DateSpan

_Part = tuple[DateSpan, Figure]


@dataclass(frozen=True)
class Course:
    """A unit's figure in each stretch asked for; `by_sector` has only the khối that reported.

    A figure counts in a stretch only if its own period lies inside it, so months need not add up to
    the year: what was typed for a quarter stands in no month.
    """

    total: dict[DateSpan, Figure]
    by_sector: dict[str, dict[DateSpan, Figure]]


def course_of(
    unit_id: int, indicator_id: int, spans: Sequence[DateSpan], view: View = View.FILED
) -> Course:
    """Return what a unit and all below it reported in each stretch; one query."""
    aggregate, parts = _parts(unit_id, indicator_id, spans, view)
    every = [part for rows in parts.values() for part in rows]
    return Course(
        {span: _in(span, aggregate, every) for span in spans},
        {
            sector: {span: _in(span, aggregate, rows) for span in spans}
            for sector, rows in sorted(parts.items(), key=lambda item: (not item[0], item[0]))
        },
    )


def _in(span: DateSpan, aggregate: Aggregate, parts: list[_Part]) -> Figure:
    return combine(aggregate, (part for part in parts if counts_in(part[0], span)))


def _parts(
    unit_id: int, indicator_id: int, spans: Sequence[DateSpan], view: View
) -> tuple[Aggregate, dict[str, list[_Part]]]:
    rows = Total.every.filter(
        unit_id=unit_id,
        view=view,
        indicator_id=indicator_id,
        starts_on__gte=min(span.valid_from for span in spans),
        until__lte=max(span.valid_until for span in spans),
    )
    grouped = rows.values_list("sector", "indicator__aggregate", "starts_on", "until").annotate(
        all_sent=Sum("sent"), all_accepted=Sum("accepted")
    )
    aggregate, found = Aggregate.SUM, dict[str, list[_Part]]()
    for sector, kind, starts_on, until, sent, accepted in grouped.order_by("starts_on", "until"):
        aggregate = Aggregate(kind)
        part = DateSpan(starts_on, until), Figure(int(sent), int(accepted))
        found.setdefault(sector, []).append(part)
    return aggregate, found
