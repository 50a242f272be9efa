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

_LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')
_PAINT = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]+>", re.DOTALL)
# The same page with other days or filters behind its address: one of them is enough.
_OF_ONE_ADDRESS = 2


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
    return Page(address, led_from, response, len(asked))


def pages(client: Client, start: str = "/") -> Iterator[Page]:
    """Yield every page that links lead to, each address once."""
    client.get(start)  # the session notes the moment, once a minute
    waiting, seen, read_of = [(start, "")], {start}, Counter[str]()
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
            if read_of[path] <= _OF_ONE_ADDRESS:
                waiting.append((target, address))
