"""Initiatives: 906 of 2022 in one file, those of 2026 month by month, one that waits for the chair."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import product
from typing import Any

from thidua.apps.files.services import keep_photo
from thidua.apps.initiatives.services import Author, InitiativeDraft, enter_initiative
from thidua.apps.initiatives.services.importing import import_initiatives
from thidua.apps.initiatives.services.importing_initiatives import plan_initiatives
from thidua.apps.initiatives.sheets import INITIATIVES
from thidua.apps.org.services.importing_plan import Source
from thidua.demo.pictures import picture
from thidua.demo.source import read
from thidua.demo.story import Event, Rank, World
from thidua.office.sheets import read_workbook, write_rows

Row = dict[str, Any]
IMPORTED_ON = date(2022, 5, 30)
_FIRST_2022, _DAYS_2022 = date(2022, 1, 10), 136
_KINDS = (
    "Giải pháp tác nghiệp",
    "Giải pháp quản lý",
    "Giải pháp kỹ thuật",
    "Ứng dụng tiến bộ kỹ thuật",
)
_EFFECTS = (
    "Bớt thời gian chờ của người dân và của đồng nghiệp.",
    "Ít sai sót hơn, không phải làm lại.",
    "Tiết kiệm giấy mực và công đi lại.",
    "Làm việc an toàn, đỡ mệt hơn.",
)
_WAITING_PHOTO = 11
# Before the first unit sends its report of the month.
_DAY_2026 = 24


def initiative_events(world: World) -> Iterator[Event]:
    """Yield every file and every entry, each on its day."""
    data = read("initiatives")
    imported = partial(take_in, world, "luu-2022-vien-chuc", "sang-kien-dot-1-2022.xlsx")
    yield Event(IMPORTED_ON, Rank.ACT, partial(imported, list(_rows_2022(data))))
    for (month, by), rows in _rows_2026(data).items():
        name = f"sang-kien-thang-{month}-2026.xlsx"
        yield Event(date(2026, month, _DAY_2026), Rank.ACT, partial(take_in, world, by, name, rows))
    yield Event(data["waiting"]["day"], Rank.ACT, partial(_enter, world, data["waiting"]))


def _rows_2022(data: Row) -> Iterator[Row]:
    """Yield the 906 rows; titles, authors and days follow from their place in the list alone."""
    titles, number = _titles(data["vien-chuc"]), 0
    for unit in read("units_2022").values():
        for order in range(1, unit.get("initiatives", 0) + 1):
            number += 1
            recognised = _FIRST_2022 + timedelta(days=number * 37 % _DAYS_2022)
            yield {
                **_row(data, unit, number, next(titles)),
                "applied_on": recognised - timedelta(days=14 + number % 90),
                "recognised_by": "Thủ trưởng cơ quan",
                "recognition_no": f"{order:02d}/QĐ-{unit['code'][-5:]}",
                "recognised_on": recognised,
                "programme": "1 triệu sáng kiến",
            }


def _rows_2026(data: Row) -> dict[tuple[int, str], list[Row]]:
    """Return the rows of each month by who takes them in."""
    found: dict[tuple[int, str], list[Row]] = {}
    for unit, given in data["years"].items():
        titles = _titles(data["words"][unit])
        for month, count in enumerate(given["months"], start=1):
            rows = [_row_2026(data, unit, month, order, next(titles)) for order in range(count)]
            if rows:
                found.setdefault((month, given["by"]), []).extend(rows)
    return found


def _row_2026(data: Row, unit: str, month: int, order: int, title: str) -> Row:
    recognised = date(2026, month, 3 + 3 * order)
    return {
        **_row(data, read("units")[unit], 31 * month + order, title),
        "applied_on": recognised - timedelta(days=20 + order),
        "recognised_by": "Thủ trưởng đơn vị",
        "recognition_no": f"{month:02d}.{order + 1}/{data['years'][unit]['number']}",
        "recognised_on": recognised,
    }


def _row(data: Row, unit: Row, number: int, title: str) -> Row:
    return {
        "unit": unit["code"],
        "title": title,
        "authors": _authors(data["people"], number),
        "kind": _KINDS[number % len(_KINDS)],
        "effect": _EFFECTS[number % len(_EFFECTS)],
        "level": "Cấp cơ sở",
    }


def _titles(words: Row) -> Iterator[str]:
    """Yield every beginning with every object, each pair once, neighbours unlike one another."""
    objects, begins = words["object"], words["begin"]
    for turn, place in product(range(len(begins)), range(len(objects))):
        yield f"{begins[(turn + place) % len(begins)]} {objects[place]}"


def _authors(people: Row, number: int) -> str:
    """Name one author, or in every third row two; each is marked as invented."""
    first = f"{_name(people, number)} (minh họa)"
    second = f"{_name(people, number * 5 + 3)} (minh họa)"
    return f"{first} 60%; {second} 40%" if number % 3 == 0 else first


def _name(people: Row, number: int) -> str:
    parts = (people["family"], people["middle"], people["given"])
    return " ".join(list(part)[number % len(part)] for part in parts)


def take_in(world: World, by: str, name: str, rows: list[Row]) -> None:
    """Take a file in as an official does: written as the form, read, looked at, carried out."""
    actor = world.actor(by)
    book = read_workbook(write_rows(INITIATIVES, rows), INITIATIVES)
    source = Source(name, name, book)
    seen = plan_initiatives(actor, book, {}).seen
    import_initiatives(actor=actor, source=source, answers={}, seen=seen)


def _enter(world: World, given: Row) -> None:
    """Let the member enter the one that the chair has yet to confirm, with a photograph."""
    actor = world.actor(given["by"])
    typed = {key: value for key, value in given.items() if key not in {"unit", "by", "day"}}
    draft = InitiativeDraft(
        authors=(Author(actor.name, Decimal(100), "thợ hàn"),),
        kind="ky-thuat",
        exclusion="khong",
        level="co-so",
        **typed,
    )
    photo = keep_photo(uploaded_name="do-ga.jpg", data=picture(_WAITING_PHOTO))
    enter_initiative(actor=actor, draft=draft, photos=[photo], send=True)
