"""The fonts that papers are set in: where they lie, and how wide a line of text is in them."""

from functools import cache
from pathlib import Path

from PIL import ImageFont

_MM_OF_POINT = 25.4 / 72
_SIZE = 200


@cache
def font_folder() -> Path:
    """Return the folder of Liberation Serif, which has every Vietnamese letter."""
    [folder] = (Path(__file__).parents[1] / "fonts").glob("liberation-serif-*")
    return folder


def text_width(text: str, points: float, *, bold: bool = False) -> float:
    """Return the width of one line of text in millimetres."""
    return _font(bold).getlength(text) / _SIZE * points * _MM_OF_POINT


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:  # noqa: FBT001 - a cache takes its key by place
    name = "LiberationSerif-Bold.ttf" if bold else "LiberationSerif-Regular.ttf"
    return ImageFont.truetype(font_folder() / name, _SIZE)
