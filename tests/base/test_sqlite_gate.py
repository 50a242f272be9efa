"""The writer gate: one writer at a time, in this process and in any other."""

import multiprocessing
import os
import threading
import time

import pytest

from thidua.base.sqlite import gate as gate_module
from thidua.base.sqlite.gate import GateTimeout, WriterGate, gate_for


def test_gate_for_returns_one_gate_for_a_database(tmp_path):
    first, other = str(tmp_path / "a.sqlite3"), str(tmp_path / "b.sqlite3")

    assert gate_for(first) is gate_for(first)
    assert gate_for(first) is not gate_for(other)


def test_threads_take_turns(tmp_path):
    gate = WriterGate(str(tmp_path / "db"))
    inside, most = 0, 0

    def write():
        nonlocal inside, most
        for _ in range(20):
            gate.enter()
            inside += 1
            most = max(most, inside)
            time.sleep(0.0002)
            inside -= 1
            gate.leave()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == 1


def _hold(path, entered, release):
    gate = WriterGate(path)
    gate.enter()
    entered.set()
    release.wait(10)
    gate.leave()


def test_another_process_is_kept_out_until_the_writer_leaves(tmp_path, monkeypatch):
    path = str(tmp_path / "db")
    context = multiprocessing.get_context("spawn")
    entered, release = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(path, entered, release))
    other.start()
    assert entered.wait(10)
    gate = WriterGate(path)

    monkeypatch.setattr(gate_module, "_PATIENCE_S", 0.1)
    with pytest.raises(GateTimeout):
        gate.enter()
    monkeypatch.setattr(gate_module, "_PATIENCE_S", 10.0)
    release.set()
    gate.enter()
    gate.leave()
    other.join(10)

    assert other.exitcode == 0


def test_a_process_that_dies_inside_leaves_the_gate_open(tmp_path):
    path = str(tmp_path / "db")
    child = os.fork()
    if child == 0:
        WriterGate(path).enter()
        os._exit(9)
    os.waitpid(child, 0)
    gate = WriterGate(path)

    started = time.monotonic()
    gate.enter()
    gate.leave()

    assert time.monotonic() - started < 1


def test_a_fork_opens_its_own_lock(tmp_path):
    gate = WriterGate(str(tmp_path / "db"))
    gate.enter()
    child = os.fork()
    if child == 0:
        gate_module._PATIENCE_S = 0.05
        try:
            gate.enter()
        except GateTimeout:
            os._exit(0)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    gate.leave()

    assert os.waitstatus_to_exitcode(status) == 0, "the child slipped in beside its parent"


def test_a_refused_entry_does_not_keep_the_next_thread_out(tmp_path, monkeypatch):
    path = str(tmp_path / "db")
    holder, gate = WriterGate(path), WriterGate(path)
    holder.enter()
    monkeypatch.setattr(gate_module, "_PATIENCE_S", 0.05)

    with pytest.raises(GateTimeout):
        gate.enter()
    holder.leave()

    gate.enter()
    gate.leave()
