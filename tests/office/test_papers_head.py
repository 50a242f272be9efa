"""The head of a paper: where long names are broken, and how long the rules are."""

import pytest
from tests.office.papers_made_here import plan

from thidua.lawbook.papers import office_layout
from thidua.office.papers.fonts import text_width
from thidua.office.papers.head import broken, head_of

LAYOUT = office_layout()


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("CÔNG ĐOÀN PHƯỜNG CẦU DIỄN", ["CÔNG ĐOÀN", "PHƯỜNG CẦU DIỄN"]),
        ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", ["TỔNG LIÊN ĐOÀN LAO ĐỘNG", "VIỆT NAM"]),
        ("LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HÀ NỘI", ["LIÊN ĐOÀN LAO ĐỘNG", "THÀNH PHỐ HÀ NỘI"]),
        ("LIÊN ĐOÀN LAO ĐỘNG QUẬN HÀ ĐÔNG", ["LIÊN ĐOÀN LAO ĐỘNG", "QUẬN HÀ ĐÔNG"]),
        ("LĐLĐ TỈNH LÂM ĐỒNG", ["LĐLĐ TỈNH LÂM ĐỒNG"]),
        ("CĐCS TRƯỜNG MẦM NON (MINH HỌA)", ["CĐCS TRƯỜNG MẦM NON", "(MINH HỌA)"]),
        ("", []),
    ],
)
def test_a_long_name_is_broken_before_the_word_that_says_what_follows(name, lines):
    width = 67.3 if name != "CÔNG ĐOÀN PHƯỜNG CẦU DIỄN" else 50

    assert broken(name, width, 13, bold=True) == lines


def test_no_line_of_a_name_is_wider_than_its_column_and_no_word_is_lost():
    name = "CÔNG ĐOÀN CƠ SỞ TỔNG CÔNG TY ĐẦU TƯ PHÁT TRIỂN HẠ TẦNG ĐÔ THỊ VÀ KHU CÔNG NGHIỆP"
    lines = broken(name, 65, 13, bold=True)

    assert " ".join(lines) == name
    assert all(text_width(line, 13, bold=True) <= 65 for line in lines)


def test_rules_are_as_long_as_the_motto_and_a_third_to_a_half_of_the_name():
    head = head_of(plan(), LAYOUT)
    longest = max(text_width(line, LAYOUT.motto_top, bold=True) for line in head["issuer"])

    assert head["motto_rule"] == pytest.approx(
        text_width(head["motto"], LAYOUT.motto_bottom, bold=True), abs=0.1
    )
    assert longest / 3 <= head["issuer_rule"] <= longest / 2
