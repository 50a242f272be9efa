"""Spelling: what people paste becomes one form, and a second cleaning changes nothing."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.text.unicode import clean_line, clean_text, is_nfc, nfc


@pytest.mark.parametrize(
    "typed",
    ["Cầu Diễn", unicodedata.normalize("NFD", "Cầu Diễn"), "Câ\u0300u Diê\u0303n"],
)
def test_nfc_makes_one_spelling_of_all_typings(typed):
    assert nfc(typed) == "Cầu Diễn"
    assert is_nfc(nfc(typed))


def test_is_nfc_sees_a_decomposed_text():
    assert not is_nfc(unicodedata.normalize("NFD", "Diễn"))


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  Công\u00a0đoàn \t phường\u202f Từ Liêm ", "Công đoàn phường Từ Liêm"),
        ("Nam\u200bTừ\ufeff Liêm", "NamTừ Liêm"),
        ("tha\u00adnh", "thanh"),
        ("\u202eđảo\u202c", "đảo"),
        ("một\r\nhai\u2028ba", "một hai ba"),
        ("a\x00b\x07c", "abc"),
        ("hỏng\ud800", "hỏng"),
        ("e\u200b\u0301", "é"),
        ("\u200b \ufeff", ""),
    ],
)
def test_clean_line(typed, clean):
    assert clean_line(typed) == clean


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("một\r\nhai\rba", "một\nhai\nba"),
        ("\n\n  một  \n\n hai\u00a0 ba \n\n", "một\n\nhai ba"),
        ("một\u2029hai\x0bba\x0cbốn\x85năm", "một\nhai\nba\nbốn\nnăm"),
        (" \u200b\n", ""),
    ],
)
def test_clean_text_keeps_lines(typed, clean):
    assert clean_text(typed) == clean


@given(st.text())
def test_clean_line_is_stable_and_always_storable(s):
    once = clean_line(s)

    assert clean_line(once) == once
    assert is_nfc(once)
    assert "\n" not in once
    assert once == once.strip()
    once.encode()


@given(st.text(alphabet=st.sampled_from(" \n\r\t\u00a0\u200bae\u0301\u0302đ")))
def test_clean_text_is_stable(s):
    once = clean_text(s)

    assert clean_text(once) == once
    assert is_nfc(once)
    assert "\r" not in once
