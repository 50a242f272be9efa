"""The fixed words of a paper: number, place and day, lines that end as the rule asks (DOC-04, DOC-06)."""

from datetime import date

import pytest

from thidua.domain.documents import (
    Paper,
    Run,
    closed_lines,
    day_line,
    number_line,
    plain,
    title_of,
)
from thidua.lawbook.papers import office_layout

LAYOUT = office_layout()


def paper(**values):
    return Paper(**{"kind": "KẾ HOẠCH", "subject": "", "issuer": "A", "blocks": ()} | values)


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("8/KH-LĐLĐ", "Số: 08/KH-LĐLĐ"),
        ("08/KH-LĐLĐ", "Số: 08/KH-LĐLĐ"),
        ("81/KH-TLĐ", "Số: 81/KH-TLĐ"),
        ("10/LĐLĐ", "Số: 10/LĐLĐ"),
        ("3a/HD-TLĐ", "Số: 03a/HD-TLĐ"),
        ("/KH-TLĐ", "Số:\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/KH-TLĐ"),
        ("", ""),
    ],
)
def test_a_number_below_ten_has_a_leading_zero(number, line):
    assert number_line(paper(number=number), LAYOUT) == line


@pytest.mark.parametrize(
    ("place", "day", "year", "line"),
    [
        ("Hà Nội", date(2023, 2, 6), 0, "Hà Nội, ngày 06 tháng 02 năm 2023"),
        ("Hà Nội", date(2021, 12, 30), 0, "Hà Nội, ngày 30 tháng 12 năm 2021"),
        ("Hà Đông", date(2023, 3, 10), 0, "Hà Đông, ngày 10 tháng 3 năm 2023"),
        ("Hà Nội", None, 2026, "Hà Nội, ngày tháng năm 2026"),
        ("", None, 0, "…………, ngày tháng năm"),
    ],
)
def test_the_day_line_pads_days_and_the_first_two_months(place, day, year, line):
    written = day_line(paper(place=place, day=day, year=year), LAYOUT)

    assert " ".join(written.split()) == line


def test_lines_end_with_a_semicolon_and_the_last_with_a_full_stop():
    lines = closed_lines(["Căn cứ A;", " Căn cứ B. ", "", "Căn cứ C"])

    assert lines == ["Căn cứ A;", "Căn cứ B;", "Căn cứ C."]
    assert closed_lines([]) == []


def test_title_is_one_line_and_plain_text_has_no_faces():
    assert title_of(paper(subject="Phát động\nnăm 2023")) == "KẾ HOẠCH Phát động năm 2023"
    assert plain((Run("a", bold=True), Run("b", figure="x"))) == "ab"
    assert plain("c") == "c"


def test_landscape_turns_the_page_and_keeps_the_margins():
    assert LAYOUT.page(landscape=False) == (210, 297)
    assert LAYOUT.page(landscape=True) == (297, 210)
    assert (LAYOUT.text_width(landscape=False), LAYOUT.text_width(landscape=True)) == (165, 252)
