"""The measures of a paper: page, margins, sizes; their values are law and come from the lawbook."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """Millimetres and points of one paper layout (DOC-01…04).

    `font` is a family shipped with us, `word_font` the one a Word file names (the same widths).
    `line_spacing` is a multiple of the font's own line. A number, day or month below its `pad_`
    value is written with a leading zero.
    """

    page_width: int
    page_height: int
    margin_top: int
    margin_bottom: int
    margin_left: int
    margin_right: int
    font: str
    word_font: str
    body: float
    motto_top: float
    motto_bottom: float
    number: float
    table: float
    recipients_label: float
    recipients: float
    page_number: float
    page_number_top: int
    first_line_indent: float
    paragraph_gap: float
    line_spacing: float
    pad_number: int
    pad_day: int
    pad_month: int

    def page(self, *, landscape: bool) -> tuple[int, int]:
        """Return width and height of the page as it lies."""
        upright = (self.page_width, self.page_height)
        return upright[::-1] if landscape else upright

    def text_width(self, *, landscape: bool) -> int:
        """Return the width between the margins, in millimetres."""
        return self.page(landscape=landscape)[0] - self.margin_left - self.margin_right
