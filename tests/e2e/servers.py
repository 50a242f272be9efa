"""The real server, as `./run` starts it, on a folder of its own."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEMONSTRATION = {"THIDUA_DEMO": "1", "THIDUA_PINNED_DAY": "2026-11-22"}
_PATIENCE_S = 90.0
_FAULT = re.compile(r"Traceback|ERROR|CRITICAL|Internal Server Error")


@dataclass(frozen=True)
class Server:
    """A running server: where it is, where its data lies, what it said on its terminal."""

    url: str
    folder: Path
    log: Path

    def at(self, path: str) -> str:
        return self.url + path

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """What a server is told; nothing of the shell that runs the tests leaks in."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("THIDUA_", "DATABASE_", "DJANGO_", "PYTEST_"))
    }
    told = {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "PYTHONWARNINGS": "default"}
    return kept | told | {"THIDUA_DATA_DIR": str(folder)} | settings


def command(folder: Path, *words: str, **settings: str) -> None:
    """Run one command of the product to its end; what it said is shown when it fails."""
    done = subprocess.run(  # noqa: S603 - this project's own command
        [sys.executable, "-m", "thidua.cli", *words],
        cwd=ROOT,
        env=environment(folder, **settings),
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENCE_S * 2,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def copy_of(folder: Path, room: Path) -> Path:
    """A copy of a data folder that no server has open."""
    return shutil.copytree(folder, room / "data")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def background(
    folder: Path, *words: str, **settings: str
) -> Iterator[tuple[Path, subprocess.Popen]]:
    """A command that runs until the block ends; afterwards its log must be free of faults."""
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".log", delete=False) as log:
        process = subprocess.Popen(  # noqa: S603 - this project's own command
            [sys.executable, "-m", "thidua.cli", *words],
            cwd=ROOT,
            env=environment(folder, **settings),
            stdout=log,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        path = Path(log.name)
    try:
        yield path, process
    finally:
        _stop(process)
    said = path.read_text(encoding="utf-8")
    assert not _FAULT.search(said), said


@contextmanager
def serving(folder: Path, *words: str, **settings: str) -> Iterator[Server]:
    """A server on a free port that answers."""
    port = str(free_port())
    with background(folder, "serve", "--port", port, *words, **settings) as (log, process):
        server = Server(f"http://127.0.0.1:{port}", folder, log)
        _wait_for(server, process)
        yield server


def _wait_for(server: Server, process: subprocess.Popen) -> None:
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until:
        assert process.poll() is None, server.said()
        try:
            with urllib.request.urlopen(server.at("/tai-khoan/dang-nhap/"), timeout=5):  # noqa: S310
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(f"the server does not answer:\n{server.said()}")


def _stop(process: subprocess.Popen) -> None:
    """End it as a terminal would, and what it left behind if it does not listen."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(5)
