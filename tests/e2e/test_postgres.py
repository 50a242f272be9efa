"""The same walk on PostgreSQL, with the worker beside the server: totals follow within two seconds."""

import os
import time
import uuid
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from playwright.sync_api import expect
from tests.e2e.servers import DEMONSTRATION, background, command, serving
from tests.e2e.test_live import confirm_initiative, figure
from tests.e2e.visiting import CHAIR, CITY_LEADER

SERVER = os.environ.get("THIDUA_TEST_POSTGRES_URL", "")
_SOON_S = 2.0
_RELOAD_S = 0.2

pytestmark = pytest.mark.skipif(not SERVER, reason="THIDUA_TEST_POSTGRES_URL is not set")


@pytest.fixture
def database() -> Iterator[str]:
    """The address of a new database that is dropped again."""
    name = f"thidua_e2e_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        yield urlunsplit(urlsplit(SERVER)._replace(path=f"/{name}"))
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def test_a_confirmed_initiative_reaches_the_city_within_two_seconds(visit, database, tmp_path):
    told = DEMONSTRATION | {"DATABASE_URL": database}
    command(tmp_path, "demo_load", **told)
    with background(tmp_path, "worker", **told), serving(tmp_path, **told) as server:
        leader, chair = visit(server), visit(server, phone=True)
        leader.enter(CITY_LEADER)
        leader.page.wait_for_timeout(1000)
        _reload_until(leader, "119")
        chair.enter(CHAIR)
        confirm_initiative(chair)
        waited = _reload_until(leader, "120")
        expect(figure(leader)).to_contain_text("100,0 %")
        assert waited <= _SOON_S
        leader.context.close()
        chair.context.close()


def _reload_until(leader, number: str, patience_s: float = 30.0) -> float:
    """Reload until the first figure is this number; return how long that took."""
    begin = time.monotonic()
    while time.monotonic() - begin < patience_s:
        asked = time.monotonic()
        leader.page.reload()
        if figure(leader).get_by_role("link", name=number, exact=True).count():
            return asked - begin
        time.sleep(_RELOAD_S)
    raise AssertionError(f"the figure never became {number}")
