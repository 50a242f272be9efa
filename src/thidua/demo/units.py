"""Units of the demonstration: founded, counted, ended."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from thidua.apps.org.services import found_unit, record_headcount
from thidua.apps.org.services.reorganise import carry_out_reorganisation, draft_reorganisation
from thidua.apps.org.services.reorganising_rows import HeadDraft, RowDraft
from thidua.base.actor import SYSTEM
from thidua.demo.source import read, read_entries
from thidua.demo.story import Event, Rank, World
from thidua.domain.spans import OPEN_END
from thidua.lawbook.loader import Entry

_OFFICE = "hn"
_TITLE = "Kết thúc hoạt động của công đoàn cấp trên trực tiếp cơ sở"
_BASIS = "Kết luận số 157-KL/TW ngày 25/5/2025"


def unit_events(world: World) -> Iterator[Event]:
    """Yield the life of every unit; all that end on one day end in one reorganisation."""
    entries = read_entries("units") | read_entries("units_2022")
    data = read("units") | read("units_2022")
    for key, entry in entries.items():
        since = entry.day("since")
        yield Event(since, Rank.FOUND, partial(_found, world, key, entry))
        for day, counts in data[key].get("counts", {}).items():
            yield Event(day, Rank.APPOINT, partial(_count, world, key, day, counts))
    for until in sorted({entry.day("until", OPEN_END) for entry in entries.values()} - {OPEN_END}):
        ended = [
            one.text("code") for one in entries.values() if one.day("until", OPEN_END) == until
        ]
        yield Event(until, Rank.END, partial(_reorganise, world, until, ended))


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


def _reorganise(world: World, day: date, codes: list[str]) -> None:
    """End these units in one act of the city; nobody is named as heir, so it keeps their records."""
    made = draft_reorganisation(
        actor=SYSTEM,
        unit_id=world.units[_OFFICE],
        head=HeadDraft(_TITLE, day, _BASIS),
        rows=tuple(RowDraft("end", code) for code in codes),
    )
    carry_out_reorganisation(actor=SYSTEM, reorganisation_id=made)
