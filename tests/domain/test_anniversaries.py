"""Counts of years: computed, and a wrong one is told which year it would be."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.base.messages import sentence
from thidua.domain.anniversaries import Anniversary, anniversaries, count_fault, in_year
from thidua.domain.plans import half_open
from thidua.domain.spans import OPEN_END, DateSpan
from thidua.lawbook.commemorations import founding_day_called, founding_days

UNION = date(1929, 7, 28)
YEAR_2023 = half_open(date(2023, 1, 1), date(2023, 12, 31))
days = st.dates(date(1850, 1, 1), date(2000, 12, 31))
starts = st.dates(date(2001, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("slug", "year", "years"),
    [
        ("thanh-lap-dang", 2021, 91),
        ("thanh-lap-dang", 2023, 93),
        ("giai-phong-mien-nam", 2021, 46),
        ("giai-phong-mien-nam", 2023, 48),
        ("quoc-te-lao-dong", 2023, 137),
        ("ngay-sinh-chu-tich", 2021, 131),
        ("ngay-sinh-chu-tich", 2023, 133),
        ("thi-dua-ai-quoc", 2023, 75),
        ("thanh-lap-cong-doan", 2021, 92),
        ("thanh-lap-cong-doan", 2023, 94),
        ("thanh-lap-cong-doan", 2026, 97),
        ("cach-mang-thang-tam-quoc-khanh", 2021, 76),
        ("cach-mang-thang-tam-quoc-khanh", 2023, 78),
        ("giai-phong-thu-do", 2021, 67),
        ("giai-phong-thu-do", 2023, 69),
        ("nha-giao-viet-nam", 2016, 34),  # from 1982, not from 1958
        ("nha-giao-viet-nam", 2025, 43),
        ("tong-tuyen-cu", 2026, 80),
        ("vung-mo-nganh-than", 2024, 88),
    ],
)
def test_the_table_counts_as_published_plans_do(slug, year, years):
    span = half_open(date(year, 1, 1), date(year, 12, 31))

    (found,) = anniversaries(founding_days()[slug].founded, span)

    assert found.years == years


def test_ninety_three_years_in_2023_is_told_both_years():
    fault = count_fault("Ngày thành lập Công đoàn Việt Nam", UNION, 93, YEAR_2023)

    assert fault.field == "years"
    assert sentence(fault).startswith(
        "Ngày thành lập Công đoàn Việt Nam (28/07/1929): 93 năm là năm 2022; năm 2023 là 94 năm."
    )


def test_ninety_seven_years_in_2023_names_2026():
    assert "97 năm là năm 2026; năm 2023 là 94 năm" in sentence(
        count_fault("Ngày thành lập Công đoàn Việt Nam", UNION, 97, YEAR_2023)
    )


def test_a_plan_over_two_years_takes_the_year_in_which_the_day_lies():
    over_new_year = half_open(date(2025, 11, 19), date(2026, 1, 31))

    assert anniversaries(date(1946, 1, 6), over_new_year) == [Anniversary(date(2026, 1, 6), 80)]


def test_a_day_after_the_end_may_be_welcomed_too():
    to_january = half_open(date(2022, 12, 1), date(2023, 1, 31))

    assert count_fault("x", date(1930, 2, 3), 93, to_january) is None


def test_a_plan_without_end_takes_the_counts_of_its_first_years():
    open_ended = DateSpan(date(2025, 11, 19), OPEN_END)

    assert [one.years for one in anniversaries(date(1946, 1, 6), open_ended)] == [80, 81]


@given(days, starts, st.integers(0, 1500))
def test_every_anniversary_of_a_plan_lies_in_it_or_in_its_years(founded, first, length):
    span = half_open(first, first + timedelta(days=length))

    found = anniversaries(founded, span)

    last = span.last_day
    assert found
    assert all(one.years == one.day.year - founded.year > 0 for one in found)
    assert all(first.year <= one.day.year <= last.year for one in found)
    # One day inside, and then all are inside.
    assert len({span.contains(one.day) for one in found}) == 1


@given(days, starts, st.integers(0, 1500), st.integers(1, 300))
def test_a_count_is_refused_exactly_where_no_year_has_it(founded, first, length, typed):
    span = half_open(first, first + timedelta(days=length))

    fault = count_fault("x", founded, typed, span)

    assert (fault is None) == (typed in {one.years for one in anniversaries(founded, span)})
    if fault is not None:
        assert count_fault("x", founded, fault.params["right"], span) is None
        assert fault.params["typed_year"] - founded.year == typed


@given(days, st.integers(2001, 2100))
def test_an_anniversary_keeps_day_and_month_but_for_the_leap_day(founded, year):
    moved = in_year(founded, year)

    assert moved.year == year
    assert moved.month == founded.month
    assert moved.day == founded.day or (founded.month, founded.day, moved.day) == (2, 29, 28)


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Ngày giải phóng miền Nam thống nhất đất nước", "giai-phong-mien-nam"),
        ("giải phóng Thủ đô", "giai-phong-thu-do"),
        ("NGÀY THÀNH LẬP CÔNG ĐOÀN VIỆT NAM", "thanh-lap-cong-doan"),
    ],
)
def test_a_day_is_known_by_the_ways_plans_write_it(written, slug):
    assert founding_day_called(written).slug == slug


def test_an_unknown_day_is_none_of_the_table():
    assert founding_day_called("Ngày hội của đơn vị") is None
