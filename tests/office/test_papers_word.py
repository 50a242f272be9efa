"""Word papers, read back: page, margins, styles, head, page number, tables, figures, metadata."""

import io
import zipfile

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.office.papers_made_here import HOSTILE, LONG, MARK, plan, table

from thidua.domain.documents import Heading, PageBreak, Paper, Paragraph, Signature
from thidua.lawbook.papers import office_layout
from thidua.office.papers import write_docx

LAYOUT = office_layout()


def opened(paper):
    return Document(io.BytesIO(write_docx(paper, LAYOUT)))


def words(element):
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


@pytest.fixture(scope="module")
def document():
    return opened(plan())


def test_page_and_margins_are_those_of_the_layout(document):
    [section] = document.sections
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)

    assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
    assert [round(side.mm) for side in margins] == [20, 20, 30, 15]


def test_every_style_is_times_new_roman_in_vietnamese(document):
    defaults = document.styles.element.find(
        f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"
    )

    assert defaults.find(qn("w:rFonts")).get(qn("w:ascii")) == "Times New Roman"
    assert defaults.find(qn("w:sz")).get(qn("w:val")) == "28"
    assert defaults.find(qn("w:lang")).get(qn("w:val")) == "vi-VN"
    assert not [style for style in document.styles if list(style.element.iter(qn("w:rFonts")))]


def test_body_has_indent_gap_spacing_and_is_justified(document):
    body = document.styles["Thân bài"].paragraph_format

    assert body.first_line_indent == pytest.approx(Mm(LAYOUT.first_line_indent), abs=Pt(0.1))
    assert body.space_after == Pt(LAYOUT.paragraph_gap)
    assert body.line_spacing == LAYOUT.line_spacing
    assert body.alignment == 3
    assert next(p for p in document.paragraphs if p.text == LONG).style.name == "Thân bài"


def test_head_stands_in_two_columns_of_fixed_width(document):
    head = document.tables[0]
    grid = [int(col.get(qn("w:w"))) for col in head._tbl.tblGrid.iter(qn("w:gridCol"))]
    cells = [[cell.text.strip().split("\n") for cell in row.cells] for row in head.rows]

    assert sum(grid) == pytest.approx(165 * 1440 / 25.4, abs=2)
    assert cells[0][0][:2] == ["LIÊN ĐOÀN LAO ĐỘNG", "THÀNH PHỐ HÀ NỘI"]
    assert cells[0][1] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert cells[1] == [["Số: 08/KH-LĐLĐ"], ["Minh Họa, ngày 06 tháng 02 năm 2023"]]


def test_page_number_is_a_field_that_the_first_page_does_not_show(document):
    [section] = document.sections
    fields = [node.text.strip() for node in section.header._element.iter(qn("w:instrText"))]

    assert section.different_first_page_header_footer
    assert fields == ["PAGE"]
    assert words(section.first_page_header._element) == ""
    assert section.header.paragraphs[0].style.font.size == Pt(LAYOUT.page_number)
    assert section.header.paragraphs[0].style.paragraph_format.alignment == 1


def test_headings_open_the_navigation_and_bases_are_italic(document):
    levels = [p.style.name for p in document.paragraphs if "eading" in p.style.name]
    bases = [p for p in document.paragraphs if p.text.startswith("Căn cứ")]

    assert levels == ["Heading 1", "Heading 2", "Heading 3"]
    assert [p.text[-1] for p in bases] == [";", "."]
    assert all(run.italic for p in bases for run in p.runs)


def test_table_repeats_its_head_keeps_rows_whole_and_sums_bold(document):
    ruled = document.tables[1]
    first, last = ruled.rows[0]._tr, ruled.rows[-1]

    assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert all(
        row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in ruled.rows
    )
    assert last.cells[1].text == "Tổng cộng"
    assert all(run.bold for run in last.cells[2].paragraphs[0].runs)


def test_a_checkable_figure_is_a_content_control_with_its_id(document):
    [control] = document.element.body.iter(qn("w:sdt"))

    assert control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) == "so-1"
    assert words(control) == "906"


