"""The writer gate: whoever wants to write queues here, in turn, before BEGIN IMMEDIATE."""

import fcntl
import os
import threading
import time
from pathlib import Path

_PATIENCE_S = 20.0
_FIRST_NAP_S = 0.001
_LONGEST_NAP_S = 0.02


class GateTimeout(Exception):
    """The gate stayed shut for longer than anyone should wait."""


class WriterGate:
    """A thread lock and a file lock: one writer in this process and in any other on this machine.

    SQLite's own busy handler retries blindly, so a writer can starve for seconds under load.
    """

    def __init__(self, database: str) -> None:
        self._threads = threading.Lock()
        self._path = Path(f"{database}.gate")
        self._handle: int | None = None
        self._pid = os.getpid()

    def enter(self) -> None:
        """Wait for the turn to write; raise `GateTimeout` after 20 s."""
        deadline = time.monotonic() + _PATIENCE_S
        self._forget_after_fork()
        if not self._threads.acquire(timeout=_PATIENCE_S):
            raise GateTimeout
        try:
            self._lock_file(deadline)
        except BaseException:
            self._threads.release()
            raise

    def leave(self) -> None:
        """Let the next writer in."""
        if self._handle is not None:
            fcntl.flock(self._handle, fcntl.LOCK_UN)
        self._threads.release()

    def _lock_file(self, deadline: float) -> None:
        if self._handle is None:
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        nap = _FIRST_NAP_S
        while True:
            try:
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise GateTimeout from None
                time.sleep(nap)
                nap = min(nap * 2, _LONGEST_NAP_S)
            else:
                return

    def _forget_after_fork(self) -> None:
        """A child shares its parent's open file and so its lock: it must open its own."""
        if self._pid != os.getpid():
            self._pid = os.getpid()
            self._threads = threading.Lock()
            self._handle = None


_gates: dict[str, WriterGate] = {}
_gates_guard = threading.Lock()


def gate_for(database: str) -> WriterGate:
    """Return the one gate of this database file."""
    with _gates_guard:
        return _gates.setdefault(database, WriterGate(database))
