"""The glossary is the single source of terms; code and interface follow it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.architecture.checkers.sources import ROOT


@dataclass(frozen=True)
class Term:
    """One entry: the name in code, the Vietnamese of the office, and words never used for it."""

    en: str
    vi: tuple[str, ...]
    meaning: str
    source: str
    never: tuple[str, ...] = ()


def load(path: Path = ROOT / "docs/glossary.toml") -> tuple[Term, ...]:
    """Read the glossary."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["term"]
    return tuple(
        Term(
            entry["en"],
            tuple(entry["vi"]),
            entry["meaning"],
            entry["source"],
            tuple(entry.get("never", ())),
        )
        for entry in entries
    )


def model_faults(model: Any, terms: dict[str, Term]) -> Iterator[str]:
    """Yield a model that the glossary does not know, or whose docstring does not name its term."""
    term = terms.get(model.__name__)
    if term is None:
        yield f"{model.__name__}: is not in docs/glossary.toml"
        return
    docstring = (model.__doc__ or "").lower()
    if not any(vi.lower() in docstring for vi in term.vi):
        yield f"{model.__name__}: its docstring does not say “{term.vi[0]}”"