def test_what_people_typed_comes_out_as_they_typed_it(document):
    assert f"- {HOSTILE}" in [p.text for p in document.paragraphs]


@settings(max_examples=50, deadline=None)
@given(st.text(min_size=1, max_size=60))
def test_any_typed_text_is_a_file_that_opens_and_says_it(text):
    written = opened(Paper("", "", "", (Paragraph(text), Paragraph("cuối"))))
    said = [p.text for p in written.paragraphs if p.style.name == "Thân bài"]

    assert said[-1] == "cuối"
    if text.isprintable():
        assert said[0] == text


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\ud800", "\ufffe"])
def test_a_sign_that_no_file_carries_is_left_out(sign):
    written = opened(Paper("", f"A{sign}B", "", (Paragraph(f"c{sign}d"),)))

    assert [p.text for p in written.paragraphs if p.text] == ["AB", "cd"]


def test_mark_lies_behind_every_page_and_only_where_asked(document):
    marked = opened(plan(mark=MARK)).sections[0]
    headers = (marked.first_page_header, marked.header)
    shapes = [
        [n.get("string") for n in h._element.iter("{urn:schemas-microsoft-com:vml}textpath")]
        for h in headers
    ]

    assert shapes == [[None, MARK], [None, MARK]]
    assert b"textpath" not in document.sections[0].header.part.blob


def test_a_decision_names_the_deciding_collective_and_a_letter_what_it_is_about():
    decision = opened(plan(kind="QUYẾT ĐỊNH", authority="BAN THƯỜNG VỤ", subject="Khen thưởng"))
    titles = [p.text for p in decision.paragraphs if p.style.name in {"Tên loại", "Trích yếu"}]
    letter = opened(plan(kind="", subject="V/v gửi báo cáo", number="/LĐLĐ"))

    assert titles == ["QUYẾT ĐỊNH", "Khen thưởng", "BAN THƯỜNG VỤ"]
    assert letter.tables[0].cell(1, 0).text.split("\n")[1] == "V/v gửi báo cáo"


def test_the_last_words_stay_with_the_signature(document):
    [last] = [p for p in opened(plan(blocks=(Paragraph(LONG),))).paragraphs if p.text == LONG]

    assert last.paragraph_format.keep_with_next


def test_landscape_and_several_signatures_side_by_side():
    parties = (Signature(("BÊN A",), "Người A"), Signature(("BÊN B",), "Người B", "(Ký tên)"))
    written = opened(plan(landscape=True, signatures=parties, blocks=(Paragraph(LONG),)))
    section, signing = written.sections[0], written.tables[-1]

    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert [cell.text.split("\n")[0] for cell in signing.rows[0].cells] == ["BÊN A", "BÊN B"]


def test_the_same_paper_gives_the_same_bytes_and_names_nobody():
    data = write_docx(plan(), LAYOUT)
    about = Document(io.BytesIO(data)).core_properties

    assert data == write_docx(plan(), LAYOUT)
    assert (about.author, about.last_modified_by, about.language) == ("", "", "vi-VN")
    assert about.title == "KẾ HOẠCH Phát động phong trào thi đua năm 2023 (minh họa)"
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }


def test_a_long_annex_keeps_every_row():
    written = opened(plan(blocks=(table(1_800),)))

    assert len(written.tables[1].rows) == 1_802


def test_annexes_stand_behind_the_signatures():
    annexes = (PageBreak(), Heading("Phụ lục 1. SỐ LIỆU"), Paragraph("Mã số liệu."))
    paper = Paper(
        "BÁO CÁO", "Sơ kết", "LĐLĐ", (Paragraph("Nội dung."),), annexes=annexes,
        signatures=(Signature(("TM. BAN THƯỜNG VỤ",)),),
    )  # fmt: skip

    said = words(opened(paper).element.body)

    order = [said.index(part) for part in ("Nội dung.", "TM. BAN", "Phụ lục 1", "Mã số liệu.")]
    assert order == sorted(order)
