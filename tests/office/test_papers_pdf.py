"""PDF papers, measured in the file: page, margins, faces, page numbers, words as they were typed."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont
from tests.office.papers_made_here import HOSTILE, LONG, MARK, VIETNAMESE, plan
from tests.office.pdf_pages import pages_of

from thidua.domain.documents import PageBreak, Paper, Paragraph, Signature
from thidua.lawbook.papers import office_layout
from thidua.office.papers import write_pdf
from thidua.office.papers.fonts import font_folder

LAYOUT = office_layout()


def pages(paper):
    return pages_of(write_pdf(paper, LAYOUT))


def find(page, text):
    return next(piece for piece in page.pieces if text in piece.text)


@pytest.fixture(scope="module")
def drawn():
    return pages(plan())


def test_page_margins_and_font_are_those_of_the_layout(drawn):
    upright = [piece for page in drawn for piece in page.pieces]
    body = [piece for piece in upright if piece.size == LAYOUT.body]

    assert {(page.width, page.height) for page in drawn} == {(210, 297)}
    assert min(piece.x for piece in body) == LAYOUT.margin_left
    assert all(piece.y <= 297 - LAYOUT.margin_bottom for piece in upright)
    assert {piece.font.split("-")[0] for piece in upright} == {"LiberationSerif"}


def test_first_line_is_indented_and_the_second_stands_at_the_margin(drawn):
    first = next(i for i, piece in enumerate(drawn[0].pieces) if piece.text.startswith(LONG[:20]))

    assert drawn[0].pieces[first].x == round(30 + LAYOUT.first_line_indent, 1)
    assert drawn[0].pieces[first + 1].x == 30
    pitch = drawn[0].pieces[first + 1].y - drawn[0].pieces[first].y
    assert pitch == pytest.approx(14 * 1.149 * LAYOUT.line_spacing * 25.4 / 72, abs=0.15)


def test_head_has_the_faces_and_sizes_of_the_rule(drawn):
    faces = {
        text: (find(drawn[0], text).font.removeprefix("LiberationSerif"), find(drawn[0], text).size)
        for text in ("CỘNG HÒA", "Độc lập", "THÀNH PHỐ", "QUẬN", "Số: 08/", "ngày 06 tháng 02")
    }

    assert faces == {
        "CỘNG HÒA": ("-Bold", 13),
        "Độc lập": ("-Bold", 14),
        "THÀNH PHỐ": ("", 13),
        "QUẬN": ("-Bold", 13),
        "Số: 08/": ("", 13),
        "ngày 06 tháng 02": ("-Italic", 14),
    }
    assert find(drawn[0], "Căn cứ Luật").font == "LiberationSerif-Italic"
    assert find(drawn[0], "Căn cứ Luật").text.endswith(";")
    assert find(drawn[0], "của cấp trên").text.endswith(".")


def test_page_number_stands_top_centre_from_the_second_page_on(drawn):
    tops = [[piece for piece in page.pieces if piece.y < LAYOUT.margin_top] for page in drawn]

    assert len(drawn) > 1
    assert tops[0] == []
    assert [[piece.text for piece in top] for top in tops[1:]] == [
        [str(number)] for number in range(2, len(drawn) + 1)
    ]
    assert tops[1][0].size == LAYOUT.page_number
    assert tops[1][0].x == pytest.approx(30 + 165 / 2, abs=2)


def test_table_head_is_repeated_and_sums_are_bold(drawn):
    assert all("Nội dung" in [piece.text for piece in page.pieces] for page in drawn[:2])
    assert find(drawn[-1], "Tổng cộng").font.endswith("Bold")


def test_what_people_typed_comes_out_as_they_typed_it(drawn):
    assert "".join(HOSTILE.split()) in "".join(drawn[0].text.split())


@settings(max_examples=25, deadline=None)
@given(st.text(string.printable.strip() + VIETNAMESE, min_size=1, max_size=60))
def test_any_typed_text_comes_out_letter_by_letter(text):
    [page] = pages(Paper("", "", "", (Paragraph(text),)))

    assert page.text.replace(" ", "") == text


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\ud800", "\ufffe"])
def test_a_sign_that_no_file_carries_is_left_out(sign):
    [page] = pages(Paper("", f"A{sign}B", "", (Paragraph(f"c{sign}d"),)))

    assert page.text == "AB cd"


def test_mark_lies_across_every_page_and_only_where_asked(drawn):
    across = [
        [piece.text for piece in page.pieces if not piece.upright]
        for page in pages(plan(mark=MARK))
    ]

    assert across == [[MARK]] * len(drawn)
    assert all(piece.upright for page in drawn for piece in page.pieces)


def test_a_decision_names_the_deciding_collective_under_its_subject():
    [page] = pages(plan(kind="QUYẾT ĐỊNH", authority="BAN THƯỜNG VỤ", blocks=(Paragraph(LONG),)))
    collective = next(piece for piece in page.pieces if piece.text == "BAN THƯỜNG VỤ")

    assert find(page, "năm 2023").y < collective.y < find(page, "Căn cứ").y
    assert collective.font == "LiberationSerif-Bold"


def test_a_letter_says_what_it_is_about_under_its_number():
    [page] = pages(
        plan(kind="", subject="V/v gửi báo cáo", number="/LĐLĐ", blocks=(Paragraph(LONG),))
    )
    about = find(page, "V/v gửi báo cáo")

    assert about.x < 105
    assert find(page, "/LĐLĐ").y < about.y < find(page, "Căn cứ").y


def test_no_signature_stands_alone_on_a_page():
    for length in range(14, 22):
        drawn = pages(plan(bases=(), recipients=(), blocks=(Paragraph(LONG),) * length))
        last = [piece.text for piece in drawn[-1].pieces if piece.y > LAYOUT.margin_top]

        assert last[0] != "TM. BAN THƯỜNG VỤ"


def test_landscape_and_several_signatures_side_by_side():
    parties = (Signature(("BÊN A",), "Người A"), Signature(("BÊN B",), "Người B", "(Ký tên)"))
    [page] = pages(plan(landscape=True, signatures=parties, blocks=(Paragraph(LONG),)))

    assert (page.width, page.height) == (297, 210)
    assert find(page, "BÊN A").y == find(page, "BÊN B").y
    assert find(page, "Người A").x < find(page, "Người B").x
    assert find(page, "Nơi nhận").y > find(page, "Người A").y


def test_the_same_paper_gives_the_same_bytes_and_names_nobody():
    data = write_pdf(plan(), LAYOUT)

    assert data == write_pdf(plan(), LAYOUT)
    assert b"/Author" not in data
    assert b"/CreationDate" not in data


@pytest.mark.parametrize("face", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_every_vietnamese_letter_is_in_the_shipped_fonts(face):
    font = ImageFont.truetype(font_folder() / f"LiberationSerif-{face}.ttf", 40)
    missing = bytes(font.getmask("\U0010fffd"))

    assert bytes(font.getmask("漢")) == missing
    assert not [letter for letter in VIETNAMESE if bytes(font.getmask(letter)) == missing]


def test_annexes_begin_behind_the_signatures():
    annexes = (PageBreak(), Paragraph("Mã số liệu."))
    paper = Paper(
        "BÁO CÁO", "Sơ kết", "LĐLĐ", (Paragraph("Nội dung."),), annexes=annexes,
        signatures=(Signature(("TM. BAN THƯỜNG VỤ",)),),
    )  # fmt: skip

    first, second = pages(paper)

    assert find(first, "BAN THƯỜNG")
    assert find(second, "Mã số liệu")
