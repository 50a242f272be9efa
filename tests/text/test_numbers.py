"""Numbers on screen: grouped, exact, and read back only where they are certain."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.text.numbers import decimal, group, parse_int, percent


@pytest.mark.parametrize(
    ("n", "written"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1.000"),
        (1_234_567, "1.234.567"),
        (151_500_000, "151.500.000"),
        (-1_234, "-1.234"),
    ],
)
def test_group(n, written):
    assert group(n) == written


@pytest.mark.parametrize(
    ("x", "places", "written"),
    [
        (Decimal("127.07"), 1, "127,1"),
        (Decimal("127.05"), 1, "127,1"),
        (Decimal("127.0499"), 1, "127,0"),
        (Decimal("-0.05"), 1, "-0,1"),
        (Decimal("-0.04"), 1, "0,0"),
        (Decimal("0.5"), 0, "1"),
        (Fraction(1, 3), 3, "0,333"),
        (1234567, 1, "1.234.567,0"),
        (7, 0, "7"),
    ],
)
def test_decimal(x, places, written):
    assert decimal(x, places) == written


@pytest.mark.parametrize(
    ("numerator", "denominator", "written"),
    [
        (906, 713, "127,1 %"),
        (119, 120, "99,2 %"),
        (120, 120, "100,0 %"),
        (2999, 3000, "99,9 %"),
        (999_999, 1_000_000, "99,9 %"),
        (3001, 3000, "100,0 %"),
        (1, 2000, "0,1 %"),
        (0, 12, "0,0 %"),
        (0, 0, "–"),
        (5, 0, "–"),
        (30_000, 3, "1.000.000,0 %"),
        (Decimal("1.5"), Decimal("2"), "75,0 %"),
    ],
)
def test_percent(numerator, denominator, written):
    assert percent(numerator, denominator) == written


def test_percent_with_other_places():
    assert percent(906, 713, places=0) == "127 %"
    assert percent(2999, 3000, places=0) == "99 %"
    assert percent(2999, 3000, places=2) == "99,97 %"


@given(st.integers(0, 10**12), st.integers(1, 10**12), st.integers(0, 3))
def test_percent_is_exact_and_reaches_100_only_when_reached(numerator, denominator, places):
    written = percent(numerator, denominator, places)

    shown = Fraction(written.removesuffix(" %").replace(".", "").replace(",", "."))
    error = shown - Fraction(100 * numerator, denominator)
    half = Fraction(1, 2 * 10**places)
    assert (shown >= 100) == (numerator >= denominator)
    if numerator < denominator and shown == 100 - 2 * half:
        assert -2 * half < error <= half
    else:
        assert -half < error <= half


@pytest.mark.parametrize(
    ("typed", "n"),
    [
        ("12.500.000đ", 12_500_000),
        ("12.500.000 đồng", 12_500_000),
        ("12 500 000 Đ", 12_500_000),
        ("12\u00a0500\u202f000₫", 12_500_000),
        ("6000000 VNĐ", 6_000_000),
        (" 906 ", 906),
        ("1.500", 1500),
        ("007", 7),
        ("0", 0),
        ("-1.000", -1000),
        ("\u22125", -5),
    ],
)
def test_parse_int_reads(typed, n):
    assert parse_int(typed) == n


@pytest.mark.parametrize(
    "typed",
    [
        "", "đ", "12,5", "1.23", "1.2345", "0.123", "12,500,000", "1.234 567", "1234.567",
        ".5", "5.", "1..000", "12a", "1e5", "--5", "+5", "mười", "\uff15", "1" * 19, "9" * 5000, "5 đ đ",
    ],
)  # fmt: skip
def test_parse_int_refuses_to_guess(typed):
    assert parse_int(typed) is None


@given(st.integers(-(10**18) + 1, 10**18 - 1))
def test_parse_int_reads_what_group_writes(n):
    assert parse_int(group(n)) == n
    assert parse_int(group(n).replace(".", " ") + " đồng") == n
    assert parse_int(str(n)) == n


@given(st.text())
def test_parse_int_survives_any_text(s):
    assert parse_int(s) is None or any(c.isdigit() for c in s)
