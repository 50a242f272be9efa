"""Reads back the PDF files that typst writes: every line of text, where it stands, its face.

Enough of the format for files of our own making, so that a bare machine can measure them.
"""

import re
import zlib
from dataclasses import dataclass, field

MM = 25.4 / 72
_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
_STREAM = re.compile(rb"(<<.*?>>)\s*stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_TEXT = re.compile(
    rb"q (\S+) \S+ \S+ \S+ (\S+) (\S+) cm[^\n]*\nBT [^\n]*?/(f\d+) ([\d.]+) Tf[^\n]*?Tm(.*?)T[jJ]\s*\nET",
    re.DOTALL,
)
_SIGN = re.compile(rb"\\[0-7]{3}|\\.|.", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@dataclass(frozen=True)
class Piece:
    """A stretch of text: millimetres from the left and top edge, face, points, whether upright."""

    x: float
    y: float
    font: str
    size: float
    text: str
    upright: bool


@dataclass
class Page:
    """One page, its measures in millimetres."""

    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self):
        """All that is written on the page, pieces joined by a blank."""
        return " ".join(piece.text for piece in self.pieces)


def pages_of(data: bytes) -> list[Page]:
    """Return the pages of a PDF."""
    objects = {int(number): body for number, body in _OBJECT.findall(data)}
    tree = next(body for body in objects.values() if b"/Type/Pages" in body)
    kids = re.search(rb"/Kids\[(.*?)\]", tree)[1]
    return [_page(objects, objects[int(number)]) for number in re.findall(rb"(\d+) 0 R", kids)]


def _page(objects, body):
    corners = [float(part) for part in re.search(rb"/MediaBox\[(.*?)\]", body)[1].split()]
    page = Page(round(corners[2] * MM, 1), round(corners[3] * MM, 1))
    named = re.search(rb"/Font<<(.*?)>>", body) or re.search(
        rb"/Font<<(.*?)>>", _referred(objects, body, b"Resources")
    )
    fonts = {
        name: _font(objects, objects[int(number)])
        for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", named[1])
    }
    drawn = _content(objects[int(re.search(rb"/Contents (\d+) 0 R", body)[1])])
    for turn, x, y, name, size, shown in _TEXT.findall(drawn):
        family, letters = fonts[name]
        codes = b"".join(_unescaped(part) for part in _strings(shown))
        text = "".join(
            letters[int.from_bytes(codes[i : i + 2], "big")] for i in range(0, len(codes), 2)
        )
        place = (round(float(x) * MM, 1), round(page.height - float(y) * MM, 1))
        page.pieces.append(Piece(*place, family, float(size), text, upright=turn == b"1"))
    return page


def _referred(objects, body, name):
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    return objects[int(found[1])] if found else body


def _font(objects, body):
    family = re.search(rb"/BaseFont/[A-Z]{6}\+([\w-]+)", body)[1].decode()
    cmap = _content(objects[int(re.search(rb"/ToUnicode (\d+) 0 R", body)[1])]).decode()
    letters = {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]+)>\n", cmap)
    }
    return family, letters


def _content(body):
    about, stream = _STREAM.search(body).groups()
    return zlib.decompress(stream) if b"FlateDecode" in about else stream


def _strings(shown):
    """Return what stands in brackets; a pair of brackets inside belongs to the text."""
    depth, part = 0, b""
    for sign in _SIGN.findall(shown):
        depth += {b"(": 1, b")": -1}.get(sign, 0)
        if depth > 1 or (depth == 1 and sign != b"("):
            part += sign
        elif depth == 0 and sign == b")":
            yield part
            part = b""
        elif depth == 1 and part:
            part += sign


def _unescaped(part):
    def plain(found):
        sign = found[1]
        if sign[:1].isdigit():
            return bytes([int(sign, 8)])
        return _PLAIN.get(sign, sign)

    return _ESCAPE.sub(plain, part)
