"""Finding the initiative that an operation is about, and whose it is."""

from thidua.apps.initiatives.models import Initiative
from thidua.base.actor import Actor
from thidua.domain.errors import NotFound


def find(initiative_id: str) -> Initiative:
    """Return an initiative by its public id; raise NotFound."""
    initiative = Initiative.objects.filter(public_id=initiative_id).first()
    if initiative is None:
        raise NotFound("base.not_found")
    return initiative


def unit_of_initiative(*, initiative_id: str, **_: object) -> int:
    """Return the unit whose initiative it is, for `unit_of`."""
    return find(initiative_id).unit_id


def own_unit(*, actor: Actor, **_: object) -> int | None:
    """Return the unit the actor acts for, for `unit_of`."""
    return actor.unit_id
