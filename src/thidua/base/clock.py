"""The only clock: `today()` may be pinned, `now()` is always real."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings

LOCAL_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_pinned: ContextVar[date | None] = ContextVar("pinned_day", default=None)


def now() -> datetime:
    """Return this moment, aware, in UTC."""
    return datetime.now(UTC)


def local_day(moment: datetime) -> date:
    """Return the calendar day in Vietnam at a moment."""
    return moment.astimezone(LOCAL_ZONE).date()


def pinned_day() -> date | None:
    """Return the day the clock is pinned to, or None when it runs."""
    chosen = _pinned.get()
    if chosen is not None:
        return chosen
    return date.fromisoformat(settings.THIDUA_PINNED_DAY) if settings.THIDUA_PINNED_DAY else None


def today() -> date:
    """Return today's date in Vietnam, or the pinned day of a demonstration or a test."""
    return pinned_day() or local_day(now())


def moment() -> datetime:
    """Return the moment of an act as people are told it: now, by the hour, on today's date.

    It differs from `now()` only where the day is pinned; locks, links and the trail use `now()`.
    """
    day, real = pinned_day(), now().astimezone(LOCAL_ZONE)
    return real if day is None else datetime.combine(day, real.timetz())


@contextmanager
def pinned(day: date) -> Iterator[None]:
    """Pin `today()` for the duration of a block, in this thread only."""
    token = _pinned.set(day)
    try:
        yield
    finally:
        _pinned.reset(token)
