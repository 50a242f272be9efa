"""Every refusal has a sentence, and the sentence gets the words it asks for."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tests.architecture.checkers.sources import Source

KINDS = {"DomainError", "NotFound", "Forbidden", "Conflict", "Invalid"}
_PLACEHOLDER = re.compile(r"%\((\w+)\)")


@dataclass(frozen=True)
class Refusal:
    """One place that refuses: its code, the words it passes, and whether it passes unknown ones."""

    place: str
    code: str | None
    words: frozenset[str]
    open_ended: bool


def named_codes(sources: Iterable[Source]) -> dict[str, str]:
    """Return the codes that stand in a class of constants, by `Class.NAME`."""
    return {
        f"{owner.name}.{line.targets[0].id}": line.value.value
        for source in sources
        for owner in ast.walk(source.tree)
        if isinstance(owner, ast.ClassDef)
        for line in owner.body
        if isinstance(line, ast.Assign)
        and isinstance(line.targets[0], ast.Name)
        and isinstance(line.value, ast.Constant)
        and isinstance(line.value.value, str)
    }


def refusals(source: Source, named: Mapping[str, str]) -> Iterator[Refusal]:
    """Yield every refusal that a file makes."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KINDS and node.args:
            first = node.args[0]
            is_literal = isinstance(first, ast.Constant)
            yield Refusal(
                source.at(node),
                first.value if is_literal else named.get(ast.unparse(first)),
                frozenset(word.arg for word in node.keywords if word.arg),
                any(word.arg is None for word in node.keywords),
            )


def refusal_faults(found: Refusal, sentences: Mapping[str, str]) -> Iterator[str]:
    """Yield what a person would not be able to read."""
    if found.code is None:
        yield f"{found.place}: spell the code out, so that its sentence can be found"
    elif found.code not in sentences:
        yield f"{found.place}: “{found.code}” has no sentence in base/messages"
    else:
        missing = set(_PLACEHOLDER.findall(sentences[found.code])) - found.words
        if missing and not found.open_ended:
            yield f"{found.place}: the sentence of “{found.code}” asks for {sorted(missing)}"
