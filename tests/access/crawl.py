"""Reads the site as a person would: from the first page along every link it offers."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, resolve

_LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')
_PAINT = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]+>", re.DOTALL)
# The session notes the moment, once a minute: which page that falls on is chance.
OF_THE_SESSION = re.compile(r'UPDATE "django_session"|(?:RELEASE )?SAVEPOINT')
# The same page with other days or filters behind its address: one of them is enough.
_OF_ONE_ADDRESS = 2
# The same page of other units, figures or months: the first of them, nearest to the start, are enough.
_OF_ONE_ROUTE = 60


@dataclass(frozen=True)
class Page:
    """One page as one person got it, and the page that led there."""

    address: str
    led_from: str
    response: HttpResponse
    queries: int

    @property
    def html(self) -> str:
        """The page's source; nothing for a picture or a redirect."""
        if "html" not in self.response.get("Content-Type", ""):
            return ""
        return self.response.content.decode()

    @property
    def words(self) -> str:
        """What a person reads on it."""
        return " ".join(unescape(_PAINT.sub(" ", self.html)).split())


def read(client: Client, address: str, led_from: str = "") -> Page:
    """Read one page and count what it asks of the database; the session's own moment aside."""
    connection.queries_log.clear()  # it holds 9,000; the whole site asks more
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    return Page(address, led_from, response, count_of(asked))


def count_of(asked: CaptureQueriesContext) -> int:
    """Count queries, the session's own moment aside."""
    return sum(not OF_THE_SESSION.match(query["sql"]) for query in asked)


def pages(client: Client, start: str = "/") -> Iterator[Page]:
    """Yield the pages that links lead to, each address once, of each route the nearest ones."""
    waiting, seen, read_of = [(start, "")], {start}, Counter[str]()
    of_route = Counter[str]()
    while waiting:
        address, led_from = waiting.pop(0)
        page = read(client, address, led_from)
        yield page
        for link in map(unescape, _LINK.findall(page.html)):
            # A link inside the page (?trang=2) stays on the address it stands on.
            target = address.partition("?")[0] + link if link.startswith("?") else link
            path = target.partition("?")[0]
            if target in seen or not path.startswith("/") or path.startswith("/static/"):
                continue
            seen.add(target)
            read_of[path] += 1
            of_route[route := _route_of(path)] += 1
            if read_of[path] <= _OF_ONE_ADDRESS and of_route[route] <= _OF_ONE_ROUTE:
                waiting.append((target, address))


def _route_of(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return path
