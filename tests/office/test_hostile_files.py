"""Files that lie, are broken, or cost more than they weigh: refused with a code, or made neutral."""

import io
import subprocess
import sys
import textwrap
import time
import zlib

import pytest
from PIL import Image
from tests.office import files_made_here as made

from thidua.domain.errors import Invalid
from thidua.office.images import MAX_MEGABYTES, prepare_photo

SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
TEXT_BOMB = made.chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(30_000_000), 9))

REFUSED = [
    ("nothing", b"", "a.jpg", "files.empty"),
    ("one_byte", b"\xff", "a.jpg", "files.unknown_kind"),
    ("text", "báo cáo".encode(), "a.jpg", "files.unknown_kind"),
    ("zeros", bytes(5000), "a.png", "files.unknown_kind"),
    ("over_15_mb", b"\xff\xd8\xff" + bytes(MAX_MEGABYTES * 2**20), "a.jpg", "files.too_large"),
    ("heic", made.container(b"heic", b"mif1"), "IMG_1.HEIC", "files.heic"),
    ("heic_as_jpg", made.container(b"heix"), "IMG_1.jpg", "files.heic"),
    ("heif_sequence", made.container(b"msf1", b"hevc"), "IMG_1.heif", "files.heic"),
    ("avif", made.container(b"avif"), "a.avif", "files.not_an_image"),
    ("video", made.container(b"isom"), "a.mp4", "files.not_an_image"),
    ("video_as_jpg", made.container(b"qt  "), "a.jpg", "files.not_what_it_says"),
    ("gif", made.animation("GIF"), "a.gif", "files.not_an_image"),
    ("gif_as_png", b"GIF89a" + bytes(40), "a.png", "files.not_what_it_says"),
    ("svg_with_script", SVG, "logo.svg", "files.not_an_image"),
    ("svg_as_jpg", b"<?xml version='1.0'?>" + SVG, "logo.jpg", "files.not_what_it_says"),
    ("html_as_jpg", b"<html><script>alert(1)</script>", "a.jpg", "files.not_what_it_says"),
    ("pdf", PDF, "ke-hoach.pdf", "files.not_an_image"),
    ("pdf_as_jpg", PDF, "ke-hoach.JPG", "files.not_what_it_says"),
    ("pdf_behind_a_comment", b"\n%hi\n" + PDF, "a.jpeg", "files.not_what_it_says"),
    ("word", made.archive("[Content_Types].xml"), "a.docx", "files.not_an_image"),
    ("zip_as_jpg", made.archive("evil.exe"), "a.jpg", "files.not_what_it_says"),
    ("old_word_as_png", b"\xd0\xcf\x11\xe0" + bytes(600), "a.png", "files.not_what_it_says"),
    ("program_as_jpg", b"MZ" + bytes(600), "a.jpg", "files.not_what_it_says"),
    ("bmp", made.picture("BMP"), "a.bmp", "files.not_an_image"),
    ("tiff_as_jpg", made.picture("TIFF"), "a.jpg", "files.not_what_it_says"),
    ("apng", made.animation("PNG"), "a.png", "files.animated"),
    ("animated_webp", made.animation("WEBP"), "a.webp", "files.animated"),
    ("only_the_first_bytes_of_jpeg", b"\xff\xd8\xff", "a.jpg", "files.truncated"),
    ("pdf_behind_jpeg_bytes", b"\xff\xd8\xff\xe0" + PDF, "a.jpg", "files.truncated"),
    ("script_behind_png_bytes", b"\x89PNG\r\n\x1a\n<script>", "a.png", "files.truncated"),
    ("webp_without_picture", b"RIFF\x04\0\0\0WEBP", "a.webp", "files.truncated"),
    ("png_of_no_width", made.png(0, 5), "a.png", "files.truncated"),
    ("png_65535_square", made.png(65_535, 65_535), "a.png", "files.too_many_pixels"),
    ("png_largest_header", made.png(2**31 - 1, 2**31 - 1), "a.png", "files.too_many_pixels"),
    ("png_second_header", made.png(1, 1, before=made.png(60_000, 60_000)[8:33]), "a.png",
     "files.too_many_pixels"),
    ("png_bomb", made.png(9_000, 9_000, body=bytes(9_000 * 27_001)), "a.png",
     "files.too_many_pixels"),
    ("png_text_bomb", made.png(1, 1, before=TEXT_BOMB), "a.png", "files.truncated"),
    ("png_of_a_million_chunks", made.png(1, 1, before=made.chunk(b"abCd", b"") * 1_000_000),
     "a.png", "files.truncated"),
    ("jpeg_65500_square", made.jpeg_claiming(65_500, 65_500), "a.jpg", "files.too_many_pixels"),
    ("jpeg_of_many_scans", made.jpeg_of_many_scans(500), "a.jpg", "files.truncated"),
    ("jpeg_of_a_million_parts", b"\xff\xd8" + b"\xff\xe5\0\2" * 1_000_000, "a.jpg",
     "files.truncated"),
    ("webp_16383_square", made.webp_claiming(16_383, 16_383), "a.webp", "files.too_many_pixels"),
    ("webp_claims_more_than_it_holds", made.webp_claiming(3_000, 3_000), "a.webp",
     "files.truncated"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "name", "code"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_hostile_file_is_refused_within_a_second(data, name, code):
    started = time.perf_counter()

    with pytest.raises(Invalid) as refusal:
        prepare_photo(data, name=name)

    assert refusal.value.code == code
    assert refusal.value.params["name"] == name
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("percent", [1, 10, 30, 50, 70, 90])
@pytest.mark.parametrize("options", [{}, {"progressive": True}], ids=["plain", "progressive"])
def test_truncated_photo_is_refused_wherever_it_breaks_off(form, percent, options):
    whole = made.noise(form, **(options if form == "JPEG" else {}))

    with pytest.raises(Invalid) as refusal:
        prepare_photo(whole[: len(whole) * percent // 100], name="a.jpg")

    assert refusal.value.code == "files.truncated"


NEUTRAL = [
    ("jpeg_and_zip", made.picture() + made.archive("evil.exe")),
    ("jpeg_and_html", made.picture() + b"<html><script>alert(1)</script></html>"),
    ("jpeg_with_php_comment", made.picture(comment=b"<?php system($_GET[0]); ?>")),
    ("jpeg_with_script_in_exif", made.picture(exif=b"Exif\0\0<script>alert(1)</script>")),
    ("png_and_pdf", made.picture("PNG") + PDF),
    ("png_with_svg_text", made.png(1, 1, before=made.chunk(b"tEXt", b"a\0" + SVG))),
    ("jpeg_claims_more_than_it_holds", made.jpeg_claiming(4_000, 4_000)),
    ("webp_and_zip", made.picture("WEBP") + made.archive("evil.exe")),
]


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("data", [c[1] for c in NEUTRAL], ids=[c[0] for c in NEUTRAL])
def test_polyglot_comes_out_as_a_picture_only(data):
    photo = prepare_photo(data, name="a.jpg")

    for trace in (b"script", b"php", b"PK\3\4", b"%PDF", b"svg", b"evil"):
        assert trace not in photo.data
    result = Image.open(io.BytesIO(photo.data))
    result.load()
    assert photo.data.endswith(b"\xff\xd9")


def test_refusal_names_the_kind_and_the_sizes():
    with pytest.raises(Invalid) as lie:
        prepare_photo(PDF, name="C:\\Ảnh\\hội nghị.jpg")
    with pytest.raises(Invalid) as flood:
        prepare_photo(made.png(10_000, 9_000), name="a.png")

    assert lie.value.params == {"name": "hội nghị.jpg", "kind": "PDF"}
    assert flood.value.params == {"name": "a.png", "width": 10_000, "height": 9_000, "limit": 40}


@pytest.mark.slow
def test_bombs_take_less_than_150_mib():
    """The whole bomb set in a process of its own, whose peak memory the system reports."""
    script = """
        import resource
        from tests.office.test_hostile_files import REFUSED
        from thidua.domain.errors import Invalid
        from thidua.office.images import prepare_photo
        peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        before = peak()
        for _, data, name, _ in REFUSED:
            try:
                prepare_photo(data, name=name)
            except Invalid:
                pass
        print(peak() - before)
    """
    run = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", textwrap.dedent(script)],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert int(run.stdout) < 150
