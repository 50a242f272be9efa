"""What two unions reported of their own level: opened, sent, accepted; one paper drafted from it."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from thidua.apps.figures.queries import indicators_by_code
from thidua.apps.reporting.enums import PeriodAsks
from thidua.apps.reporting.services import (
    Asked,
    Entry,
    Texts,
    accept_report,
    draft_summary,
    open_period,
    send_report,
    start_report,
)
from thidua.demo.source import read
from thidua.demo.story import Event, Rank, World

_FIRST_VERSION = 1

Given = dict[str, Any]


def own_result_events(world: World) -> Iterator[Event]:
    """Yield every period of each union, its report, and what came of it."""
    for union in read("own_results").values():
        for period in union["periods"]:
            made: dict[str, str] = {}
            yield Event(union["opened"], Rank.ACT, partial(_open, world, union, period, made))
            yield Event(union["sent"], Rank.ACT, partial(_send, world, union, period, made))
            yield Event(union["accepted"], Rank.ACT, partial(_accept, world, union, made))
        if "drafted" in union:
            yield Event(union["drafted"], Rank.ACT, partial(_draft, world, union))


def _open(world: World, union: Given, period: Given, made: dict[str, str]) -> None:
    made["period"] = open_period(
        actor=world.actor(union["by"]),
        first_day=period["first_day"],
        last_day=period["last_day"],
        due_on=max(union["sent"], period["last_day"]),
        asked=tuple(Asked(code, False, "none") for code in _asked(period)),
        asks=PeriodAsks.OWN,
    )


def _asked(period: Given) -> list[str]:
    """Return what is asked: what was given, and the whole of each part."""
    codes = list(period["figures"])
    wholes = {row.part_of for row in indicators_by_code(codes).values() if row.part_of}
    return [*sorted(wholes - set(codes)), *codes]


def _send(world: World, union: Given, period: Given, made: dict[str, str]) -> None:
    actor = world.actor(union["by"])
    made["report"] = start_report(actor=actor, period_id=made["period"])
    send_report(
        actor=actor,
        report_id=made["report"],
        version=_FIRST_VERSION,
        entries={code: Entry(value, note) for code, (value, note) in period["figures"].items()},
        texts=Texts(highlights=period.get("highlights")),
    )


def _accept(world: World, union: Given, made: dict[str, str]) -> None:
    accept_report(actor=world.actor(union["accepted_by"]), report_id=made["report"])


def _draft(world: World, union: Given) -> None:
    period = union["periods"][0]
    draft_summary(
        actor=world.actor(union["by"]),
        unit_id=world.units[union["unit"]],
        first_day=period["first_day"],
        last_day=period["last_day"],
    )
