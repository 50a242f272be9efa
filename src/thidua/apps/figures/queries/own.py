"""What the ledger says of one unit itself, whoever stands below it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import BigIntegerField, Case, F, Subquery, Sum, When
from django.db.models.functions import Coalesce

from thidua.apps.figures.enums import REPORT_SOURCE, Stage
from thidua.apps.figures.models import Fact
from thidua.apps.figures.queries.filing import both_stages
from thidua.domain.figures.totals import Aggregate, Figure, combine
from thidua.domain.spans import DateSpan


def own_figures(
    unit_id: int, indicator_ids: Iterable[int], asked: DateSpan, *, without: str = ""
) -> dict[int, Figure]:
    """Return the unit's own figure of each indicator inside the days, in one query.

    `without` leaves out one source: what a report shows beside itself. The ledger is asked, not the
    totals: right after a write it already knows.
    """
    wanted = list(indicator_ids)
    if not wanted:
        return {}
    facts = Fact.objects.filter(
        unit_id=unit_id,
        indicator_id__in=wanted,
        starts_on__gte=asked.valid_from,
        until__lte=asked.valid_until,
    ).exclude(source_id=without)
    grouped = both_stages(
        facts.values_list("indicator_id", "indicator__aggregate", "starts_on", "until")
    )
    kinds: dict[int, Aggregate] = {}
    parts: dict[int, list[tuple[DateSpan, Figure]]] = {pk: [] for pk in wanted}
    for pk, kind, first, end, sent, accepted in grouped.order_by():
        kinds[pk] = Aggregate(kind)
        parts[pk].append((DateSpan(first, end), Figure(int(sent), int(accepted))))
    return {pk: combine(kinds.get(pk, Aggregate.SUM), given) for pk, given in parts.items()}


def unaccepted_facts(**where: Any) -> Coalesce:
    """Return how much of what was counted (not reported) is sent and not accepted, for an outer row."""
    counted = Fact.objects.filter(**where).exclude(source_type=REPORT_SOURCE)
    open_part = Sum(Case(When(stage=Stage.SENT, then=F("value")), default=-F("value")))
    summed = counted.order_by().values("unit_id").annotate(open=open_part).values("open")
    return Coalesce(Subquery(summed), 0, output_field=BigIntegerField())
