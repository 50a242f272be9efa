"""Walks the resolver and the matrix: every route has a row, every cell answers as written."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZipFile

from django.db import connection
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse
from tests.access.forms import form_for
from tests.access.matrix import Cell
from tests.access.world import World, undone
from tests.crash.picture import changed_tables, of_database

# Sessions are written when somebody is seen, and by the sign-in package for itself.
_BESIDE = ("django_session", "axes_")
_FRESH = re.compile(r'(?<=value=")[\w-]{20,}(?=")|(?<="X-CSRFToken": ")\w+')
_WRITING = re.compile(r"\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Route:
    """One route by its full name, with the names in its address and what serves it."""

    name: str
    parameters: tuple[str, ...]
    pattern: URLPattern


def routes(
    patterns: Iterable[Any] | None = None, space: str = "", above: tuple[str, ...] = ()
) -> Iterator[Route]:
    """Yield every route, its name with the namespace in front."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        parameters = (*above, *entry.pattern.converters)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from routes(entry.url_patterns, inner, parameters)
        else:
            yield Route(f"{space}{entry.name}", parameters, entry)


def address(world: World, cell: Cell) -> str:
    """Return where a cell asks."""
    thing = world.things[cell.thing]
    wanted = {route.name: route.parameters for route in routes()}[cell.route]
    return reverse(cell.route, kwargs={name: thing.ids[name] for name in wanted})


def ask(world: World, cell: Cell) -> HttpResponse:
    """Send the request of a cell."""
    client = world.client(cell.relation, cell.thing)
    # A view that fails must show as a wrong cell, not stop the walk.
    client.raise_request_exception = False
    query = world.things[cell.thing].query if cell.asks else None
    if cell.method == "GET":
        return client.get(address(world, cell), query_params=query)
    data = form_for(world, cell.route, cell.thing)
    return client.post(address(world, cell), data, query_params=query)


def answered(response: HttpResponse, marker: str, expected: str) -> str:
    """Return what came back, in the words of the table."""
    if response.status_code in {301, 302}:
        return _target(response["Location"], expected)
    status = str(response.status_code)
    if status == "200" and expected[-1] in "+-":
        status += "+" if marker in _source(response) else "-"
    return status


def _source(response: HttpResponse) -> str:
    """Return what a page says, or the cells of an Excel file."""
    if not response.content.startswith(b"PK"):
        return response.content.decode()
    with ZipFile(BytesIO(response.content)) as book:
        return "".join(book.read(name).decode() for name in book.namelist() if "xml" in name)


def _target(location: str, expected: str) -> str:
    parts = urlsplit(location)
    match = resolve(parts.path)
    if match.view_name == "account_login" and expected != ">account_login":
        return "in" if parts.query.startswith("next=") else ">account_login"
    return f">{match.view_name}"


@contextmanager
def writes() -> Iterator[list[str]]:
    """Collect the statements that write; a picture of the database is drawn only where there are any."""
    found: list[str] = []

    def watch(execute: Any, sql: str, *rest: Any) -> Any:
        if _WRITING.match(sql) and not any(f'"{table}' in sql for table in _BESIDE):
            found.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(watch):
        yield found


def wrong_cells(world: World, asked: Iterable[Cell]) -> Iterator[str]:
    """Yield a sentence for each cell that answers otherwise, or changes data where it must not."""
    before = of_database()
    for cell in asked:
        with undone():
            with writes() as written:
                response = ask(world, cell)
            answer = answered(response, world.things[cell.thing].marker, cell.expected)
            if answer != cell.expected:
                yield f"{cell}: expected {cell.expected}, was {answer}"
            if written and (cell.method == "GET" or refuses(cell)):
                changed = changed_tables(before, of_database())
                if changed:
                    yield f"{cell}: changed {', '.join(sorted(changed))}"


def masked(response: HttpResponse) -> str:
    """Return a page without what is fresh on each reading: tokens and request keys."""
    return _FRESH.sub("", response.content.decode())


def area_of(cell: Cell) -> str:
    """Return the part of the site that a cell asks."""
    return cell.route.partition(":")[0] if ":" in cell.route else "single pages"


def refuses(cell: Cell) -> bool:
    """Tell whether the cell must change nothing."""
    return cell.expected == "in" or cell.expected[:1] == "4"
