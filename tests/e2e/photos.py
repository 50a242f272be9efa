"""Pictures as phones take them, made here."""

import io

from PIL import Image

_MAKER, _DESCRIPTION, _GPS = 0x010F, 0x010E, 0x8825


def jpeg(width: int = 640, height: int = 480, *, shade: int = 90) -> bytes:
    """A small photograph that tells the maker of the phone and where it was taken."""
    picture = Image.new("RGB", (width, height), (shade, 120, 150))
    notes = Image.Exif()
    notes[_MAKER] = "PhoneMaker"
    notes[_DESCRIPTION] = "Nha rieng"
    notes.get_ifd(_GPS)[1] = "N"
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=notes, quality=70)
    return out.getvalue()


def heic() -> bytes:
    """The beginning of a photograph as an iPhone keeps it."""
    return b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(400)


def upload(name: str, data: bytes, kind: str = "image/jpeg") -> dict[str, object]:
    """A file as a page takes it."""
    return {"name": name, "mimeType": kind, "buffer": data}
