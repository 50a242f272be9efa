"""Which reorganisations an actor may open, and what stands in them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, OuterRef, QuerySet

from thidua.apps.org.models import Reorganisation, ReorganisationChange, Unit
from thidua.apps.org.queries.names import names
from thidua.apps.org.scoping import reaches, visible_unit_ids
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import NotFound
from thidua.domain.workflow.reorganisations import REORGANISATION

_AT_ONCE = 500


def visible_reorganisations(actor: Actor) -> QuerySet[Reorganisation]:
    """Return what is drawn up or was done by units that the actor may reorganise, newest first."""
    units = visible_unit_ids(actor, Capability.UNIT_REORGANISE)
    rows: QuerySet[Reorganisation] = Reorganisation.objects.filter(unit__in=units)
    return rows.select_related("unit").order_by("-effective_on", "-id")


def reorganisation_rows(
    actor: Actor, start: int = 0, limit: int | None = None
) -> list[Reorganisation]:
    """Return one page of them, each with `size`: how many rows it has."""
    end = None if limit is None else start + limit
    counted = visible_reorganisations(actor).defer("trace").annotate(size=Count("changes"))
    return list(counted[start:end])


def reorganisation_for(actor: Actor, public_id: str) -> Reorganisation:
    """Return one reorganisation in the actor's reach; raise NotFound."""
    found = visible_reorganisations(actor).filter(public_id=public_id).first()
    if found is None:
        raise NotFound("base.not_found")
    return found


def changes_of(reorganisation: Reorganisation) -> list[ReorganisationChange]:
    """Return the rows as they were drawn up, in order."""
    return list(reorganisation.changes.order_by("position"))


def is_draft(reorganisation: Reorganisation) -> bool:
    """Tell whether it can still be edited, carried out or withdrawn."""
    return reorganisation.state == REORGANISATION.initial


def can_be_recalled(reorganisation: Reorganisation) -> bool:
    """Tell whether it has been carried out for a day that is still to come."""
    to_come = reorganisation.effective_on > clock.today() and reorganisation.trace is not None
    return reorganisation.state == "done" and to_come


def called_by_code(actor: Actor, codes: Iterable[str], day: date) -> dict[str, str]:
    """Return the names on a day of the units with these codes that the actor sees."""
    seen: dict[int, str] = {}
    wanted = sorted(set(codes))
    for start in range(0, len(wanted), _AT_ONCE):
        units = Unit.objects.filter(code__in=wanted[start : start + _AT_ONCE])
        if not actor.is_system:
            units = units.filter(reaches(actor, Capability.UNIT_VIEW, OuterRef("pk")))
        seen |= dict(units.values_list("pk", "code"))
    return {seen[unit]: name for unit, name in names(seen, day).items()}
