"""Rules of figures: what may be typed, the days of a period, what counts in it, two numbers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.domain.errors import Invalid
from thidua.domain.figures.periods import (
    AskedPeriod,
    PeriodKind,
    calendar_span,
    counts_in,
    custom_span,
    first_clash,
    kind_of,
    period_words,
)
from thidua.domain.figures.totals import Aggregate, Figure, combine, handed_down
from thidua.domain.figures.values import MAX_VALUE, read_value
from thidua.domain.spans import DateSpan


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("", None),
        ("  \u200b ", None),
        ("0", 0),
        ("12", 12),
        (" 6.000.000 ", 6_000_000),
        ("12 500 000", 12_500_000),
        ("12.500.000đ", 12_500_000),
        ("999.999.999.999", MAX_VALUE),
    ],
)
def test_figures_are_read_as_people_write_them(typed, value):
    assert read_value(typed, name="Suất quà") == value


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("12,5", "reports.not_number"),
        ("1.23", "reports.not_number"),
        ("mười hai", "reports.not_number"),
        ("1e3", "reports.not_number"),
        ("12 cuộc", "reports.not_number"),
        ("-3", "reports.negative"),
        ("1.000.000.000.000", "reports.too_big"),
        ("12345678901234567890", "reports.too_big"),
    ],
)
def test_other_figures_are_refused_with_name_and_what_was_typed(typed, code):
    with pytest.raises(Invalid) as refused:
        read_value(typed, name="Suất quà", field="value_suat-qua")
    assert (refused.value.code, refused.value.field) == (code, "value_suat-qua")
    assert refused.value.params == {"name": "Suất quà", "value": typed}


def test_an_over_long_text_is_not_shown_back_whole():
    with pytest.raises(Invalid) as refused:
        read_value("x" * 5000, name="Suất quà")
    assert len(str(refused.value.params["value"])) < 50


@pytest.mark.parametrize(
    ("kind", "number", "first", "until", "words"),
    [
        (PeriodKind.MONTH, 11, date(2026, 11, 1), date(2026, 12, 1), "tháng 11/2026"),
        (PeriodKind.MONTH, 12, date(2026, 12, 1), date(2027, 1, 1), "tháng 12/2026"),
        (PeriodKind.QUARTER, 4, date(2026, 10, 1), date(2027, 1, 1), "quý IV/2026"),
        (PeriodKind.HALF, 1, date(2026, 1, 1), date(2026, 7, 1), "6 tháng đầu năm 2026"),
        (PeriodKind.HALF, 2, date(2026, 7, 1), date(2027, 1, 1), "6 tháng cuối năm 2026"),
        (PeriodKind.YEAR, 1, date(2026, 1, 1), date(2027, 1, 1), "năm 2026"),
    ],
)
def test_calendar_periods(kind, number, first, until, words):
    span = calendar_span(kind, 2026, number)
    assert span == DateSpan(first, until)
    assert kind_of(span) is kind
    assert period_words(span) == words


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (PeriodKind.MONTH, 0),
        (PeriodKind.MONTH, 13),
        (PeriodKind.QUARTER, 5),
        (PeriodKind.CUSTOM, 1),
    ],
)
def test_a_period_that_the_calendar_does_not_have(kind, number):
    with pytest.raises(Invalid, match=r"reports\.no_such_period"):
        calendar_span(kind, 2026, number)


def test_custom_periods_include_their_last_day():
    span = custom_span(date(2021, 1, 1), date(2021, 5, 31))
    assert span == DateSpan(date(2021, 1, 1), date(2021, 6, 1))
    assert kind_of(span) is PeriodKind.CUSTOM
    assert period_words(span) == "01/01/2021 – 31/05/2021"
    with pytest.raises(Invalid, match=r"base\.dates_reversed"):
        custom_span(date(2021, 5, 31), date(2021, 1, 1))
    with pytest.raises(Invalid, match=r"reports\.period_long"):
        custom_span(date(2020, 1, 1), date(2021, 1, 1))


def test_a_typed_figure_counts_only_where_its_own_period_lies_inside():
    year, quarter = (
        calendar_span(PeriodKind.YEAR, 2026, 1),
        calendar_span(PeriodKind.QUARTER, 2026, 4),
    )
    month = calendar_span(PeriodKind.MONTH, 2026, 11)
    assert counts_in(month, quarter)
    assert counts_in(month, month)
    assert counts_in(quarter, year)
    assert not counts_in(quarter, month)
    assert not counts_in(custom_span(date(2026, 9, 30), date(2026, 10, 2)), quarter)


def test_two_periods_clash_on_shared_days_and_shared_figures():
    november = AskedPeriod("tháng 11", calendar_span(PeriodKind.MONTH, 2026, 11), frozenset({"a"}))
    quarter = AskedPeriod(
        "quý IV", calendar_span(PeriodKind.QUARTER, 2026, 4), frozenset({"a", "b"})
    )
    other = AskedPeriod("quý IV", calendar_span(PeriodKind.QUARTER, 2026, 4), frozenset({"b"}))
    october = AskedPeriod("tháng 10", calendar_span(PeriodKind.MONTH, 2026, 10), frozenset({"a"}))
    assert first_clash(november, [october, other, quarter]) is quarter
    assert first_clash(november, [october, other]) is None


def test_periods_add_up_or_give_way_to_the_latest():
    parts = [
        (calendar_span(PeriodKind.MONTH, 2026, 10), Figure(5, 5)),
        (calendar_span(PeriodKind.MONTH, 2026, 11), Figure(7, 2)),
        (calendar_span(PeriodKind.MONTH, 2026, 11), Figure(1, 0)),
        (calendar_span(PeriodKind.MONTH, 2026, 12), Figure(0, 0)),
    ]
    assert combine(Aggregate.SUM, parts) == Figure(13, 7)
    assert combine(Aggregate.LATEST, parts) == Figure(8, 2)
    assert combine(Aggregate.LATEST, []) == Figure()


def test_targets_handed_down_the_hanoi_programme():
    split = handed_down(52_000, [40_000, 12_000])
    assert (split.is_covered, split.remainder) == (True, 0)
    assert handed_down(130_000, [40_000, 12_000]).remainder == 78_000
    assert not handed_down(130_000, [40_000, 12_000]).is_covered


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 365))
def test_every_custom_period_knows_its_kind_and_counts_in_itself(first, length):
    span = custom_span(first, date.fromordinal(first.toordinal() + length))
    kind = kind_of(span)
    assert counts_in(span, span)
    assert (kind is PeriodKind.CUSTOM) == ("–" in period_words(span))
