"""Runs a call in a forked child that kills itself at the n-th dangerous point."""

import os
import signal
import traceback
from collections.abc import Callable
from pathlib import Path

from django.db import connection, connections

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE", "SAVEPOINT", "SELECT PG_ADVISORY")
RAN_THROUGH, KILLED = 0, -signal.SIGKILL


class Points:
    """Counts the points that a call passes and ends the process at the chosen one."""

    def __init__(self, deadly: int, log: Path) -> None:
        self.deadly = deadly
        self.log = log
        self.passed = 0

    def reach(self, name: str) -> None:
        """Pass one point, or die here."""
        self.passed += 1
        if self.passed == self.deadly:
            self.log.write_text(name)
            os.kill(os.getpid(), signal.SIGKILL)

    def execute(self, execute, sql, params, many, context):
        """Wrap each write statement: dying before it stands for dying after the one before."""
        if sql.lstrip().upper().startswith(WRITES):
            self.reach(sql.split("(")[0][:60])
        return execute(sql, params, many, context)

    def around(self, owner: object, name: str, label: str) -> None:
        """Put a point before and after a function such as COMMIT, a callback run, or a rename."""
        original = getattr(owner, name)

        def with_points(*args, **kwargs):
            self.reach(f"before {label}")
            result = original(*args, **kwargs)
            self.reach(f"after {label}")
            return result

        setattr(owner, name, with_points)


def run_and_kill(call: Callable[[], object], deadly: int, log: Path) -> int:
    """Run `call` in a child that dies at point `deadly`; return how the child ended.

    A child that passes all its points ends with RAN_THROUGH; any other end is a fault of the call.
    """
    connections.close_all()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            points = Points(deadly, log)
            points.around(type(connections["default"]), "_commit", "COMMIT")
            points.around(os, "replace", "rename")
            connection.run_and_clear_commit_hooks = _pointed_hooks(points)
            with connection.execute_wrapper(points.execute):
                call()
            code = RAN_THROUGH
        except BaseException:  # noqa: BLE001 - the child must say why and end
            traceback.print_exc()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def _pointed_hooks(points: Points) -> Callable[[], None]:
    original = connection.run_and_clear_commit_hooks

    def run() -> None:
        connection.run_on_commit = [
            (sids, _pointed(points, function), robust)
            for sids, function, robust in connection.run_on_commit
        ]
        original()

    return run


def _pointed(points: Points, function: Callable[[], object]) -> Callable[[], object]:
    def call() -> object:
        points.reach("before callback")
        result = function()
        points.reach("after callback")
        return result

    return call
