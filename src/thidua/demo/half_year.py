"""The half-year 2022 of Công đoàn Viên chức: asked of its 24 units, sent by each, accepted."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from thidua.apps.reporting.services import (
    Asked,
    accept_report,
    open_period,
    send_report,
    start_report,
)
from thidua.demo.source import read
from thidua.demo.story import Event, Rank, World

_ASKER = "luu-2022-vien-chuc"
_OPENED, _SENT, _ACCEPTED = date(2022, 6, 1), date(2022, 6, 28), date(2022, 7, 1)


def half_year_events(world: World) -> Iterator[Event]:
    """Yield the period, and what each unit and its superior made of it."""
    made: dict[str, str] = {}
    yield Event(_OPENED, Rank.ACT, partial(_open, world, made))
    for key, person in read("people_2022").items():
        if person["role"] == "chu-tich-cdcs":
            yield Event(_SENT, Rank.ACT, partial(_send, world, made, key))
            yield Event(_ACCEPTED, Rank.ACT, partial(_accept, world, made, key))


def _open(world: World, made: dict[str, str]) -> None:
    made["period"] = open_period(
        actor=world.actor(_ASKER),
        first_day=date(2022, 1, 1),
        last_day=date(2022, 6, 30),
        due_on=date(2022, 7, 5),
        asked=(Asked("sang-kien", evidence="none"),),
    )


def _send(world: World, made: dict[str, str], key: str) -> None:
    actor = world.actor(key)
    made[key] = start_report(actor=actor, period_id=made["period"])
    send_report(actor=actor, report_id=made[key], version=1)


def _accept(world: World, made: dict[str, str], key: str) -> None:
    accept_report(actor=world.actor(_ASKER), report_id=made[key])
