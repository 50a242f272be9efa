"""Constant statements, for what is asked so often that building its text costs more than its answer.

They are few and short: what sending a report reads. Everything else is asked through querysets.
"""

from datetime import date
from typing import Any

from django.db import connection


def fetch(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """Return the rows that a constant statement finds for these values."""
    with connection.cursor() as cursor:
        cursor.execute(statement, [_adapted(value) for value in values])
        return list(cursor.fetchall())


def fetch_one(statement: str, *values: Any) -> tuple[Any, ...] | None:
    """Return the first row that a constant statement finds, or None."""
    return next(iter(fetch(statement, *values)), None)


def _adapted(value: Any) -> Any:
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
