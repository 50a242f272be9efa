"""Stretches: a long time cut into few enough parts, that together are just that time."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.domain.figures.periods import PeriodKind
from thidua.domain.figures.stretches import MOST, stretches
from thidua.domain.spans import DateSpan


@pytest.mark.parametrize(
    ("first", "until", "kind", "count"),
    [
        (date(2026, 1, 1), date(2027, 1, 1), PeriodKind.MONTH, 12),
        (date(2020, 5, 19), date(2020, 10, 11), PeriodKind.MONTH, 6),
        (date(2025, 1, 1), date(2026, 7, 1), PeriodKind.QUARTER, 6),
        (date(2015, 1, 1), date(2021, 1, 1), PeriodKind.YEAR, 6),
    ],
)
def test_a_time_is_cut_as_an_office_counts_it(first, until, kind, count):
    found = stretches(DateSpan(first, until))

    assert (found[0], len(found[1])) == (kind, count)


def test_the_first_and_last_month_keep_only_their_days():
    _, parts = stretches(DateSpan(date(2020, 5, 19), date(2020, 10, 11)))

    assert parts[0] == DateSpan(date(2020, 5, 19), date(2020, 6, 1))
    assert parts[-1] == DateSpan(date(2020, 10, 1), date(2020, 10, 11))


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 4000))
def test_the_parts_follow_one_another_and_fill_the_whole(first, length):
    whole = DateSpan(first, first + timedelta(days=length))

    kind, parts = stretches(whole)

    assert parts[0].valid_from == whole.valid_from
    assert parts[-1].valid_until == whole.valid_until
    assert all(a.valid_until == b.valid_from for a, b in pairwise(parts))
    assert len(parts) <= MOST or kind is PeriodKind.YEAR
