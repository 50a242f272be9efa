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
    """Yield every refusal that a file makes; a helper that is given its code stands for its callers."""
    helpers = {
        name: place for node in ast.walk(source.tree) for name, place in _code_parameters(node)
    }
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", "")
        if name in KINDS and node.args and not _is_own_parameter(source, node):
            yield _refusal(source, node, node.args[0], named, open_ended=False)
        elif name in helpers and len(node.args) > helpers[name]:
            yield _refusal(source, node, node.args[helpers[name]], named, open_ended=True)


def _refusal(
    source: Source, call: ast.Call, code: ast.expr, named: Mapping[str, str], *, open_ended: bool
) -> Refusal:
    return Refusal(
        source.at(call),
        code.value if isinstance(code, ast.Constant) else named.get(ast.unparse(code)),
        frozenset(word.arg for word in call.keywords if word.arg),
        open_ended or any(word.arg is None for word in call.keywords),
    )


def _code_parameters(node: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield name and position of the parameter that a private helper refuses with."""
    if not isinstance(node, ast.FunctionDef) or not node.name.startswith("_"):
        return
    names = [argument.arg for argument in node.args.args]
    for part in ast.walk(node):
        if isinstance(part, ast.Call) and getattr(part.func, "id", "") in KINDS and part.args:
            given = getattr(part.args[0], "id", "")
            if given in names:
                yield node.name, names.index(given)


def _is_own_parameter(source: Source, call: ast.Call) -> bool:
    return any(
        call in ast.walk(node) and getattr(call.args[0], "id", "") in _names(node)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("_")
    )


def _names(node: ast.FunctionDef) -> list[str]:
    return [argument.arg for argument in node.args.args]


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
