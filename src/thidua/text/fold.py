"""Search key of a text: no accents, no case, no punctuation, so that "cau dien" finds Cầu Diễn."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")

# Eth and the African d look like đ and are typed for it by old keyboards and converters.
_D_STROKES = str.maketrans("đðɖ", "ddd")


def fold(s: str) -> str:
    """Return the search key; folding a key again changes nothing."""
    plain = s.lower() if s.isascii() else _plain(s)
    return " ".join(_WORD.findall(plain))


def is_mark(char: str) -> bool:
    """Say whether the character only decorates the one before it."""
    return not char.isascii() and unicodedata.category(char).startswith("M")


def _plain(s: str) -> str:
    # Decomposed before lowered: compatibility letters such as ™ hide capitals.
    bare = "".join(c for c in unicodedata.normalize("NFKD", s) if not is_mark(c))
    return bare.casefold().translate(_D_STROKES)
