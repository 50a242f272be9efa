"""What becomes of an honest photograph: upright, smaller, nothing left but the picture."""

import io
from hashlib import sha256

import pytest
from PIL import Image
from tests.office import files_made_here as made

from thidua.office.images import MAX_NAME, clean_name, kind_of, prepare_photo


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def near(pixel: object, wanted: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 30 for a, b in zip(pixel, wanted, strict=True))


RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_every_accepted_kind_becomes_a_jpeg(form):
    photo = prepare_photo(made.picture(form), name="IMG_1.jpg")

    assert (photo.media_type, photo.width, photo.height) == ("image/jpeg", 64, 48)
    assert photo.sha256 == sha256(photo.data).hexdigest()
    assert opened(photo.data).format == "JPEG"
    assert near(opened(photo.data).getpixel((4, 4)), RED)
    assert near(opened(photo.data).getpixel((60, 44)), BLUE)


def test_kind_comes_from_content_not_from_name():
    photo = prepare_photo(made.picture("PNG"), name="anh.jpg")

    assert photo.media_type == "image/jpeg"


def test_same_upload_gives_same_content():
    upload = made.noise()

    assert prepare_photo(upload, name="a.jpg") == prepare_photo(upload, name="b.jpg")


# Where the stored left half (red) must be once the picture stands upright.
@pytest.mark.parametrize(
    ("orientation", "size", "red_at", "blue_at"),
    [
        (1, (64, 48), (4, 24), (60, 24)),
        (2, (64, 48), (60, 24), (4, 24)),
        (3, (64, 48), (60, 24), (4, 24)),
        (4, (64, 48), (4, 24), (60, 24)),
        (5, (48, 64), (24, 4), (24, 60)),
        (6, (48, 64), (24, 4), (24, 60)),
        (7, (48, 64), (24, 60), (24, 4)),
        (8, (48, 64), (24, 60), (24, 4)),
        (9, (64, 48), (4, 24), (60, 24)),
    ],
)
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_picture_is_turned_upright(form, orientation, size, red_at, blue_at):
    photo = prepare_photo(made.picture(form, exif=made.phone_exif(orientation)), name="a.jpg")

    assert (photo.width, photo.height) == size
    upright = opened(photo.data)
    assert near(upright.getpixel(red_at), RED)
    assert near(upright.getpixel(blue_at), BLUE)


