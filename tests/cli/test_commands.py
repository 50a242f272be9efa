"""The other commands: what they do, what they refuse, and the words in which they do."""

import signal
import socket
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError
from tests.base.test_audit import write_event

from thidua.apps.figures.models import Indicator
from thidua.base import background, sealing
from thidua.base.models import AuditEvent
from thidua.cli import first_administrator as first
from thidua.cli import server
from thidua.cli.command import ThiduaCommand
from thidua.cli.preparation import pending_migrations, prepare
from thidua.domain.errors import Conflict


@pytest.fixture
def real(settings):
    settings.THIDUA_DEMO = False


def run(command, **options):
    out = StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


@pytest.mark.django_db
def test_audit_verify_is_content_with_a_whole_trail():
    write_event(1)
    sealing.seal_pending()

    assert run("audit_verify") == "Nhật ký nguyên vẹn.\n"


@pytest.mark.django_db
def test_audit_verify_names_what_was_changed():
    event = write_event(1)
    AuditEvent.objects.filter(pk=event.pk).update(actor_name="Người khác")

    with pytest.raises(CommandError, match="không còn nguyên vẹn"):
        run("audit_verify")


@pytest.mark.django_db
def test_prepare_installs_the_indicators_once(real):
    prepare()
    events = AuditEvent.objects.count()
    prepare()

    assert not pending_migrations()
    assert Indicator.objects.count() >= 10
    assert AuditEvent.objects.count() == events


@pytest.mark.django_db
def test_prepare_refuses_a_database_of_the_other_kind(settings, real):
    get_user_model().objects.create(
        sign_in_name="demo-a", full_name="A", full_name_fold="", sort_key=""
    )

    with pytest.raises(CommandError, match="bản minh họa"):
        prepare()


@pytest.mark.django_db
def test_the_demonstration_is_refused_on_a_real_installation(real):
    with pytest.raises(CommandError, match="THIDUA_DEMO=1"):
        run("demo_load")


@pytest.mark.django_db
def test_totals_rebuild_says_that_it_is_done():
    assert "Đã cộng lại" in run("totals_rebuild")


@pytest.mark.django_db
def test_admin_create_prints_a_link_that_opens_the_account(real, client):
    said = run("admin_create", name="Nguyễn Văn Bình", sign_in="0912 345 678")

    link = said.strip().splitlines()[-1]
    assert link.startswith("http://127.0.0.1:8000/")
    assert get_user_model().objects.get().sign_in_name == "0912345678"
    assert client.get(link.removeprefix("http://127.0.0.1:8000"), follow=True).status_code == 200


@pytest.mark.django_db
def test_the_link_is_shown_again_until_it_is_used(real):
    said = run("admin_create", name="Nguyễn Văn Bình", sign_in="0912345678")
    assert run("admin_create") == said

    get_user_model().objects.update(must_set_password=False)

    assert run("admin_create") == ""


@pytest.mark.django_db
def test_a_second_first_administrator_is_refused_with_a_sentence(real):
    run("admin_create", name="Nguyễn Văn Bình", sign_in="0912345678")

    with pytest.raises(CommandError):
        run("admin_create", name="Trần Thị Mai", sign_in="0987654321")

    assert get_user_model().objects.count() == 1


@pytest.mark.django_db
def test_without_terminal_and_names_it_says_what_to_set(real, monkeypatch):
    monkeypatch.setattr("sys.stdin", StringIO())

    with pytest.raises(CommandError, match="THIDUA_ADMIN_NAME"):
        first.create_first_administrator(lambda _line: None, "http://x/")


@pytest.mark.django_db
def test_on_a_terminal_it_asks_until_the_answer_is_good(real, monkeypatch):
    answers = iter(["Nguyễn Văn Bình", "12", "Nguyễn Văn Bình", "0912345678"])
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    said = []

    first.create_first_administrator(said.append, "http://x/")

    assert get_user_model().objects.get().sign_in_name == "0912345678"
    assert said[-1].startswith("http://x/")


def test_a_port_in_use_is_said_in_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CommandError, match=f"Cổng {port} đang được chương trình khác dùng"):
            server.check_port("127.0.0.1", port)


def test_a_foreign_address_is_said_in_a_sentence():
    with pytest.raises(CommandError, match="Không mở được địa chỉ"):
        server.check_port("192.0.2.1", 8000)


def test_the_embedded_database_has_exactly_one_process(settings, monkeypatch):
    monkeypatch.setenv("THIDUA_WEB_WORKERS", "4")

    settings.THIDUA_EMBEDDED = True
    assert server.worker_processes() == 1
    settings.THIDUA_EMBEDDED = False
    assert server.worker_processes() == 4


@pytest.mark.django_db
def test_a_refusal_becomes_its_sentence():
    class Refused(ThiduaCommand):
        def handle(self, *args, **options):
            raise Conflict("base.stale")

    with pytest.raises(CommandError, match="vừa được người khác sửa") as refused:
        call_command(Refused())

    assert refused.value.returncode == 1


def test_the_worker_stops_when_it_is_told(monkeypatch):
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def until_stopped(stop):
        signal.raise_signal(signal.SIGTERM)
        assert stop.wait(1)

    monkeypatch.setattr(background, "run_forever", until_stopped)
    try:
        assert "Việc nền đang chạy" in run("worker")
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
