"""The parts of a conference in order: programme, people, pacts, awards; each is written as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from thidua.apps.conferences.models import (
    Conference,
    ConferencePerson,
    HandedAward,
    ProgrammeItem,
    SignedPact,
)
from thidua.apps.conferences.queries import pacts_to_sign
from thidua.apps.conferences.services.finding import conference_unit, find_open
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.stateful import next_version
from thidua.domain.access.capabilities import Capability
from thidua.domain.conferences import programme_fault
from thidua.domain.errors import Invalid
from thidua.text.unicode import clean_line


@dataclass(frozen=True)
class ItemDraft:
    """One item of the programme as it was typed."""

    text: str
    at: time | None = None
    part: str = "general"
    who: str = ""


@dataclass(frozen=True)
class PersonDraft:
    """One who chairs or is invited, as typed."""

    role: str = "guest"
    name: str = ""
    post: str = ""
    organisation: str = ""
    presence: str = "invited"


@dataclass(frozen=True)
class PactDraft:
    """One pact signed: one that is kept, by public id, or one named by its parties."""

    pact_id: str = ""
    parties: str = ""
    subject: str = ""


@dataclass(frozen=True)
class AwardDraft:
    """One award as typed; without a name it is a praise (biểu dương)."""

    recipient: str
    name: str = ""
    given_by: str = ""
    recipient_kind: str = "collective"
    decision_number: str = ""
    decided_on: date | None = None
    handed_by: str = ""


@operation(Capability.CONFERENCE_KEEP, unit_of=conference_unit)
def write_programme(
    *, actor: Actor, conference_id: str, version: int, rows: Sequence[ItemDraft]
) -> str:
    """Write the programme, in order of time."""
    conference = find_open(conference_id)
    fault = programme_fault([row.at for row in rows])
    if fault is not None:
        raise fault
    return _replace(conference, version, ProgrammeItem, rows)


@operation(Capability.CONFERENCE_KEEP, unit_of=conference_unit)
def write_people(
    *, actor: Actor, conference_id: str, version: int, rows: Sequence[PersonDraft]
) -> str:
    """Write who chairs and who is invited, with who accepted and who came."""
    return _replace(find_open(conference_id), version, ConferencePerson, rows)


@operation(Capability.CONFERENCE_KEEP, unit_of=conference_unit)
def write_pacts(
    *, actor: Actor, conference_id: str, version: int, rows: Sequence[PactDraft]
) -> str:
    """Write which pacts are signed, in order."""
    conference = find_open(conference_id)
    known = {pact.public_id: pact for pact in pacts_to_sign(conference)}
    for place, row in enumerate(rows, start=1):
        if row.pact_id and row.pact_id not in known:
            raise Invalid("conferences.pact_not_below", place=place)
    return _replace(conference, version, SignedPact, rows, known)


@operation(Capability.CONFERENCE_KEEP, unit_of=conference_unit)
def write_awards(
    *, actor: Actor, conference_id: str, version: int, rows: Sequence[AwardDraft]
) -> str:
    """Write what is handed over to whom, in order."""
    return _replace(find_open(conference_id), version, HandedAward, rows)


def _replace(
    conference: Conference,
    version: int,
    model: Any,
    rows: Sequence[Any],
    pacts: Mapping[str, Any] | None = None,
) -> str:
    """Put these rows in the place of the former ones, if nobody changed the record since."""
    next_version(conference, version)
    model.objects.filter(conference=conference).delete()
    model.objects.bulk_create(
        model(conference=conference, position=place, **_columns(row, pacts or {}))
        for place, row in enumerate(rows, start=1)
    )
    note(subject=conference, rows=list(rows))
    return conference.public_id


def _columns(row: Any, pacts: Mapping[str, Any]) -> dict[str, Any]:
    tidy = {
        name: clean_line(value) if isinstance(value, str) else value
        for name, value in vars(row).items()
    }
    if "pact_id" in tidy:
        pact = tidy["pact"] = pacts.get(tidy.pop("pact_id"))
        if pact is not None:
            # As it was signed: what the pact is called later changes nothing here.
            tidy["parties"] = tidy["parties"] or " – ".join(p.name for p in pact.parties.all())
            tidy["subject"] = tidy["subject"] or pact.title
    return tidy
