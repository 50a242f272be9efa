"""A picture of the whole database, and of the files, that two moments can be compared by."""

from hashlib import sha256
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection

LEFT_OUT = ("django_migrations", "django_session", "django_content_type", "sqlite_sequence")


def of_database() -> dict[str, str]:
    """Return one hash per table, over all rows and columns."""
    tables = {m._meta.db_table for m in apps.get_models(include_auto_created=True)}
    hashes = {}
    with connection.cursor() as cursor:
        for table in sorted(tables - set(LEFT_OUT)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            rows = sorted(repr(row) for row in cursor.fetchall())
            hashes[table] = sha256("\n".join(rows).encode()).hexdigest()
    return hashes


def changed_tables(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return the tables in which something differs."""
    return [table for table in after if before.get(table) != after[table]]


def half_files() -> list[str]:
    """Return files that are neither whole nor clearly temporary: their name is not their hash."""
    root = Path(settings.THIDUA_DATA_DIR) / "files"
    return [
        str(path)
        for path in root.rglob("*.jpg")
        if path.is_file() and sha256(path.read_bytes()).hexdigest() != path.stem
    ]
