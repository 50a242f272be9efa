"""The embedded backend on a real file: durable settings, serial writers, nothing lost."""

import os
import signal
import threading
import time

import pytest
from django.db import connections, transaction
from django.db.utils import OperationalError

from thidua.base.sqlite import gate as gate_module
from thidua.base.sqlite.base import DatabaseWrapper
from thidua.base.sqlite.gate import gate_for

SETTINGS = {
    "ENGINE": "thidua.base.sqlite",
    "ATOMIC_REQUESTS": False,
    "AUTOCOMMIT": True,
    "CONN_MAX_AGE": 0,
    "CONN_HEALTH_CHECKS": False,
    "TIME_ZONE": None,
    "USER": "",
    "PASSWORD": "",
    "HOST": "",
    "PORT": "",
    "TEST": {},
}


def open_file(path):
    return DatabaseWrapper({**SETTINGS, "NAME": str(path), "OPTIONS": {}}, alias="on_file")


@pytest.fixture
def on_file(tmp_path, django_db_blocker):
    with django_db_blocker.unblock():
        connection = open_file(tmp_path / "thidua.sqlite3")
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE act (id INTEGER PRIMARY KEY, who INTEGER)")
        yield connection
        connection.close()


def value(connection, statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


@pytest.fixture
def atomic(on_file, monkeypatch):
    monkeypatch.setitem(connections.settings, "on_file", on_file.settings_dict)
    connections["on_file"] = on_file
    yield lambda: transaction.atomic(using="on_file")
    del connections["on_file"]


def test_a_new_connection_keeps_what_it_acknowledges(on_file):
    assert value(on_file, "PRAGMA journal_mode") == "wal"
    assert value(on_file, "PRAGMA synchronous") == 2
    assert value(on_file, "PRAGMA foreign_keys") == 1


def test_a_transaction_holds_the_gate_and_gives_it_back(on_file, atomic, monkeypatch):
    gate = gate_for(on_file.settings_dict["NAME"])
    monkeypatch.setattr(gate_module, "_PATIENCE_S", 0.05)

    with atomic():
        assert gate._threads.locked()
        with atomic():
            assert gate._threads.locked()

    assert not gate._threads.locked()


def test_a_failed_transaction_gives_the_gate_back(on_file, atomic):
    gate = gate_for(on_file.settings_dict["NAME"])

    with pytest.raises(RuntimeError), atomic():
        raise RuntimeError

    assert not gate._threads.locked()


def test_a_shut_gate_is_said_as_locked(on_file, atomic, monkeypatch):
    gate = gate_for(on_file.settings_dict["NAME"])
    monkeypatch.setattr(gate_module, "_PATIENCE_S", 0.05)
    gate.enter()
    try:
        with pytest.raises(OperationalError, match="writer gate"), atomic():
            pass
    finally:
        gate.leave()

    with atomic():
        assert gate._threads.locked()


def test_reading_needs_no_gate(on_file):
    gate = gate_for(on_file.settings_dict["NAME"])
    gate.enter()
    try:
        assert value(on_file, "SELECT count(*) FROM act") == 0
    finally:
        gate.leave()


def _write(path, who, times):
    connection = open_file(path)
    for _ in range(times):
        connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO act (who) SELECT %s FROM (SELECT count(*) FROM act)", [who])
        connection.commit()
        connection.set_autocommit(True)
    connection.close()


@pytest.mark.slow
def test_eight_writers_lose_nothing_and_none_is_refused(on_file):
    path = on_file.settings_dict["NAME"]
    threads = [threading.Thread(target=_write, args=(path, who, 25)) for who in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert value(on_file, "SELECT count(*) FROM act") == 200


@pytest.mark.slow
def test_a_killed_writer_leaves_whole_rows_and_an_open_gate(on_file, atomic):
    path = on_file.settings_dict["NAME"]
    on_file.close()
    child = os.fork()
    if child == 0:
        _write(path, 7, 100_000)
        os._exit(0)
    time.sleep(0.5)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)

    with atomic(), on_file.cursor() as cursor:
        cursor.execute("INSERT INTO act (who) VALUES (1)")

    assert value(on_file, "PRAGMA integrity_check") == "ok"
    assert value(on_file, "SELECT count(*) FROM act WHERE who = 1") == 1
    assert value(on_file, "SELECT count(*) FROM act") == value(on_file, "SELECT max(id) FROM act")
