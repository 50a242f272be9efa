"""`thidua doctor`: each thing that can be wrong is found and comes with what to do."""

import json
import shutil
from io import StringIO
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from tests.base.test_audit import write_event

from thidua.base import sealing
from thidua.base.models import AuditBlock, AuditEvent
from thidua.cli import heartbeat
from thidua.cli.doctor import data, database, deploy, extension, machine, trail
from thidua.cli.doctor.finding import Level, examine, fault, well


def levels(check):
    return [finding.level for finding in check()]


@pytest.fixture
def folder(tmp_path, settings):
    settings.THIDUA_DATA_DIR = tmp_path
    tmp_path.chmod(0o700)
    return tmp_path


@pytest.fixture
def someone(db):
    def add(name):
        people = get_user_model()
        return people.objects.create(
            sign_in_name=name, full_name="Nguyễn Văn Bình", full_name_fold="", sort_key=""
        )

    return add


def test_a_private_folder_is_well(folder):
    assert levels(data.folder) == [Level.WELL]


def test_a_folder_that_others_can_read_is_a_fault(folder):
    folder.chmod(0o755)

    (found,) = data.folder()

    assert found.level is Level.FAULT
    assert "chmod 700" in found.todo


def test_each_exposed_key_is_named(folder):
    for name, mode in (("secret-key.secret", 0o600), ("field-key.secret", 0o644)):
        (folder / name).write_text("x")
        (folder / name).chmod(mode)

    (found,) = data.keys()

    assert found.level is Level.FAULT
    assert "field-key.secret" in found.seen


def test_a_nearly_full_disk_is_a_fault(folder, monkeypatch):
    for free, level in ((2**29, Level.FAULT), (2 * 2**30, Level.NOTE), (2**40, Level.WELL)):
        monkeypatch.setattr(
            shutil, "disk_usage", lambda _path, free=free: SimpleNamespace(free=free)
        )

        assert levels(machine.disk_space) == [level]


def test_the_shipped_files_are_the_recorded_ones():
    assert levels(machine.shipped_files) == [Level.WELL]


def test_a_changed_or_missing_shipped_file_is_named(tmp_path):
    (tmp_path / "a.js").write_text("changed")
    entry = {"name": "a", "files": {"a.js": "0" * 64, "gone.js": "0" * 64}}
    (tmp_path / "vendor.json").write_text(json.dumps([entry]))

    assert list(machine.changed_files(tmp_path)) == ["a.js", "gone.js"]


@pytest.mark.django_db
def test_demonstration_on_real_data_is_a_fault(someone, settings):
    settings.THIDUA_DEMO = True
    assert levels(data.not_mixed) == [Level.WELL]

    someone("0912345678")

    assert levels(data.not_mixed) == [Level.FAULT]


@pytest.mark.django_db
def test_real_work_on_the_demonstration_is_a_fault(someone, settings):
    someone("demo-chu-tich")
    settings.THIDUA_DEMO = True
    assert levels(data.not_mixed) == [Level.WELL]

    settings.THIDUA_DEMO = False

    assert levels(data.not_mixed) == [Level.FAULT]


@pytest.mark.parametrize(
    ("version", "journal", "sync", "expected"),
    [
        ((3, 53, 4), "wal", 2, [Level.WELL]),
        ((3, 40, 1), "wal", 2, [Level.FAULT]),
        ((3, 40, 1), "delete", 3, [Level.NOTE]),
        ((3, 53, 4), "wal", 1, [Level.WELL, Level.FAULT]),
        ((3, 53, 4), "memory", 0, [Level.WELL]),
    ],
)
def test_an_sqlite_is_judged_by_version_journal_and_sync(version, journal, sync, expected):
    found = [finding.level for finding in database.sqlite_findings(version, journal, sync)]

    assert found == expected


@pytest.mark.django_db
def test_the_database_answers_and_has_every_migration():
    assert levels(database.writer_gate) == [Level.WELL]
    assert levels(database.migrations) == [Level.WELL]


