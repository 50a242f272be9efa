"""Laws of every page: reading changes nothing, forms carry a token, headers are strict, 12 queries."""

import re

import pytest
from django.test import Client
from tests.access.crawl import pages, read
from tests.access.matrix import Cell, cells
from tests.access.walk import address, ask, routes, writes
from tests.access.world import undone

pytestmark = pytest.mark.slow

MOST_QUERIES = 12
READERS = (
    ("lanh-dao", "tld"),
    ("lanh-dao", "giao-duc-hn"),
    ("can-bo-thi-dua", "tu-liem"),
    ("chu-tich-cdcs", "anh-duong"),
    ("can-bo-cdcs", "anh-duong"),
    ("quan-tri", "tld"),
)
# Words that only come from packages whose text was not put into Vietnamese.
ENGLISH = re.compile(
    r"\b(Password|Username|Sign (?:In|Out|Up)|Log ?(?:in|out)|This field|Enter a|Please|Required"
    r"|Recovery|Passkeys?|Security Keys?|Two-Factor|Deactivate|Activate|Authenticat\w+|Submit"
    r"|Delete|Cancel|Confirm|Account|E-?mail|Not Found|Forbidden|Ensure|Select a|valid)\b"
)
PAGES = [
    cell
    for cell in cells()
    if cell.method == "GET" and cell.expected[0] in "2>" and cell.relation in {"own", "keeper"}
]


def alone(world, name: str) -> str:
    """Return the address of a page that needs no thing."""
    return address(world, Cell(name, "GET", "self", "own", "200"))


def plain_routes() -> list[str]:
    """Every route without parts in its address, those of packages too."""
    return [route.name for route in routes() if not route.parameters]


def test_reading_twice_changes_nothing(world):
    changed = []
    for cell in PAGES:
        with undone(), writes() as written:
            ask(world, cell)
            ask(world, cell)
        if written:
            changed.append(f"{cell}: {written}")

    assert len(PAGES) > 60
    assert not changed, "\n".join(changed)


def test_the_pages_of_packages_change_nothing(world):
    client = world.client("own", "plan")

    for name in plain_routes():
        with undone(), writes() as written:
            client.get(alone(world, name))
        assert not written, name


def test_a_page_that_writes_is_found(world):
    with undone(), writes() as written:
        ask(world, next(c for c in cells() if c.route == "campaigns:close" and c.method == "POST"))

    assert any("campaigns_campaign" in statement for statement in written)


def test_every_form_needs_its_token(world):
    """A page of another site cannot press a button here."""
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = world.client("own", "plan").cookies
    asked = {cell.route: cell for cell in cells() if cell.method == "POST"}
    addresses = [address(world, cell) for cell in asked.values()]
    addresses += [alone(world, name) for name in plain_routes()]

    with writes() as written:
        answers = {where: strict.post(where, {"request_key": "x"}) for where in addresses}

    assert len(addresses) > 40
    assert {where: r.status_code for where, r in answers.items() if r.status_code != 403} == {}
    assert all("Trang đã mở quá lâu" in r.content.decode() for r in answers.values())
    assert not written


@pytest.mark.parametrize("reader", READERS, ids="-".join)
def test_what_each_reader_is_offered(world, client_of, reader):
    """From the first page along every link: opens, Vietnamese, strict headers, few queries."""
    faults = []
    read_pages = list(pages(client_of(*reader)))
    for page in read_pages:
        faults += [f"{page.address} (from {page.led_from}): {wrong}" for wrong in wrongs(page)]

    assert len(read_pages) > 8
    assert not faults, "\n".join(faults)


def wrongs(page):
    """Yield what is wrong with one page."""
    if page.response.status_code >= 400:
        yield f"offers what it refuses: {page.response.status_code}"
    if page.queries > MOST_QUERIES:
        yield f"{page.queries} queries"
    yield from header_faults(page.response)
    if page.html:
        yield from source_faults(page.html)
        found = ENGLISH.search(page.words)
        if found:
            yield f"English: {page.words[max(0, found.start() - 40) : found.end() + 20]}"


def header_faults(response):
    """Yield the headers that are missing or lax."""
    policy = response.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "frame-ancestors 'none'" not in policy:
        yield f"policy: {policy}"
    if "unsafe" in policy or "*" in policy or "http" in policy:
        yield f"lax policy: {policy}"
    wanted = {
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    for name, value in wanted.items():
        if response.get(name) != value:
            yield f"{name}: {response.get(name)}"


def source_faults(html):
    """Yield what a strict policy would block, and a page that does not say its language."""
    if '<html lang="vi"' not in html:
        yield "does not say that it is Vietnamese"
    for pattern in (r"<script(?![^>]*\bsrc=)[^>]*>\s*\S", r"<style", r"\sstyle=", r"\son[a-z]+="):
        found = re.search(pattern, html)
        if found and 'type="application/json"' not in found.group():
            yield f"inline: {html[found.start() : found.start() + 80]}"


def test_the_laws_bite():
    class Lax(dict):
        status_code = 200

    page = type("P", (), {"html": '<p onclick="x()">', "words": "Enter a password", "queries": 13})
    page.response = Lax({"Content-Security-Policy": "default-src 'none' 'unsafe-inline'"})

    faults = "\n".join(wrongs(page))

    for word in ("13 queries", "lax policy", "X-Frame", "inline: ", "English: ", "Vietnamese"):
        assert word in faults


@pytest.mark.parametrize("relation", ["own", "public"])
def test_pages_of_packages_follow_the_laws(world, relation):
    client = world.client(relation, "plan")
    client.get("/")  # the session notes the moment, once a minute

    faults = []
    for name in plain_routes():
        page = read(client, alone(world, name))
        if page.response.status_code == 200:
            faults += [f"{name}: {wrong}" for wrong in wrongs(page)]

    assert not faults, "\n".join(faults)


def test_a_proof_is_a_picture_and_nothing_else(world):
    client = world.client("own", "report")
    cell = Cell("reporting:proof", "GET", "report", "own", "200")

    response = client.get(address(world, cell))

    assert response["Content-Type"] == "image/jpeg"
    assert "sandbox" in response["Content-Security-Policy"]
    assert response["Cache-Control"].startswith("private")
    assert list(header_faults(response)) == []


def test_pages_to_read_take_no_orders(world):
    """A POST to a page that has no form changes nothing."""
    taking = {cell.route for cell in cells() if cell.method == "POST"}
    reading = {cell.route: cell for cell in PAGES if cell.route not in taking}

    with writes() as written:
        for cell in reading.values():
            world.client(cell.relation, cell.thing).post(address(world, cell), {"do": "send"})

    assert len(reading) > 10
    assert not written


def test_refusals_are_strict_and_vietnamese_too(world):
    faults = []
    for cell in cells():
        if cell.expected in {"403", "404", "409"} and cell.relation in {"aide", "none"}:
            with undone():
                response = ask(world, cell)
            html = response.content.decode()
            faults += [f"{cell}: {w}" for w in (*header_faults(response), *source_faults(html))]

    assert not faults, "\n".join(faults)


def test_empty_forms_are_refused_in_vietnamese(world):
    faults = []
    for cell in cells():
        if cell.method == "POST" and cell.expected[0] == ">" and cell.relation in {"own", "keeper"}:
            client = world.client(cell.relation, cell.thing)
            with undone():
                response = client.post(address(world, cell), {"act": "rename", "do": "send"})
            found = ENGLISH.search(response.content.decode()) if response.status_code == 422 else 0
            if found:
                faults.append(f"{cell}: {found.group()}")

    assert not faults, "\n".join(faults)
