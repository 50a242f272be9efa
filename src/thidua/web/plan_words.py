"""A plan's time in short words, for lists and heads; what its paper says is in `campaigns.papers`."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from thidua.apps.campaigns.enums import DurationKind
from thidua.domain.spans import DateSpan
from thidua.text.dates import day
from thidua.text.numbers import group


def plan_time(plan: Any) -> str:
    """Say when a plan runs as its paper does: from the day of issue, by months, until an event."""
    last_day = DateSpan(plan.starts_on, plan.until).last_day
    parts = [_start(plan.start_form, plan.starts_on), _end(plan, last_day)]
    words = ", ".join(filter(None, [" ".join(filter(None, parts)), _duration(plan)]))
    if not plan.school_year:
        return words
    first = plan.starts_on.year
    return _("năm học %(first)s – %(second)s, %(words)s") % {
        "first": first,
        "second": first + 1,
        "words": words,
    }


def _start(form: str, starts_on: date) -> str:
    if form == "issue":
        return _("từ ngày ban hành (%(day)s)") % {"day": day(starts_on)}
    if form == "month":
        return _("từ tháng %(month)s") % {"month": f"{starts_on:%m/%Y}"}
    return _("từ %(day)s") % {"day": day(starts_on)}


def _end(plan: Any, last_day: date | None) -> str:
    if plan.end_event:
        planned = _(" (dự kiến %(day)s)") % {"day": day(last_day)} if last_day else ""
        return _("đến khi kết thúc %(event)s") % {"event": plan.end_event} + planned
    if last_day is None:
        return "" if plan.duration else _("chưa định ngày kết thúc")
    return _month_end(last_day) if plan.end_form == "month" else _day_end(last_day)


def _month_end(last_day: date) -> str:
    return _("đến hết tháng %(month)s") % {"month": f"{last_day:%m/%Y}"}


def _day_end(last_day: date) -> str:
    return _("đến hết %(day)s") % {"day": day(last_day)}


def _duration(plan: Any) -> str:
    if not plan.duration:
        return ""
    kind = DurationKind(plan.duration_kind or DurationKind.DAYS)
    return f"{group(plan.duration)} {kind.label}"
