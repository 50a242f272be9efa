"""The board of a period: every unit that owes a report, by state; who has not sent stands first."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, IntegerField, OuterRef, QuerySet, Subquery, Value, When

from thidua.apps.org.models import UnitName, UnitPath
from thidua.apps.org.scoping import visible_unit_ids
from thidua.apps.reporting.enums import BoardState
from thidua.apps.reporting.models import Period, Report
from thidua.apps.reporting.queries.owing import on_last_day, owing_units
from thidua.apps.reporting.queries.states import SHOWN_AS
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.tree import Line

PAGE = 50
MOST_ROWS = 50_000
_ORDER = {state: place for place, state in enumerate(BoardState.values)}


@dataclass(frozen=True)
class BoardFilter:
    """What the reader chose: one branch (a direct unit), one kind of unit, one state."""

    branch: str = ""
    kind: str = ""
    state: str = ""


@dataclass(frozen=True)
class BoardRow:
    """One unit on the board."""

    unit_public_id: str
    name: str
    state: str
    report_id: str
    sent_at: datetime | None
    late: bool


@dataclass(frozen=True)
class Board:
    """One page of the board; `has_next` tells whether more units follow."""

    rows: list[BoardRow]
    page: int
    has_next: bool


def board(actor: Actor, period: Period, chosen: BoardFilter, page: int = 1) -> Board:
    """Return a page of the units that owe this report below the actor's unit."""
    start = (page - 1) * PAGE
    found = list(
        _rows(actor, period, chosen).order_by("place", "sort_key")[start : start + PAGE + 1]
    )
    return Board([_row(row, period) for row in found[:PAGE]], page, len(found) > PAGE)


def board_rows(actor: Actor, period: Period, chosen: BoardFilter) -> list[BoardRow]:
    """Return every unit that owes this report and was chosen, for a workbook."""
    rows = _rows(actor, period, chosen).order_by("place", "sort_key")[:MOST_ROWS]
    return [_row(row, period) for row in rows]


def board_counts(actor: Actor, period: Period, chosen: BoardFilter) -> dict[str, int]:
    """Return how many units stand in each state, whatever state was chosen."""
    every = _rows(actor, period, BoardFilter(chosen.branch, chosen.kind))
    counts = dict(every.order_by().values_list("place").annotate(units=Count("pk")))
    return {state: counts.get(place, 0) for state, place in _ORDER.items()}


def late_names(actor: Actor, period: Period, chosen: BoardFilter, limit: int = PAGE) -> list[str]:
    """Return the names of units that have not sent, for a reminder."""
    missing = BoardFilter(chosen.branch, chosen.kind, BoardState.MISSING)
    rows = _rows(actor, period, missing).order_by("sort_key")
    return list(rows.values_list("name", flat=True)[:limit])


def _rows(actor: Actor, period: Period, chosen: BoardFilter) -> "QuerySet[Any]":
    own = Report.objects.filter(period=period, unit_id=OuterRef("unit_id"))
    shown: QuerySet[Any] = UnitName.objects.filter(
        **on_last_day(period.until),
        unit_id__in=owing_units(period),
    )
    shown = shown.filter(unit_id__in=visible_unit_ids(actor, Capability.REPORT_VIEW))
    rows = shown.annotate(
        report_state=Subquery(own.values("state")[:1]),
        report_id=Subquery(own.values("public_id")[:1]),
        sent_at=Subquery(own.values("sent_at")[:1]),
        first_sent_on=Subquery(own.values("first_sent_on")[:1]),
    ).annotate(place=_place())
    if chosen.branch:
        below = UnitPath.objects.filter(line=Line.MAIN, **on_last_day(period.until))
        rows = rows.filter(
            unit_id__in=below.filter(ancestor__public_id=chosen.branch).values("descendant_id")
        )
    if chosen.kind:
        rows = rows.filter(unit__kind=chosen.kind)
    if chosen.state in _ORDER:
        rows = rows.filter(place=_ORDER[chosen.state])
    found: QuerySet[Any] = rows.select_related("unit")
    return found


def _place() -> Case:
    """Return the order of the states; a draft is to a superior still nothing."""
    places = [
        When(report_state=state, then=Value(_ORDER[shown])) for state, shown in SHOWN_AS.items()
    ]
    return Case(*places, default=Value(_ORDER[BoardState.MISSING]), output_field=IntegerField())


def _row(row: Any, period: Period) -> BoardRow:
    state = SHOWN_AS.get(row.report_state, BoardState.MISSING)
    return BoardRow(
        unit_public_id=row.unit.public_id,
        name=row.name,
        state=state.value,
        report_id=row.report_id if state != BoardState.MISSING else "",
        sent_at=row.sent_at,
        late=bool(row.first_sent_on and row.first_sent_on > period.due_on),
    )
