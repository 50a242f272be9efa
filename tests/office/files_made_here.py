"""Builders of honest and hostile files; nothing of them is kept in the repository."""

import io
import struct
import zipfile
import zlib
from typing import Any

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

ORIENTATION = 0x0112


def picture(
    form: str = "JPEG", size: tuple[int, int] = (64, 48), mode: str = "RGB", **options: Any
) -> bytes:
    """Return a picture whose left half is red and whose right half is blue."""
    sheet = Image.new("RGB", size, "blue")
    sheet.paste("red", (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    sheet.convert(mode).save(out, form, **options)
    return out.getvalue()


def noise(form: str = "JPEG", size: tuple[int, int] = (320, 240), **options: Any) -> bytes:
    """Return a picture that does not compress."""
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(out, form, **options)
    return out.getvalue()


def phone_exif(orientation: int = 1) -> Image.Exif:
    """Return what a phone writes: who made it, when, where."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "CANARY-MAKER"
    exif[0x9003] = "2026:11:22 08:00:00"
    place = exif.get_ifd(0x8825)
    place.update({1: "N", 2: (21.0, 1.0, 42.0), 3: "E", 4: (105.0, 51.0, 12.0)})
    return exif


def profile() -> bytes:
    """Return a colour profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def talkative_png() -> bytes:
    """Return a PNG with text, XMP-like text, a time and a profile."""
    info = PngInfo()
    info.add_text("Author", "CANARY-AUTHOR")
    info.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>CANARY-XMP</x:xmpmeta>")
    return picture("PNG", pnginfo=info, exif=phone_exif(), icc_profile=profile())


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return one PNG chunk with a right checksum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(width: int, height: int, *, body: bytes = b"\0\xff\xff\xff", before: bytes = b"") -> bytes:
    """Return a PNG that claims a size, holding any compressed body."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    data = chunk(b"IDAT", zlib.compress(body, 9))
    return b"\x89PNG\r\n\x1a\n" + head + before + data + chunk(b"IEND", b"")


def jpeg_claiming(width: int, height: int) -> bytes:
    """Return a small JPEG whose header claims another size."""
    data = bytearray(picture())
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def webp_claiming(width: int, height: int) -> bytes:
    """Return a WebP whose canvas claims a size that its picture does not have."""
    inner = picture("WEBP")[12:]
    canvas = struct.pack("<I", 0) + (width - 1).to_bytes(3, "little")
    canvas += (height - 1).to_bytes(3, "little")
    body = b"WEBP" + b"VP8X" + struct.pack("<I", 10) + canvas + inner
    return b"RIFF" + struct.pack("<I", len(body)) + body


def jpeg_of_many_scans(scans: int, side: int = 64) -> bytes:
    """Return a progressive JPEG whose last scan is repeated: small to send, long to read."""
    data = noise(size=(side, side), progressive=True)
    last = data.rfind(b"\xff\xda")
    scan = data[data.rfind(b"\xff\xc4", 0, last) : -2]
    return data[:-2] + scan * scans + data[-2:]


def animation(form: str) -> bytes:
    """Return a picture of two frames."""
    out = io.BytesIO()
    frames = [Image.new("RGB", (16, 16), colour) for colour in ("red", "blue")]
    frames[0].save(out, form, save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()


def phone_with_preview() -> bytes:
    """Return a JPEG with a second picture inside (MPO), as many phones write it."""
    out = io.BytesIO()
    frames = [Image.new("RGB", (80, 60), "red"), Image.new("RGB", (40, 30), "blue")]
    frames[0].save(out, "MPO", save_all=True, append_images=frames[1:])
    return out.getvalue()


def archive(*names: str) -> bytes:
    """Return a ZIP archive with empty members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        for name in names:
            box.writestr(name, "x")
    return out.getvalue()


def container(*brands: bytes) -> bytes:
    """Return the beginning of an ISO media file of the given brands."""
    body = b"ftyp" + brands[0] + struct.pack(">I", 0) + b"".join(brands)
    return struct.pack(">I", len(body) + 4) + body + b"\0\0\0\x08mdat" + bytes(64)
