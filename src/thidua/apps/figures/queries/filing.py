"""Conditions on what was filed when: shared by the questions of what is behind a figure."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Least

from thidua.apps.figures.enums import Stage
from thidua.apps.figures.models import Fact, TotalPlace
from thidua.apps.org.models import Placement, UnitName, UnitPath
from thidua.base import clock
from thidua.domain.spans import DateSpan
from thidua.domain.tree import Line


def filed_end() -> Least:
    """Return the end of the day of filing: the period's, or the unit's life's if that is earlier."""
    lives = Placement.objects.filter(line=Line.MAIN, unit_id=OuterRef("unit_id"))
    ends = lives.order_by().values("unit_id").annotate(ends=Max("valid_until")).values("ends")
    return Least("until", Subquery(ends))


def paths_on_filing(unit_id: int) -> "QuerySet[UnitPath]":
    """Return the ways from an outer row's unit up to this one, on the day the row was filed."""
    return UnitPath.objects.filter(
        ancestor_id=unit_id,
        descendant_id=OuterRef("unit_id"),
        valid_from__lt=OuterRef("filed_end"),
        valid_until__gte=OuterRef("filed_end"),
    )


def reached_by_side(unit_id: int) -> Exists:
    """Return the condition that an outer row's unit stands beside this one in today's tree."""
    return Exists(
        TotalPlace.objects.filter(unit_id=OuterRef("unit_id"), above_id=unit_id, by_side=True)
    )


def facts_inside(indicator_id: int, counted: DateSpan, *, exact: bool) -> "QuerySet[Fact]":
    """Return the facts whose own period lies inside the days, or is just these days."""
    rows = Fact.objects.filter(indicator_id=indicator_id)
    if exact:
        return rows.filter(starts_on=counted.valid_from, until=counted.valid_until)
    return rows.filter(starts_on__gte=counted.valid_from, until__lte=counted.valid_until)


def waiting_parts(
    unit_id: int, indicator_ids: Iterable[int], asked: DateSpan, *, by_side: bool
) -> Any:
    """Return, like rows of totals, what one line brings a unit of facts that no total holds yet."""
    line = Q(line=Line.SIDE) if by_side else ~Q(line=Line.SIDE)
    facts = Fact.objects.filter(
        waiting__isnull=False,
        indicator_id__in=indicator_ids,
        starts_on__gte=asked.valid_from,
        until__lte=asked.valid_until,
    ).annotate(filed_end=filed_end())
    reached = facts.filter(Exists(paths_on_filing(unit_id).filter(line)))
    above = Value(unit_id, output_field=BigIntegerField())
    rows = reached.annotate(above=above, beside=Value(by_side)).values_list(
        "above", "indicator_id", "beside", "indicator__aggregate", "starts_on", "until"
    )
    return both_stages(rows).order_by()


def both_stages(grouped: Any) -> Any:
    """Add đã gửi and đã duyệt to a grouped query of facts."""

    def of(stage: Stage) -> Sum:
        return Sum(Case(When(stage=stage, then=F("value")), default=Value(0)))

    return grouped.annotate(all_sent=of(Stage.SENT), all_accepted=of(Stage.ACCEPTED))


def name_on(day: date) -> Subquery:
    """Return the name of an outer row's unit on a day; one that has ended keeps its last."""
    called = UnitName.objects.on(day).filter(unit_id=OuterRef("unit_id"))
    return Subquery(called.values("name")[:1])


def shown_day(asked: DateSpan) -> date:
    """Return the day whose names and places are shown: the last asked, or today before it."""
    return min(asked.valid_until - timedelta(days=1), clock.today())
