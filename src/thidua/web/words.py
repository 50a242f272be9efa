"""Days left, spans and periods in the reader's language; the pure rooms know only the Vietnamese."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thidua.domain.figures import periods
from thidua.domain.figures.periods import PeriodKind
from thidua.domain.spans import DateSpan
from thidua.text.dates import day

_ROMAN = ("I", "II", "III", "IV")


def days_left(today: date, last_day: date) -> str:
    """Say how far away the last day is: còn 8 ngày, hôm nay là hạn cuối, quá hạn 3 ngày."""
    left = (last_day - today).days
    if left == 0:
        return _("hôm nay là hạn cuối")
    if left > 0:
        return ngettext("còn %(count)s ngày", "còn %(count)s ngày", left) % {"count": left}
    return ngettext("quá hạn %(count)s ngày", "quá hạn %(count)s ngày", -left) % {"count": -left}


def span_words(valid_from: date, valid_until: date) -> str:
    """Write a span whose end is excluded: từ 01/01/2021 đến hết ngày 31/05/2021."""
    last = DateSpan(valid_from, valid_until).last_day
    if last is None:
        return _("từ %(day)s") % {"day": day(valid_from)}
    return _("từ %(start)s đến hết ngày %(end)s") % {"start": day(valid_from), "end": day(last)}


def period_words(span: DateSpan) -> str:
    """Name a period: tháng 11/2026, quý IV/2026, 6 tháng đầu năm 2026."""
    first = span.valid_from
    names = {
        PeriodKind.MONTH: _("tháng %(month)s/%(year)s"),
        PeriodKind.QUARTER: _("quý %(quarter)s/%(year)s"),
        PeriodKind.HALF: _("6 tháng đầu năm %(year)s")
        if first.month == 1
        else _("6 tháng cuối năm %(year)s"),
        PeriodKind.YEAR: _("năm %(year)s"),
        PeriodKind.SCHOOL: _("năm học %(year)s–%(end)s"),
        PeriodKind.STAGE: _("giai đoạn %(year)s–%(last)s"),
    }
    kind = periods.kind_of(span)
    if kind not in names:
        return periods.period_words(span)
    quarter = _ROMAN[(first.month - 1) // 3]
    end = span.valid_until.year
    return names[kind] % {
        "month": first.month,
        "quarter": quarter,
        "year": first.year,
        "end": end,
        "last": end - 1,
    }


def source_days(span: DateSpan) -> str:
    """Name the days of one row behind a figure: the period of a report, the day of anything else."""
    if (span.valid_until - span.valid_from).days == 1:
        return day(span.valid_from)
    return period_words(span)
