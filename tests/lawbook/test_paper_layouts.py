"""The layouts of papers: inside the ranges of the rule, with their source, and honest about it."""

import pytest

from thidua.lawbook.kinds import unit_kinds
from thidua.lawbook.papers import office_layout, paper_layouts
from thidua.lawbook.signing import signing_of


@pytest.mark.parametrize(
    ("measure", "least", "most"),
    [
        ("page_width", 210, 210),
        ("page_height", 297, 297),
        ("margin_top", 20, 25),
        ("margin_bottom", 20, 25),
        ("margin_left", 30, 35),
        ("margin_right", 15, 20),
        ("body", 13, 14),
        ("motto_top", 12, 13),
        ("motto_bottom", 13, 14),
        ("page_number", 13, 14),
        ("first_line_indent", 10, 12.7),
        ("paragraph_gap", 6, 12),
        ("line_spacing", 1, 1.5),
        ("recipients_label", 12, 12),
        ("recipients", 11, 11),
    ],
)
def test_each_measure_lies_in_the_range_of_the_decree(measure, least, most):
    assert least <= getattr(office_layout(), measure) <= most


def test_the_layout_says_that_it_stands_in_for_a_rule_that_was_not_read():
    layout = paper_layouts()["van-ban"]

    assert layout.source.certainty == "verified"
    assert layout.stands_for is not None
    assert layout.stands_for.certainty == "unverified"


def test_every_kind_of_unit_signs_in_the_name_of_a_collective():
    signed = {kind: signing_of(kind).collective for kind in unit_kinds()}

    assert signed["tong-lien-doan"] == "Đoàn Chủ tịch"
    assert signed["ldld-tinh"] == signed["cd-xa-phuong"] == "Ban Thường vụ"
    assert signed["cdcs"] == signing_of("khong-con").collective == "Ban Chấp hành"
