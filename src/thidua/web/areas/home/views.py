"""The page "Việc hôm nay": what to do, and how the unit's campaigns stand against their targets."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.campaigns import queries as campaigns
from thidua.apps.org.services.handover import in_first_days
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.web.access import signed_in
from thidua.web.areas.home import pledges
from thidua.web.areas.home.todo import items_for
from thidua.web.http import acting
from thidua.web.standing import drawn


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """Show what is due, waiting and late, and the figures of the campaign that is on."""
    actor = acting(request)
    if reach_of(actor.role, Capability.CAMPAIGN_VIEW) is None:
        return render(request, "home/keeper.html", {"unit_id": actor.unit_public_id})
    own = campaigns.latest_of(actor)
    sees_figures = reach_of(actor.role, Capability.FIGURE_VIEW) is not None
    standing = campaigns.newest_standing(own) if sees_figures else None
    mine = pledges.own_tasks(actor)
    context = {
        "items": [*items_for(actor, own), *pledges.items_for(actor, own, mine)],
        "mine": pledges.shown(mine),
        "latest": own[:5],
        "open_states": campaigns.OPEN_STATES,
        "took_over": _holds_office(actor) and in_first_days(actor),
        "standing": standing,
        "figures": drawn(actor.unit_public_id, standing.campaign, standing.lines)
        if standing
        else [],
    }
    return render(request, "home/today.html", context)


def _holds_office(actor: Actor) -> bool:
    return reach_of(actor.role, Capability.DIRECTIVE_RECEIVE) is not None
