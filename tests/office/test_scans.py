"""Scans in PDF: pages become photographs, and whatever is hostile in the file stays behind."""

import io
from itertools import islice
from time import monotonic

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from tests.office.papers_made_here import plan

from thidua.domain.documents import Heading, Paragraph
from thidua.domain.errors import Invalid
from thidua.lawbook.papers import office_layout
from thidua.office import scans
from thidua.office.papers import write_pdf
from thidua.office.scans import MAX_PAGES, is_scan, page_name, pages_of

LAYOUT = office_layout()
COLOURS = ("red", "green", "blue")


def sheet(colour):
    picture = Image.new("RGB", (620, 877), "white")
    ImageDraw.Draw(picture).rectangle((100, 100, 500, 700), fill=colour)
    return picture


def scanned(*sheets):
    """A PDF as a scanner writes it: a picture a page, no text."""
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:], resolution=75)
    return out.getvalue()


def blank_pages(count):
    document = pypdfium2.PdfDocument.new()
    for _ in range(count):
        document.new_page(595, 842)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf_of(parts, trailer=b""):
    body = b"%PDF-1.4\n"
    for number, part in enumerate(parts, start=1):
        body += b"%d 0 obj%s endobj\n" % (number, part)
    return body + b"trailer<</Size %d/Root 1 0 R%s>>\n%%%%EOF" % (len(parts) + 1, trailer)


LOCKED = pdf_of(
    [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[]/Count 0>>",
        b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32),
    ],
    b"/Encrypt 3 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]",
)


def colour_in_the_middle(photo):
    with Image.open(io.BytesIO(photo.data)) as picture:
        assert picture.format == "JPEG"
        return picture.getpixel((picture.width // 2, picture.height // 2))


def refusal(data, name="quyet-dinh.pdf"):
    with pytest.raises(Invalid) as caught:
        list(pages_of(data, name=name))
    return caught.value


def test_each_page_is_a_photograph_in_order():
    pages = list(pages_of(scanned(*map(sheet, COLOURS)), name="quyet-dinh.pdf"))
    found = [colour_in_the_middle(page) for page in pages]
    assert [max(range(3), key=colour.__getitem__) for colour in found] == [0, 1, 2]
    assert {max(page.width, page.height) for page in pages} == {2048}
    assert {page.media_type for page in pages} == {"image/jpeg"}


def test_a_paper_of_ours_can_be_read_on_its_pages():
    page = next(pages_of(write_pdf(plan(), LAYOUT), name="a.pdf"))
    with Image.open(io.BytesIO(page.data)) as picture:
        dark = sum(picture.convert("L").histogram()[:100])
    assert 0.005 < dark / (page.width * page.height) < 0.3


def test_nothing_of_the_file_but_pixels_is_kept():
    data = scanned(sheet("red")).replace(
        b"/Type /Page", b"/AA<</O<</S/JavaScript/JS(evil())>>>>/Type /Page"
    )
    for page in pages_of(data + b"<script>evil()</script>", name="a.pdf"):
        assert not any(trace in page.data for trace in (b"%PDF", b"evil", b"script"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", "files.pdf_broken"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 400, "files.pdf_broken"),
        (LOCKED, "files.pdf_locked"),
        (blank_pages(MAX_PAGES + 1), "files.pdf_many"),
        (blank_pages(1) + b"0" * (15 * 2**20), "files.too_large"),
    ],
    ids=["hollow", "noise", "locked", "many", "large"],
)
def test_what_cannot_be_read_is_said(data, code):
    assert refusal(data).code == code


def test_the_limit_of_pages_is_named():
    found = refusal(blank_pages(MAX_PAGES + 1))
    assert found.params == {"name": "quyet-dinh.pdf", "count": MAX_PAGES + 1, "limit": MAX_PAGES}
    assert len(list(pages_of(blank_pages(MAX_PAGES), name="a.pdf"))) == MAX_PAGES


def test_a_sheet_of_absurd_size_takes_neither_time_nor_memory():
    huge = blank_pages(1).replace(b"595", b"14400").replace(b"842", b"9")
    assert b"14400" in huge
    started = monotonic()
    pages = list(pages_of(huge, name="a.pdf"))
    assert monotonic() - started < 5
    assert all(page.width <= 2048 and page.height <= 2048 for page in pages)


def test_a_reader_that_hangs_is_stopped(monkeypatch, tmp_path):
    hanging = tmp_path / "reader.py"
    hanging.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(scans, "_READER", hanging)
    monkeypatch.setattr(scans, "_SECONDS", 0.5)
    started = monotonic()
    assert refusal(scanned(sheet("red"))).code == "files.pdf_broken"
    assert monotonic() - started < 10


@pytest.mark.parametrize(
    "said",
    [
        'print("{}")',
        'print(\'{"pages": 2, "text": ""}\')',
        'print(\'{"pages": 1, "text": ""}\'); print(\'{"width": -5, "height": 4}\')',
        'print(\'{"pages": 1, "text": ""}\'); print(\'{"width": 9000000, "height": 9000000}\')',
        'print("x" * 200_000)',
    ],
)
def test_a_reader_that_was_taken_over_gets_nowhere(monkeypatch, tmp_path, said):
    reader = tmp_path / "reader.py"
    reader.write_text(f"import sys; sys.stdin.buffer.read(); {said}")
    monkeypatch.setattr(scans, "_READER", reader)
    assert refusal(scanned(sheet("red"))).code == "files.pdf_broken"


def test_a_stamp_of_secrecy_is_refused():
    stamped = plan(blocks=(Heading("TỐI MẬT", 1),))
    assert refusal(write_pdf(stamped, LAYOUT)).code == "files.secret"
    spoken_of = plan(
        blocks=(Paragraph("Bảo vệ bí mật nhà nước: tài liệu MẬT không gửi qua mạng."),)
    )
    assert list(pages_of(write_pdf(spoken_of, LAYOUT), name="a.pdf"))


def test_a_visitor_who_leaves_early_leaves_no_process(monkeypatch):
    first = list(islice(pages_of(blank_pages(5), name="a.pdf"), 1))
    assert len(first) == 1
    assert len(list(pages_of(blank_pages(5), name="a.pdf"))) == 5


def test_pages_are_told_apart_by_name():
    assert page_name("C:\\Văn bản\\QĐ 12.pdf", 1, 1) == "QĐ 12.pdf"
    assert page_name("QĐ 12.pdf", 2, 3) == "QĐ 12.pdf 2/3"
    assert len(page_name("x" * 300 + ".pdf", 12, 20)) <= 100


@pytest.mark.parametrize(
    ("data", "name", "is_one"),
    [
        (b"%PDF-1.4", "a.pdf", True),
        (b"%PDF-1.4", "van ban", True),
        (b"%PDF-1.4", "a.jpg", False),
        (b"\xff\xd8\xff", "a.pdf", False),
    ],
)
def test_a_scan_is_known_by_its_content(data, name, is_one):
    assert is_scan(data, name=name) is is_one
