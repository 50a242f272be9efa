"""Killed anywhere, an operation has happened whole or not at all, on the database under test."""

import json
import os
import subprocess
import sys
import uuid

import pytest
from django.db import connection

pytestmark = pytest.mark.slow


@pytest.fixture
def scratch_url(django_db_setup, django_db_blocker):
    """The address of an empty database of the kind under test, or None for the embedded one."""
    if connection.vendor == "sqlite":
        yield None
        return
    name = f"thidua_sweep_{uuid.uuid4().hex[:8]}"
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
        try:
            settings = connection.settings_dict
            user, password = settings["USER"], settings["PASSWORD"]
            host, port = settings["HOST"], settings["PORT"]
            query = f"?host={host}" if host.startswith("/") else ""
            at = "" if query else f"{user}:{password}@{host}:{port or 5432}"
            yield f"postgresql://{at or (user and user + '@')}/{name}{query}"
        finally:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_every_operation_is_all_or_nothing(scratch_url, tmp_path):
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "thidua.config.settings.base",
        "THIDUA_DATA_DIR": str(tmp_path),
        "PYTHONPATH": os.pathsep.join(["src", "."]),
    }
    environment.pop("DATABASE_URL", None)
    environment.pop("THIDUA_TEST_POSTGRES_URL", None)
    if scratch_url:
        environment["DATABASE_URL"] = scratch_url

    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.sweeper"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-3000:]
    outcome = json.loads(done.stdout.splitlines()[-1])
    assert outcome["faults"] == []
    assert outcome["missing"] == [], "operations without a place in the crash story"
    assert sum(outcome["points"].values()) > 100
