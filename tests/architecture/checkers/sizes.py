"""Small rooms: modules, functions and templates within their limits, each module with a caption."""

import ast
from collections.abc import Iterator

from tests.architecture.checkers.sources import Source

MODULE, TEST_MODULE, FUNCTION, TEMPLATE, CAPTION = 300, 500, 40, 150, 100
ONE_ROOM = "One room because"
_FIRST_LINES = 12


def _is_one_room(text: str) -> bool:
    return ONE_ROOM in "\n".join(text.splitlines()[:_FIRST_LINES])


def module_faults(source: Source) -> Iterator[str]:
    """Yield what is too long in a Python file, and a missing or long caption."""
    lines = source.text.count("\n")
    limit = TEST_MODULE if source.path.startswith("tests/") else MODULE
    if lines > limit and not _is_one_room(source.text):
        yield f"{source.path}: {lines} lines, limit {limit}; split it along the noun"
    caption = (ast.get_docstring(source.tree) or "").split("\n")[0]
    if not caption and source.text.strip():
        yield f"{source.path}: its first line does not say what lives there"
    if len(caption) > CAPTION:
        yield f"{source.path}: caption of {len(caption)} characters, limit {CAPTION}"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION:
                yield f"{source.at(node)}: {node.name} has {length} lines, limit {FUNCTION}"


def template_faults(source: Source) -> Iterator[str]:
    """Yield a template that is too long."""
    lines = source.text.count("\n")
    if lines > TEMPLATE and not _is_one_room(source.text):
        yield f"{source.path}: {lines} lines, limit {TEMPLATE}; move a part into an include"
