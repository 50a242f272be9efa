"""Django's SQLite backend, with durable settings and the writer gate around each transaction."""

import sqlite3
from typing import Any

from django.db.backends.sqlite3 import base as django_sqlite
from django.db.utils import OperationalError

from thidua.base.sqlite.gate import GateTimeout, WriterGate, gate_for
from thidua.base.sqlite.rule import start_pragmas


class DatabaseWrapper(django_sqlite.DatabaseWrapper):
    """A connection whose outermost transaction holds the gate from BEGIN IMMEDIATE to its end."""

    _gate: WriterGate | None = None

    def get_connection_params(self) -> dict[str, Any]:
        """Add what every connection of this product needs; an explicit option still wins."""
        options = self.settings_dict["OPTIONS"]
        options.setdefault("transaction_mode", "IMMEDIATE")
        options.setdefault("timeout", 20)
        options.setdefault("init_command", start_pragmas(sqlite3.sqlite_version_info))
        return super().get_connection_params()

    def _start_transaction_under_autocommit(self) -> None:
        if not self.is_in_memory_db():
            gate = gate_for(str(self.settings_dict["NAME"]))
            try:
                gate.enter()
            except GateTimeout as closed:
                raise OperationalError("database is locked: writer gate") from closed
            self._gate = gate
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._leave_gate()
            raise

    def _commit(self) -> None:
        super()._commit()  # type: ignore[misc]
        self._leave_gate()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._leave_gate()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._leave_gate()

    def _leave_gate(self) -> None:
        gate, self._gate = self._gate, None
        if gate is not None:
            gate.leave()
