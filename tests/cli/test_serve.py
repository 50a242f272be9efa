"""`thidua serve`: prepares, says where to go, and serves; the worker lives inside where it should."""

import importlib
import os
import signal
import socket
import subprocess
import sys
import time
from io import StringIO
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from tests.architecture.checkers.sources import ROOT

from thidua.apps.accounts.queries import DemoPerson
from thidua.base import background
from thidua.cli import server
from thidua.cli.management.commands import serve

SIGN_IN_PAGE = "tai-khoan/dang-nhap/"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def served(monkeypatch):
    calls = []
    monkeypatch.setattr(server, "serve", lambda *address: calls.append(address))
    return calls


@pytest.mark.django_db
def test_the_demonstration_is_loaded_and_introduced(served, monkeypatch, settings):
    settings.THIDUA_DEMO = True
    loaded = []
    monkeypatch.setattr(serve, "load", lambda: loaded.append(1))
    monkeypatch.setattr(
        serve,
        "demo_people",
        lambda: [DemoPerson("nd_1", "demo-tld", "Trần Thu An", "r", "Cán bộ", "TLĐ")],
    )
    port, out = free_port(), StringIO()

    call_command("serve", port=port, stdout=out)

    assert loaded == [1]
    assert served == [("127.0.0.1", port)]
    assert "Trần Thu An – Cán bộ, TLĐ" in out.getvalue()
    assert f"http://127.0.0.1:{port}/" in out.getvalue()


@pytest.mark.django_db
def test_a_real_installation_never_loads_the_demonstration(served, monkeypatch, settings):
    settings.THIDUA_DEMO = False
    loaded = []
    monkeypatch.setattr(serve, "load", lambda: loaded.append(1))

    call_command("serve", port=free_port(), stdout=StringIO())

    assert served
    assert not loaded


@pytest.mark.django_db
def test_a_taken_port_is_refused_before_anything_is_done(served):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        with pytest.raises(CommandError, match="Cổng"):
            call_command("serve", port=taken.getsockname()[1], stdout=StringIO())

    assert not served


@pytest.mark.parametrize(
    ("embedded", "in_server", "starts"),
    [(True, "1", 1), (True, "", 0), (False, "1", 0)],
)
def test_only_the_embedded_server_starts_the_worker(
    embedded, in_server, starts, monkeypatch, settings
):
    settings.THIDUA_EMBEDDED = embedded
    monkeypatch.setenv("THIDUA_IN_SERVER", in_server)
    started = []
    monkeypatch.setattr(background, "start_thread", lambda: started.append(1))
    name = "thidua.config.wsgi"

    importlib.reload(sys.modules[name]) if name in sys.modules else importlib.import_module(name)

    assert len(started) == starts


def wait_for(address, seconds=30.0):
    """Return the status of the first answer; raise the last error when none came in time."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urlopen(address, timeout=5) as answer:  # noqa: S310 - our own address
                return answer.status
        except URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


@pytest.mark.slow
def test_a_real_server_answers_works_in_the_background_and_stops(tmp_path):
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUTF8": "1",
        "THIDUA_DATA_DIR": str(tmp_path / "data"),
        "THIDUA_ADMIN_NAME": "Nguyễn Văn Bình",
        "THIDUA_ADMIN_SIGN_IN": "0912345678",
    }
    command = [sys.executable, "-m", "thidua.cli", "serve", "--empty", "--port", str(port)]

    with subprocess.Popen(  # noqa: S603 - our own command
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        try:
            assert wait_for(f"http://127.0.0.1:{port}/{SIGN_IN_PAGE}") == 200
            assert wait_for(f"http://127.0.0.1:{port}/static/css/tokens.css") == 200
        finally:
            running.send_signal(signal.SIGTERM)
        said = running.communicate(timeout=20)[0]

    assert running.returncode == 0, said
    assert "Nguyễn Văn Bình" in said
    assert f"http://127.0.0.1:{port}/vao/" in said
    assert (tmp_path / "data/worker.alive").exists()
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
