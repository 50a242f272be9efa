"""Search without accents: every word stands in title, authors or number of the decision.

SQLite asks an FTS5 index over the folded column (there it begins a word), PostgreSQL a trigram index
on it; both are kept by the database itself (migrations 0002, 0003), so a row cannot be missing from
them. The rows of few units are looked through one by one: an index over the whole country would find
more. Beyond, FTS5 leads and yields the newest first, so that a page is full after a few hits however
many there are: as a list in `IN (…)` all of them would be read before the first.
"""

from typing import Any

from django.db import connection
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

_MOST_WORDS = 12
_INDEX = "initiatives_search"


def matching(rows: "QuerySet[Any]", folded: str, *, few: bool) -> "QuerySet[Any]":
    """Keep the rows that hold every word of a folded text; `few` says that they are not many.

    The number of a row is `hit` then: to be ordered and cut by that, as the index can.
    """
    words = folded.split()[:_MOST_WORDS]
    if connection.vendor == "sqlite" and not few:
        asked = " ".join(f'"{word}"*' for word in words)
        return _led_by_index(rows, asked)
    for word in sorted(words, key=len, reverse=True):
        rows = rows.filter(search_fold__contains=word)
    found: QuerySet[Any] = rows.alias(hit=F("pk"))
    return found


def _led_by_index(rows: "QuerySet[Any]", asked: str) -> "QuerySet[Any]":
    table = rows.model._meta.db_table  # noqa: SLF001
    # Not a model: the table is FTS5's. The words are folded letters and digits, and a parameter.
    joined = rows.extra(  # noqa: S610
        tables=[_INDEX],
        where=[f"{_INDEX}.rowid = {table}.id", f"{_INDEX} MATCH %s"],
        params=[asked],
    )
    found: QuerySet[Any] = joined.alias(hit=RawSQL(f"{_INDEX}.rowid", []))  # noqa: S611 - our own
    return found
