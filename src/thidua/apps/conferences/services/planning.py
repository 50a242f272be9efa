"""Planning a conference: what, when, where, at whose place, and changes to these."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from thidua.apps.campaigns.queries import campaign_for
from thidua.apps.conferences.enums import ConferenceKind
from thidua.apps.conferences.models import Conference
from thidua.apps.conferences.services.counting import count_held
from thidua.apps.conferences.services.finding import conference_unit, find_open
from thidua.apps.org.queries import direct_units, unit_by_public_id
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.stateful import next_version
from thidua.domain.access.capabilities import Capability
from thidua.domain.conferences import kinds_fault
from thidua.domain.errors import Invalid
from thidua.domain.workflow.conferences import CONFERENCE, ConferenceSubject, has_come
from thidua.text.unicode import clean_line, clean_text


@dataclass(frozen=True)
class ConferenceDraft:
    """The head of a conference as it was typed; units and plan by public id, empty for none."""

    kinds: tuple[str, ...]
    title: str
    on_day: date
    day_unsure: bool = False
    starts_at: time | None = None
    place: str = ""
    host_id: str = ""
    campaign_id: str = ""
    significance: str = ""
    note: str = ""


def _unit_of_id(*, unit_id: str, **_: object) -> int:
    return unit_by_public_id(unit_id).pk


@operation(Capability.CONFERENCE_KEEP, unit_of=_unit_of_id)
def plan_conference(*, actor: Actor, unit_id: str, draft: ConferenceDraft) -> str:
    """Write a unit's new conference, in preparation."""
    unit = unit_by_public_id(unit_id)
    conference = Conference(
        unit=unit,
        state=CONFERENCE.initial,
        changed_at=clock.now(),
        **_columns(actor, draft, unit.pk, None),
    )
    conference.save()
    note(subject=conference, after=draft)
    return conference.public_id


@operation(Capability.CONFERENCE_KEEP, unit_of=conference_unit)
def edit_conference(
    *, actor: Actor, conference_id: str, version: int, draft: ConferenceDraft
) -> str:
    """Change the head of a conference; of a held one, what it is counted as follows."""
    conference = find_open(conference_id)
    columns = _columns(actor, draft, conference.unit_id, conference)
    held = conference.state == CONFERENCE.steps["hold"].target
    early = has_come(ConferenceSubject(draft.on_day, clock.today())) if held else None
    if early is not None:
        raise early
    next_version(conference, version, **columns)
    if held:
        count_held(conference)
    note(subject=conference, after=draft)
    return conference.public_id


def _columns(
    actor: Actor, draft: ConferenceDraft, unit_id: int, former: Conference | None
) -> dict[str, Any]:
    if not clean_line(draft.title):
        raise Invalid("base.required", field="title", name="conference_title")
    fault = kinds_fault(draft.kinds, ConferenceKind.values)
    if fault is not None:
        raise fault
    return {
        "campaign_id": _campaign(actor, draft.campaign_id),
        "host_id": _host(draft.host_id, unit_id, former),
        "kinds": [kind for kind in ConferenceKind.values if kind in draft.kinds],
        "title": clean_line(draft.title),
        "on_day": draft.on_day,
        "day_unsure": draft.day_unsure,
        "starts_at": draft.starts_at,
        "place": clean_line(draft.place),
        "significance": clean_text(draft.significance),
        "note": clean_text(draft.note),
    }


def _campaign(actor: Actor, public_id: str) -> int | None:
    """Return the plan that the conference belongs to: any that the actor sees."""
    return campaign_for(actor, public_id).pk if public_id else None


def _host(public_id: str, unit_id: int, former: Conference | None) -> int | None:
    """Return the hosting unit: the own one, a direct one, or the one that was chosen before."""
    if not public_id:
        return None
    host = unit_by_public_id(public_id).pk
    kept = former.host_id if former else None
    if host not in (unit_id, kept) and host not in {unit.id for unit in direct_units(unit_id)}:
        raise Invalid("conferences.host_not_below", field="host_id")
    return host
