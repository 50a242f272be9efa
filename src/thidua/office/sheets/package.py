"""The file before any reader sees it: is it a workbook, how large is it really, what is odd in it.

One room because order is the whole defence: kind from the first bytes, then the directory of the
archive, then its parts in small bites, each looked through as it is unpacked. The reader behind
gets a fresh copy of exactly what was looked at, so that no lying header can show it anything else.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from thidua.domain.errors import Invalid
from thidua.office.sheets.scan import Odd, Scan

MAX_BYTES: Final = 10 * 2**20
MAX_ROWS: Final = 20_000
_MAX_PARTS = 1_000
_MAX_DIRECTORY = 256 * 1024
_MAX_UNPACKED = 48 * 2**20
# Text of a sheet shrinks to a tenth or a thirtieth; what shrinks further was made to swell.
_MAX_RATIO = 150
_RATIO_MATTERS_FROM = 2**20
_BITE = 2**17

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_END = struct.Struct("<4s4H2LH")
_END_MARK, _ZIP64_MARK = b"PK\x05\x06", b"PK\x06\x07"
_LONGEST_REMARK = 2**16


@dataclass(frozen=True)
class Package:
    """A workbook that may be read: a clean copy, and what is odd on each of its sheets by name."""

    content: bytes
    odd: Mapping[str, Odd]


def open_package(data: bytes) -> Package:
    """Return a clean copy of the workbook; raise `Invalid` for anything that is none, or too much."""
    _check_kind(data)
    _check_directory(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _copied(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, struct.error) as fault:
        raise Invalid("sheets.damaged", field="file") from fault


def _check_kind(data: bytes) -> None:
    if not data:
        raise Invalid("sheets.empty", field="file")
    if len(data) > MAX_BYTES:
        raise Invalid("sheets.too_heavy", field="file", limit=MAX_BYTES // 2**20)
    if data.startswith(_OLD_OFFICE):
        if _ENCRYPTED in data:
            raise Invalid("sheets.encrypted", field="file")
        raise Invalid("sheets.old_excel", field="file")
    if not data.startswith(b"PK"):
        raise Invalid("sheets.not_excel", field="file")


def _check_directory(data: bytes) -> None:
    """Look at the end of the archive, which says how long its directory is, before reading that."""
    tail = data[-(_LONGEST_REMARK + _END.size) :]
    place = tail.rfind(_END_MARK)
    if place < 0 or len(tail) - place < _END.size:
        raise Invalid("sheets.damaged", field="file")
    parts, size = _END.unpack_from(tail, place)[4:6]
    far = tail[max(place - 20, 0) : place].startswith(_ZIP64_MARK)
    if far or parts > _MAX_PARTS or size > _MAX_DIRECTORY:
        raise Invalid("sheets.too_large", field="file", limit=MAX_ROWS)


def _copied(archive: zipfile.ZipFile) -> Package:
    members = _members(archive)
    scan = Scan(MAX_ROWS)
    out = io.BytesIO()
    left = _MAX_UNPACKED
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
        for info in members:
            content = _unpacked(archive, info, left, scan)
            left -= len(content)
            copy.writestr(info.filename, content)
    if not scan.has_workbook:
        raise Invalid("sheets.not_excel", field="file")
    scan.check_shared()
    return Package(out.getvalue(), scan.odd_by_sheet())


def _members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the parts that a reader needs; pictures, macros and the like stay behind."""
    members = [
        info for info in archive.infolist() if info.filename.lower().endswith((".xml", ".rels"))
    ]
    names = {info.filename.lower() for info in members}
    if len(names) < len(members):
        raise Invalid("sheets.damaged", field="file")
    if any(info.flag_bits & 1 for info in members):
        raise Invalid("sheets.encrypted", field="file")
    if sum(info.file_size for info in members) > _MAX_UNPACKED or any(map(_swells, members)):
        raise Invalid("sheets.too_large", field="file", limit=MAX_ROWS)
    return members


def _swells(info: zipfile.ZipInfo) -> bool:
    large = info.file_size > _RATIO_MATTERS_FROM
    return large and info.file_size > _MAX_RATIO * max(info.compress_size, 1)


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int, scan: Scan) -> bytes:
    bites, size = [], 0
    scan.begin(info.filename)
    with archive.open(info) as part:
        while bite := part.read(_BITE):
            size += len(bite)
            if size > most:
                raise Invalid("sheets.too_large", field="file", limit=MAX_ROWS)
            scan.feed(bite)
            bites.append(bite)
    scan.end()
    return b"".join(bites)
