"""Spans of days: half-open, never empty, and exact in every operation."""

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.domain.spans import OPEN_END, DateSpan, covers, first_overlap, merge, subtract

START = date(2025, 1, 1)


def span(first: int, end: int | None) -> DateSpan:
    until = OPEN_END if end is None else START + timedelta(days=end)
    return DateSpan(START + timedelta(days=first), until)


def days(*spans: DateSpan) -> set[int]:
    horizon = range(40)
    return {n for n in horizon if any(s.contains(START + timedelta(days=n)) for s in spans)}


small_spans = st.tuples(st.integers(0, 20), st.integers(1, 12)).map(lambda t: span(t[0], sum(t)))
open_spans = st.integers(0, 20).map(lambda first: span(first, None))
spans = st.one_of(small_spans, open_spans)


@pytest.mark.parametrize(
    ("valid_from", "valid_until"),
    [
        (START, START),
        (START, START - timedelta(days=1)),
        (OPEN_END, OPEN_END),
        (START, date(9999, 1, 2)),
    ],
)
def test_empty_reversed_or_endless_span_is_refused(valid_from, valid_until):
    with pytest.raises(ValueError, match="not a span"):
        DateSpan(valid_from, valid_until)


def test_first_day_is_in_and_end_is_out():
    half_year = DateSpan(date(2021, 1, 1), date(2021, 6, 1))

    assert half_year.contains(date(2021, 1, 1))
    assert half_year.contains(date(2021, 5, 31))
    assert not half_year.contains(date(2021, 6, 1))
    assert not half_year.contains(date(2020, 12, 31))
    assert half_year.last_day == date(2021, 5, 31)
    assert not half_year.is_open


def test_open_span_has_no_last_day():
    since = DateSpan(date(2025, 7, 1), OPEN_END)

    assert since.is_open
    assert since.last_day is None
    assert since.contains(date(9998, 12, 31))


def test_spans_that_touch_do_not_overlap():
    assert not span(0, 5).overlaps(span(5, 9))
    assert span(0, 5).intersect(span(5, 9)) is None
    assert first_overlap([span(5, 9), span(0, 5)]) is None


@pytest.mark.parametrize(
    ("given_spans", "pair"),
    [
        ([], None),
        ([span(0, 5)], None),
        ([span(0, 5), span(4, 9)], (0, 1)),
        ([span(6, None), span(0, 2), span(1, 3), span(5, 7)], (1, 2)),
        ([span(9, 12), span(0, None), span(20, 21)], (0, 1)),
        ([span(3, 4), span(3, 4)], (0, 1)),
    ],
)
def test_first_overlap(given_spans, pair):
    assert first_overlap(given_spans) == pair


def test_holes_leave_the_days_between():
    assert subtract(span(0, 10), [span(3, 5), span(8, None)]) == [span(0, 3), span(5, 8)]
    assert subtract(span(0, 10), []) == [span(0, 10)]
    assert subtract(span(2, 4), [span(0, 9)]) == []


def test_merge_joins_what_touches():
    assert merge([span(5, 9), span(0, 5), span(12, 13)]) == [span(0, 9), span(12, 13)]


@given(spans, spans)
def test_intersect_and_overlaps_agree_with_counting_days(a, b):
    both = a.intersect(b)

    assert a.overlaps(b) == (both is not None) == bool(days(a) & days(b))
    assert days(*([both] if both else [])) == days(a) & days(b)
    assert a.intersect(b) == b.intersect(a)


@given(spans, st.lists(spans, max_size=6))
def test_subtract_and_covers_agree_with_counting_days(whole, holes):
    left = subtract(whole, holes)

    assert days(*left) == days(whole) - days(*holes)
    assert all(a.valid_until < b.valid_from for a, b in pairwise(left))
    assert covers(holes, whole) == (not left)


@given(st.lists(spans, max_size=6))
def test_merge_keeps_the_days_in_the_fewest_spans(some):
    merged = merge(some)

    assert days(*merged) == days(*some)
    assert all(a.valid_until < b.valid_from for a, b in pairwise(merged))


@given(st.lists(spans, max_size=6))
def test_first_overlap_names_a_pair_with_the_earliest_shared_day(some):
    shared = [
        (i, j, min(days(some[i]) & days(some[j])))
        for i, j in combinations(range(len(some)), 2)
        if some[i].overlaps(some[j])
    ]

    pair = first_overlap(some)

    assert (pair is None) == (not shared)
    if pair:
        earliest = min(day for _, _, day in shared)
        assert (*pair, earliest) in shared
