"""bench initiative_search: a million titles, searched without accents from country, province and ward."""

import random
from collections.abc import Callable
from datetime import date
from functools import partial

from django.db import connection, transaction

from thidua.apps.initiatives.queries.listing import PAGE, InitiativeFilter, fitting, initiative_list
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.cli.bench.country import DAY, officer_at
from thidua.cli.bench.nation import found_nation
from thidua.cli.bench.result import Result, percentile, seconds_of
from thidua.cli.bench.titles import COMMON, MIDDLING, RARE, fill

ROWS, WARDS, UNITS, SEARCHES = 1_000_000, 3_300, 120_000, 50
BARS_MS = {"sqlite": 5.0, "postgresql": 40.0}
_SINCE = date(2025, 10, 1)
_REACHES = {"country": "T0", "province": "P0", "ward": "M0"}
_Chance = random.Random


def _rare(chance: _Chance) -> list[str]:
    return [*chance.choices(MIDDLING, k=chance.randint(0, 1)), str(chance.choice(RARE))]


def _middling(chance: _Chance) -> list[str]:
    return chance.choices(MIDDLING, k=chance.randint(1, 2))


def _common(chance: _Chance) -> list[str]:
    return chance.choices(COMMON, k=chance.randint(1, 4))


def _mixed(chance: _Chance) -> list[str]:
    common = chance.choices(COMMON, k=chance.randint(1, 2))
    return [*common, *chance.choices(MIDDLING, k=chance.randint(1, 2))]


_WORDS: dict[str, Callable[[_Chance], list[str]]] = {
    "rare": _rare,
    "middling": _middling,
    "common": _common,
    "mixed": _mixed,
}


def run() -> Result:
    """Measure the p95 of the first page of hits, by reach and by how usual the words are.

    The bar is on all searches from the top of the country; the rest is told beside it.
    """
    chance = random.Random(906)  # noqa: S311 - the same titles and searches on every run
    with clock.pinned(DAY):
        with transaction.atomic():
            leaves = found_nation("cd-xa-phuong", WARDS, UNITS, _SINCE).leaves
        officers = {name: officer_at(code) for name, code in _REACHES.items()}
        fill(ROWS, leaves, chance)
        asked = {
            kind: [" ".join(words(chance)) for _ in range(SEARCHES)]
            for kind, words in _WORDS.items()
        }
        bare = [_bare(text) for texts in asked.values() for text in texts]
        took = {name: _measure(_search, officers[name], asked) for name in _REACHES}
        pages = {name: _measure(_page, officers[name], asked) for name in _REACHES}
    value, limit = _p95(took["country"]), percentile(bare, 0.95) * 1000
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
        scale=f"{ROWS} titles, {UNITS} units; p95 ms {_told(took)}; whole page {_told(pages)}",
    )


def _measure(
    work: Callable[[Actor, str], object], officer: Actor, asked: dict[str, list[str]]
) -> dict[str, list[float]]:
    return {
        kind: [seconds_of(partial(work, officer, text)) for text in texts]
        for kind, texts in asked.items()
    }


def _p95(took: dict[str, list[float]]) -> float:
    return percentile([one for times in took.values() for one in times], 0.95) * 1000


def _told(took: dict[str, dict[str, list[float]]]) -> str:
    """Say the p95 of each reach, and of each kind of words in it."""
    return ", ".join(
        f"{name} {_p95(kinds):.1f} ("
        + " ".join(f"{kind} {percentile(kinds[kind], 0.95) * 1000:.1f}" for kind in kinds)
        + ")"
        for name, kinds in took.items()
    )


def _search(officer: Actor, text: str) -> None:
    found = fitting(officer, InitiativeFilter(text=text)).order_by("-hit")
    list(found.values_list("public_id", flat=True)[:PAGE])


def _page(officer: Actor, text: str) -> None:
    """Ask all that a page of the list asks: rows, authors, praises, the count up to its measure."""
    initiative_list(officer, InitiativeFilter(text=text))


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

    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            cursor.fetchall()

    return seconds_of(ask)
