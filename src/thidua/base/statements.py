"""Constant statements, for what is asked so often that building its text costs more than its answer.

They are few and short: what sending a report reads and writes. Everything else is asked through
querysets.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection

_ROWS_AT_ONCE = 500


def fetch(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """Return the rows that a constant statement finds for these values."""
    with connection.cursor() as cursor:
        cursor.execute(statement, [_adapted(value) for value in values])
        return list(cursor.fetchall())


def fetch_one(statement: str, *values: Any) -> tuple[Any, ...] | None:
    """Return the first row that a constant statement finds, or None."""
    return next(iter(fetch(statement, *values)), None)


def put(statement: str, rows: Sequence[Sequence[Any]]) -> None:
    """Write rows with a constant statement that says `:rows` where they come, some hundreds at once."""
    with connection.cursor() as cursor:
        for start in range(0, len(rows), _ROWS_AT_ONCE):
            part = rows[start : start + _ROWS_AT_ONCE]
            marks = f"({', '.join(['%s'] * len(part[0]))})"
            text = statement.replace(":rows", ", ".join([marks] * len(part)))
            cursor.execute(text, [_adapted(value) for row in part for value in row])


def _adapted(value: Any) -> Any:
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
