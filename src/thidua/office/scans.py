"""Scans in PDF: each page becomes a photograph; the file itself is never kept and never served.

The decoder runs in a process of its own with a limit on memory and time. Only pixels come back from
it and are encoded anew, so that what leaves is as harmless as a photograph, and is shown like one.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import Any, Final

from PIL import Image

from thidua.domain.documents.secrecy import is_marked_secret
from thidua.domain.errors import Invalid
from thidua.office.images import (
    BROKEN,
    DESKS,
    MAX_MEGABYTES,
    MAX_NAME,
    MAX_SIDE,
    PHOTO_NAME,
    Photo,
    clean_name,
    encode,
    kind_of,
)

MAX_PAGES: Final = 20
_SECONDS: Final = 30
_READER = Path(__file__).with_name("scan_reader.py")
# A JSON text of 4,000 characters, each of them escaped, and room beside it.
_LINE = 100_000


def is_scan(data: bytes, *, name: str) -> bool:
    """Tell whether a file is a PDF; one that calls itself a photograph is not taken for it."""
    return kind_of(data) == "PDF" and not PHOTO_NAME.search(name)


def page_name(name: str, number: int, pages: int) -> str:
    """Return what a page of a scan is called: the file's name, and which page of how many."""
    tail = f" {number}/{pages}" if pages > 1 else ""
    return clean_name(name)[: MAX_NAME - len(tail)] + tail


def pages_of(data: bytes, *, name: str) -> Iterator[Photo]:
    """Yield each page of a PDF as a photograph; raise `Invalid` when it cannot be one."""
    shown = clean_name(name)
    if len(data) > MAX_MEGABYTES * 2**20:
        raise Invalid("files.too_large", name=shown, limit=MAX_MEGABYTES)
    with DESKS, _reader() as reader:
        limit = Timer(_SECONDS, reader.kill)
        limit.start()
        try:
            yield from _photos(reader, data, shown)
        except BROKEN as error:
            raise Invalid("files.pdf_broken", name=shown) from error
        finally:
            limit.cancel()
            reader.kill()


def _reader() -> "subprocess.Popen[bytes]":
    """Start the process; it is given no word of ours and no environment."""
    return subprocess.Popen(  # noqa: S603 - our own file, and numbers
        [sys.executable, "-I", str(_READER), str(MAX_SIDE), str(MAX_PAGES)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
    )


def _photos(reader: "subprocess.Popen[bytes]", data: bytes, shown: str) -> Iterator[Photo]:
    assert reader.stdin is not None  # noqa: S101 - asked for above
    with reader.stdin as file:
        file.write(data)
    head = _head(reader)
    match head.get("refused"):
        case "locked":
            raise Invalid("files.pdf_locked", name=shown)
        case "many":
            raise Invalid("files.pdf_many", name=shown, count=head["pages"], limit=MAX_PAGES)
        case "broken":
            raise Invalid("files.pdf_broken", name=shown)
    if is_marked_secret(head["text"]):
        raise Invalid("files.secret", name=shown)
    for _ in range(min(head["pages"], MAX_PAGES)):
        yield _photo(reader, _head(reader))


def _head(reader: "subprocess.Popen[bytes]") -> dict[str, Any]:
    """Read one line; an end of the stream is a broken file, and so is anything but our own words."""
    assert reader.stdout is not None  # noqa: S101 - asked for above
    found: dict[str, Any] = json.loads(reader.stdout.readline(_LINE))
    return found


def _photo(reader: "subprocess.Popen[bytes]", head: dict[str, Any]) -> Photo:
    assert reader.stdout is not None  # noqa: S101 - asked for above
    size = (min(head["width"], MAX_SIDE + 1), min(head["height"], MAX_SIDE + 1))
    pixels = reader.stdout.read(size[0] * size[1] * 3)
    return encode(Image.frombytes("RGB", size, pixels))
