"""Trong đó, theo ngành: units of the side line, and whether they have sent to their own superior.

Who belongs along the side line reports once, to the superior of the main line; the union of the
sector sees it here and does not count it among those that owe it a report.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from thidua.apps.org.models import Placement, UnitName
from thidua.apps.org.scoping import visible_unit_ids
from thidua.apps.reporting.enums import BoardState, PeriodAsks
from thidua.apps.reporting.models import Period, Report
from thidua.apps.reporting.queries.owing import leaves_below, name_now, on_last_day
from thidua.apps.reporting.queries.states import SHOWN_AS
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.tree import Line

MOST = 50


@dataclass(frozen=True)
class BesideRow:
    """One unit of the side line, its direct superior, and its report of the same days."""

    name: str
    superior: str
    state: BoardState
    sent_at: datetime | None


def beside(actor: Actor, period: Period) -> tuple[list[BesideRow], bool]:
    """Return units of the side line with their reports of the period's days; and whether more follow."""
    if period.asks != PeriodAsks.LOWEST:
        return [], False
    told = Report.objects.filter(
        unit_id=OuterRef("unit_id"),
        period__starts_on=period.starts_on,
        period__until=period.until,
        state__in=SHOWN_AS,
    ).order_by("-sent_at")
    held = Placement.objects.filter(
        unit_id=OuterRef("unit_id"), line=Line.MAIN, **on_last_day(period.until)
    )
    there = leaves_below(period.unit_id, period.until, Line.SIDE).values("descendant_id")
    rows = (
        UnitName.objects.filter(**on_last_day(period.until), unit_id__in=there)
        .filter(unit_id__in=visible_unit_ids(actor, Capability.REPORT_VIEW))
        .annotate(
            state=Subquery(told.values("state")[:1]),
            sent_at=Subquery(told.values("sent_at")[:1]),
            superior=Subquery(held.annotate(called=name_now("parent_id")).values("called")[:1]),
        )
        .order_by("sort_key", "unit_id")
        .values_list("name", "superior", "state", "sent_at")[: MOST + 1]
    )
    found = [
        BesideRow(name, superior or "", SHOWN_AS.get(state, BoardState.MISSING), sent_at)
        for name, superior, state, sent_at in rows
    ]
    return found[:MOST], len(found) > MOST
