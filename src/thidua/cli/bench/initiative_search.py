"""bench initiative_search: a million titles, searched without accents from the top of the country."""

import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from thidua.apps.initiatives.queries.listing import PAGE, InitiativeFilter, fitting, initiative_list
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.cli.bench.country import DAY, found_leaves
from thidua.cli.bench.result import Result, percentile

ROWS, UNITS, SEARCHES = 1_000_000, 320, 200
BARS_MS = {"sqlite": 5.0, "postgresql": 40.0}
_AT_ONCE = 1_000
_FIRST = date(2022, 1, 1)
# Syllables of such titles: a few stand in very many, most in few.
_COMMON = [
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


def run() -> Result:
    """Measure the p95 of the first page of hits, one to four syllables, seen from the top."""
    rare = [onset + rime for onset in _ONSETS for rime in _RIMES]
    chance = random.Random(906)  # noqa: S311 - the same titles on every run
    with clock.pinned(DAY):
        officer = found_leaves(UNITS)
        _fill(rare, chance)
        took = [_search(officer, text) for text in _texts(rare, chance)]
        bare = [_bare(text) for text in _texts(rare, chance)]
        pages = [_page(officer, text) for text in (*_texts(rare, chance), *[""] * 20)]
    value, limit = percentile(took, 0.95) * 1000, percentile(bare, 0.95) * 1000
    bar = BARS_MS[connection.vendor]
    return Result(
        name="initiative_search",
        database=connection.vendor,
        value=round(value, 2),
        unit="ms p95",
        better="lower",
        limit=round(limit, 2),
        ratio=round(value / limit, 2),
        bar=f"<= {bar:.0f} ms",
        holds=value <= bar,
        scale=f"{ROWS} titles, {UNITS} units, {SEARCHES} searches, "
        f"whole list with its count {percentile(pages, 0.95) * 1000:.1f} ms p95",
    )


def _texts(rare: list[str], chance: random.Random) -> Iterator[str]:
    for _ in range(SEARCHES):
        words = chance.choices(_COMMON, k=chance.randint(0, 2))
        yield " ".join([*words, *chance.choices(rare, k=chance.randint(1, 2))])


def _search(officer: Actor, text: str) -> float:
    begun = time.perf_counter()
    found = fitting(officer, InitiativeFilter(text=text)).order_by("-id")
    list(found.values_list("public_id", flat=True)[:PAGE])
    return time.perf_counter() - begun


def _page(officer: Actor, text: str) -> float:
    """Ask all that a page of the list asks: rows, authors, praises, the count up to its measure."""
    begun = time.perf_counter()
    initiative_list(officer, InitiativeFilter(text=text))
    return time.perf_counter() - begun


def _bare(text: str) -> float:
    """Ask the index alone, without looking at who may see what."""
    words = text.split()
    if connection.vendor == "sqlite":
        sql = "SELECT rowid FROM initiatives_search WHERE initiatives_search MATCH %s"
        sql += " ORDER BY rowid DESC LIMIT 50"
        values = [" ".join(f'"{word}"*' for word in words)]
    else:
        marks = " AND ".join(["search_fold LIKE %s"] * len(words))
        sql = f"SELECT id FROM initiatives_initiative WHERE {marks} ORDER BY id DESC LIMIT 50"  # noqa: S608
        values = [f"%{word}%" for word in words]
    begun = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        cursor.fetchall()
    return time.perf_counter() - begun


def _fill(rare: list[str], chance: random.Random) -> None:
    """Write the rows past the model, in a few thousand statements."""
    model = apps.get_model("initiatives", "Initiative")
    units = list(
        apps.get_model("org", "Unit").objects.filter(kind="cdcs").values_list("pk", flat=True)
    )
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]  # noqa: SLF001
    blank = model(entered_name="A", changed_at=clock.now(), shown_on=_FIRST, state="confirmed")
    blank.recognised_on = _FIRST
    plain = {f.column: f.get_db_prep_save(getattr(blank, f.attname), connection) for f in fields}
    columns = ", ".join(plain)
    marks = "(" + ", ".join(["%s"] * len(plain)) + ")"
    insert = f"INSERT INTO initiatives_initiative ({columns}) VALUES "  # noqa: S608 - own names
    with transaction.atomic(), connection.cursor() as cursor:
        for start in range(0, ROWS, _AT_ONCE):
            values: list[Any] = []
            for n in range(start, start + _AT_ONCE):
                words = [*chance.choices(_COMMON, k=5), *chance.choices(rare, k=8)]
                title = " ".join(words)
                day = connection.ops.adapt_datefield_value(_FIRST + timedelta(days=n % 1700))
                row = plain | {"public_id": f"x{n}", "title": title, "title_key": title}
                row |= {"search_fold": title, "unit_id": units[n % len(units)], "shown_on": day}
                values += row.values()
            cursor.execute(insert + ", ".join([marks] * _AT_ONCE), values)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE initiatives_initiative")
