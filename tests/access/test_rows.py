"""Rows cost no queries, and what a unit does is not to be seen beside it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.access.crawl import count_of, pages
from tests.access.growth import busy_day_at_binh_minh, two_more
from tests.access.matrix import cells
from tests.access.walk import ask, masked
from tests.access.world import undone

pytestmark = pytest.mark.slow

MOST_QUERIES = 12
COUNTED = [
    cell
    for cell in cells()
    if cell.method == "GET"
    and cell.expected.startswith("200")
    and cell.relation in {"own", "direct", "keeper"}
]


def counts(world) -> dict[str, int]:
    """Return how many queries each page asks, the session's own moment aside."""
    found = {}
    for cell in COUNTED:
        # A day that one page has chosen must not follow the reader to the next.
        with undone(), CaptureQueriesContext(connection) as asked:
            ask(world, cell)
        found[str(cell)] = count_of(asked)
    return found


def test_more_rows_cost_no_more_queries(world):
    few = counts(world)
    two_more(world)

    many = counts(world)

    assert {page: n for page, n in many.items() if n > MOST_QUERIES} == {}
    assert {page: (few[page], n) for page, n in many.items() if n > few[page]} == {}


@pytest.mark.parametrize(
    "reader",
    [
        ("chu-tich-cdcs", "anh-duong"),  # beside Bình Minh
        ("can-bo-cdcs", "anh-duong"),
        ("chu-tich-cdcs", "xuong-hai"),  # below a unit beside it
        ("lanh-dao", "giao-duc-hn"),  # beside its superior
        ("lanh-dao", "hue"),
    ],
    ids="-".join,
)
def test_what_a_unit_does_is_not_seen_beside_it(world, client_of, reader):
    client = client_of(*reader)
    before = {page.address: masked(page.response) for page in pages(client) if page.html}

    busy_day_at_binh_minh(world)

    after = {page.address: masked(page.response) for page in pages(client) if page.html}
    assert len(before) > 8
    assert before.keys() == after.keys()
    assert {address for address in before if before[address] != after[address]} == set()


def test_what_a_unit_does_is_seen_above_it(world, client_of):
    """The same comparison finds a difference where there must be one."""
    client = client_of("can-bo-thi-dua", "tu-liem")
    before = {page.address: masked(page.response) for page in pages(client) if page.html}

    busy_day_at_binh_minh(world)

    after = {page.address: masked(page.response) for page in pages(client) if page.html}
    assert before != after
    assert any("Kế hoạch của Bình Minh" in html for html in after.values())


@pytest.mark.parametrize(
    "reader", [("can-bo-cdcs", "anh-duong"), ("can-bo-thi-dua", "tu-liem")], ids="-".join
)
def test_no_page_offers_what_it_refuses(world, client_of, reader):
    """A pilot beside the reader may be named; a link to its plan would lead nowhere."""
    two_more(world)
    busy_day_at_binh_minh(world, pilot=True)

    refused = [page for page in pages(client_of(*reader)) if page.response.status_code >= 400]

    assert [(page.led_from, page.address) for page in refused] == []