@pytest.mark.django_db
def test_a_missing_migration_is_named():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'figures'")

    (found,) = database.migrations()

    assert found.level is Level.FAULT
    assert "figures.0001_initial" in found.seen


@pytest.mark.django_db
def test_postgresql_that_does_not_sync_is_a_fault():
    if connection.vendor != "postgresql":
        pytest.skip("looks at PostgreSQL's own settings")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")

    found = list(database.durability())

    assert any("synchronous_commit" in finding.todo for finding in found)


@pytest.mark.parametrize(
    ("created", "on_server", "may_create", "level", "todo"),
    [
        (True, True, False, Level.WELL, ""),
        (False, False, False, Level.FAULT, "postgresql-contrib"),
        (False, True, True, Level.FAULT, "./run migrate"),
        (False, True, False, Level.FAULT, "người quản trị PostgreSQL"),
    ],
)
def test_the_extension_of_the_search_is_asked_for(created, on_server, may_create, level, todo):
    state = extension.State(created, on_server, may_create, "thidua", "web")

    found = extension.extension_finding(state)

    assert found.level is level
    assert todo in found.todo
    assert level is Level.WELL or "pg_trgm" in found.seen
    assert "người quản trị" not in found.todo or "“web”" in found.seen


@pytest.mark.django_db
def test_a_missing_extension_is_seen_and_the_right_to_create_it():
    if connection.vendor != "postgresql":
        pytest.skip("looks at PostgreSQL's own extensions")
    assert levels(extension.search_extension) == [Level.WELL]
    with connection.cursor() as cursor:
        cursor.execute("DROP EXTENSION pg_trgm CASCADE")
        (missing,) = extension.search_extension()
        cursor.execute("CREATE ROLE doctor_guest")
        cursor.execute("SET LOCAL ROLE doctor_guest")
        (forbidden,) = extension.search_extension()
        cursor.execute("RESET ROLE")

    assert "./run migrate" in missing.todo
    assert "“doctor_guest”" in forbidden.seen
    assert "CREATE EXTENSION pg_trgm" in forbidden.todo


@pytest.mark.django_db
def test_the_tail_of_the_trail_is_recomputed():
    for number in range(4):
        write_event(number)
        sealing.seal_pending()
    assert levels(trail.tail) == [Level.WELL]

    second = AuditBlock.objects.order_by("id")[1]
    AuditEvent.objects.filter(block=second.pk).update(actor_name="Người khác")

    assert trail.broken_blocks(50) == [second.pk]
    assert trail.broken_blocks(2) == []


@pytest.mark.django_db
def test_a_silent_worker_is_noted_and_a_living_one_is_well(folder):
    assert levels(trail.worker) == [Level.NOTE]

    heartbeat.beat()

    assert levels(trail.worker) == [Level.WELL]


def test_debug_pages_and_open_hosts_are_faults(settings):
    settings.DEBUG = True
    settings.ALLOWED_HOSTS = ["*"]

    assert levels(deploy.exposure)[:2] == [Level.FAULT, Level.FAULT]


def test_a_broken_check_is_a_fault_and_hides_nothing():
    def broken():
        raise OSError("no such disk")

    found = examine([broken, lambda: [well("fine")]])

    assert [finding.level for finding in found] == [Level.FAULT, Level.WELL]
    assert "no such disk" in found[0].seen


@pytest.mark.django_db
def test_the_command_ends_with_an_error_when_there_is_a_fault(folder, monkeypatch):
    monkeypatch.setattr(
        "thidua.cli.management.commands.doctor.CHECKS", (lambda: [fault("hỏng", "hãy sửa")],)
    )
    out = StringIO()

    with pytest.raises(CommandError, match="1"):
        call_command("doctor", stdout=out)

    assert "✗ hỏng\n    hãy sửa" in out.getvalue()


@pytest.mark.django_db
def test_the_command_is_content_with_a_sound_installation(folder, monkeypatch):
    monkeypatch.setattr(
        "thidua.cli.management.commands.doctor.CHECKS", (data.folder, data.keys, trail.tail)
    )
    out = StringIO()

    call_command("doctor", stdout=out)

    assert "✗" not in out.getvalue()
