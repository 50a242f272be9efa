"""Holding a conference, cancelling it with a reason, and noting what came of it."""

from thidua.apps.conferences.services.counting import count_held
from thidua.apps.conferences.services.finding import conference_unit, find, find_open
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.stateful import next_version
from thidua.base.workflow import advance
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict
from thidua.domain.workflow.conferences import CONFERENCE, ConferenceSubject
from thidua.text.unicode import clean_line, clean_text


@operation(Capability.CONFERENCE_KEEP, unit_of=conference_unit)
def hold_conference(
    *, actor: Actor, conference_id: str, attended: int | None = None, remarks: str = ""
) -> str:
    """Say that the conference took place, with how many; from now on it counts."""
    conference = find(conference_id)
    advance(
        conference,
        CONFERENCE,
        "hold",
        subject=ConferenceSubject(conference.on_day, clock.today()),
        attended=attended,
        remarks=clean_text(remarks),
    )
    count_held(conference)
    note(subject=conference, attended=attended)
    return conference.public_id


@operation(Capability.CONFERENCE_KEEP, unit_of=conference_unit)
def note_outcome(
    *, actor: Actor, conference_id: str, version: int, attended: int | None, remarks: str
) -> str:
    """Correct the attendance and the remarks of a held conference."""
    conference = find_open(conference_id)
    if conference.state != CONFERENCE.steps["hold"].target:
        raise Conflict("conferences.not_held")
    next_version(conference, version, attended=attended, remarks=clean_text(remarks))
    note(subject=conference, attended=attended)
    return conference.public_id


@operation(Capability.CONFERENCE_KEEP, unit_of=conference_unit)
def cancel_conference(*, actor: Actor, conference_id: str, reason: str) -> str:
    """Cancel a conference that is being prepared; the record stays, with the reason."""
    conference = find(conference_id)
    why = clean_line(reason)
    subject = ConferenceSubject(conference.on_day, clock.today(), why)
    advance(conference, CONFERENCE, "cancel", subject=subject, cancel_reason=why)
    note(subject=conference, reason=why)
    return conference.public_id
