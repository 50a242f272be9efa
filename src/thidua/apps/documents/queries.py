"""Which papers an actor may read."""

from django.db.models import QuerySet

from thidua.apps.documents.models import Paper
from thidua.apps.org.scoping import visible_unit_ids
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import NotFound
from thidua.domain.spans import DateSpan

__all__ = ["Paper", "paper_for", "papers_about"]

_MOST = 20


def paper_for(actor: Actor, public_id: str) -> Paper:
    """Return a paper of a unit whose figures the actor may see; raise NotFound."""
    paper = _visible(actor).filter(public_id=public_id).select_related("unit").first()
    if paper is None:
        raise NotFound("base.not_found")
    return paper


def papers_about(actor: Actor, unit_id: int, span: DateSpan) -> list[Paper]:
    """Return the papers of a unit about these days, the latest first."""
    rows = _visible(actor).filter(
        unit_id=unit_id, starts_on=span.valid_from, until=span.valid_until
    )
    return list(rows.defer("content").order_by("-id")[:_MOST])


def _visible(actor: Actor) -> "QuerySet[Paper]":
    return Paper.objects.filter(unit__in=visible_unit_ids(actor, Capability.FIGURE_VIEW))
