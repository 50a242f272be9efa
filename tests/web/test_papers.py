"""Papers on the site: sheet, files by address, file names, and the mark of the demonstration."""

import io
import re
from dataclasses import replace

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from docx import Document
from tests.office.papers_made_here import HOSTILE, plan

from thidua.domain.documents import DEMO_MARK, Paragraph
from thidua.web.papers import marked, paper_response


def asked(dang, paper=None, name="Kế hoạch 08/KH-LĐLĐ"):
    request = RequestFactory().get("/", {"dang": dang} if dang else {})
    return paper_response(request, paper or plan(), name)


def preview(paper, **values):
    source = "{% load ui %}{% paper_preview paper %}"
    return Template(source).render(Context({"paper": paper, **values}))


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_word_and_pdf_are_files_with_a_name_that_every_system_keeps():
    word, pdf = asked("docx"), asked("pdf")

    assert Document(io.BytesIO(word.content)).tables
    assert pdf.content.startswith(b"%PDF-")
    assert word["Content-Disposition"] == 'attachment; filename="ke-hoach-08-kh-ldld.docx"'
    assert pdf["Content-Disposition"] == 'attachment; filename="ke-hoach-08-kh-ldld.pdf"'


def test_print_opens_the_pdf_in_place():
    printed = asked("in")

    assert printed["Content-Type"] == "application/pdf"
    assert printed["Content-Disposition"].startswith("inline;")


@pytest.mark.parametrize("dang", ["", "doc", "exe"])
def test_any_other_address_is_the_page_itself(dang):
    assert asked(dang) is None


def test_a_name_without_letters_still_names_the_file():
    assert 'filename="van-ban.pdf"' in asked("pdf", name="…/…")["Content-Disposition"]


def test_every_paper_of_the_demonstration_carries_the_mark(settings):
    settings.THIDUA_DEMO = True
    word = Document(io.BytesIO(asked("docx").content))

    assert DEMO_MARK.encode() in word.sections[0].header.part.blob
    assert DEMO_MARK in preview(plan())

    settings.THIDUA_DEMO = False
    assert marked(plan()).mark == ""
    assert DEMO_MARK not in preview(plan())


def test_the_sheet_says_what_the_file_says():
    said = words(preview(plan()))

    for text in (
        "LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HÀ NỘI",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 08/KH-LĐLĐ",
        "Minh Họa, ngày 06 tháng 02 năm 2023",
        "Căn cứ kế hoạch của cấp trên.",
        "Tổng cộng",
        "TM. BAN THƯỜNG VỤ CHỦ TỊCH",
        "- Lưu: VT.",
    ):
        assert text in said


def test_the_sheet_shows_typed_signs_as_text():
    html = preview(replace(plan(), blocks=(Paragraph(f"<script>{HOSTILE}"),)))

    assert "<script>" not in html
    assert "&lt;script&gt;" in html
