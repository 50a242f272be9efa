"""The store on disk: a content is there whole or not at all, whatever happens in between."""

import itertools
import os
from hashlib import sha256
from pathlib import Path

import pytest

from thidua.apps.files.services import disk

CONTENT = b"a picture" * 10_000
DIGEST = sha256(CONTENT).hexdigest()


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.THIDUA_DATA_DIR = tmp_path
    return tmp_path


def everything_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_path_is_made_of_the_hash(own_folder):
    path = disk.path_of(DIGEST)

    assert path == own_folder / "files" / DIGEST[:2] / DIGEST[2:4] / f"{DIGEST}.jpg"


@pytest.mark.parametrize("bad", ["", "../../etc/passwd", DIGEST.upper(), DIGEST + "0", "é" * 64])
def test_path_of_anything_but_a_hash_is_refused(bad):
    with pytest.raises(ValueError, match="SHA-256"):
        disk.path_of(bad)


def test_put_writes_once_and_leaves_nothing_else(own_folder):
    disk.put(CONTENT, DIGEST)
    first = disk.path_of(DIGEST).stat()
    disk.put(CONTENT, DIGEST)
    second = disk.path_of(DIGEST).stat()

    assert disk.path_of(DIGEST).read_bytes() == CONTENT
    assert everything_in(own_folder) == [f"files/{DIGEST[:2]}/{DIGEST[2:4]}/{DIGEST}.jpg"]
    assert first.st_ino == second.st_ino
    assert second.st_mtime_ns > first.st_mtime_ns


def test_put_is_private_to_the_service(own_folder):
    disk.put(CONTENT, DIGEST)

    path = disk.path_of(DIGEST)
    modes = [oct(entry.stat().st_mode & 0o777) for entry in (path, *path.parents[:3])]
    assert modes == ["0o600", "0o700", "0o700", "0o700"]


def test_put_heals_a_damaged_copy():
    disk.put(CONTENT, DIGEST)
    disk.path_of(DIGEST).write_bytes(CONTENT[:-1] + b"?")

    disk.put(CONTENT, DIGEST)

    assert disk.path_of(DIGEST).read_bytes() == CONTENT


@pytest.mark.parametrize("already_there", [False, True])
def test_put_syncs_content_before_its_name_and_folders_after(
    own_folder, monkeypatch, already_there
):
    if already_there:
        disk.put(CONTENT, DIGEST)
    done = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(
        os, "fsync", lambda fd: (done.append(Path(f"/proc/self/fd/{fd}").readlink()), fsync(fd))
    )
    monkeypatch.setattr(os, "replace", lambda a, b: (done.append("rename"), replace(a, b)))

    disk.put(CONTENT, DIGEST)

    folders = list(disk.path_of(DIGEST).parents[:4])
    assert folders[-1] == own_folder
    assert done[-4:] == folders
    if already_there:
        assert len(done) == 4
    else:
        assert done[0].suffix == ".tmp"
        assert done[1] == "rename"


def test_failed_write_leaves_no_temporary_file(own_folder, monkeypatch):
    def disk_full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", disk_full)

    with pytest.raises(OSError, match="No space"):
        disk.put(CONTENT, DIGEST)

    assert everything_in(own_folder) == []


def put_and_die_at(step: int) -> int:
    """Run `put` in a forked process that is gone at its n-th call to the system; return its code."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        counted = itertools.count()
        for name in ("mkdir", "open", "utime", "fdopen", "fsync", "replace", "close"):
            call = getattr(os, name)

            def dying(*args, _call=call, **kwargs):
                if next(counted) == step:
                    os._exit(9)
                return _call(*args, **kwargs)

            setattr(os, name, dying)
        disk.put(CONTENT, DIGEST)
        os._exit(0)
    finally:
        os._exit(1)


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_kill_at_any_call_leaves_all_or_nothing(own_folder):
    path, seen = disk.path_of(DIGEST), set()
    for step in itertools.count():
        code = put_and_die_at(step)

        assert code in {0, 9}
        seen.add(path.exists())
        assert not path.exists() or path.read_bytes() == CONTENT
        disk.put(CONTENT, DIGEST)
        assert path.read_bytes() == CONTENT
        if code == 0:
            break
        path.unlink()
        if step % 2:  # as if the folders had been new, too
            for entry in sorted((own_folder / "files").rglob("*"), reverse=True):
                entry.rmdir() if entry.is_dir() else entry.unlink()

    assert step >= 12
    assert seen == {True, False}
