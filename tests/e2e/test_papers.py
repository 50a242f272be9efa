"""The national plan of 2021 as a paper: read on screen, taken as Word and as PDF."""

import io

from docx import Document
from playwright.sync_api import expect
from tests.e2e.visiting import OFFICER

from thidua.domain.documents import DEMO_MARK


def test_the_national_plan_is_taken_as_word_and_pdf(visit, house):
    officer = visit(house)
    officer.enter(OFFICER)
    officer.open("/ke-hoach/?nam=2021")
    officer.follow("81/KH-TLĐ", exact=False)
    officer.follow("Văn bản")
    sheet = officer.page.locator(".official")

    expect(sheet).to_contain_text("Hà Nội, ngày 23 tháng 12 năm 2020")
    expect(sheet).to_contain_text("TM. ĐOÀN CHỦ TỊCH")
    expect(sheet).to_contain_text(DEMO_MARK)

    word, pdf = (_taken(officer, name) for name in ("Tải Word", "Tải PDF"))
    assert word[0] == "ke-hoach-81-kh-tld.docx"
    assert DEMO_MARK.encode() in Document(io.BytesIO(word[1])).sections[0].header.part.blob
    assert pdf[0] == "ke-hoach-81-kh-tld.pdf"
    assert pdf[1].startswith(b"%PDF-")


def _taken(officer, name):
    with officer.page.expect_download() as waiting:
        officer.page.get_by_role("link", name=name).click()
    download = waiting.value
    return download.suggested_filename, download.path().read_bytes()
