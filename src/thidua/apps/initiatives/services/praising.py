"""An initiative praised at a level above: recorded once a level, beside its one count."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from thidua.apps.initiatives.enums import InitiativeState, LevelChoice
from thidua.apps.initiatives.models import InitiativePraise
from thidua.apps.initiatives.services.finding import find, unit_of_initiative
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid, NotFound
from thidua.text.unicode import clean_line

_BODY_LENGTH = 200
_NUMBER_LENGTH = 60


@operation(Capability.INITIATIVE_CONFIRM, unit_of=unit_of_initiative)
def praise_initiative(
    *,
    actor: Actor,
    initiative_id: str,
    level: str,
    praised_by: str,
    praised_on: date,
    number: str = "",
) -> str:
    """Record that a confirmed initiative was praised at a level; return its public id."""
    initiative = find(initiative_id)
    if initiative.state != InitiativeState.CONFIRMED or initiative.recognised_on is None:
        raise Conflict("initiatives.praise_early")
    by, no = clean_line(praised_by), clean_line(number)
    if level not in LevelChoice.values:
        raise Invalid("initiatives.unknown", field="level", value=level)
    if not by or len(by) > _BODY_LENGTH or len(no) > _NUMBER_LENGTH:
        raise Invalid("initiatives.praise_by", field="praised_by", limit=_BODY_LENGTH)
    if praised_on < initiative.recognised_on or praised_on > clock.today():
        raise Invalid(
            "initiatives.praise_day",
            field="praised_on",
            recognised_on=initiative.recognised_on,
            today=clock.today(),
        )
    given: dict[str, Any] = {
        "level": level,
        "praised_by": by,
        "number": no,
        "praised_on": praised_on,
    }
    try:
        with transaction.atomic():
            InitiativePraise.objects.create(initiative=initiative, **given)
    except IntegrityError:
        raise Conflict("initiatives.praised_already", level=LevelChoice(level).label) from None
    note(subject=initiative, **given)
    return initiative.public_id


@operation(Capability.INITIATIVE_CONFIRM, unit_of=unit_of_initiative)
def take_back_praise(*, actor: Actor, initiative_id: str, level: str) -> str:
    """Take off a praise that was recorded by mistake."""
    initiative = find(initiative_id)
    gone, _ = initiative.praises.filter(level=level).delete()
    if not gone:
        raise NotFound("base.not_found")
    note(subject=initiative, taken_back=level)
    return initiative.public_id
