"""One browser and one loaded demonstration for all stories; each story that writes gets a copy."""

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from tests.e2e.servers import DEMONSTRATION, Server, command, copy_of, serving
from tests.e2e.visiting import WAIT_MS, Visits

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
_LOAD_PATIENCE_S = 180.0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All that stands here is a browser story."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.e2e)


def _chromium() -> str:
    for name in (os.environ.get("THIDUA_TEST_CHROMIUM", ""), *_BROWSERS):
        if name and (path := shutil.which(name)):
            return path
    return ""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = _chromium()
    if not path:
        pytest.skip("no Chromium found; install chromium or set THIDUA_TEST_CHROMIUM")
    expect.set_options(timeout=WAIT_MS)
    # While a browser is driven its event loop is alive, which Django takes for an async caller.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The demonstration, loaded once for all processes of a run; never served itself."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "demonstration"
    ready = folder.with_suffix(".ready")
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        until = time.monotonic() + _LOAD_PATIENCE_S
        while not ready.exists():
            assert time.monotonic() < until, "the other process never finished loading"
            time.sleep(0.2)
        return folder
    command(folder, "demo_load", **DEMONSTRATION)
    ready.touch()
    return folder


@pytest.fixture(scope="session")
def house(loaded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A demonstration that stories only read."""
    with serving(copy_of(loaded, tmp_path_factory.mktemp("house")), **DEMONSTRATION) as server:
        yield server


@pytest.fixture
def own_house(loaded: Path, tmp_path: Path) -> Iterator[Server]:
    """A demonstration of the story's own, which it may change."""
    with serving(copy_of(loaded, tmp_path), **DEMONSTRATION) as server:
        yield server


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visits]:
    """`visit(server, phone=True)`: one more screen; no screen may have seen a fault."""
    visits = Visits(browser)
    yield visits
    faults = visits.leave()
    assert not faults, faults
