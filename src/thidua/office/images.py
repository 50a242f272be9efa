"""Evidence photographs: judged by content, turned upright, stripped of everything but the picture.

One room, because order is the whole defence: the kind from the first bytes, then the size from the
header, then the work a file may cost, and only then a decoder. What leaves is always newly encoded.
"""

import re
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from threading import BoundedSemaphore
from typing import Final

from PIL import Image, ImageCms
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from thidua.domain.errors import Invalid
from thidua.text.unicode import clean_line

MAX_MEGABYTES: Final = 15
MAX_PIXELS: Final = 40_000_000
# The WebP reader keeps four canvases at once; 40 million pixels were measured at 700 MB.
MAX_WEBP_PIXELS: Final = 16_000_000
MAX_SIDE: Final = 2048
MAX_NAME: Final = 100
_QUALITY = 85
# An honest progressive JPEG has about ten scans and a photograph a few hundred parts. Each further
# scan costs a pass over the whole picture: a file of 240 kB can keep a processor busy for 20 s.
_MAX_SCANS = 40
_MAX_PARTS = 20_000

# The classes themselves, not Image.open: it would try readers of formats that were never allowed,
# and give a phone's JPEG with a second preview picture to the reader of animations.
_READERS: Mapping[str, Callable[[BytesIO], ImageFile]] = {
    "JPEG": JpegImageFile,
    "PNG": PngImageFile,
    "WebP": WebPImageFile,
}
# However many requests arrive, two pictures at most are open in memory.
DESKS = BoundedSemaphore(2)
PHOTO_NAME = re.compile(r"\.(jpe?g|jfif|png|webp)$", re.IGNORECASE)
BROKEN = (OSError, SyntaxError, ValueError, LookupError, TypeError, ArithmeticError,
           struct.error, zlib.error, AttributeError)  # fmt: skip

_SIGNATURES = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
    (b"RIFF", "video"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"\xd0\xcf\x11\xe0", "Word, Excel"),
    (b"PK", "ZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "EXE"),
)
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs",
                b"mif1", b"msf1"}  # fmt: skip

# EXIF orientation → how to turn the stored rows so that the picture stands upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ORIENTATION_TAG = 0x0112
# A mark of a JPEG's next part: not a stuffed byte (FF 00) or a restart inside picture data.
_JPEG_MARK = re.compile(rb"\xff+([\x01-\xcf\xd8-\xfe])")


@dataclass(frozen=True)
class Photo:
    """A picture that is safe to keep and to show: JPEG, upright, without metadata."""

    data: bytes
    media_type: str
    width: int
    height: int
    sha256: str


def prepare_photo(data: bytes, *, name: str) -> Photo:
    """Return the photograph in `data`, newly encoded; raise `Invalid` when it is not a usable one."""
    shown = clean_name(name)
    if not data:
        raise Invalid("files.empty", name=shown)
    if len(data) > MAX_MEGABYTES * 2**20:
        raise Invalid("files.too_large", name=shown, limit=MAX_MEGABYTES)
    kind = kind_of(data)
    if kind not in _READERS:
        raise _not_a_photo(kind, shown)
    try:
        with DESKS:
            return encode(_decode(kind, data, shown))
    except BROKEN as error:
        raise Invalid("files.truncated", name=shown) from error


def clean_name(name: str) -> str:
    """Return the last part of an uploaded file's name, fit to be shown and stored, or "anh"."""
    # Tidying also drops the marks that turn the reading direction: "gpj.exe" shown as "exe.jpg".
    line = clean_line(re.split(r"[/\\]", name)[-1])
    if len(line) > MAX_NAME:
        stem, dot, suffix = line.rpartition(".")
        tail = dot + suffix if stem and len(suffix) <= 5 else ""  # noqa: PLR2004 - ".jpeg" and the like
        line = line[: MAX_NAME - len(tail) - 1].rstrip() + "…" + tail
    return line or "anh"


