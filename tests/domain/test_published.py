"""A published percentage says only a range of targets (CAM-07)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.domain.figures.published import targets_fitting


@pytest.mark.parametrize(
    ("actual", "percent", "fewest", "most"),
    [
        (906, Decimal(127), 711, 716),
        (906, Decimal("127.1"), 713, 713),
        (696_948, Decimal("232.3"), 299_957, 300_085),
        (119, Decimal(99), 120, 120),
        (1, Decimal(100), 1, 1),
    ],
)
def test_what_the_sources_say(actual, percent, fewest, most):
    fitting = targets_fitting(actual, percent)

    assert (fitting[0], fitting[-1]) == (fewest, most)


@given(
    st.integers(1, 3_000), st.integers(1, 3_000), st.sampled_from([1, Decimal("0.1"), Decimal(1)])
)
def test_a_target_fits_exactly_if_its_percentage_is_written_so(actual, target, step):
    places = 0 if step in (1, Decimal(1)) else 1
    scaled = (2 * 100 * 10**places * actual + target) // (2 * target)
    percent = Decimal(scaled).scaleb(-places)

    fitting = targets_fitting(actual, percent)

    if percent == 0:
        assert not fitting
        return
    assert target in fitting
    for other in (fitting[0] - 1, fitting[-1] + 1):
        if other >= 1:
            assert (2 * 100 * 10**places * actual + other) // (2 * other) != scaled


@pytest.mark.parametrize(("actual", "percent"), [(0, 127), (5, 0), (-3, 50)])
def test_nothing_is_said_where_nothing_can_be(actual, percent):
    assert not targets_fitting(actual, percent)
