"""Search without accents: every word stands in title, authors or number of the decision.

SQLite asks an FTS5 index over the folded column (there it begins a word), PostgreSQL a trigram index
on it; both are kept by the database itself (migration 0002), so a row cannot be missing from them.
The rows of few units are looked through one by one: an index over the whole country would find more.
"""

from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

_MOST_WORDS = 12


def matching(rows: "QuerySet[Any]", folded: str, *, few: bool) -> "QuerySet[Any]":
    """Keep the rows that hold every word of a folded text; `few` says that they are not many."""
    words = folded.split()[:_MOST_WORDS]
    if connection.vendor == "sqlite" and not few:
        asked = " ".join(f'"{word}"*' for word in words)
        return rows.filter(pk__in=_fts(asked))
    for word in sorted(words, key=len, reverse=True):
        rows = rows.filter(search_fold__contains=word)
    return rows


def _fts(asked: str) -> RawSQL:
    sql = "SELECT rowid FROM initiatives_search WHERE initiatives_search MATCH %s"
    return RawSQL(sql, [asked])  # noqa: S611 - the words are folded letters and digits, and a parameter
