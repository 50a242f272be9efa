"""The page "Nhận bàn giao": what runs, is due and is late at the own unit, on one sheet."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.campaigns import queries as campaigns
from thidua.apps.campaigns.enums import CampaignState
from thidua.apps.conferences import queries as conferences
from thidua.apps.org.services.handover import Office, office_of
from thidua.apps.reporting import queries as reporting
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.web.access import requires
from thidua.web.areas.handover.present import given, holders, meetings, owed, past_reports, plans
from thidua.web.http import acting
from thidua.web.standing import drawn

_SHOWN_STATES = (*campaigns.OPEN_STATES, CampaignState.DRAFT)


@requires(Capability.DIRECTIVE_RECEIVE)
def received(request: HttpRequest) -> HttpResponse:
    """Show everything that the one who takes over the unit has to know, fit to be printed."""
    actor, today = acting(request), clock.today()
    office = office_of(actor)
    context = {
        "today": today,
        "office": office,
        "holders": holders(office.on(today)),
        "former": office.before(today),
        "given": given(campaigns.directives_waiting(actor)),
        "owed": owed(reporting.due_items(actor)),
        "meetings": meetings(conferences.waiting_for(actor, ahead=None)),
        **_plans(actor),
        **_reports(actor, office),
    }
    return render(request, "handover/received.html", context)


def _plans(actor: Actor) -> dict[str, Any]:
    own = [plan for plan in campaigns.latest_of(actor) if plan.state in _SHOWN_STATES]
    standing = campaigns.newest_standing(own)
    figures = drawn(actor.unit_public_id, standing.campaign, standing.lines) if standing else []
    return {"plans": plans(own), "standing": standing, "figures": figures}


def _reports(actor: Actor, office: Office) -> dict[str, Any]:
    """Return what waits for review, or of a unit that reports: last year's reports and proofs."""
    if reach_of(actor.role, Capability.REPORT_REVIEW) is not None:
        return {"reviews": reporting.review_items(actor)}
    year = clock.today().year - 1
    return {
        "year": year,
        "past": past_reports(reporting.own_periods(actor, year)),
        "proofs": office.proofs,
    }
