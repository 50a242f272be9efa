"""bench page_home: the page "Việc hôm nay" over HTTP, beside a bare Django page."""

from collections.abc import Callable
from http.client import HTTPConnection

from django.db import connection

from thidua.cli.bench.country import Chair, build
from thidua.cli.bench.result import Result, percentile
from thidua.cli.bench.serving import in_parallel, running_server
from thidua.cli.bench.serving import request as send

UNITS, REQUESTS, BAR_MS = 24, 400, 100.0


def run() -> Result:
    """Measure the p95 of the first page of grassroots chairs."""
    chairs = build(UNITS, 10)
    jobs = [chairs[number % UNITS] for number in range(REQUESTS)]
    with running_server() as port:
        _, _ = in_parallel(port, jobs[:40], _getter("/"))
        pages, _ = in_parallel(port, jobs, _getter("/"))
        bare, _ = in_parallel(port, jobs, _getter("/bench/page/"))
    value, limit = percentile(pages, 0.95) * 1000, percentile(bare, 0.95) * 1000
    return Result(
        name="page_home",
        database=connection.vendor,
        value=round(value, 2),
        unit="ms p95",
        better="lower",
        limit=round(limit, 2),
        ratio=round(value / limit, 2),
        bar=f"<= {BAR_MS:.0f} ms",
        holds=value <= BAR_MS,
        scale=f"{UNITS} units, 4 clients",
    )


def _getter(path: str) -> Callable[[HTTPConnection, Chair], float]:
    def get(http: HTTPConnection, chair: Chair) -> float:
        status, seconds = send(http, path, chair.cookies)
        if status != 200:  # noqa: PLR2004
            raise AssertionError(f"{path} answered {status}")
        return seconds

    return get
