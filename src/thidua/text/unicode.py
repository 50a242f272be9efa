"""One spelling for every text that enters: NFC, no control characters, ordinary spaces."""

import unicodedata

_NEWLINES = ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")

# Cc control, Cf invisible (zero width, soft hyphen, direction marks), Cs half of a pair:
# they look like nothing, hide differences between equal texts, and a database may refuse them.
_INVISIBLE = ("Cc", "Cf", "Cs")


def nfc(s: str) -> str:
    """Return the text with every accented letter as one character (NFC)."""
    return unicodedata.normalize("NFC", s)


def is_nfc(s: str) -> bool:
    """Say whether the text is already in NFC."""
    return unicodedata.is_normalized("NFC", s)


def clean_line(s: str) -> str:
    """Return the text as one tidy line: NFC, visible characters, single spaces, no ends."""
    return nfc(" ".join(_visible(s).split()))


def clean_text(s: str) -> str:
    """Return the text as tidy lines: line breaks are kept, blank ones at both ends dropped."""
    for newline in _NEWLINES:
        s = s.replace(newline, "\n")
    return "\n".join(clean_line(line) for line in s.split("\n")).strip("\n")


def _visible(s: str) -> str:
    """Drop what cannot be seen, before NFC: letters and marks it kept apart must still join."""
    if s.isprintable():
        return s
    return "".join(c for c in s if c.isspace() or unicodedata.category(c) not in _INVISIBLE)
