"""Every act is an operation; what writes undecorated is a shared part of operations.

The sign of a use case is a keyword-only `actor`. A shared part takes it by position or not at all,
and is called by operations, ticks and commands, never by a page or the demonstration.
"""

import ast
from collections.abc import Iterator

from tests.architecture.checkers.sources import Source

_WRITES = {
    "save", "create", "bulk_create", "update", "bulk_update", "delete", "get_or_create",
    "update_or_create", "advance", "advance_many", "next_version", "put", "set_password",
}  # fmt: skip


def operation_faults(source: Source) -> Iterator[str]:
    """Yield the public functions of a services module that take an actor and are no operation."""
    for node in _public_functions(source):
        takes_anything = node.args.kwarg is not None  # the shape of a `unit_of`
        names = [argument.arg for argument in node.args.kwonlyargs]
        acts = "actor" in names and not takes_anything
        if acts and not _is_operation(node):
            yield (
                f"{source.at(node)}: {node.name} acts for somebody without @operation: decorate it, "
                "or take `actor` by position if it is a shared part of operations"
            )
        if _is_operation(node) and (node.args.args or not acts):
            yield f"{source.at(node)}: {node.name} must be keyword-only, with `actor` among them"


def shared_writers(source: Source) -> set[str]:
    """Return the public functions of a services module that write and are no operation."""
    found = _public_functions(source)
    return {node.name for node in found if not _is_operation(node) and _writes(node)}


def caller_faults(source: Source, writers: set[str]) -> Iterator[str]:
    """Yield the places of a page or of the demonstration that write past the operations."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and ".services" in (node.module or ""):
            for alias in node.names:
                if alias.name in writers:
                    yield f"{source.at(node)}: {alias.name} writes without @operation; call a use case"
        if isinstance(node, ast.Attribute) and node.attr in writers and _is_service(node.value):
            yield f"{source.at(node)}: {node.attr} writes without @operation; call a use case"


def _is_service(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and "service" in node.id


def _public_functions(source: Source) -> Iterator[ast.FunctionDef]:
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def _is_operation(node: ast.FunctionDef) -> bool:
    called = [item.func if isinstance(item, ast.Call) else item for item in node.decorator_list]
    return any(getattr(item, "id", getattr(item, "attr", "")) == "operation" for item in called)


def _writes(node: ast.FunctionDef) -> bool:
    for part in ast.walk(node):
        if isinstance(part, ast.Call):
            name = getattr(part.func, "attr", getattr(part.func, "id", ""))
            if name in _WRITES:
                return True
    return False
