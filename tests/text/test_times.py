"""Hours as people type them and papers write them."""

from datetime import time

import pytest

from thidua.text.times import clock_time, hour_words, parse_time


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("8h", time(8)),
        ("8h30", time(8, 30)),
        ("08:30", time(8, 30)),
        ("8.05", time(8, 5)),
        ("8g15", time(8, 15)),
        (" 13 giờ 45 ", time(13, 45)),
        ("13H30", time(13, 30)),
        ("8 giờ 30 phút", time(8, 30)),
        ("0h00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_an_hour_is_read_as_people_type_it(typed, read):
    assert parse_time(typed) == read


@pytest.mark.parametrize("typed", ["", "8", "24h", "8h60", "sáng", "8h30 sáng", "-1h", "8:3:1"])
def test_what_is_no_hour_is_not_read(typed):
    assert parse_time(typed) is None


def test_hours_are_written_two_ways():
    assert clock_time(time(8, 5)) == "08:05"
    assert hour_words(time(8, 5)) == "08 giờ 05"
