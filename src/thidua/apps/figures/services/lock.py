"""One folder at a time: whoever writes totals waits for whoever is writing them."""

from django.db import connection

_ADVISORY_LOCK = 7_400_003


def be_the_only_folder() -> None:
    """Hold the totals until the commit; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ADVISORY_LOCK])
