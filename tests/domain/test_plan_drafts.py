"""Plans as typed: their days settled, carried over to another year; cao điểm and locks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.domain.plan_copies import carried_over
from thidua.domain.plan_draft import (
    CommemorationDraft,
    ContentDraft,
    MilestoneDraft,
    PeakDraft,
    PhaseDraft,
    PlanDraft,
    TieDraft,
    settled,
)
from thidua.domain.plans import PlannedPhase, half_open, lock_faults, peak_fault
from thidua.domain.spans import OPEN_END, DateSpan

YEAR = PlanDraft("Kế hoạch năm 2024", date(2024, 1, 1), date(2024, 12, 31))
WHOLE = half_open(YEAR.starts_on, YEAR.last_day)


@pytest.mark.parametrize(
    ("changes", "first", "last"),
    [
        ({}, date(2024, 1, 1), date(2024, 12, 31)),
        (
            {"starts_on": date(2024, 2, 9), "start_form": "month"},
            date(2024, 2, 1),
            date(2024, 12, 31),
        ),
        ({"last_day": date(2024, 2, 3), "end_form": "month"}, date(2024, 1, 1), date(2024, 2, 29)),
        (
            {"start_form": "issue", "issued_on": date(2024, 3, 5)},
            date(2024, 3, 5),
            date(2024, 12, 31),
        ),
        (
            {"starts_on": date(2024, 8, 18), "last_day": None, "duration": 500},
            date(2024, 8, 18),
            date(2025, 12, 30),
        ),
        ({"last_day": None, "end_event": "Đại hội"}, date(2024, 1, 1), None),
        (
            {"last_day": None, "duration": 10, "duration_kind": "working-days"},
            date(2024, 1, 1),
            None,
        ),
    ],
)
def test_days_are_settled_as_the_paper_says_them(changes, first, last):
    plan = settled(replace(YEAR, **changes))

    assert (plan.starts_on, plan.last_day) == (first, last)


def test_a_month_of_a_phase_is_its_first_or_last_day():
    phase = PhaseDraft(date(2021, 1, 9), date(2021, 6, 2), month_start=True, month_end=True)

    (kept,) = settled(replace(YEAR, phases=(phase,))).phases

    assert (kept.starts_on, kept.last_day) == (date(2021, 1, 1), date(2021, 6, 30))


# Cao điểm: inside the plan, across its đợt or not

offsets = st.integers(-40, 420)


@given(offsets, offsets)
def test_a_peak_is_sound_exactly_where_it_lies_forward_inside_the_plan(one, two):
    first, last = (WHOLE.valid_from + timedelta(days=n) for n in (one, two))

    fault = peak_fault(WHOLE, 1, PlannedPhase(first, last))

    inside = WHOLE.contains(first) and WHOLE.contains(last)
    assert (fault is None) == (first <= last and inside)


@given(offsets.filter(lambda n: n >= 0), st.integers(0, 10_000))
def test_a_plan_without_end_bounds_a_peak_on_one_side_only(one, length):
    open_ended = DateSpan(WHOLE.valid_from, OPEN_END)
    first = WHOLE.valid_from + timedelta(days=one)

    assert peak_fault(open_ended, 1, PlannedPhase(first, first + timedelta(days=length))) is None
    early = PlannedPhase(WHOLE.valid_from - timedelta(days=1), first)
    assert peak_fault(open_ended, 3, early).params["order"] == 3


# Locked contents


def test_a_locked_content_must_stand_word_for_word_spaces_aside():
    locked = {2: "Giữ  nguyên\nvăn", 3: "Sửa mất"}

    faults = lock_faults(locked, ["Khác", "Giữ nguyên văn", "Sửa  mất rồi"])

    assert [(fault.code, fault.field, fault.params) for fault in faults] == [
        ("campaigns.locked_content", "contents", {"order": 3})
    ]


# Carried over to another year

FULL = replace(
    YEAR,
    number="81/KH-TLĐ",
    issued_on=date(2023, 12, 20),
    signer_name="Trần Văn Thuật",
    theme="Hoàn thành nhiệm vụ năm 2024",
    contents=(ContentDraft("Năm 2024 và Nghị quyết 12/2024", "doanh-nghiep", locked=True),),
    phases=(PhaseDraft(date(2024, 1, 1), date(2024, 2, 29), working_days=40),),
    peaks=(PeakDraft("Cao điểm", date(2024, 2, 1), date(2024, 3, 1)), PeakDraft("Chưa định")),
    milestones=(MilestoneDraft("Sơ kết", date(2024, 6, 30)),),
    commemorations=(
        CommemorationDraft("thanh-lap-cong-doan", years=95, phase=1),
        CommemorationDraft(name="Đại hội công đoàn"),
        CommemorationDraft(name="Ngày truyền thống", years=20, founded_on=date(2004, 5, 5)),
    ),
    ties=(TieDraft("Thành phố", "Chủ đề năm"),),
)


def test_a_copy_for_the_next_year_moves_days_and_leaves_counts_to_be_counted():
    copy = carried_over(FULL, 2025)

    assert (copy.title, copy.theme) == ("Kế hoạch năm 2025", "Hoàn thành nhiệm vụ năm 2025")
    assert (copy.starts_on, copy.last_day) == (date(2025, 1, 1), date(2025, 12, 31))
    assert (copy.number, copy.issued_on, copy.signer_name, copy.ties) == ("", None, "", ())
    assert copy.contents == (
        ContentDraft("Năm 2025 và Nghị quyết 12/2024", "doanh-nghiep", locked=True),
    )
    assert copy.phases == (PhaseDraft(date(2025, 1, 1), date(2025, 2, 28)),)
    assert [peak.starts_on for peak in copy.peaks] == [date(2025, 2, 1), None]
    assert copy.milestones == (MilestoneDraft("Sơ kết", date(2025, 6, 30)),)
    assert copy.commemorations == (
        CommemorationDraft("thanh-lap-cong-doan", phase=1),
        CommemorationDraft(name="Ngày truyền thống", founded_on=date(2004, 5, 5)),
    )


def test_a_copy_in_the_same_year_keeps_all_but_the_paper():
    copy = carried_over(FULL, 2024)

    assert copy == replace(FULL, number="", issued_on=None, signer_name="")


@given(st.integers(2001, 2100))
def test_a_copy_is_of_its_year_and_keeps_its_length_but_for_leap_days(year):
    copy = carried_over(YEAR, year)

    assert copy.year == year
    assert abs((copy.last_day - copy.starts_on) - (YEAR.last_day - YEAR.starts_on)).days <= 1
