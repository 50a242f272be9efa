"""Which launched plans count a figure of a unit on a day: its own, and those of all above it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from thidua.apps.campaigns.models import Target
from thidua.apps.campaigns.queries.plans import visible_campaigns
from thidua.apps.org.models import UnitName, UnitPath
from thidua.base.actor import Actor
from thidua.domain.tree import Line


@dataclass(frozen=True)
class Carrying:
    """A plan with a target for the figure."""

    public_id: str
    name: str
    unit_name: str


def carrying(actor: Actor, unit_id: int, code: str, day: date) -> list[Carrying]:
    """Return the plans in the actor's sight whose target counts the figure, the nearest first."""
    above = UnitPath.objects.on(day).filter(
        descendant_id=unit_id, ancestor_id=OuterRef("unit_id"), line=Line.MAIN
    )
    called = UnitName.objects.on(day).filter(unit_id=OuterRef("unit_id"))
    target = Target.objects.filter(
        campaign=OuterRef("pk"), unit_id=OuterRef("unit_id"), indicator__code=code
    )
    plans: Any = visible_campaigns(actor).filter(
        Exists(target), launched_on__isnull=False, starts_on__lte=day, until__gt=day
    )
    rows = plans.annotate(
        steps=Subquery(above.values("depth")[:1]), called=Subquery(called.values("name")[:1])
    ).filter(steps__isnull=False)
    return [
        Carrying(plan.public_id, plan.number or plan.title, plan.called or "")
        for plan in rows.order_by("steps", "-id")
    ]
