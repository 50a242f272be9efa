"""Finding a conference to change, and refusing where it was cancelled."""

from thidua.apps.conferences.models import Conference
from thidua.domain.errors import Conflict, NotFound
from thidua.domain.workflow.conferences import CONFERENCE


def find(conference_id: str) -> Conference:
    """Return a conference by its public id; raise NotFound."""
    conference = Conference.objects.filter(public_id=conference_id).first()
    if conference is None:
        raise NotFound("base.not_found")
    return conference


def conference_unit(*, conference_id: str, **_: object) -> int:
    """Return the unit whose conference it is, for `unit_of`."""
    return find(conference_id).unit_id


def find_open(conference_id: str) -> Conference:
    """Return a conference that may still be written: planned, or held and being recorded."""
    conference = find(conference_id)
    if conference.state == CONFERENCE.steps["cancel"].target:
        raise Conflict("conferences.cancelled")
    return conference
