"""A database of its own for each benchmark: an empty one beside the configured PostgreSQL, or SQLite."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit, urlunsplit

from django.db import connection


@contextmanager
def scratch_database() -> Iterator[str]:
    """Yield the address of an empty PostgreSQL database, or nothing for the embedded SQLite."""
    if connection.vendor != "postgresql":
        yield ""
        return
    name = f"thidua_bench_{uuid.uuid4().hex[:8]}"
    address = urlsplit(os.environ["DATABASE_URL"])
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    try:
        yield urlunsplit(address._replace(path=f"/{name}"))
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
