"""Background work: ticks on time, failed tasks back with growing gaps, dead leases reaped."""

import threading
from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult

from thidua.base import background, clock


@pytest.fixture
def ticks(monkeypatch):
    own = {}
    monkeypatch.setattr(background, "_ticks", own)
    return own


def queue(status, **fields):
    return DBTaskResult.objects.create(
        status=status,
        args_kwargs={"args": [], "kwargs": {}},
        priority=0,
        task_path="thidua.base.sealing.seal_pending",
        queue_name="default",
        backend_name="default",
        exception_class_path="",
        traceback="",
        **fields,
    )


def test_a_tick_runs_when_it_is_due_and_not_before(ticks):
    done = []
    background.register_tick("count", lambda: done.append(1), 10.0)

    for moment in (100.0, 105.0, 109.9, 110.0):
        background.run_due(moment)

    assert len(done) == 2


def test_a_failing_tick_is_logged_and_does_not_end_the_others(ticks, caplog):
    done = []
    background.register_tick("broken", lambda: 1 / 0, 1.0)
    background.register_tick("count", lambda: done.append(1), 1.0)

    background.run_due(100.0)

    assert done == [1]
    assert "tick failed: broken" in caplog.text


def test_registering_again_replaces(ticks):
    background.register_tick("count", lambda: None, 1.0)
    background.register_tick("count", lambda: None, 2.0)

    assert [tick.every_s for tick in ticks.values()] == [2.0]


@pytest.mark.django_db
def test_the_reaper_puts_back_only_what_died():
    long_ago = clock.now() - background.LEASE - timedelta(minutes=1)
    dead = queue("RUNNING", started_at=long_ago, worker_ids=["a"])
    alive = queue("RUNNING", started_at=clock.now(), worker_ids=["b"])

    assert background.reap() == 1

    dead.refresh_from_db()
    alive.refresh_from_db()
    assert (dead.status, dead.started_at, alive.status) == ("READY", None, "RUNNING")


@pytest.mark.django_db
def test_a_task_that_always_dies_is_parked_as_failed():
    long_ago = clock.now() - background.LEASE - timedelta(minutes=1)
    poison = queue("RUNNING", started_at=long_ago, worker_ids=["w"] * background.MOST_TRIES)

    assert background.reap() == 0

    poison.refresh_from_db()
    assert poison.status == "FAILED"
    assert poison.finished_at is not None


@pytest.mark.django_db
def test_each_failure_waits_longer_than_the_one_before():
    waits = []
    for tries in (1, 2, 3):
        row = queue("FAILED", worker_ids=["w"] * tries)
        background._put_back(DBTaskResult.objects.filter(pk=row.pk), wait=True)
        row.refresh_from_db()
        waits.append(row.run_after - clock.now())

    assert waits[0] < waits[1] < waits[2]
    assert row.status == "READY"


def test_the_thread_stops_when_told(ticks, monkeypatch):
    ran = threading.Event()
    monkeypatch.setattr(background, "close_old_connections", lambda: None)
    background.register_tick("seen", ran.set, 1.0)

    stop = background.start_thread()
    assert ran.wait(5)
    stop.set()

    worker = next((t for t in threading.enumerate() if t.name == "thidua-worker"), None)
    if worker:
        worker.join(5)
    assert worker is None or not worker.is_alive()
