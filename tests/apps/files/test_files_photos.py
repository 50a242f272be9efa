"""From an upload to a row and back: checked, kept once, read only while whole."""

import io
import logging

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from PIL import Image
from tests.office import files_made_here as made

from thidua.apps.files import services
from thidua.apps.files.models import StoredFile
from thidua.apps.files.services import disk
from thidua.apps.org.models import Unit
from thidua.domain.errors import DomainError, Invalid


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.THIDUA_DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def unit(db):
    return Unit.objects.create(kind="cong-doan-co-so", code="cdcs-thu")


def uploaded(data: bytes, name: str = "IMG_1.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def files_on_disk(folder) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def test_store_photo_keeps_bytes_and_what_is_known(unit):
    upload = made.picture(exif=made.phone_exif(6))

    row = services.store_photo(unit_id=unit.id, uploaded_name="../Hội nghị.jpg", data=upload)

    stored = StoredFile.objects.get()
    assert stored == row
    assert stored.public_id.startswith("tep_")
    assert (stored.unit_id, stored.original_name) == (unit.id, "Hội nghị.jpg")
    assert (stored.media_type, stored.width, stored.height) == ("image/jpeg", 48, 64)
    content = services.read(stored)
    assert len(content) == stored.size
    assert b"CANARY" in upload
    assert b"CANARY" not in content


def test_same_content_is_on_disk_once(unit, own_folder):
    upload = made.noise()

    rows = [
        services.store_photo(unit_id=unit.id, uploaded_name=name, data=upload)
        for name in ("a.jpg", "b.jpg")
    ]

    assert len({row.public_id for row in rows}) == 2
    assert files_on_disk(own_folder) == 1


def test_refused_photo_leaves_neither_row_nor_file(unit, own_folder):
    with pytest.raises(Invalid):
        services.store_photo(unit_id=unit.id, uploaded_name="a.jpg", data=b"%PDF-1.7")

    assert StoredFile.objects.count() == 0
    assert files_on_disk(own_folder) == 0


def test_rolled_back_row_can_be_stored_again(unit, own_folder):
    upload = made.noise()

    def store_and_fail() -> None:
        with transaction.atomic():
            services.store_photo(unit_id=unit.id, uploaded_name="a.jpg", data=upload)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        store_and_fail()
    assert StoredFile.objects.count() == 0

    row = services.store_photo(unit_id=unit.id, uploaded_name="a.jpg", data=upload)

    assert services.read(row)
    assert files_on_disk(own_folder) == 1


def test_keep_photos_needs_no_database_and_tells_every_refusal():
    uploads = [
        uploaded(made.picture(), "1.jpg"),
        uploaded(b"%PDF-1.7", "2.jpg"),
        uploaded(made.picture("PNG"), "3.png"),
        uploaded(made.container(b"heic"), "4.HEIC"),
    ]

    kept, refused = services.keep_photos(uploads)

    assert [photo.name for photo in kept] == ["1.jpg", "3.png"]
    assert [(r.code, r.params["name"]) for r in refused] == [
        ("files.not_what_it_says", "2.jpg"),
        ("files.heic", "4.HEIC"),
    ]


def scan(pages):
    sheets = [Image.open(io.BytesIO(made.picture("PNG"))).convert("RGB") for _ in range(pages)]
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def test_a_scan_is_kept_page_by_page_as_photographs(unit, own_folder):
    kept, refused = services.keep_photos([uploaded(scan(2), "Quyết định 12.pdf")])

    assert refused == []
    assert [photo.name for photo in kept] == ["Quyết định 12.pdf 1/2", "Quyết định 12.pdf 2/2"]
    rows = [services.record_photo(unit_id=unit.id, kept=photo) for photo in kept]
    assert all(services.read(row).startswith(b"\xff\xd8\xff") for row in rows)


def test_pages_of_scans_count_as_photographs():
    uploads = [uploaded(scan(11), "1.pdf"), uploaded(scan(10), "2.pdf")]

    with pytest.raises(Invalid) as refusal:
        services.keep_photos(uploads)

    assert refusal.value.code == "files.too_many"
    assert refusal.value.params == {"count": 21, "limit": 20}


def test_where_pictures_are_wanted_a_scan_is_refused():
    kept, refused = services.keep_photos([uploaded(scan(1), "a.pdf")], scans=False)

    assert kept == []
    assert [r.code for r in refused] == ["files.pdf_not_here"]


def test_forty_photos_at_once_are_refused_before_any_is_read(own_folder):
    class Unreadable(io.BytesIO):
        name, size = "a.jpg", 10

        def read(self, *_: object) -> bytes:
            raise AssertionError("was read")

    with pytest.raises(Invalid) as refusal:
        services.keep_photos([Unreadable() for _ in range(40)])

    assert refusal.value.code == "files.too_many"
    assert refusal.value.params == {"count": 40, "limit": 20}


def test_twenty_photos_at_once_are_kept():
    kept, refused = services.keep_photos([uploaded(made.picture()) for _ in range(20)])

    assert (len(kept), refused) == (20, [])


def test_too_large_upload_is_refused_by_its_size_alone():
    class Huge(io.BytesIO):
        name, size = "x/to.jpg", 15 * 2**20 + 1

        def read(self, *_: object) -> bytes:
            raise AssertionError("was read")

    kept, refused = services.keep_photos([Huge()])

    assert kept == []
    assert [(r.code, r.params) for r in refused] == [
        ("files.too_large", {"name": "to.jpg", "limit": 15})
    ]


def test_record_photo_refuses_what_was_swept_meanwhile(unit):
    kept = services.keep_photo(uploaded_name="a.jpg", data=made.picture())
    disk.path_of(kept.sha256).unlink()

    with pytest.raises(Invalid) as refusal:
        services.record_photo(unit_id=unit.id, kept=kept)

    assert refusal.value.code == "files.kept_too_long"
    assert StoredFile.objects.count() == 0


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (lambda path: path.unlink(), "files.missing"),
        (lambda path: path.write_bytes(path.read_bytes()[:-1]), "files.damaged"),
        (lambda path: path.write_bytes(b""), "files.damaged"),
        (lambda path: path.write_bytes(b"\0" + path.read_bytes()[1:]), "files.damaged"),
    ],
)
def test_read_refuses_what_is_not_as_it_was_written(unit, caplog, harm, code):
    row = services.store_photo(unit_id=unit.id, uploaded_name="Bà An.jpg", data=made.picture())
    harm(disk.path_of(row.sha256))

    with caplog.at_level(logging.ERROR), pytest.raises(DomainError) as refusal:
        services.read(row)

    assert refusal.value.code == code
    assert refusal.value.params == {"name": "Bà An.jpg"}
    [line] = caplog.messages
    assert line.startswith(f"{code} tep_")
    assert "An" not in line