def kind_of(data: bytes) -> str:
    """Return what the first bytes say a file is ("JPEG", "PDF", …), or "" when they say nothing."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp":
        return _kind_of_container(data)
    for start, kind in _SIGNATURES:
        if data.startswith(start):
            return "Word, Excel" if kind == "ZIP" and b"[Content_Types].xml" in data else kind
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"<"):
        return "SVG" if b"<svg" in head else "HTML"
    return "PDF" if b"%pdf-" in head else ""


def _kind_of_container(data: bytes) -> str:
    """Tell iPhone photographs, AVIF and video apart by the brands they list."""
    box = data[8 : min(int.from_bytes(data[:4], "big"), 256)]
    brands = {box[at : at + 4] for at in range(0, len(box), 4)}
    if brands & {b"avif", b"avis"}:
        return "AVIF"
    return "HEIC" if brands & _HEIF_BRANDS else "video"


def _not_a_photo(kind: str, shown: str) -> Invalid:
    """Choose the refusal: advice for iPhones, a plain word for others, a sharper one for a lie."""
    if kind == "HEIC":
        return Invalid("files.heic", name=shown)
    if not kind:
        return Invalid("files.unknown_kind", name=shown)
    if PHOTO_NAME.search(shown):
        return Invalid("files.not_what_it_says", name=shown, kind=kind)
    return Invalid("files.not_an_image", name=shown, kind=kind)


def _decode(kind: str, data: bytes, shown: str) -> Image.Image:
    """Return the picture in plain RGB, upright and small enough, after all that is free to check."""
    if kind == "WebP":  # its reader reserves memory for the whole canvas before it can be asked
        _check_pixels(_webp_size(data), shown, MAX_WEBP_PIXELS)
    if (kind == "JPEG" and _jpeg_is_costly(data)) or (kind == "PNG" and _png_is_costly(data)):
        raise Invalid("files.truncated", name=shown)
    picture = _READERS[kind](BytesIO(data))
    _check_pixels(picture.size, shown, MAX_PIXELS)
    if getattr(picture, "n_frames", 1) > 1:
        raise Invalid("files.animated", name=shown)
    picture.draft("RGB", (MAX_SIDE, MAX_SIDE))  # a large JPEG is read at a half or a quarter
    picture.load()
    turn = _TURNS.get(_orientation(picture))
    sheet = _on_white(picture)
    return sheet if turn is None else sheet.transpose(turn)


def _check_pixels(size: tuple[int, int], shown: str, limit: int) -> None:
    width, height = size
    if width * height > limit:
        million = limit // 1_000_000
        raise Invalid(
            "files.too_many_pixels", name=shown, width=width, height=height, limit=million
        )


def _webp_size(data: bytes) -> tuple[int, int]:
    """Read the canvas of a WebP file from its first chunk."""
    chunk, head = data[12:16], data[20:30]
    if len(head) < 10:  # noqa: PLR2004 - the length of the slice above
        raise ValueError("no WebP header")
    if chunk == b"VP8X":
        width, height = (int.from_bytes(head[at : at + 3], "little") + 1 for at in (4, 7))
        return width, height
    if chunk == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", head[6:10])
    return width & 0x3FFF, height & 0x3FFF


def _jpeg_is_costly(data: bytes) -> bool:
    """Tell whether a JPEG has more scans or parts than a camera writes, up to its end mark."""
    scans = at = 0
    for _ in range(_MAX_PARTS):
        mark = _JPEG_MARK.search(data, at)
        if mark is None or mark[1] == b"\xd9":
            return False
        scans += mark[1] == b"\xda"
        if scans > _MAX_SCANS:
            return True
        at = mark.end()
        if mark[1] not in b"\x01\xd8":  # all others are followed by their length
            at += int.from_bytes(data[at : at + 2], "big")
    return True


def _png_is_costly(data: bytes) -> bool:
    """Tell whether a PNG is made of more chunks than any program writes."""
    at = 8
    for _ in range(_MAX_PARTS):
        if at >= len(data):
            return False
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return True


def _orientation(picture: ImageFile) -> int:
    """Return the EXIF orientation; a photograph with spoilt EXIF is taken as it lies."""
    try:
        said = picture.getexif().get(_ORIENTATION_TAG)
    except BROKEN:
        return 1
    return said if isinstance(said, int) else 1


def _on_white(picture: ImageFile) -> Image.Image:
    """Return a new sheet with the picture: shrunk, in sRGB, white where it was transparent."""
    profile = picture.info.get("icc_profile") if picture.mode in {"RGB", "RGBA"} else None
    small: Image.Image = picture
    if small.mode.startswith("I"):  # 16-bit grey; a plain conversion would cut off, not scale
        small = small.point(lambda value: value / 256).convert("L")
    plain = "RGBA" if small.has_transparency_data else "RGB"
    if small.mode != plain:
        small = small.convert(plain)
    small.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    sheet = Image.new("RGB", small.size, "white")
    sheet.paste(small, mask=small.getchannel("A") if plain == "RGBA" else None)
    return _to_srgb(sheet, profile) if profile else sheet


def _to_srgb(sheet: Image.Image, profile: bytes) -> Image.Image:
    """Return the picture with colours every screen shows alike; an unusable profile is ignored."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(sheet, source, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, *BROKEN):
        return sheet
    return turned or sheet


def encode(picture: Image.Image) -> Photo:
    """Return a sheet as JPEG; nothing of the upload but its pixels reaches this point."""
    picture.info.clear()  # the writer would copy a comment or profile that still hangs on here
    out = BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
    data = out.getvalue()
    return Photo(data, "image/jpeg", picture.width, picture.height, sha256(data).hexdigest())
