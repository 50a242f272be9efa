"""A state is written in one module of the whole program: base/workflow.py."""

import ast
from collections.abc import Iterator

from tests.architecture.checkers.sources import Source

HOME = "src/thidua/base/workflow.py"
_HOW = "take a step with base.workflow.advance instead"
_MAKERS = {"create", "bulk_create", "get_or_create", "update_or_create"}


def state_faults(source: Source) -> Iterator[str]:
    """Yield each place that sets a state by itself; a new row may only start at its machine's initial."""
    if source.path == HOME:
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign) and _assigns_state(node):
            yield f"{source.at(node)}: assigns .state; {_HOW}"
        if isinstance(node, ast.Call):
            yield from _call_faults(source, node)


def _assigns_state(node: ast.Assign | ast.AugAssign | ast.AnnAssign) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    parts = [part for target in targets for part in ast.walk(target)]
    return any(isinstance(part, ast.Attribute) and part.attr == "state" for part in parts)


def _call_faults(source: Source, call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    given = [word.value for word in call.keywords if word.arg == "state"]
    if name == "update" and given:
        yield f"{source.at(call)}: update(state=…); {_HOW}"
    if name == "setattr" and _names_state(call.args[1:2]):
        yield f"{source.at(call)}: setattr of a state; {_HOW}"
    if name in _MAKERS and given and not _is_initial(given[0]):
        yield f"{source.at(call)}: a new row starts at its machine's .initial"


def _names_state(arguments: list[ast.expr]) -> bool:
    return any(isinstance(part, ast.Constant) and part.value == "state" for part in arguments)


def _is_initial(value: ast.expr) -> bool:
    return isinstance(value, ast.Attribute) and value.attr == "initial"
