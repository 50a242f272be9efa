"""Filters that write numbers, percentages, days and moments the Vietnamese way."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from thidua.base import clock
from thidua.domain.spans import OPEN_END
from thidua.text import dates, numbers
from thidua.web import words

register = template.Library()


def _day_of(value: date | datetime) -> date:
    if not isinstance(value, datetime):
        return value
    return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()


@register.filter
def vi_number(value: int | Decimal | None) -> str:
    """Write 1234567 as 1.234.567 and a decimal with its own places; nothing is a dash."""
    if value is None or value == "":
        return "–"
    if isinstance(value, Decimal):
        exponent = value.normalize().as_tuple().exponent
        places = max(-exponent, 0) if isinstance(exponent, int) else 0
        return numbers.decimal(value, places) if places else numbers.group(int(value))
    return numbers.group(value)


@register.filter
def vi_percent(numerator: int | Decimal | None, denominator: int | Decimal | None) -> str:
    """Write numerator of denominator as a percentage with one place; no denominator, a dash."""
    if numerator is None or not denominator:
        return "–"
    return numbers.percent(numerator, denominator)


@register.filter
def vi_date(value: date | datetime | None) -> str:
    """Write a day as 22/11/2026."""
    return dates.day(_day_of(value)) if value else ""


@register.filter
def vi_datetime(value: datetime | None) -> str:
    """Write a moment as 09:14 ngày 22/11/2026, in the time of Hà Nội."""
    if not value:
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return _("%(time)s ngày %(day)s") % {
        "time": local.strftime("%H:%M"),
        "day": dates.day(local.date()),
    }


@register.filter
def vi_moment(value: datetime | None) -> str:
    """Write a moment of the real day by its hour alone, an earlier one with its day."""
    if not value:
        return ""
    if clock.local_day(value) == clock.local_day(clock.now()):
        return timezone.localtime(value).strftime("%H:%M")
    return vi_datetime(value)


@register.filter
def vi_until(value: date | None) -> str:
    """Write an excluded end as the last day that still counts; an open end is "nay"."""
    if not value:
        return ""
    return _("nay") if value >= OPEN_END else dates.day(value - timedelta(days=1))


@register.filter
def vi_days_left(value: date | None) -> str:
    """Say how many days are left until a last day, today's day being the clock's."""
    return words.days_left(clock.today(), value) if value else ""


@register.filter
def vi_until_left(value: date | None) -> str:
    """Say how many days are left until the day before an excluded end."""
    return words.days_left(clock.today(), value - timedelta(days=1)) if value else ""


@register.filter
def translated(value: str) -> str:
    """Say a word that the pure rooms hold, such as the name of a role, in the reader's language."""
    return _(value) if value else ""