@pytest.mark.parametrize(
    "upload",
    [
        pytest.param(
            made.picture(
                exif=made.phone_exif(6),
                icc_profile=made.profile(),
                comment=b"CANARY-COMMENT",
                xmp=b"<x:xmpmeta>CANARY-XMP</x:xmpmeta>",
                dpi=(300, 300),
            ),
            id="jpeg",
        ),
        pytest.param(made.talkative_png(), id="png"),
        pytest.param(
            made.picture(
                "WEBP", exif=made.phone_exif(), icc_profile=made.profile(), xmp=b"CANARY-XMP"
            ),
            id="webp",
        ),
        pytest.param(made.picture() + b"CANARY-TAIL <script>alert(1)</script>", id="tail"),
    ],
)
def test_nothing_but_the_picture_is_left(upload):
    assert b"CANARY" in upload

    photo = prepare_photo(upload, name="a.jpg")

    result = opened(photo.data)
    assert dict(result.getexif()) == {}
    assert set(result.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    for trace in (b"CANARY", b"Exif", b"http", b"<script", b"ICC_PROFILE", b"2026"):
        assert trace not in photo.data


@pytest.mark.parametrize(
    ("size", "wanted"),
    [((4000, 3000), (2048, 1536)), ((3000, 4000), (1536, 2048)), ((9000, 200), (2048, 46)),
     ((40_000, 1), (2048, 1)), ((2048, 2048), (2048, 2048)), ((1, 1), (1, 1))],
)  # fmt: skip
def test_longest_side_is_2048(size, wanted):
    photo = prepare_photo(made.picture(size=size), name="a.jpg")

    assert (photo.width, photo.height) == wanted


@pytest.mark.parametrize(
    ("form", "mode"),
    [("PNG", "L"), ("PNG", "1"), ("PNG", "P"), ("PNG", "LA"), ("PNG", "RGBA"), ("JPEG", "L"),
     ("JPEG", "CMYK"), ("WEBP", "RGBA")],
)  # fmt: skip
def test_every_colour_mode_is_read(form, mode):
    photo = prepare_photo(made.picture(form, mode=mode), name="a.jpg")

    assert opened(photo.data).mode == "RGB"
    assert opened(photo.data).size == (64, 48)


def test_transparent_places_become_white():
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(out, "PNG")

    photo = prepare_photo(out.getvalue(), name="a.png")

    assert near(opened(photo.data).getpixel((10, 10)), WHITE)


def test_sixteen_bit_grey_is_scaled_not_cut_off():
    out = io.BytesIO()
    Image.new("I;16", (20, 20), 0x8000).save(out, "PNG")

    photo = prepare_photo(out.getvalue(), name="a.png")

    assert near(opened(photo.data).getpixel((10, 10)), (128, 128, 128))


def test_unusable_colour_profile_is_ignored():
    photo = prepare_photo(made.picture(icc_profile=b"not a profile"), name="a.jpg")

    assert near(opened(photo.data).getpixel((4, 4)), RED)


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_spoilt_exif_does_not_spoil_the_photo():
    upload = made.picture(exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\xff" * 40)

    photo = prepare_photo(upload, name="a.jpg")

    assert (photo.width, photo.height) == (64, 48)


def test_phone_jpeg_with_a_second_preview_is_a_photo_not_an_animation():
    photo = prepare_photo(made.phone_with_preview(), name="a.jpg")

    assert (photo.width, photo.height) == (80, 60)
    assert near(opened(photo.data).getpixel((40, 30)), RED)


def test_progressive_jpeg_is_read():
    photo = prepare_photo(made.noise(progressive=True), name="a.jpg")

    assert (photo.width, photo.height) == (320, 240)


def test_moving_photo_with_a_video_behind_it_is_read():
    video = bytes(range(256)) * 40 + b"\xff\xda" * 100

    photo = prepare_photo(made.picture() + made.container(b"mp42") + video, name="a.jpg")

    assert (photo.width, photo.height) == (64, 48)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("IMG_0001.JPG", "IMG_0001.JPG"),
        ("C:\\Users\\an\\Ảnh.jpg", "Ảnh.jpg"),
        ("../../etc/passwd", "passwd"),
        ("hội nghị.jpg", "hội nghị.jpg"),
        ("a\x00b\nc.jpg", "ab c.jpg"),
        ("anh\u202egpj.exe", "anhgpj.exe"),
        ("", "anh"),
        ("../", "anh"),
    ],
)
def test_clean_name(given, wanted):
    assert clean_name(given) == wanted


def test_long_name_is_cut_and_keeps_its_ending():
    name = clean_name("ả" * 5000 + ".jpeg")

    assert len(name) == MAX_NAME
    assert name.endswith("ả….jpeg")
    assert len(clean_name("x" * 5000)) == MAX_NAME


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("", b""),
        ("", b"hello"),
        ("PDF", b"\n %PDF-1.7"),
        ("Word, Excel", made.archive("[Content_Types].xml", "word/document.xml")),
        ("ZIP", made.archive("a.txt")),
        ("HEIC", made.container(b"heic")),
        ("HEIC", made.container(b"mif1", b"heic")),
        ("AVIF", made.container(b"avif", b"mif1")),
        ("video", made.container(b"isom", b"mp42")),
        ("SVG", b"\xef\xbb\xbf<?xml version='1.0'?><svg>"),
        ("HTML", b"<!DOCTYPE html>"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_kind_of(kind, data):
    assert kind_of(data) == kind
