"""Search keys: whatever way a name is typed, the same key finds it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.text.fold import fold


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Công đoàn phường Cầu Diễn", "cong doan phuong cau dien"),
        ("LĐLĐ TP. Hà Nội", "ldld tp ha noi"),
        ("ĐẮK LẮK", "dak lak"),
        ("Kế hoạch 81/KH-TLĐ", "ke hoach 81 kh tld"),
        ("  “Lao động giỏi” – ‘sáng tạo’ ", "lao dong gioi sang tao"),
        ("Ðồng Nai", "dong nai"),
        ("snake_case", "snake case"),
        ("\uff21\uff22\uff11\uff12", "ab12"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_fold(text, key):
    assert fold(text) == key


def test_fold_of_all_vietnamese_letters_is_ascii():
    vowels = "aăâeêioôơuưy"
    tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
    letters = [unicodedata.normalize("NFC", v + t) for v in vowels for t in tones] + ["đ"]

    keys = {fold(form) for letter in letters for form in (letter, letter.upper())}

    assert keys == set("aeiouyd")


@given(st.text())
def test_fold_is_idempotent_and_blind_to_spelling(s):
    key = fold(s)

    assert fold(key) == key
    assert fold(unicodedata.normalize("NFD", s)) == key
    assert fold(unicodedata.normalize("NFC", s)) == key
    assert "  " not in key


def test_fold_is_idempotent_for_every_character():
    characters = map(chr, range(0x20000))

    unstable = [hex(ord(c)) for c in characters if fold(fold(c)) != fold(c)]

    assert unstable == []
