"""What the union decides: it confirms an initiative, returns it with a reason, or takes it back."""

from typing import Any

from thidua.apps.initiatives.models import Initiative
from thidua.apps.initiatives.services.counting import count_anew
from thidua.apps.initiatives.services.finding import find, unit_of_initiative
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.workflow import advance
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid
from thidua.domain.initiatives.rules import Recognition
from thidua.domain.workflow.initiatives import INITIATIVE, InitiativeSubject
from thidua.text.unicode import clean_line

_REASON_LENGTH = 1000


@operation(Capability.INITIATIVE_CONFIRM, unit_of=unit_of_initiative)
def confirm_initiative(*, actor: Actor, initiative_id: str, version: int | None = None) -> str:
    """Confirm an initiative as it was seen: from now on it is counted, on its day, once."""
    initiative = _as_seen(initiative_id, version)
    found = Recognition(
        initiative.recognised_by,
        initiative.recognition_no,
        initiative.recognised_on,
        initiative.level,
    )
    sector = initiative.unit.sector
    subject = InitiativeSubject(recognised=found.is_whole)
    _decide(actor, initiative, "confirm", subject, sector=sector)
    count_anew([initiative], counts=True)
    note(subject=initiative, recognised_on=initiative.recognised_on)
    return initiative.public_id


@operation(Capability.INITIATIVE_CONFIRM, unit_of=unit_of_initiative)
def return_initiative(
    *, actor: Actor, initiative_id: str, reason: str, version: int | None = None
) -> str:
    """Return a submitted initiative to whoever entered it, saying why."""
    initiative = _as_seen(initiative_id, version)
    said = _said(reason)
    _decide(actor, initiative, "send_back", InitiativeSubject(reason=said), reason=said)
    note(subject=initiative, reason=said)
    return initiative.public_id


@operation(Capability.INITIATIVE_CONFIRM, unit_of=unit_of_initiative)
def withdraw_initiative(*, actor: Actor, initiative_id: str, reason: str) -> str:
    """Take a confirmed initiative back, saying why: every total loses it."""
    initiative = find(initiative_id)
    said = _said(reason)
    _decide(actor, initiative, "withdraw", InitiativeSubject(reason=said), reason=said)
    count_anew([initiative], counts=False)
    note(subject=initiative, reason=said)
    return initiative.public_id


def _as_seen(initiative_id: str, version: int | None) -> Initiative:
    initiative = find(initiative_id)
    if version is not None and version != initiative.version:
        raise Conflict("base.stale")
    return initiative


def _decide(
    actor: Actor, initiative: Initiative, step: str, subject: InitiativeSubject, **fields: Any
) -> None:
    advance(
        initiative,
        INITIATIVE,
        step,
        subject=subject,
        decided_at=clock.moment(),
        decided_by=actor.user_id,
        decided_name=actor.name,
        **fields,
    )


def _said(reason: str) -> str:
    said = clean_line(reason)
    if len(said) > _REASON_LENGTH:
        raise Invalid("initiatives.reason_long", field="reason", limit=_REASON_LENGTH)
    return said
