"""The sweep takes what nobody names and nothing that somebody is just about to name."""

import os
import time
from pathlib import Path

import pytest
from tests.office import files_made_here as made

from thidua.apps.files import services, tasks
from thidua.apps.files.services import disk
from thidua.apps.org.models import Unit
from thidua.base import background

TWO_DAYS_S = 2 * 24 * 3600


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.THIDUA_DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def unit(db):
    return Unit.objects.create(kind="cong-doan-co-so", code="cdcs-thu")


def age(path: Path) -> Path:
    """Make a file two days old."""
    then = time.time() - TWO_DAYS_S
    os.utime(path, (then, then))
    return path


def kept(size: int = 10) -> Path:
    """Keep a photograph without a row; return where it lies."""
    photo = services.keep_photo(uploaded_name="a.jpg", data=made.picture(size=(size, size)))
    return disk.path_of(photo.sha256)


def test_only_old_files_without_a_row_go(unit):
    named = services.store_photo(unit_id=unit.id, uploaded_name="a.jpg", data=made.noise())
    named_path = age(disk.path_of(named.sha256))
    orphan, fresh = age(kept(10)), kept(20)

    assert services.sweep_orphans() == 1

    assert (named_path.exists(), orphan.exists(), fresh.exists()) == (True, False, True)
    assert services.read(named)


def test_temporary_file_of_a_crashed_write_goes_when_old(unit):
    row = services.store_photo(unit_id=unit.id, uploaded_name="a.jpg", data=made.noise())
    path = disk.path_of(row.sha256)
    left, new = path.with_suffix(".k3v9.tmp"), path.with_suffix(".q2m1.tmp")
    left.touch()
    new.touch()
    age(left)

    assert services.sweep_orphans() == 1

    assert (path.exists(), left.exists(), new.exists()) == (True, False, True)


def test_file_wanted_again_after_it_was_listed_stays():
    path, before = age(kept()), time.time() - 3600
    [listed] = list(disk.old_files(before))

    kept()

    assert listed == [path]
    assert disk.discard(path, before) is False
    assert path.exists()


def test_file_wanted_again_while_it_is_moved_aside_is_written_anew():
    path, before = age(kept()), time.time() - 3600
    doomed = path.rename(path.with_name(path.name + ".doomed"))

    kept()

    assert list(disk.old_files(before)) == [[]]
    assert path.exists()
    assert not doomed.exists()


def test_sweep_killed_half_way_loses_nothing_that_has_a_row(unit):
    row = services.store_photo(unit_id=unit.id, uploaded_name="a.jpg", data=made.noise())
    path = age(disk.path_of(row.sha256))
    path.rename(path.with_name(path.name + ".doomed"))

    assert services.sweep_orphans() == 0

    assert services.read(row)


def test_kept_photo_recorded_after_the_list_was_made_stays(unit):
    photo = services.keep_photo(uploaded_name="a.jpg", data=made.picture())
    age(disk.path_of(photo.sha256))
    before = time.time() - 3600
    [[listed]] = list(disk.old_files(before))

    row = services.record_photo(unit_id=unit.id, kept=photo)

    assert disk.discard(listed, before) is False
    assert services.read(row)


def test_sweep_of_an_empty_installation_does_nothing(db):
    assert services.sweep_orphans() == 0


@pytest.mark.parametrize("files", [1, 3])
def test_sweep_asks_once_a_folder(db, django_assert_num_queries, monkeypatch, files):
    monkeypatch.setattr(
        disk, "path_of", lambda digest: disk.folder() / "ab" / "cd" / f"{digest}.jpg"
    )
    paths = [age(kept(10 * (number + 1))) for number in range(files)]

    with django_assert_num_queries(1):
        assert services.sweep_orphans() == len(paths)


def test_sweep_is_a_daily_tick(db):
    tick = background._ticks["files.sweep_orphans"]

    assert tick.every_s == 24 * 3600
    assert tick.work is tasks.sweep_orphans
    tick.work()
