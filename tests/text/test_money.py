"""Amounts in words: the traps of spoken Vietnamese, and that every number reads back as itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.text.money import amount_in_words, in_words

DIGITS = {
    word: value
    for value, word in enumerate(
        ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
    )
} | {"mốt": 1, "tư": 4, "lăm": 5}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (115, "một trăm mười lăm"),
        (131, "một trăm ba mươi mốt"),
        (1_000, "một nghìn"),
        (1_015, "một nghìn không trăm mười lăm"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_500_000, "một triệu năm trăm nghìn"),
        (151_500_000, "một trăm năm mươi mốt triệu năm trăm nghìn"),
        (1_000_015, "một triệu không trăm mười lăm"),
        (1_021_000, "một triệu không trăm hai mươi mốt nghìn"),
        (2_000_000_000, "hai tỷ"),
        (2_000_000_005, "hai tỷ không trăm linh năm"),
        (1_000_000_000_000, "một nghìn tỷ"),
        (1_000_000_000_000_000_000, "một tỷ tỷ"),
        (-15, "âm mười lăm"),
    ],
)
def test_a_number_is_written_as_it_is_said(number, words):
    assert in_words(number) == words


def test_an_amount_names_its_unit():
    assert amount_in_words(6_000_000) == "sáu triệu đồng"


def read_back(words):
    """Read words as a listener does: a tỷ multiplies all that was said, the lesser scales a group."""
    total, group, digit = 0, 0, 0
    for word in words.split():
        if word in DIGITS:
            digit = DIGITS[word]
            group += digit
        elif word == "mười":
            group += 10
        elif word in {"trăm", "mươi"}:
            group += digit * ({"trăm": 100, "mươi": 10}[word] - 1)
        elif word in {"nghìn", "triệu"}:
            total += group * {"nghìn": 1_000, "triệu": 1_000_000}[word]
            group = 0
        elif word == "tỷ":
            total, group = (total + group) * 10**9, 0
    return total + group


@given(st.integers(0, 10**18 - 1) | st.integers(0, 10**5))
def test_every_number_reads_back(number):
    assert read_back(in_words(number)) == number
