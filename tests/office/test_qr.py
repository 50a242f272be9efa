"""QR codes as SVG: well formed, still, read aloud, and holding the text they were given."""

import re
from xml.etree import ElementTree as ET

import pytest
import segno

from thidua.office.qr import qr_svg

URL = "https://thidua.example.vn/loi-moi/0k3v9q2m1x7c4t8r6z5w2y"


def dark_modules(svg: str) -> set[tuple[int, int]]:
    """Walk the drawn path and return the dark squares, without the quiet zone."""
    path = ET.fromstring(svg)[-1].attrib["d"]  # noqa: S314 - our own output
    dark, x, y = set(), 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        first, *second = (float(number) for number in re.findall(r"-?[\d.]+", numbers))
        if command == "h":
            dark |= {(int(x) + step - 4, int(y) - 4) for step in range(int(first))}
            x += first
        else:
            x, y = (first, second[0]) if command == "M" else (x + first, y + second[0])
    return dark


@pytest.mark.parametrize("text", [URL, "Công đoàn phường Cầu Diễn", "0"])
def test_drawing_holds_the_very_modules_of_the_code(text):
    wanted = {
        (x, y)
        for y, row in enumerate(segno.make_qr(text, error="m").matrix)
        for x, module in enumerate(row)
        if module
    }

    assert dark_modules(qr_svg(text)) == wanted


def test_svg_has_size_ground_and_title():
    root = ET.fromstring(qr_svg(URL, title="Mã lời mời", size=180))  # noqa: S314 - our own output

    assert (root.attrib["width"], root.attrib["height"], root.attrib["role"]) == (
        "180",
        "180",
        "img",
    )
    assert root.attrib["aria-label"] == "Mã lời mời"
    assert [child.tag for child in root] == ["title", "path", "path"]
    assert root[0].text == "Mã lời mời"
    assert root[1].attrib["fill"] == "#fff"


def test_svg_without_title_is_hidden_from_screen_readers():
    assert 'aria-hidden="true"' in qr_svg(URL)


def test_svg_obeys_the_content_security_policy():
    svg = qr_svg(URL, title='"><script>alert(1)</script><b style="x" onclick="y">')
    root = ET.fromstring(svg)  # noqa: S314 - our own output

    assert "<script" not in svg
    names = {name for element in root.iter() for name in element.attrib}
    assert names == {"viewBox", "width", "height", "role", "aria-label", "fill", "stroke", "d"}
