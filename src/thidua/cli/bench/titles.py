"""Titles of initiatives for a benchmark: a million rows past the model, then the search index at once."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from thidua.base import clock

_FIRST, _DAYS, _AT_ONCE = date(2022, 1, 1), 1_700, 1_000
# Each stands in about 280,000 of a million titles, as words of such titles do.
COMMON = [
    "cai",
    "tien",
    "quy",
    "trinh",
    "giai",
    "phap",
    "nang",
    "cao",
    "chat",
    "luong",
    "quan",
    "ly",
    "ung",
    "dung",
    "cong",
    "nghe",
]
_ONSETS = [
    "b",
    "c",
    "d",
    "g",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "q",
    "r",
    "s",
    "t",
    "v",
    "x",
    "ch",
    "gi",
    "kh",
    "ng",
    "nh",
    "ph",
    "th",
    "tr",
]
_RIMES = [
    "a",
    "an",
    "ang",
    "ay",
    "e",
    "en",
    "eo",
    "i",
    "in",
    "inh",
    "o",
    "on",
    "ong",
    "u",
    "un",
    "ung",
    "uong",
    "ien",
    "oan",
    "uyen",
]
# Each in about 16,000.
MIDDLING = [onset + rime for onset in _ONSETS for rime in _RIMES]
# Numbers of machines and decisions: each in 40.
RARE = range(10_000, 35_000)
_VARIED = ("public_id", "unit_id", "title", "title_key", "search_fold", "shown_on")


def fill(rows: int, units: Sequence[int], chance: random.Random) -> None:
    """Write so many confirmed initiatives, the units taking turns."""
    with transaction.atomic(), connection.cursor() as cursor, _index_made_at_the_end(cursor):
        into, same = _statement()
        for start in range(0, rows, _AT_ONCE):
            part = range(start, min(start + _AT_ONCE, rows))
            cursor.execute(into + ", ".join(_rows(part, units, chance, same)))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE initiatives_initiative")


def _rows(numbers: range, units: Sequence[int], chance: random.Random, same: str) -> Iterator[str]:
    for n in numbers:
        words = [*chance.choices(COMMON, k=5), *chance.choices(MIDDLING, k=8)]
        title = " ".join([*words, str(chance.choice(RARE))])
        shown = _FIRST + timedelta(days=n % _DAYS)
        # Letters and numbers of our own: nobody has to take them apart again.
        yield f"('x{n}', {units[n % len(units)]}, '{title}', '{title}', '{title}', '{shown}', {same})"


def _statement() -> tuple[str, str]:
    """Return the INSERT up to its rows, and what is the same in every row."""
    model = apps.get_model("initiatives", "Initiative")
    blank = model(entered_name="A", changed_at=clock.now(), state="confirmed", recognised_on=_FIRST)
    fields = [
        field
        for field in model._meta.concrete_fields  # noqa: SLF001
        if not field.primary_key and field.column not in _VARIED
    ]
    same = [_written(f.get_db_prep_save(getattr(blank, f.attname), connection)) for f in fields]
    columns = ", ".join([*_VARIED, *(field.column for field in fields)])
    into = f"INSERT INTO initiatives_initiative ({columns}) VALUES "  # noqa: S608 - own names
    return into, ", ".join(same)


def _written(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(value) if isinstance(value, int) else f"'{value}'"


@contextmanager
def _index_made_at_the_end(cursor: Any) -> Iterator[None]:
    """Lay the search index aside: row by row it takes many times as long as in one go."""
    if connection.vendor == "sqlite":
        cursor.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE %s",
            ["%initiatives_search%"],
        )
        kept = dict(cursor.fetchall())
        begun = [f"DROP TRIGGER {name}" for name in kept]
        ended = ["INSERT INTO initiatives_search (initiatives_search) VALUES ('rebuild')"]
    else:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'initiative_search'")
        kept = dict(enumerate(row[0] for row in cursor.fetchall()))
        # What the rows point to is looked up at once: an index waits for no check that is put off.
        begun, ended = ["SET CONSTRAINTS ALL IMMEDIATE", "DROP INDEX initiative_search"], []
    for statement in begun:
        cursor.execute(statement)
    yield
    for statement in (*ended, *kept.values()):
        cursor.execute(statement)
