"""Which initiatives an actor may see: those of units in reach, one's own, those one is an author of."""

from dataclasses import dataclass

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.apps.initiatives.enums import InitiativeState
from thidua.apps.initiatives.models import Author, Initiative
from thidua.apps.org.models import Unit
from thidua.apps.org.scoping import reaches, visible_unit_ids
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.lawbook.kinds import unit_kinds

# So many units are named to the database one by one; of more it makes a set of its own.
_FEW_UNITS = 300


def visible(actor: Actor) -> "QuerySet[Initiative]":
    """Return what the actor may open; to a superior a draft is not yet there."""
    own_hand = Q(entered_by=actor.user_id, unit_id=actor.unit_id) | _authored(actor)
    in_reach = Q(reaches(actor, Capability.INITIATIVE_VIEW, OuterRef("unit_id")))
    there = Q(unit_id=actor.unit_id) | ~Q(state=InitiativeState.DRAFT)
    return Initiative.objects.filter(own_hand | (in_reach & there))


@dataclass(frozen=True)
class Listed:
    """What may be listed; `few` says that it lies in so few units that their index answers all."""

    rows: "QuerySet[Initiative]"
    few: bool


def listed(actor: Actor, *, mine: bool = False, searched: bool = False) -> Listed:
    """Return what the actor may list, asked so that an index answers, whatever the reach.

    `searched`: the index of the search leads, with hits of the whole country.
    """
    if mine or reach_of(actor.role, Capability.INITIATIVE_VIEW) is None:
        by_hand = Q(entered_by=actor.user_id, unit_id=actor.unit_id)
        return Listed(Initiative.objects.filter(by_hand | _authored(actor)), few=True)
    there = Q(unit_id=actor.unit_id) | ~Q(state=InitiativeState.DRAFT)
    in_reach = reaches(actor, Capability.INITIATIVE_VIEW, OuterRef("unit_id"))
    if searched and connection.vendor == "sqlite" and _at_top(actor):
        return Listed(Initiative.objects.filter(there, in_reach), few=False)
    reached = visible_unit_ids(actor, Capability.INITIATIVE_VIEW)
    units = list(reached[: _FEW_UNITS + 1])
    if len(units) <= _FEW_UNITS:
        return Listed(Initiative.objects.filter(there, unit_id__in=units), few=True)
    if searched:
        # PostgreSQL joins as it sees fit; SQLite makes a set, of 120,000 units in 25 ms, of a
        # province's in one: there most hits lie outside, and a set says so ten times as fast.
        return Listed(Initiative.objects.filter(there, unit_id__in=reached), few=False)
    return Listed(Initiative.objects.filter(there, in_reach), few=False)


def _at_top(actor: Actor) -> bool:
    """Tell whether the actor stands above all: then nearly every hit lies in reach."""
    kinds = Unit.objects.filter(pk=actor.unit_id or 0).values_list("kind", flat=True)
    return any(unit_kinds()[kind].is_top for kind in kinds)


def _authored(actor: Actor) -> Q:
    mine = Author.objects.filter(initiative=OuterRef("pk"), user_id=actor.user_id or 0)
    return Q(Exists(mine))
