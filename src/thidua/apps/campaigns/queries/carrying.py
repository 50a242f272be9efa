"""Which launched plans count a figure of a unit on a day: its own, and those of all above it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F

from thidua.apps.campaigns.queries.plans import visible_campaigns
from thidua.apps.org.models import UnitPath
from thidua.apps.org.queries import short_names
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
    above = UnitPath.objects.on(day).filter(descendant_id=unit_id, line=Line.MAIN)
    depth = dict(above.values_list("ancestor_id", "depth"))
    plans = visible_campaigns(actor).filter(
        unit_id__in=depth,
        launched_on__isnull=False,
        starts_on__lte=day,
        until__gt=day,
        targets__indicator__code=code,
        targets__unit_id=F("unit_id"),
    )
    rows = sorted(plans.distinct(), key=lambda plan: (depth[plan.unit_id], -plan.pk))
    called = short_names({plan.unit_id for plan in rows}, day) if rows else {}
    return [
        Carrying(plan.public_id, plan.number or plan.title, called.get(plan.unit_id, ""))
        for plan in rows
    ]
