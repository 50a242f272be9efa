"""Standing movements: phong trào, cuộc vận động, chương trình, and who launched each."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from thidua.domain.spans import OPEN_END
from thidua.lawbook.loader import Entry, load_entries
from thidua.lawbook.sources import source
from thidua.text.fold import fold

KINDS = ("phong-trao", "cuoc-van-dong", "chuong-trinh")
LAUNCHED_BY = ("dang", "thu-tuong", "tong-ldld", "tinh-thanh-pho", "nganh", "khac")
# A movement whose first day no source gives.
LONG_AGO = date(1900, 1, 1)


@dataclass(frozen=True)
class StandardMovement:
    """One movement as the lawbook lists it; `since` is None where no source gives the day.

    `counts` are the figures whose rows are part of it: an initiative is a deed of this movement.
    """

    code: str
    kind: str
    name: str
    also: tuple[str, ...]
    launched_by: str
    launcher: str
    since: date | None
    last_day: date
    source: str
    counts: tuple[str, ...] = ()


@cache
def standard_movements() -> dict[str, StandardMovement]:
    """Return every movement by code, in the order of the file."""
    return {code: _movement(code, entry) for code, entry in load_entries("movements").items()}


def _movement(code: str, entry: Entry) -> StandardMovement:
    entry.only(
        "kind", "name", "also", "launched_by", "launcher", "since", "last_day", "source", "counts"
    )
    kind, launched_by = entry.text("kind"), entry.text("launched_by")
    if kind not in KINDS:
        raise entry.error("kind", f"must be one of {', '.join(KINDS)}")
    if launched_by not in LAUNCHED_BY:
        raise entry.error("launched_by", f"must be one of {', '.join(LAUNCHED_BY)}")
    since = entry.day("since", LONG_AGO)
    return StandardMovement(
        code=code,
        kind=kind,
        name=entry.text("name"),
        also=entry.texts("also", []),
        launched_by=launched_by,
        launcher=entry.text("launcher", ""),
        since=None if since == LONG_AGO else since,
        last_day=entry.day("last_day", OPEN_END),
        source=source(entry.text("source")).slug,
        counts=entry.texts("counts", []),
    )


def movement_called(name: str) -> StandardMovement | None:
    """Return the movement that a plan writes so, accents, case and marks aside."""
    wanted = fold(name)
    for movement in standard_movements().values():
        if wanted in {fold(known) for known in (movement.name, *movement.also)}:
            return movement
    return None
