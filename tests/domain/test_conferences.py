"""Kinds of a conference, what it is counted as, the order of its programme."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.domain.conferences import counted, kinds_fault, programme_fault

KNOWN = ("phat-dong", "ky-giao-uoc", "nguoi-lao-dong", "cbccvc")


@pytest.mark.parametrize(
    ("kinds", "counts"),
    [
        (("phat-dong", "ky-giao-uoc"), {}),
        (("nguoi-lao-dong",), {"hoi-nghi-nguoi-lao-dong": 1}),
        (("cbccvc", "tong-ket"), {"hoi-nghi-nguoi-lao-dong": 1}),
        (("nguoi-lao-dong", "cbccvc"), {"hoi-nghi-nguoi-lao-dong": 1}),
    ],
)
def test_a_conference_counts_once_however_many_kinds_it_has(kinds, counts):
    assert counted(kinds) == counts


@pytest.mark.parametrize(("kinds", "sound"), [((), False), (("khac",), False), (KNOWN[:2], True)])
def test_a_conference_has_a_known_kind(kinds, sound):
    assert (kinds_fault(kinds, KNOWN) is None) == sound


def test_an_item_does_not_begin_before_the_one_above():
    fault = programme_fault([time(8), None, time(9), time(8, 30)])
    assert fault is not None
    assert fault.params == {"order": 4, "at": "08:30", "former": 3, "former_at": "09:00"}


@given(st.lists(st.none() | st.times()))
def test_a_programme_is_sound_exactly_when_its_hours_do_not_go_back(times):
    known = [at for at in times if at is not None]
    assert (programme_fault(times) is None) == (known == sorted(known))
