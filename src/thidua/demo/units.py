"""Units of the demonstration: founded, counted, ended."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from thidua.apps.org.services import end_unit, found_unit, record_headcount
from thidua.base.actor import SYSTEM
from thidua.demo.source import read, read_entries
from thidua.demo.story import Event, Rank, World
from thidua.domain.spans import OPEN_END
from thidua.lawbook.loader import Entry

# Without an heir, the records go to the nearest superior that still lives.
_ENDING = "Sắp xếp tổ chức công đoàn, kết thúc hoạt động của công đoàn cấp huyện từ 01/7/2025."


def unit_events(world: World) -> Iterator[Event]:
    """Yield the life of every unit; lower units end before their superiors."""
    entries = read_entries("units")
    data = read("units")
    for key, entry in entries.items():
        since = entry.day("since")
        yield Event(since, Rank.FOUND, partial(_found, world, key, entry))
        for day, counts in data[key].get("counts", {}).items():
            yield Event(day, Rank.APPOINT, partial(_count, world, key, day, counts))
    for key, entry in reversed(entries.items()):
        until = entry.day("until", OPEN_END)
        if until != OPEN_END:
            yield Event(until, Rank.END, partial(_end, world, key, until))


def _found(world: World, key: str, entry: Entry) -> None:
    above, beside = entry.text("under", ""), entry.text("beside", "")
    world.units[key] = found_unit(
        actor=SYSTEM,
        parent_id=world.units[above] if above else None,
        side_parent_id=world.units[beside] if beside else None,
        kind=entry.text("kind"),
        name=entry.text("name"),
        short_name=entry.text("short"),
        code=entry.text("code"),
        sector=entry.text("sector", ""),
        on=entry.day("since"),
        basis=entry.text("basis", ""),
    )


def _count(world: World, key: str, day: date, counts: list[int]) -> None:
    members, workers, women = counts
    record_headcount(
        actor=SYSTEM,
        unit_id=world.units[key],
        on=day,
        members=members,
        workers=workers,
        women=women,
    )


def _end(world: World, key: str, day: date) -> None:
    end_unit(actor=SYSTEM, unit_id=world.units[key], on=day, basis=_ENDING)
