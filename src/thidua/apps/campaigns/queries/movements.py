"""Movements: those of the lawbook and of the units in line, and the plans that carry one."""

from collections.abc import Sequence

from django.db.models import Count, Q, QuerySet

from thidua.apps.campaigns.models import Campaign, Movement
from thidua.apps.campaigns.queries.plans import visible_campaigns
from thidua.apps.org.models import UnitPath
from thidua.apps.org.scoping import visible_unit_ids
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import NotFound


def movements_in_sight(actor: Actor) -> QuerySet[Movement]:
    """Return the lawbook's movements and those of the units whose plans the actor may see."""
    units = visible_unit_ids(actor, Capability.CAMPAIGN_VIEW)
    return Movement.objects.filter(Q(unit__isnull=True) | Q(unit__in=units))


def movement_for(actor: Actor, public_id: str) -> Movement:
    """Return one movement in sight; raise NotFound."""
    movement = movements_in_sight(actor).select_related("unit").filter(public_id=public_id).first()
    if movement is None:
        raise NotFound("base.not_found")
    return movement


def movements_to_carry(actor: Actor) -> list[Movement]:
    """Return what a plan of the actor's unit may carry: the lawbook's, its own, its superiors'."""
    above = UnitPath.objects.filter(descendant=actor.unit_id).values("ancestor")
    rows = Movement.objects.filter(Q(unit__isnull=True) | Q(unit__in=above))
    return list(rows.order_by("unit", "position", "id"))


def campaigns_carrying(actor: Actor, movement: Movement) -> QuerySet[Campaign]:
    """Return the visible plans that carry a movement, newest first."""
    rows = visible_campaigns(actor).filter(carried__movement=movement)
    return rows.order_by("-year", "-starts_on", "-id")


def times_carried(actor: Actor, movements: list[Movement]) -> dict[int, int]:
    """Return in how many visible plans each movement stands."""
    rows = visible_campaigns(actor).filter(carried__movement__in=movements)
    counted = rows.values("carried__movement").annotate(plans=Count("id", distinct=True))
    return dict(counted.values_list("carried__movement", "plans").order_by())


def movement_ids(codes: Sequence[str]) -> list[str]:
    """Return the public ids of movements of the lawbook, in the order of their codes here."""
    found = dict(Movement.objects.filter(code__in=codes).values_list("code", "public_id"))
    return [found[code] for code in codes]
