"""Programme, people, pacts and awards of some conferences, read in one query.

A page shows them all at once; the four tables are read as one union of like columns and taken apart
again into rows of their models.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Final

from django.db.models import DateField, F, Model, TimeField, Value
from django.db.models.functions import Cast, Coalesce

from thidua.apps.conferences.models import (
    ConferencePerson,
    HandedAward,
    ProgrammeItem,
    SignedPact,
)

_WORDS: Final = tuple(f"word_{place}" for place in range(6))
_COLUMNS: Final = ("table", "of", "place", "hour", "day", *_WORDS)
# Each table: its model, its columns of words in order, its hour, its day.
_TABLES: Final[tuple[tuple[type[Model], tuple[str, ...], str, str], ...]] = (
    (ProgrammeItem, ("part", "text", "who"), "at", ""),
    (ConferencePerson, ("role", "name", "post", "organisation", "presence"), "", ""),
    (SignedPact, ("pact__public_id", "parties", "subject"), "", ""),
    (
        HandedAward,
        ("name", "given_by", "recipient_kind", "recipient", "decision_number", "handed_by"),
        "",
        "decided_on",
    ),
)


@dataclass(frozen=True)
class PactRow:
    """A pact signed at a conference: which, where it is one that is kept, between whom, about what."""

    pact_id: str
    parties: str
    subject: str


@dataclass
class Parts:
    """What stands in one conference, each in order."""

    programme: list[ProgrammeItem] = field(default_factory=list)
    people: list[ConferencePerson] = field(default_factory=list)
    pacts: list[PactRow] = field(default_factory=list)
    awards: list[HandedAward] = field(default_factory=list)


def parts_of(conference_ids: list[int]) -> dict[int, Parts]:
    """Return the parts of each conference."""
    found = {pk: Parts() for pk in conference_ids}
    first, *others = (_columns(place, table, conference_ids) for place, table in enumerate(_TABLES))
    for table, of, place, hour, day, *words in first.union(*others, all=True).order_by(
        "table", "of", "place"
    ):
        _add(found[of], table, place, hour, day, words)
    return found


def _columns(place: int, table: tuple[Any, ...], ids: list[int]) -> Any:
    model, words, hour, day = table
    shown: Mapping[str, Any] = {
        "table": Value(place),
        "of": F("conference_id"),
        "place": F("position"),
        "hour": F(hour) if hour else Cast(Value(None), TimeField()),
        "day": F(day) if day else Cast(Value(None), DateField()),
        **{
            name: Coalesce(F(words[at]), Value("")) if at < len(words) else Value("")
            for at, name in enumerate(_WORDS)
        },
    }
    rows: Any = model._base_manager.filter(conference__in=ids).order_by()  # noqa: SLF001 - any model's
    return rows.annotate(**shown).values_list(*_COLUMNS)


def _add(
    parts: Parts, table: int, place: int, hour: time | None, day: date | None, words: list[str]
) -> None:
    model, names, *_rest = _TABLES[table]
    columns = dict(zip(names, words, strict=False)) | {"position": place}
    if model is ProgrammeItem:
        parts.programme.append(ProgrammeItem(**columns, at=hour))
    elif model is ConferencePerson:
        parts.people.append(ConferencePerson(**columns))
    elif model is HandedAward:
        parts.awards.append(HandedAward(**columns, decided_on=day))
    else:
        parts.pacts.append(PactRow(words[0], words[1], words[2]))
