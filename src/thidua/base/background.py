"""Background work: regular ticks, queued tasks with retry, and the reaper of dead leases."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import close_old_connections, models
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from thidua.base import clock

LEASE = timedelta(minutes=10)
MOST_TRIES = 5
_FIRST_DELAY = timedelta(seconds=30)
log = logging.getLogger(__name__)


@dataclass
class Tick:
    """A short piece of work done every so many seconds."""

    name: str
    work: Callable[[], object]
    every_s: float
    due_at: float = 0.0


_ticks: dict[str, Tick] = {}


def register_tick(name: str, work: Callable[[], object], every_s: float) -> None:
    """Ask for `work` to be done about every `every_s` seconds by the one worker."""
    _ticks[name] = Tick(name, work, every_s)


def run_forever(stop: threading.Event) -> None:
    """Do what is due, second by second, until told to stop; one failing tick never ends the others."""
    while not stop.is_set():
        close_old_connections()
        run_due(time.monotonic())
        stop.wait(1.0)


def run_due(moment: float) -> None:
    """Run each tick that is due at `moment` (monotonic seconds)."""
    for tick in list(_ticks.values()):
        if tick.due_at > moment:
            continue
        tick.due_at = moment + tick.every_s
        try:
            tick.work()
        except Exception:
            log.exception("tick failed: %s", tick.name)


def run_tasks() -> None:
    """Run every queued task that is ready; put failed ones back with a growing delay."""
    if not DBTaskResult.objects.ready().exists():
        return
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="thidua",
        excluded_queue_names=[],
    )
    worker.run()
    _put_back(DBTaskResult.objects.failed(), wait=True)


def reap() -> int:
    """Put back the tasks whose worker died: still RUNNING long after their lease ended."""
    dead = DBTaskResult.objects.running().filter(started_at__lt=clock.now() - LEASE)
    return _put_back(dead, wait=False)


def _put_back(rows: "models.QuerySet[DBTaskResult[..., Any]]", *, wait: bool) -> int:
    put_back = 0
    for row in rows.order_by("enqueued_at")[:200]:
        tries = len(row.worker_ids)
        if tries >= MOST_TRIES:
            if row.status != "FAILED":
                DBTaskResult.objects.filter(pk=row.pk).update(
                    status="FAILED", finished_at=clock.now()
                )
            continue
        delay = _FIRST_DELAY * 2**tries if wait else timedelta(0)
        put_back += DBTaskResult.objects.filter(pk=row.pk, status=row.status).update(
            status="READY", started_at=None, finished_at=None, run_after=clock.now() + delay
        )
    return put_back


def start_thread() -> threading.Event:
    """Start the worker thread of the embedded installation; return the event that stops it."""
    stop = threading.Event()
    threading.Thread(target=run_forever, args=(stop,), name="thidua-worker", daemon=True).start()
    return stop
