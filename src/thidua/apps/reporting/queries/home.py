"""What waits for somebody: reports to send, and per period reports to review and units to remind."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case,
    Count,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from thidua.apps.org.models import Placement, UnitPath
from thidua.apps.reporting.enums import DONE_STATES, WAITING_STATES, PeriodAsks, ReportState
from thidua.apps.reporting.models import Period, Report
from thidua.apps.reporting.queries.owing import OWED, leaves_below, on_last_day, parent_now
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.statements import fetch
from thidua.domain.tree import Line

_MOST = 20
# On the first page of each of 120,000 chairs: building this text would cost ten times its answer.
_DUE = f"""
    SELECT period.public_id, period.name, period.due_on, report.state, report.first_sent_on
    FROM reporting_period period
    CROSS JOIN (SELECT %s AS id) own
    LEFT JOIN reporting_report report ON report.period_id = period.id AND report.unit_id = own.id
    WHERE {OWED} AND period.starts_on <= %s
        AND (report.state IS NULL OR report.state NOT IN ({", ".join(["%s"] * len(DONE_STATES))}))
    ORDER BY period.due_on, period.id
    LIMIT %s
"""  # noqa: S608 - the text above
# As on the board: what was returned is with its unit, which has been told why.
_NOT_MISSING = (*DONE_STATES, ReportState.RETURNED)
# A period that nobody completed for so long is no longer work of today; its board still shows it.
_FORGET_AFTER = timedelta(days=62)


@dataclass(frozen=True)
class DueItem:
    """A report that the own unit still has to send; one that first came in time stays in time."""

    period_public_id: str
    name: str
    due_on: date
    returned: bool
    in_time: bool


@dataclass(frozen=True)
class ReviewItem:
    """A period with what waits for the actor: reports to review, units that have not sent."""

    period_public_id: str
    name: str
    due_on: date
    to_review: int
    missing: int


def due_items(actor: Actor) -> list[DueItem]:
    """Return the reports that the actor's unit has yet to send, the earliest due first."""
    rows = fetch(_DUE, actor.unit_id or 0, clock.today(), *DONE_STATES, _MOST)
    return [
        DueItem(
            public_id,
            name,
            due_on,
            returned=state == ReportState.RETURNED,
            in_time=first_sent_on is not None and first_sent_on <= due_on,
        )
        for public_id, name, due_on, state, first_sent_on in rows
    ]


def review_items(actor: Actor) -> list[ReviewItem]:
    """Return the periods in which something waits for the actor, the earliest due first."""
    today = clock.today()
    above = UnitPath.objects.on(today).filter(descendant_id=actor.unit_id, line=Line.MAIN)
    below = Placement.objects.on(today).filter(parent_id=actor.unit_id, line=Line.MAIN)
    rows = (
        Period.objects.filter(
            Q(unit__in=above.values("ancestor_id"))
            | Q(asks=PeriodAsks.OWN, unit__in=below.values("unit_id")),
            starts_on__lte=today,
            due_on__gte=today - _FORGET_AFTER,
        )
        .annotate(owed=_owed(actor), done=_done(actor), waiting=_waiting(actor))
        .filter(Q(owed__gt=F("done")) | Q(waiting__gt=0))
        .order_by("due_on", "id")[:_MOST]
    )
    return [
        ReviewItem(row.public_id, row.name, row.due_on, row.waiting, max(row.owed - row.done, 0))
        for row in rows
    ]


def _owed(actor: Actor) -> Case:
    """Count who owes below the actor: the lowest units, or the direct ones of whoever asks them."""
    children = Placement.objects.filter(
        parent_id=actor.unit_id, line=Line.MAIN, **on_last_day(OuterRef("until"))
    )
    lowest = _count(leaves_below(actor.unit_id, OuterRef("until")), "ancestor_id")
    return Case(
        When(asks=PeriodAsks.LOWEST, then=lowest),
        When(asks=PeriodAsks.DIRECT, unit_id=actor.unit_id, then=_count(children, "parent_id")),
        default=Value(0),
        output_field=IntegerField(),
    )


def _done(actor: Actor) -> Coalesce:
    below = UnitPath.objects.filter(
        ancestor_id=actor.unit_id,
        line=Line.MAIN,
        **on_last_day(OuterRef(OuterRef("until"))),
    )
    done = Report.objects.filter(
        period=OuterRef("pk"), state__in=_NOT_MISSING, unit_id__in=below.values("descendant_id")
    )
    return _count(done, "period_id")


def _waiting(actor: Actor) -> Coalesce:
    sent = Report.objects.filter(period=OuterRef("pk"), state__in=WAITING_STATES)
    mine = sent.annotate(superior=parent_now("unit_id")).filter(superior=actor.unit_id)
    return _count(mine, "period_id")


def _count(rows: "QuerySet[Any]", by: str) -> Coalesce:
    counted = rows.order_by().values(by).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
