"""QR codes as inline SVG: no style, no script, read aloud by their title."""

from html import escape

import segno

_QUIET_ZONE = 4  # modules, as ISO/IEC 18004 asks; less is not read by older phones


def qr_svg(text: str, *, title: str = "", size: int = 220) -> str:
    """Return `text` as an SVG element `size` pixels wide; `title` is what a screen reader says.

    The code is black on its own white ground, so that it is read from a dark page and from paper.
    """
    drawing = segno.make_qr(text, error="m").svg_inline(
        border=_QUIET_ZONE, light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    label = f'role="img" aria-label="{escape(title)}"' if title else 'aria-hidden="true"'
    caption = f"<title>{escape(title)}</title>" if title else ""
    opening, rest = drawing.split(">", 1)
    return f'{opening} width="{size}" height="{size}" {label}>{caption}{rest}'
