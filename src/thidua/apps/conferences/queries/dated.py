"""What has its day at a unit in a stretch of days: conferences, the last days of its reports."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet, Value

from thidua.apps.conferences.enums import ConferenceState
from thidua.apps.conferences.queries.records import visible_conferences
from thidua.apps.reporting.queries import reports_due
from thidua.base.actor import Actor
from thidua.domain.spans import DateSpan

_MOST = 120


@dataclass(frozen=True)
class Dated:
    """One of them, by the public id of the conference or of the reporting period."""

    day: date
    words: str
    public_id: str
    conference: bool


def dated_between(actor: Actor, unit_id: int, span: DateSpan, *, reports: bool) -> list[Dated]:
    """Return what a unit holds or is host to, and with `reports` what it has to send; one query."""
    meetings = visible_conferences(actor).filter(
        Q(unit=unit_id) | Q(host=unit_id),
        on_day__gte=span.valid_from,
        on_day__lt=span.valid_until,
    )
    found = _rows(meetings.exclude(state=ConferenceState.CANCELLED), "on_day", "title", 1)
    if reports:
        found = found.union(_rows(reports_due(unit_id, span), "due_on", "name", 0), all=True)
    return [
        Dated(day, words, public_id, bool(conference))
        for day, words, public_id, conference in found.order_by("day_")[:_MOST]
    ]


def _rows(rows: "QuerySet[Any]", day: str, words: str, kind: int) -> "QuerySet[Any, Any]":
    said = rows.order_by().annotate(
        day_=F(day), said=F(words), key_=F("public_id"), conference_=Value(kind)
    )
    columns: QuerySet[Any, Any] = said.values_list("day_", "said", "key_", "conference_")
    return columns
