"""Kinds of reporting periods, their dates and names, and which figures count in which period."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.domain.errors import Invalid
from thidua.domain.spans import DateSpan
from thidua.text.dates import day

_MONTHS_IN_YEAR = 12
_ROMAN = ("I", "II", "III", "IV")
_LONGEST_DAYS = 366


class PeriodKind(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    CUSTOM = "custom"


MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}


@dataclass(frozen=True)
class AskedPeriod:
    """A period in which some unit asks for some figures."""

    label: str
    span: DateSpan
    indicators: frozenset[str]


def calendar_span(kind: PeriodKind, year: int, number: int) -> DateSpan:
    """Return the days of the `number`-th month, quarter or half of a year, or of the year itself."""
    months = MONTHS.get(kind, 0)
    if not months or not 1 <= number <= _MONTHS_IN_YEAR // months:
        raise Invalid("reports.no_such_period", kind=kind.value, number=number)
    first = (number - 1) * months
    return DateSpan(_month_start(year, first), _month_start(year, first + months))


def custom_span(first: date, last: date) -> DateSpan:
    """Return the days from first to last, both included; at most a year."""
    if last < first:
        raise Invalid("base.dates_reversed", field="last", start=first, end=last)
    if (last - first).days >= _LONGEST_DAYS:
        raise Invalid("reports.period_long", field="last", start=first, end=last)
    return DateSpan(first, date.fromordinal(last.toordinal() + 1))


def kind_of(span: DateSpan) -> PeriodKind:
    """Tell which kind of calendar period the days are; any others are a custom one."""
    for kind, months in MONTHS.items():
        number, rest = divmod(span.valid_from.month - 1, months)
        if rest == 0 and calendar_span(kind, span.valid_from.year, number + 1) == span:
            return kind
    return PeriodKind.CUSTOM


def period_words(span: DateSpan) -> str:
    """Name the days as an office does: tháng 11/2026, quý IV/2026, 6 tháng đầu năm 2026."""
    kind, first = kind_of(span), span.valid_from
    if kind is PeriodKind.MONTH:
        return f"tháng {first.month}/{first.year}"
    if kind is PeriodKind.QUARTER:
        return f"quý {_ROMAN[(first.month - 1) // 3]}/{first.year}"
    if kind is PeriodKind.HALF:
        return f"6 tháng {'đầu' if first.month == 1 else 'cuối'} năm {first.year}"
    if kind is PeriodKind.YEAR:
        return f"năm {first.year}"
    return f"{day(first)} – {day(span.last_day or span.valid_until)}"


def counts_in(own: DateSpan, asked: DateSpan) -> bool:
    """Tell whether a figure typed for its `own` period counts in the asked one: only if inside."""
    return asked.valid_from <= own.valid_from and own.valid_until <= asked.valid_until


def first_clash(new: AskedPeriod, others: Iterable[AskedPeriod]) -> AskedPeriod | None:
    """Return a period that shares days and figures with the new one: the same work, asked twice."""
    return next(
        (o for o in others if o.span.overlaps(new.span) and o.indicators & new.indicators), None
    )


def _month_start(year: int, months: int) -> date:
    return date(year + months // _MONTHS_IN_YEAR, months % _MONTHS_IN_YEAR + 1, 1)
