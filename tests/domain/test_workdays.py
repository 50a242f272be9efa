"""Working days against the calendar of Viet Nam, and what a wrong number is told."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.base.messages import sentence
from thidua.domain.plans import half_open
from thidua.domain.workdays import WorkCalendar, workday_fault, working_days
from thidua.lawbook.days_off import first_day_of_tet, work_calendar

NOVEMBER = half_open(date(2025, 11, 20), date(2025, 12, 3))
some_days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2025, 11, 20), date(2025, 12, 3), 10),  # the plans of November 2025
        (date(2025, 12, 8), date(2025, 12, 10), 3),
        (date(2025, 4, 25), date(2025, 5, 5), 5),  # 30/4, 1/5, 2/5 off, Saturday 26/4 worked
        (date(2025, 1, 25), date(2025, 2, 2), 0),  # Tết
        (date(2023, 9, 1), date(2023, 9, 4), 0),  # National Day with its substituted Monday
    ],
)
def test_days_off_and_days_worked_instead_are_known(first, last, count):
    span = half_open(first, last)

    assert working_days(span, work_calendar([first.year])) == count


def test_a_number_that_does_not_fit_the_dates_is_told_the_right_one():
    assert workday_fault(1, NOVEMBER, 10, work_calendar([2025])) is None

    fault = workday_fault(1, NOVEMBER, 12, work_calendar([2025]))

    assert sentence(fault).startswith(
        "Đợt 1 ghi 12 ngày làm việc; từ 20/11/2025 đến 03/12/2025 có 10 ngày làm việc"
    )


def test_tet_begins_on_the_day_of_the_moon():
    assert first_day_of_tet(2026) == date(2026, 2, 17)


@given(some_days, st.integers(0, 400), st.integers(0, 400))
def test_working_days_add_up_over_neighbouring_spans(first, one, two):
    calendar = WorkCalendar(off={first + timedelta(days=one)}, worked={first})
    middle = first + timedelta(days=one + 1)
    last = middle + timedelta(days=two)

    left = working_days(half_open(first, middle - timedelta(days=1)), calendar)
    right = working_days(half_open(middle, last), calendar)

    assert working_days(half_open(first, last), calendar) == left + right


@given(some_days, st.integers(0, 60))
def test_seven_days_without_days_off_have_five_working_days(first, weeks):
    span = half_open(first, first + timedelta(days=7 * (weeks + 1) - 1))

    assert working_days(span, WorkCalendar()) == 5 * (weeks + 1)
