"""Puts the packaged SQLite in place of Python's own before Django loads its backend."""

import sys
from importlib import import_module


def use_fixed_sqlite() -> None:
    """Make `sqlite3` mean `pysqlite3` in this process, where the package is installed.

    SQLite 3.7.0–3.51.2 can lose acknowledged commits in WAL mode with two connections; the
    SQLite that Python was built with is often one of those. `thidua doctor` says which is used.
    """
    try:
        replacement = import_module("pysqlite3")
    except ModuleNotFoundError:
        return
    sys.modules["sqlite3"] = replacement
    sys.modules["sqlite3.dbapi2"] = import_module("pysqlite3.dbapi2")
