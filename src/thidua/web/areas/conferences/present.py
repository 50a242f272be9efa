"""How conferences look: tones of their states, choices of host and plan."""

from typing import Any

from django.http import HttpRequest

from thidua.apps.campaigns import queries as campaigns
from thidua.apps.conferences.enums import ConferenceState
from thidua.apps.org.queries import direct_units, names, short_names
from thidua.base.actor import Actor

TONES = {
    ConferenceState.PLANNED: "wait",
    ConferenceState.HELD: "ok",
    ConferenceState.CANCELLED: "neutral",
}
_MOST_PLANS = 60


def host_choices(actor: Actor, chosen: Any = None) -> list[tuple[str, str]]:
    """Return where a conference may take place: the own unit, a direct one, the one chosen before."""
    listed = [(actor.unit_public_id, actor.unit_name)]
    listed += [(unit.public_id, unit.name) for unit in direct_units(actor.unit_id or 0)]
    if chosen is not None and chosen.public_id not in dict(listed):
        listed.append((chosen.public_id, names([chosen.pk])[chosen.pk]))
    return listed


def plan_choices(actor: Actor, chosen: Any = None) -> list[tuple[str, str]]:
    """Return the plans a conference may belong to: the own and those right below, newest first."""
    units = [actor.unit_id, *(unit.id for unit in direct_units(actor.unit_id or 0))]
    rows = list(
        campaigns.visible_campaigns(actor)
        .filter(unit__in=units)
        .order_by("-year", "-id")[:_MOST_PLANS]
    )
    if chosen is not None and chosen.pk not in {row.pk for row in rows}:
        rows.append(chosen)
    called = short_names({row.unit_id for row in rows})
    return [(row.public_id, _label(row, called)) for row in rows]


def chosen_plan(request: HttpRequest, actor: Actor) -> Any:
    """Return the plan that the address names, if there is one in sight."""
    public_id = request.GET.get("ke-hoach", "") or request.POST.get("campaign_id", "")
    return campaigns.visible_campaigns(actor).filter(public_id=public_id).first()


def _label(row: Any, called: dict[int, str]) -> str:
    head = f"{row.number} · {row.title}" if row.number else row.title
    return f"{row.year}: {head} – {called[row.unit_id]}"
