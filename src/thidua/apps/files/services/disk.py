"""The store on disk: files named by their content, there whole or not at all, also after a power cut."""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from django.conf import settings

_HASH = re.compile(r"[0-9a-f]{64}")
_DOOMED = ".doomed"


def folder() -> Path:
    """Return the folder of all kept files."""
    return Path(settings.THIDUA_DATA_DIR) / "files"


def path_of(digest: str) -> Path:
    """Return where the content with this SHA-256 lies, or will lie."""
    if not _HASH.fullmatch(digest):
        raise ValueError("not a SHA-256 in hexadecimal")
    return folder() / digest[:2] / digest[2:4] / f"{digest}.jpg"


def put(content: bytes, digest: str) -> None:
    """Keep a content; on return it would survive a power cut. A damaged copy is replaced."""
    path = path_of(digest)
    for level in (path.parents[2], path.parents[1], path.parents[0]):
        level.mkdir(mode=0o700, exist_ok=True)
    if not _is_whole(path, digest):
        _write(path, content)
    # Also where the file was there already: its writer may not have come to this point yet.
    for level in path.parents[:4]:
        _sync(level)


def touch(digest: str) -> None:
    """Mark a kept content as wanted now; raise FileNotFoundError when it is not there."""
    os.utime(path_of(digest))


def old_files(before: float) -> Iterator[list[Path]]:
    """Yield, folder by folder, the files last wanted before a moment (seconds since 1970)."""
    for level in sorted(folder().glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]")):
        for doomed in level.glob(f"*{_DOOMED}"):  # a discard that was cut off
            with suppress(FileExistsError):  # written anew since: that one stays, untouched
                os.link(doomed, doomed.with_suffix(""))
            doomed.unlink()
        yield [path for path in sorted(level.iterdir()) if path.stat().st_mtime < before]


def discard(path: Path, before: float) -> bool:
    """Remove a file unless somebody came to want it after all; tell whether it is gone.

    It is first moved aside, then looked at again: who touched it before the move is seen here,
    who comes after the move finds nothing and writes it anew.
    """
    doomed = path.with_name(path.name + _DOOMED)
    path.rename(doomed)
    if doomed.stat().st_mtime >= before:
        doomed.rename(path)
        return False
    doomed.unlink()
    return True


def _is_whole(path: Path, digest: str) -> bool:
    try:
        os.utime(path)  # first of all, so that a sweep under way sees that it is wanted again
        return sha256(path.read_bytes()).hexdigest() == digest
    except FileNotFoundError:
        return False


def _write(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.stem}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _sync(level: Path) -> None:
    handle = os.open(level, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
