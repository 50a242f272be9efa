"""An uploaded file between preview and commit: named by its content, sealed, its owner's, for a day."""

import base64
import binascii
import re
import tempfile
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Final

from django.conf import settings

from thidua.base import clock
from thidua.base.encryption import decrypt, encrypt
from thidua.domain.errors import DomainError, NotFound

KEPT: Final = timedelta(days=1)
_DIGEST = re.compile(r"[0-9a-f]{64}")


def keep(owner: int, data: bytes) -> str:
    """Keep a file for its owner and return its digest; clear away what has been kept too long."""
    digest = sha256(data).hexdigest()
    _sweep()
    folder = _folder() / str(owner)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    sealed = encrypt(base64.b64encode(data).decode(), _purpose(owner))
    with tempfile.NamedTemporaryFile("w", dir=folder, suffix=".tmp", delete=False) as file:
        file.write(sealed)
    Path(file.name).replace(folder / digest)
    return digest


def fetch(owner: int, digest: str) -> bytes:
    """Return a kept file to its owner; raise `NotFound` where it is none of his, or too old."""
    if not _DIGEST.fullmatch(digest):
        raise NotFound("base.not_found")
    path = _folder() / str(owner) / digest
    try:
        if path.stat().st_mtime < _oldest():
            raise NotFound("sheets.gone")
        sealed = path.read_text("ascii")
        data = base64.b64decode(decrypt(sealed, _purpose(owner)))
    except (FileNotFoundError, binascii.Error, ValueError):
        raise NotFound("sheets.gone") from None
    except DomainError as fault:
        raise NotFound("sheets.gone") from fault
    return data


def _folder() -> Path:
    return Path(settings.THIDUA_DATA_DIR) / "uploads"


def _purpose(owner: int) -> str:
    return f"imports.upload.{owner}"


def _oldest() -> float:
    return (clock.now() - KEPT).timestamp()


def _sweep() -> None:
    for path in _folder().glob("*/*"):
        if path.stat().st_mtime < _oldest():
            path.unlink(missing_ok=True)
