"""The demonstration is written as one whole, or not at all."""

from datetime import date

import pytest

from thidua.base import clock
from thidua.demo import load as loading
from thidua.demo.pictures import picture
from thidua.demo.story import Event, Rank, World


def test_acts_are_done_by_day_then_rank_then_place_in_the_file():
    done: list[tuple[str, date]] = []

    def event(name: str, day: int, rank: Rank) -> Event:
        on = date(2026, 1, day)
        return Event(on, rank, lambda: done.append((name, clock.today())))

    loading.play(
        [
            event("late", 3, Rank.FOUND),
            event("second", 2, Rank.ACT),
            event("third", 2, Rank.ACT),
            event("first", 2, Rank.END),
        ]
    )
    assert [name for name, _ in done] == ["first", "second", "third", "late"]
    assert [day.day for _, day in done] == [2, 2, 2, 3]


def test_an_act_of_somebody_without_a_post_is_refused():
    with pytest.raises(KeyError, match="nobody"):
        World().actor("nobody")


def test_a_picture_is_a_small_jpeg_and_the_same_each_time():
    assert picture(3) == picture(3) != picture(4)
    assert picture(3).startswith(b"\xff\xd8\xff")
    assert len(picture(3)) < 30_000
