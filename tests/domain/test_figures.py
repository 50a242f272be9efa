"""Rules of figures: what may be typed, the days of a period, what counts in it, two numbers."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.domain.errors import Invalid
from thidua.domain.figures.parts import Given, part_faults
from thidua.domain.figures.periods import (
    AskedPeriod,
    PeriodKind,
    calendar_span,
    counts_in,
    custom_span,
    first_clash,
    kind_of,
    lies_inside,
    period_words,
    school_span,
    stage_span,
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
    other = AskedPeriod("quý IV", calendar_span(PeriodKind.QUARTER, 2026, 4), frozenset({"b"}))
    october = AskedPeriod("tháng 10", calendar_span(PeriodKind.MONTH, 2026, 10), frozenset({"a"}))
    same = AskedPeriod("tháng 11 nữa", november.span, frozenset({"a"}))
    across = AskedPeriod(
        "10/11", custom_span(date(2026, 11, 10), date(2026, 12, 9)), same.indicators
    )
    assert first_clash(november, [october, other, same]) is same
    assert first_clash(november, [october, other, across]) is across
    assert first_clash(november, [october, other]) is None


def test_a_longer_period_shows_what_shorter_ones_gave():
    november = AskedPeriod("tháng 11", calendar_span(PeriodKind.MONTH, 2026, 11), frozenset({"a"}))
    quarter = AskedPeriod("quý IV", calendar_span(PeriodKind.QUARTER, 2026, 4), frozenset({"a"}))
    assert first_clash(quarter, [november]) is None
    assert first_clash(november, [quarter]) is None
    typed = replace(quarter, typed_already=True)
    assert first_clash(november, [typed]) is typed


@pytest.mark.parametrize(
    ("first", "last", "kind", "words"),
    [
        (date(2018, 9, 1), date(2019, 8, 31), PeriodKind.SCHOOL, "năm học 2018–2019"),
        (date(2015, 1, 1), date(2020, 12, 31), PeriodKind.STAGE, "giai đoạn 2015–2020"),
        (date(2025, 1, 1), date(2026, 12, 31), PeriodKind.STAGE, "giai đoạn 2025–2026"),
    ],
)
def test_school_years_and_stages(first, last, kind, words):
    span = custom_span(first, last)
    assert kind_of(span) is kind
    assert period_words(span) == words
    named = {PeriodKind.SCHOOL: school_span(first.year), PeriodKind.STAGE: None}
    assert (named[kind] or stage_span(first.year, last.year)) == span


@pytest.mark.parametrize(("first", "last"), [(2015, 2015), (2015, 2021), (2020, 2015)])
def test_a_stage_has_two_to_six_whole_years(first, last):
    with pytest.raises(Invalid, match=r"reports\.no_such_stage"):
        stage_span(first, last)
    with pytest.raises(Invalid, match=r"reports\.period_long"):
        custom_span(date(2015, 1, 2), date(2020, 12, 31))


@pytest.mark.parametrize(
    ("whole", "part", "faulty"),
    [
        (8, 10, True),
        (10, 10, False),
        (149, 10, False),
        (0, 1, True),
        (None, 3, False),
        (3, None, False),
    ],
)
def test_a_part_is_never_larger_than_its_whole(whole, part, faulty):
    figures = [
        Given("cong-nhan-gioi", "Công nhân giỏi", "", whole),
        Given("cong-nhan-gioi-thanh-pho", "Cấp Thành phố", "cong-nhan-gioi", part),
    ]
    faults = dict(part_faults(figures))
    assert list(faults) == (["cong-nhan-gioi-thanh-pho"] if faulty else [])
    if faulty:
        said = faults["cong-nhan-gioi-thanh-pho"].params
        assert (said["value"], said["whole_value"]) == (str(part), str(whole))


def test_a_part_without_its_whole_is_not_compared():
    assert not list(part_faults([Given("x", "X", "y", 3)]))


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


def test_only_what_is_longer_than_a_month_draws_together():
    week = custom_span(date(2026, 11, 2), date(2026, 11, 8))
    november = calendar_span(PeriodKind.MONTH, 2026, 11)
    quarter = calendar_span(PeriodKind.QUARTER, 2026, 4)
    assert not lies_inside(week, november)
    assert lies_inside(november, quarter)
    assert not lies_inside(quarter, quarter)
