"""What of conferences waits for the actor's unit: conclusions to carry out, its own next conferences."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Value

from thidua.apps.conferences.enums import ConferenceState
from thidua.apps.conferences.models import Assigned, Conference
from thidua.base import clock
from thidua.base.actor import Actor

_AHEAD = timedelta(days=14)
_MOST = 20


@dataclass(frozen=True)
class Waiting:
    """A conclusion to carry out (`asked`), or the own conference whose day is near or has come."""

    conference_id: str
    text: str
    day: date | None
    asked: bool


def waiting_for(actor: Actor, *, ahead: timedelta | None = _AHEAD) -> list[Waiting]:
    """Return what waits, in one query: conclusions not yet done, own conferences that are near.

    `ahead` is how near, two weeks unless told; None is for all that are planned.
    """
    columns = ("conference_id_", "said", "day_", "asked_")
    asked = (
        Assigned.objects.filter(
            unit=actor.unit_id,
            done_on=None,
            conclusion__conference__state=ConferenceState.HELD,
        )
        .order_by()
        .annotate(
            conference_id_=F("conclusion__conference__public_id"),
            said=F("conclusion__text"),
            day_=F("conclusion__due_on"),
            asked_=Value(1),
        )
        .values_list(*columns)
    )
    planned = Conference.objects.filter(unit=actor.unit_id, state=ConferenceState.PLANNED)
    if ahead is not None:
        planned = planned.filter(on_day__lte=clock.today() + ahead)
    own = (
        planned.order_by()
        .annotate(conference_id_=F("public_id"), said=F("title"), day_=F("on_day"), asked_=Value(0))
        .values_list(*columns)
    )
    return [
        Waiting(conference, text, day, bool(is_asked))
        for conference, text, day, is_asked in asked.union(own, all=True)[:_MOST]
    ]
