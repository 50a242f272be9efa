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
_LONGEST_MONTH = 31
_SCHOOL_MONTH = 9
_LONGEST_STAGE = 6


class PeriodKind(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    SCHOOL = "school"
    STAGE = "stage"
    CUSTOM = "custom"


MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}


@dataclass(frozen=True)
class AskedPeriod:
    """A period in which some unit asks for some figures.

    `typed_already`: some of them were typed into a report of it and sent; a shorter period inside it
    would ask for them again.
    """

    label: str
    span: DateSpan
    indicators: frozenset[str]
    typed_already: bool = False


def calendar_span(kind: PeriodKind, year: int, number: int) -> DateSpan:
    """Return the days of the `number`-th month, quarter or half of a year, or of the year itself."""
    months = MONTHS.get(kind, 0)
    if not months or not 1 <= number <= _MONTHS_IN_YEAR // months:
        raise Invalid("reports.no_such_period", kind=kind.value, number=number)
    first = (number - 1) * months
    return DateSpan(_month_start(year, first), _month_start(year, first + months))


def school_span(first_year: int) -> DateSpan:
    """Return the days of the school year that begins in September of a year."""
    return DateSpan(date(first_year, _SCHOOL_MONTH, 1), date(first_year + 1, _SCHOOL_MONTH, 1))


def stage_span(first_year: int, last_year: int) -> DateSpan:
    """Return the days of a giai đoạn: whole years, from two to six, both named ones included."""
    if not 1 < last_year - first_year + 1 <= _LONGEST_STAGE:
        raise Invalid("reports.no_such_stage", start=first_year, end=last_year)
    return DateSpan(_month_start(first_year, 0), _month_start(last_year + 1, 0))


def custom_span(first: date, last: date) -> DateSpan:
    """Return the days from first to last, both included; at most a year, or a giai đoạn."""
    if last < first:
        raise Invalid("base.dates_reversed", field="last", start=first, end=last)
    span = DateSpan(first, date.fromordinal(last.toordinal() + 1))
    if (last - first).days >= _LONGEST_DAYS and not _is_stage(span):
        raise Invalid("reports.period_long", field="last", start=first, end=last)
    return span


def kind_of(span: DateSpan) -> PeriodKind:
    """Tell which kind of calendar period the days are; any others are a custom one."""
    for kind, months in MONTHS.items():
        number, rest = divmod(span.valid_from.month - 1, months)
        if rest == 0 and calendar_span(kind, span.valid_from.year, number + 1) == span:
            return kind
    if span == school_span(span.valid_from.year):
        return PeriodKind.SCHOOL
    return PeriodKind.STAGE if _is_stage(span) else PeriodKind.CUSTOM


def period_words(span: DateSpan) -> str:
    """Name the days as an office does: tháng 11/2026, quý IV/2026, 6 tháng đầu năm 2026."""
    first, last = span.valid_from, span.last_day or span.valid_until
    half = "đầu" if first.month == 1 else "cuối"
    words = {
        PeriodKind.MONTH: f"tháng {first.month}/{first.year}",
        PeriodKind.QUARTER: f"quý {_ROMAN[(first.month - 1) // 3]}/{first.year}",
        PeriodKind.HALF: f"6 tháng {half} năm {first.year}",
        PeriodKind.YEAR: f"năm {first.year}",
        PeriodKind.SCHOOL: f"năm học {first.year}–{last.year}",
        PeriodKind.STAGE: f"giai đoạn {first.year}–{last.year}",
        PeriodKind.CUSTOM: f"{day(first)} – {day(last)}",
    }
    return words[kind_of(span)]


def counts_in(own: DateSpan, asked: DateSpan) -> bool:
    """Tell whether a figure typed for its `own` period counts in the asked one: only if inside."""
    return asked.valid_from <= own.valid_from and own.valid_until <= asked.valid_until


def draws_together(span: DateSpan) -> bool:
    """Tell whether a period is long enough to show what shorter ones gave: longer than a month."""
    return (span.valid_until - span.valid_from).days > _LONGEST_MONTH


def lies_inside(inner: DateSpan, outer: DateSpan) -> bool:
    """Tell whether a period is a shorter one within a longer: a month of a quarter."""
    return draws_together(outer) and counts_in(inner, outer) and inner != outer


def first_clash(new: AskedPeriod, others: Iterable[AskedPeriod]) -> AskedPeriod | None:
    """Return a period that would have the same figures of the same days typed twice.

    A longer period shows what the shorter ones inside it have given, so those two may stand side by
    side; the same days, or days that only overlap, may not.
    """
    return next(
        (
            other
            for other in others
            if other.span.overlaps(new.span)
            and other.indicators & new.indicators
            and not lies_inside(other.span, new.span)
            and not (lies_inside(new.span, other.span) and not other.typed_already)
        ),
        None,
    )


def _is_stage(span: DateSpan) -> bool:
    first, end = span.valid_from, span.valid_until
    whole_years = (first.month, first.day, end.month, end.day) == (1, 1, 1, 1)
    return whole_years and 1 < end.year - first.year <= _LONGEST_STAGE


def _month_start(year: int, months: int) -> date:
    return date(year + months // _MONTHS_IN_YEAR, months % _MONTHS_IN_YEAR + 1, 1)
