"""Days as the office writes them, and days as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.domain.spans import OPEN_END
from thidua.text.dates import day, days_left, month_label, parse_day, relative_day, span_words

TODAY = date(2026, 11, 22)


def test_day_and_month():
    assert day(date(2026, 3, 5)) == "05/03/2026"
    assert month_label(TODAY) == "tháng 11/2026"
    assert month_label(date(2026, 3, 5)) == "tháng 3/2026"


@pytest.mark.parametrize(
    ("valid_from", "valid_until", "words"),
    [
        (date(2021, 1, 1), date(2021, 6, 1), "từ 01/01/2021 đến hết ngày 31/05/2021"),
        (date(2020, 5, 19), date(2020, 5, 20), "ngày 19/05/2020"),
        (date(2025, 7, 1), OPEN_END, "từ 01/07/2025"),
        (date(2021, 6, 1), date(2022, 1, 1), "từ 01/06/2021 đến hết ngày 31/12/2021"),
    ],
)
def test_span_words(valid_from, valid_until, words):
    assert span_words(valid_from, valid_until) == words


@pytest.mark.parametrize(
    ("last_day", "words"),
    [
        (date(2026, 11, 30), "còn 8 ngày"),
        (date(2026, 11, 23), "còn 1 ngày"),
        (TODAY, "hôm nay là hạn cuối"),
        (date(2026, 11, 21), "quá hạn 1 ngày"),
        (date(2026, 11, 19), "quá hạn 3 ngày"),
    ],
)
def test_days_left(last_day, words):
    assert days_left(TODAY, last_day) == words


@pytest.mark.parametrize(
    ("d", "words"),
    [
        (TODAY, "hôm nay"),
        (date(2026, 11, 21), "hôm qua"),
        (date(2026, 11, 23), "ngày mai"),
        (date(2026, 11, 20), "20/11/2026"),
    ],
)
def test_relative_day(d, words):
    assert relative_day(TODAY, d) == words


@pytest.mark.parametrize(
    "typed",
    ["22/11/2026", "2026-11-22", "22-11-2026", "22.11.2026", " 22 / 11 / 2026 "],
)
def test_parse_day_reads(typed):
    assert parse_day(typed) == TODAY


def test_parse_day_reads_single_digits():
    assert parse_day("5/3/2026") == date(2026, 3, 5)
    assert parse_day("29/2/2024") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "typed",
    [
        "", "31/02/2026", "29/02/2025", "00/11/2026", "22/13/2026", "22/11/26", "22/11-2026",
        "22/11/0206", "22/11/20226", "01/01/9999", "11/2026", "hôm nay", "2026-22-11", "22112026",
        "\u0662\u0662/11/2026",
    ],
)  # fmt: skip
def test_parse_day_refuses(typed):
    assert parse_day(typed) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_parse_day_reads_what_day_writes(d):
    assert parse_day(day(d)) == d
    assert parse_day(d.isoformat()) == d
