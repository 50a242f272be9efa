"""The 26 initiatives of Nam Từ Liêm in five years: taken in at once, each praised in its year."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any

from thidua.apps.initiatives.enums import LevelChoice
from thidua.apps.initiatives.queries import InitiativeFilter, initiative_list
from thidua.apps.initiatives.services import praise_initiative
from thidua.demo.initiatives import take_in
from thidua.demo.source import read
from thidua.demo.story import Event, Rank, World

Row = dict[str, Any]
_FILE = "sang-kien-2016-2020.xlsx"
_DISTRICT, _CITY = "LĐLĐ quận Nam Từ Liêm", "LĐLĐ TP Hà Nội"
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng")
_GIVEN = ("Thị Hòa", "Văn Bắc", "Minh Tâm", "Thu Phương", "Đức Long")


def past_initiative_events(world: World) -> Iterator[Event]:
    """Yield the file, and the day after it every praise."""
    data = read("initiatives_past")
    day, by = data["taken_in"]["day"], data["taken_in"]["by"]
    rows = list(_rows(data))
    yield Event(day, Rank.ACT, partial(take_in, world, by, _FILE, rows))
    for unit in data["units"].values():
        praise = partial(_praise, world, unit["by"], data["city"])
        yield Event(day + timedelta(days=1), Rank.ACT, praise)


def _rows(data: Row) -> Iterator[Row]:
    number = 0
    for key, unit in data["units"].items():
        code = read("units")[key]["code"]
        for year, titles in unit["titles"].items():
            for order, title in enumerate(titles, start=1):
                number += 1
                recognised = date(year, 3 + 2 * order, 10 + number % 7)
                yield {
                    "unit": code,
                    "title": title,
                    "authors": f"{_name(number)} (minh họa)",
                    "kind": "Giải pháp kỹ thuật",
                    "effect": "Làm nhanh hơn, an toàn hơn.",
                    "level": "Cấp cơ sở",
                    "applied_on": recognised - timedelta(days=40 + number),
                    "recognised_by": "Thủ trưởng đơn vị",
                    "recognition_no": f"{order:02d}/QĐ-{code[-5:]}-{year % 100}",
                    "recognised_on": recognised,
                }


def _name(number: int) -> str:
    return f"{_FAMILY[number % len(_FAMILY)]} {_GIVEN[number % len(_GIVEN)]}"


def _praise(world: World, by: str, city: dict[int, str]) -> None:
    """Let the chair record how each initiative of the unit was praised, in the year of its decision."""
    actor = world.actor(by)
    for row in initiative_list(actor, InitiativeFilter()).rows:
        if row.recognised_on is None:
            continue
        day = date(row.recognised_on.year, 10, 5)
        levels = [(LevelChoice.DISTRICT, _DISTRICT)]
        if row.title in city.values():
            levels.append((LevelChoice.PROVINCE, _CITY))
        for level, body in levels:
            praise_initiative(
                actor=actor,
                initiative_id=row.public_id,
                level=level.value,
                praised_by=body,
                praised_on=day,
            )
