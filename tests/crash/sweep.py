"""The sweep: each act killed at point 1, 2, 3, … until it is committed.

Every kill before COMMIT must leave the database as it was; the kill that finds it changed must
find the act whole, so that repeating it with the same request key changes nothing. The act that
was committed is where the next one starts from.
"""

from pathlib import Path

from tests.crash import picture
from tests.crash.killer import KILLED, RAN_THROUGH, run_and_kill
from tests.crash.story import acts

from thidua.base.operation import REGISTRY
from thidua.base.sealing import seal_pending, verify

COMMITTED = ("after COMMIT", "before callback", "after callback")


def sweep_all(log: Path) -> dict[str, object]:
    """Sweep every act; return points per operation and the half states that were seen."""
    points: dict[str, int] = {}
    faults: list[str] = []
    for name, call in acts():
        seen, wrong = sweep(name, call, log)
        points[name] = max(seen, points.get(name, 0))
        faults += wrong
        if wrong:
            break
    seal_pending()
    faults += list(verify())
    operations = {info.name for info in REGISTRY.values()}
    return {"points": points, "faults": faults, "missing": sorted(operations - set(points))}


def sweep(name: str, call, log: Path) -> tuple[int, list[str]]:
    """Kill one act at each of its points; leave it committed."""
    faults = []
    before = picture.of_database()
    for deadly in range(1, 10_000):
        end = run_and_kill(call, deadly, log)
        changed = picture.changed_tables(before, picture.of_database())
        where = log.read_text() if end == KILLED else "the end"
        if end not in (KILLED, RAN_THROUGH):
            faults.append(f"{name}: failed by itself ({end}) at point {deadly}")
            return deadly, faults
        faults += [f"{name}: half a file after {where}" for _ in picture.half_files()]
        if changed:
            if end == KILLED and not where.startswith(
                ("after COMMIT", "before callback", "after callback")
            ):
                faults.append(f"{name}: killed at {where!r}, yet changed {changed}")
            faults += _repeat(name, call)
            return deadly, faults
        if end == RAN_THROUGH:
            faults.append(f"{name}: ran through and changed nothing")
            return deadly, faults
    return deadly, faults


def _repeat(name: str, call) -> list[str]:
    """Do the committed act again: same key, so nothing may change."""
    before = picture.of_database()
    call()
    changed = picture.changed_tables(before, picture.of_database())
    return [f"{name}: repeating it changed {changed}"] if changed else []
