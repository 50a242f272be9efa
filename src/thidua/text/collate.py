"""Vietnamese alphabetical order as a plain string to store and sort by, on any database.

Two levels: letters first (a ă â b c d đ e ê …), then tones (ngang huyền hỏi ngã sắc nặng), one
tone for each syllable, so that "hoà" and "hòa" are one spelling. Numbers sort by value. A key is
made of 0-9 and a-z only, which every collation of every database orders alike.
"""

import re
import unicodedata
from functools import lru_cache

from thidua.text.fold import is_mark
from thidua.text.unicode import clean_line

_TOKEN = re.compile(r"[0-9]+|[^\W_0-9]+|[\W_]+")
_BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz"

# First level: end < word break < number < letter; no sign is the beginning of another.
_LEVEL_END = "00"
_BREAK = "01"
_NUMBER = "1"
_OTHER_LETTER = "zz"
_MAX_DIGITS = 35

_BREVE, _CIRCUMFLEX, _HORN = "\u0306", "\u0302", "\u031b"
_OWN_LETTERS = {
    "a" + _BREVE: "a1", "a" + _CIRCUMFLEX: "a2",
    "e" + _CIRCUMFLEX: "e1",
    "o" + _CIRCUMFLEX: "o1", "o" + _HORN: "o2",
    "u" + _HORN: "u1",
}  # fmt: skip
_D_STROKES = "đðɖ"
_SHARED = "adeouz"  # letters that others are written with: they need a second sign
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


def sort_key(s: str) -> str:
    """Return the key by which units, places and titles stand in Vietnamese order."""
    letters: list[str] = []
    tones: list[str] = []
    for token in _TOKEN.findall(_plain(s)):
        if token[0] in _BASE36[:10]:
            weight, tone = _weigh_number(token)
        elif token[0] == "_" or not token[0].isalnum():
            letters.append(_BREAK)
            continue
        else:
            weight, tone = _weigh_word(token)
        letters.append(weight)
        tones.append(tone)
    return "".join(letters) + _LEVEL_END + "".join(tones)


def person_sort_key(full_name: str) -> str:
    """Return the key by which people stand in a list: given name, then family, then middle.

    A remark in brackets that tells two namesakes apart counts last. The four keys may simply be
    joined: equal letters have equally many tones, so each key ends at the same place.
    """
    name, bracket, remark = clean_line(full_name).partition("(")
    if not name:
        name, remark = remark, ""
    words = name.split()
    family = " ".join(words[:1] if len(words) > 1 else [])
    parts = (" ".join(words[-1:]), family, " ".join(words[1:-1]), bracket + remark)
    return "".join(sort_key(part) for part in parts)


def _plain(s: str) -> str:
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", s).casefold())
    return "".join(c for c in text if not is_mark(c)).strip()


def _weigh_number(digits: str) -> tuple[str, str]:
    value = digits.lstrip("0") or "0"
    chunks = [value[i : i + _MAX_DIGITS] for i in range(0, len(value), _MAX_DIGITS)]
    weight = "".join(_NUMBER + _BASE36[len(chunk)] + chunk for chunk in chunks)
    return weight, _BASE36[min(len(digits) - len(value), _MAX_DIGITS)]


def _weigh_word(word: str) -> tuple[str, str]:
    weights = [_weigh_letter(c) for c in word]
    tones = (tone for _, tone in weights if tone)
    return "".join(weight for weight, _ in weights), next(tones, "0")


@lru_cache(maxsize=4096)
def _weigh_letter(letter: str) -> tuple[str, str]:
    if letter in _D_STROKES:
        return "d1", ""
    decomposed = unicodedata.normalize("NFD", letter)
    base, marks = decomposed[0], decomposed[1:]
    tone = next((_TONES[mark] for mark in marks if mark in _TONES), "")
    for mark in marks:
        if own := _OWN_LETTERS.get(base + mark):
            return own, tone
    if "a" <= base <= "z":
        return base + "0" if base in _SHARED else base, tone
    return f"{_OTHER_LETTER}{ord(base):06x}", tone
