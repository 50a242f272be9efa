"""One unit by the id that the outside knows."""

from django.db.models import OuterRef

from thidua.apps.org.models import Unit
from thidua.apps.org.scoping import reaches
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import NotFound


def unit_by_public_id(public_id: str) -> Unit:
    """Return the unit, whoever asks; raise NotFound where there is none."""
    unit = Unit.objects.filter(public_id=public_id).first()
    if unit is None:
        raise NotFound("base.not_found")
    return unit


def visible_unit(
    actor: Actor, public_id: str, capability: Capability = Capability.UNIT_VIEW
) -> Unit:
    """Return the unit if the actor reaches it; raise NotFound otherwise."""
    seen = Unit.objects.filter(reaches(actor, capability, OuterRef("pk")), public_id=public_id)
    unit = seen.first()
    if unit is None:
        raise NotFound("base.not_found")
    return unit


def unit_with_rights(
    actor: Actor, public_id: str, *capabilities: Capability
) -> tuple[Unit, frozenset[Capability]]:
    """Return a visible unit and which of these capabilities the actor has there, in one query."""
    rights = {
        f"may_{place}": reaches(actor, capability, OuterRef("pk"))
        for place, capability in enumerate(capabilities)
    }
    seen = Unit.objects.filter(
        reaches(actor, Capability.UNIT_VIEW, OuterRef("pk")), public_id=public_id
    )
    unit = seen.annotate(**rights).first()
    if unit is None:
        raise NotFound("base.not_found")
    held = (cap for place, cap in enumerate(capabilities) if getattr(unit, f"may_{place}"))
    return unit, frozenset(held)
