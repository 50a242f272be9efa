"""The brief as data: articles and, of each, what it says and which page shows it."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml


@dataclass(frozen=True)
class Fact:
    """One statement of an article, and the page that carries it for one of the demonstration's people."""

    key: str
    said: str
    seen: str
    reader: str
    route: str
    unit_code: str
    year: int
    of: str
    more: tuple[str, ...]
    ask: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Article:
    """One article of the brief."""

    title: str
    told: str
    facts: tuple[Fact, ...]


@cache
def articles() -> tuple[Article, ...]:
    """Return the five articles, the national plan first, as the file lists them."""
    text = resources.files(__package__).joinpath("brief.yaml").read_text("utf-8")
    return tuple(_article(number, row) for number, row in enumerate(yaml.safe_load(text), start=1))


def fact(key: str) -> Fact | None:
    """Return one statement by its key ("2-3": the third of the second article)."""
    return next((each for one in articles() for each in one.facts if each.key == key), None)


def _article(number: int, row: Any) -> Article:
    facts = (_fact(f"{number}-{place}", each) for place, each in enumerate(row["facts"], start=1))
    return Article(row["article"], row["told"], tuple(facts))


def _fact(key: str, row: Any) -> Fact:
    code, year = row["plan"].split("/")
    more = tuple(map(str, row.get("more", ())))
    words = tuple(map(str, row["words"]))
    return Fact(key, row["said"], row["seen"], row["as"], row["open"], code, int(year),
                row.get("of", "plan"), more, row.get("ask", ""), words)  # fmt: skip
