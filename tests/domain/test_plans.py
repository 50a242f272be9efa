"""What makes a plan sound: its number, and đợt inside it that do not overlap."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.domain.errors import Invalid
from thidua.domain.plans import PlannedPhase, half_open, number_fault, phase_faults
from thidua.domain.spans import DateSpan

YEAR = half_open(date(2021, 1, 1), date(2021, 12, 31))
NEW_YEAR = date(2021, 1, 1)


def phase(first, last):
    return PlannedPhase(first, last)


@pytest.mark.parametrize(
    "number",
    [
        "",
        "81/KH-TLĐ",
        "05/KH-LĐLĐ",
        "123a/KH-CĐCS",
        "12/KH-CĐ.GD",
        "481/CTLT-CĐEVNNPT-EVNNPT",
        "15/CTr-LĐLĐ",
        "7/KH-CĐP3",
    ],
)
def test_a_number_that_an_official_paper_carries_is_accepted(number):
    assert number_fault(number) is None


@pytest.mark.parametrize(
    "number",
    [
        "81",
        "KH-TLĐ",
        "81/KH",
        "81/KH-",
        "81 / KH-TLĐ",
        "81/kh-tlđ",
        "81/KH_TLĐ",
        "số 81/KH-TLĐ",
        "123456/KH-TLĐ",
        "81/KH-TLĐ\n",
        "/KH-TLĐ",
    ],
)
def test_any_other_number_is_refused_and_repeated(number):
    fault = number_fault(number)

    assert isinstance(fault, Invalid)
    assert fault.code == "campaigns.number_form"
    assert fault.field == "number"
    assert fault.params == {"number": number}


def test_phases_that_follow_one_another_are_sound():
    first = phase(date(2021, 1, 1), date(2021, 5, 31))
    second = phase(date(2021, 6, 1), date(2021, 12, 31))

    assert phase_faults(YEAR, [first, second]) == []
    assert phase_faults(YEAR, [second, first]) == []
    assert phase_faults(YEAR, []) == []


def test_a_phase_of_one_day_is_sound():
    assert phase_faults(YEAR, [phase(NEW_YEAR, NEW_YEAR)]) == []


def test_two_phases_that_share_one_day_overlap():
    faults = phase_faults(
        YEAR,
        [
            phase(date(2021, 6, 1), date(2021, 11, 30)),
            phase(date(2021, 1, 1), date(2021, 6, 1)),
        ],
    )

    assert [(fault.code, fault.params) for fault in faults] == [
        ("campaigns.phase_overlap", {"first": 1, "second": 2})
    ]


def test_a_phase_inside_a_longer_one_is_found_past_its_neighbour():
    long = phase(date(2021, 1, 1), date(2021, 12, 31))
    faults = phase_faults(
        YEAR,
        [
            long,
            phase(date(2021, 2, 1), date(2021, 2, 28)),
            phase(date(2021, 9, 1), date(2021, 9, 30)),
        ],
    )

    pairs = [(fault.params["first"], fault.params["second"]) for fault in faults]
    assert pairs == [(1, 2), (1, 3)]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2020, 12, 31), date(2021, 5, 31)),
        (date(2021, 12, 1), date(2022, 1, 1)),
        (date(2022, 1, 1), date(2022, 2, 1)),
    ],
)
def test_a_phase_outside_the_plan_names_both_spans(first, last):
    (fault,) = phase_faults(YEAR, [phase(first, last)])

    assert fault.code == "campaigns.phase_outside"
    assert fault.params == {
        "order": 1,
        "start": first,
        "end": last,
        "plan_start": date(2021, 1, 1),
        "plan_end": date(2021, 12, 31),
    }


def test_a_reversed_phase_is_named_and_hides_no_other_fault():
    faults = phase_faults(
        YEAR,
        [phase(date(2021, 5, 31), date(2021, 1, 1)), phase(date(2022, 1, 1), date(2022, 1, 2))],
    )

    assert [(fault.code, fault.params["order"]) for fault in faults] == [
        ("campaigns.phase_reversed", 1),
        ("campaigns.phase_outside", 2),
    ]


def test_half_open_counts_both_days():
    assert half_open(NEW_YEAR, NEW_YEAR) == DateSpan(NEW_YEAR, date(2021, 1, 2))


_days = st.integers(min_value=-5, max_value=370).map(lambda n: NEW_YEAR + timedelta(days=n))


@given(st.lists(st.builds(PlannedPhase, _days, _days), max_size=5))
def test_sound_means_inside_the_plan_and_no_day_in_two_phases(phases):
    forward = all(one.starts_on <= one.last_day for one in phases)
    days = [one.starts_on + timedelta(n) for one in phases for n in range(_length(one))]
    inside = all(YEAR.contains(day) for day in days)
    apart = len(days) == len(set(days))

    assert (phase_faults(YEAR, phases) == []) == (forward and inside and apart)


def _length(one):
    return max((one.last_day - one.starts_on).days + 1, 0)
