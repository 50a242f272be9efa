"""From an upload to kept photographs: first to disk without a transaction, then a row within one.

A scan in PDF becomes a photograph a page; whatever shows, prints or counts photographs has it too.

Operations never call operations, so nothing here is one. A page keeps the photographs first, since
turning twenty of them takes seconds in which no transaction should stand open; its operation then
records them. What is kept but never recorded is swept after a day.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Protocol

from thidua.apps.files.models import StoredFile
from thidua.apps.files.services import disk
from thidua.base import clock
from thidua.domain.errors import DomainError, Invalid
from thidua.office.images import MAX_MEGABYTES, Photo, clean_name, prepare_photo
from thidua.office.scans import is_scan, page_name, pages_of

MAX_FILES_PER_UPLOAD: Final = 20
log = logging.getLogger(__name__)


class Upload(Protocol):
    """What a form hands over; Django's uploaded files fit."""

    name: str | None
    size: int | None

    def read(self) -> bytes:
        """Return the whole content."""
        ...


@dataclass(frozen=True)
class KeptPhoto:
    """A photograph that is safe on disk and waits for its row; small enough to pass around."""

    sha256: str
    media_type: str
    size: int
    width: int
    height: int
    name: str


def keep_photos(
    uploads: Sequence[Upload], *, scans: bool = True
) -> tuple[list[KeptPhoto], list[Invalid]]:
    """Keep every usable photograph of a form and return the refusals of the others, in order.

    A page of a scan counts as a photograph; with `scans` False a PDF is refused.
    """
    _not_more_than_a_form_takes(len(uploads))
    kept, refused = list[KeptPhoto](), list[Invalid]()
    for upload in uploads:
        try:
            kept += _keep(upload, scans=scans)
        except Invalid as refusal:
            refused.append(refusal)
    _not_more_than_a_form_takes(len(kept))
    return kept, refused


def _not_more_than_a_form_takes(count: int) -> None:
    if count > MAX_FILES_PER_UPLOAD:
        raise Invalid("files.too_many", count=count, limit=MAX_FILES_PER_UPLOAD)


def _keep(upload: Upload, *, scans: bool) -> list[KeptPhoto]:
    name, data = upload.name or "", _content(upload)
    if is_scan(data, name=name):
        if not scans:
            raise Invalid("files.pdf_not_here", name=clean_name(name))
        return keep_scan(uploaded_name=name, data=data)
    return [keep_photo(uploaded_name=name, data=data)]


def keep_photo(*, uploaded_name: str, data: bytes) -> KeptPhoto:
    """Check, turn, strip and write one photograph to disk; touches no database."""
    return _put(prepare_photo(data, name=uploaded_name), clean_name(uploaded_name))


def keep_scan(*, uploaded_name: str, data: bytes) -> list[KeptPhoto]:
    """Write each page of a PDF to disk as a photograph; all of them or, where it refuses, none."""
    pages = list(pages_of(data, name=uploaded_name))
    return [
        _put(page, page_name(uploaded_name, number, len(pages)))
        for number, page in enumerate(pages, start=1)
    ]


def _put(photo: Photo, name: str) -> KeptPhoto:
    disk.put(photo.data, photo.sha256)
    return KeptPhoto(
        sha256=photo.sha256,
        media_type=photo.media_type,
        size=len(photo.data),
        width=photo.width,
        height=photo.height,
        name=name,
    )


def record_photo(*, unit_id: int, kept: KeptPhoto) -> StoredFile:
    """Write the row of a kept photograph; belongs inside the operation of the caller."""
    try:
        disk.touch(kept.sha256)
    except FileNotFoundError:
        raise Invalid("files.kept_too_long", name=kept.name) from None
    return StoredFile.objects.create(
        unit_id=unit_id,
        sha256=kept.sha256,
        media_type=kept.media_type,
        size=kept.size,
        width=kept.width,
        height=kept.height,
        original_name=kept.name,
        created_at=clock.now(),
    )


def store_photo(*, unit_id: int, uploaded_name: str, data: bytes) -> StoredFile:
    """Keep and record one photograph at once; belongs inside the operation of the caller."""
    return record_photo(unit_id=unit_id, kept=keep_photo(uploaded_name=uploaded_name, data=data))


def read(file: StoredFile) -> bytes:
    """Return the bytes of a kept file, exactly as they were written, or refuse."""
    try:
        content = disk.path_of(file.sha256).read_bytes()
    except FileNotFoundError:
        log.error("files.missing %s", file.public_id)  # noqa: TRY400 - the trace says nothing more
        raise DomainError("files.missing", name=file.original_name) from None
    if sha256(content).hexdigest() != file.sha256:
        log.error("files.damaged %s", file.public_id)
        raise DomainError("files.damaged", name=file.original_name)
    return content


def _content(upload: Upload) -> bytes:
    """Read an upload, unless its size alone decides."""
    if (upload.size or 0) > MAX_MEGABYTES * 2**20:
        name = clean_name(upload.name or "")
        raise Invalid("files.too_large", name=name, limit=MAX_MEGABYTES)
    return upload.read()
