"""Which launched plans count a figure of a unit on a day: its own, and those of all above it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery

from thidua.apps.campaigns.enums import MovementKind
from thidua.apps.campaigns.models import CampaignMovement
from thidua.apps.campaigns.queries.plans import visible_campaigns
from thidua.apps.org.models import UnitName, UnitPath
from thidua.base.actor import Actor
from thidua.domain.spans import DateSpan
from thidua.domain.tree import Line
from thidua.lawbook.movements import standard_movements


@dataclass(frozen=True)
class Carrying:
    """A plan with a target for the figure; `movements` are those it carries that the figure is of."""

    public_id: str
    name: str
    unit_name: str
    movements: tuple[str, ...] = ()


def carrying(actor: Actor, unit_id: int, code: str, day: date) -> list[Carrying]:
    """Return the plans in the actor's sight whose target counts the figure, the nearest first."""
    one_day = DateSpan(day, day + timedelta(days=1))
    return carrying_each(actor, unit_id, [code], one_day).get(code, [])


def carrying_each(
    actor: Actor, unit_id: int, codes: Iterable[str], span: DateSpan
) -> dict[str, list[Carrying]]:
    """Return, for each figure, the plans whose target counts what was given for these days."""
    day = span.last_day or span.valid_from
    above = UnitPath.objects.on(day).filter(descendant_id=unit_id, line=Line.MAIN)
    called = UnitName.objects.on(day).filter(unit_id=OuterRef("unit_id"))
    plans: QuerySet[Any] = visible_campaigns(actor).filter(
        unit_id__in=above.values("ancestor_id"),
        launched_on__isnull=False,
        starts_on__lte=span.valid_from,
        until__gte=span.valid_until,
        targets__indicator__code__in=list(codes),
        targets__unit_id=F("unit_id"),
    )
    rows = plans.annotate(
        code=F("targets__indicator__code"),
        depth=Subquery(above.filter(ancestor_id=OuterRef("unit_id")).values("depth")[:1]),
        called=Subquery(called.values("name")[:1]),
    )
    rows = rows.order_by("depth", "-pk")
    movements = _movements(rows)
    found: dict[str, list[Carrying]] = {}
    for plan in rows:
        deeds = tuple(movements.get((plan.pk, plan.code), ()))
        carried = Carrying(plan.public_id, plan.number or plan.title, plan.called or "", deeds)
        if carried not in found.setdefault(plan.code, []):
            found[plan.code].append(carried)
    return found


def _movements(plans: "QuerySet[Any]") -> dict[tuple[int, str], list[str]]:
    """Return the movements of which a figure is a deed, by the plan that carries them and the figure."""
    codes = {plan.code for plan in plans}
    counted = {row.code: row.counts for row in standard_movements().values()}
    wanted = [code for code, counts in counted.items() if codes & set(counts)]
    found: dict[tuple[int, str], list[str]] = {}
    rows = CampaignMovement.objects.filter(
        campaign__in={plan.pk for plan in plans}, movement__code__in=wanted
    )
    columns = ("campaign_id", "movement__code", "movement__kind", "movement__name")
    for plan, code, kind, name in rows.values_list(*columns) if wanted else ():
        for figure in codes & set(counted[code]):
            found.setdefault((plan, figure), []).append(f"{MovementKind(kind).label} {name}")
    return found
