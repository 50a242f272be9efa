"""Honest pictures: a sheet that says ẢNH MINH HỌA, and nothing that could be taken for a proof."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

_SIZE = (640, 400)
_PAPER, _INK, _LINE = "#f6f3ea", "#3b3b3b", "#b9b09a"
_LETTER, _SMALL = 56, 22


def picture(number: int) -> bytes:
    """Return a small JPEG, the same for the same number."""
    image = Image.new("RGB", _SIZE, _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((16, 16, _SIZE[0] - 17, _SIZE[1] - 17), outline=_LINE, width=4)
    _words(draw, (92, 150))
    draw.text((92, 250), f"{number:02d} / 2026", font=ImageFont.load_default(_SMALL), fill=_INK)
    kept = BytesIO()
    image.save(kept, "JPEG", quality=80)
    return kept.getvalue()


def _words(draw: ImageDraw.ImageDraw, at: tuple[int, int]) -> None:
    """Write ẢNH MINH HỌA: the built-in letters have no Vietnamese marks, so two are drawn."""
    font, (left, top) = ImageFont.load_default(_LETTER), at
    draw.text(at, "ANH MINH HOA", font=font, fill=_INK)
    over = left + draw.textlength("A", font=font) / 2
    draw.arc((over - 7, top - 14, over + 7, top), 200, 70, fill=_INK, width=4)
    draw.line((over, top - 1, over, top + 6), fill=_INK, width=4)
    before = draw.textlength("ANH MINH H", font=font)
    under = left + before + draw.textlength("O", font=font) / 2
    draw.ellipse((under - 4, top + 62, under + 4, top + 70), fill=_INK)
