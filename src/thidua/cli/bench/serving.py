"""The server that a benchmark talks to: the product's own, in a process of its own, over HTTP."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import TypeVar

from django.db import connections

T = TypeVar("T")
CLIENTS = 4
_PATIENCE_S = 30.0


@contextmanager
def running_server() -> Iterator[int]:
    """Start the server with the bare views beside the product; yield its port; stop it."""
    connections.close_all()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "thidua.config.settings.bench",
        "THIDUA_PINNED_DAY": "2026-11-22",
    }
    program = f"import django; django.setup(); from thidua.cli.server import serve; serve('127.0.0.1', {port})"
    process = subprocess.Popen([sys.executable, "-c", program], env=environment)  # noqa: S603
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=15)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("the server did not answer")


def request(
    connection: HTTPConnection, path: str, cookies: str, csrf: str = "", form: str = ""
) -> tuple[int, float]:
    """Send one request on a kept-alive connection; return status and seconds."""
    headers = {"Cookie": cookies}
    if form:
        headers |= {"X-CSRFToken": csrf, "Content-Type": "application/x-www-form-urlencoded"}
    begun = time.perf_counter()
    connection.request("POST" if form else "GET", path, body=form or None, headers=headers)
    response = connection.getresponse()
    response.read()
    return response.status, time.perf_counter() - begun


def in_parallel(
    port: int, jobs: Sequence[T], do: Callable[[HTTPConnection, T], float]
) -> tuple[list[float], float]:
    """Do all jobs with CLIENTS clients, each on its own connection; return times and whole time."""

    def one_client(share: Sequence[T]) -> list[float]:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        times = [do(connection, job) for job in share]
        connection.close()
        return times

    begun = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        parts = list(pool.map(one_client, [jobs[start::CLIENTS] for start in range(CLIENTS)]))
    return [seconds for part in parts for seconds in part], time.perf_counter() - begun
