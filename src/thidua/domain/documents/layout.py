"""The measures of a paper: page, margins, sizes; their values are law and come from the lawbook."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """Millimetres and points of one paper layout (DOC-01…03); `font` is a family shipped with us."""

    page_width: int
    page_height: int
    margin_top: int
    margin_bottom: int
    margin_left: int
    margin_right: int
    font: str
    body: float
    motto_top: float
    motto_bottom: float
    number: float
    table: float
    recipients_label: float
    recipients: float
    page_number: float
    first_line_indent: float
    paragraph_gap: float
    line_spacing: float
