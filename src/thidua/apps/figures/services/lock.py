"""Who waits for whom: one folder of totals at a time, one writer of a unit's derived facts."""

from collections.abc import Iterable

from django.db import connection

_ADVISORY_LOCK = 7_400_003
_UNITS = 7_400_004


def be_the_only_folder() -> None:
    """Hold the totals until the commit; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ADVISORY_LOCK])


def hold_derived_facts(unit_ids: Iterable[int]) -> None:
    """Hold the derived facts of these units until the commit: counting and accepting take turns."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for unit_id in sorted(set(unit_ids)):
                cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_UNITS, unit_id])
