"""Every test asserts something that could be false."""

import ast
from collections.abc import Iterator

from tests.architecture.checkers.sources import Source

_ASSERTING_CALLS = ("raises", "assert", "check", "expect", "django_assert", "fail", "warns")


def assert_faults(source: Source) -> Iterator[str]:
    """Yield the tests of a file that assert nothing."""
    for node in ast.walk(source.tree):
        if (
            isinstance(node, ast.FunctionDef)
            and node.name.startswith("test_")
            and not _asserts(node)
        ):
            yield f"{source.at(node)}: {node.name} asserts nothing"


def _asserts(test: ast.FunctionDef) -> bool:
    for node in ast.walk(test):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name.startswith(_ASSERTING_CALLS):
                return True
    return False
