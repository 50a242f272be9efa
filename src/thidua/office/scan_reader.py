"""Reads one PDF in a process of its own: pixels of its pages go out, nothing else of it is kept.

Run by path, by `office.scans`, with the longest side and the most pages as its words; it knows
nothing of thidua. The file comes in on standard input.
What goes out is a line of JSON, {"pages": …, "text": …} or {"refused": …}, then for each page a
line of JSON with its width and height, and its pixels as RGB.
"""

import json
import sys
from typing import Any, Final

import pypdfium2

# 300 dots an inch; a small sheet is not blown up beyond what a scanner gives.
_FINEST: Final = 300 / 72
_MEMORY: Final = 1_500 * 2**20
_SECONDS: Final = 20
_TEXT: Final = 4_000
_LOCKED: Final = 4  # FPDF_ERR_PASSWORD


def main(max_side: int, max_pages: int) -> None:
    """Answer for the file on standard input."""
    _limit_myself()
    data = sys.stdin.buffer.read()
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        _say(refused="locked" if getattr(error, "err_code", None) == _LOCKED else "broken")
        return
    if not 0 < pages <= max_pages:
        _say(refused="many" if pages else "broken", pages=pages)
        return
    _say(pages=pages, text=document[0].get_textpage().get_text_range()[:_TEXT])
    for page in document:
        _send(page, max_side)


def _limit_myself() -> None:
    try:
        import resource  # noqa: PLC0415 - not there on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _send(page: Any, max_side: int) -> None:
    """Draw a page as large as a photograph is kept, and send its rows without their padding."""
    scale = min(max_side / max(page.get_size()), _FINEST)
    drawn = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False)
    row = drawn.width * 3
    _say(width=drawn.width, height=drawn.height)
    pixels = memoryview(drawn.buffer)
    for start in range(0, drawn.height * drawn.stride, drawn.stride):
        sys.stdout.buffer.write(pixels[start : start + row])


def _say(**values: Any) -> None:
    sys.stdout.buffer.write(json.dumps(values).encode() + b"\n")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
