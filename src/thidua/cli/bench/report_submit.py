"""bench report_submit: full reports of ten figures over HTTP, beside a bare Django view."""

import os
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection

from thidua.cli.bench import bare
from thidua.cli.bench.country import Chair, build, typed_codes
from thidua.cli.bench.result import Result
from thidua.cli.bench.serving import in_parallel, running_server
from thidua.cli.bench.serving import request as send

UNITS, BAR = 240, 0.5


def run() -> Result:
    """Measure reports sent per second; each report is sent once, by its own chair."""
    chairs = build(UNITS, bare.FIGURES)
    bare.make_tables()
    codes = typed_codes(bare.FIGURES)
    warm, rest = chairs[:20], chairs[20:]
    with running_server() as port:
        in_parallel(port, warm, _sender(codes))
        _, whole = in_parallel(port, rest, _sender(codes))
        numbered = list(enumerate(rest))
        in_parallel(port, [(-1 - place, chair) for place, chair in enumerate(warm)], _bare_sender)
        _, bare_whole = in_parallel(port, numbered, _bare_sender)
    value, limit = len(rest) / whole, len(rest) / bare_whole
    return Result(
        name="report_submit",
        database=connection.vendor,
        value=round(value, 1),
        unit="reports/s",
        better="higher",
        limit=round(limit, 1),
        ratio=round(value / limit, 2),
        bar=f">= {BAR} x bare",
        holds=value / limit >= BAR,
        scale=f"{len(rest)} reports of {bare.FIGURES} figures, 4 clients, sync {sync_ms():.1f} ms",
    )


def sync_ms(times: int = 20) -> float:
    """Return how long this disk takes to make one small write durable, in milliseconds."""
    path = Path(settings.THIDUA_DATA_DIR) / "sync.probe"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT)
    begun = time.perf_counter()
    for _ in range(times):
        os.write(handle, b"x" * 400)
        os.fsync(handle)
    seconds = time.perf_counter() - begun
    os.close(handle)
    path.unlink()
    return seconds * 1000 / times


def _sender(codes: list[str]) -> Callable[[HTTPConnection, Chair], float]:
    def post(http: HTTPConnection, chair: Chair) -> float:
        figures = {f"v-{code}": str(place) for place, code in enumerate(codes)}
        form = urlencode({**figures, "version": 1, "request_key": chair.report_id, "do": "send"})
        path = f"/bao-cao/ky/{chair.period_id}/nhap/"
        status, seconds = send(http, path, chair.cookies, chair.csrf, form)
        if status != 302:  # noqa: PLR2004
            raise AssertionError(f"{path} answered {status}")
        return seconds

    return post


def _bare_sender(http: HTTPConnection, job: tuple[int, Chair]) -> float:
    number, chair = job
    form = urlencode({f"f{place}": place for place in range(bare.FIGURES)})
    path = f"/bench/submit/{number + 1000}/"
    status, seconds = send(http, path, chair.cookies, chair.csrf, form)
    if status != 302:  # noqa: PLR2004
        raise AssertionError(f"{path} answered {status}")
    return seconds
