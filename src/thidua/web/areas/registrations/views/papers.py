"""Papers of registering: one person's, the unit's list, the list left blank for a meeting."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.papers import (
    RegistrationHead,
    blank_registrations,
    registration_list,
    registration_paper,
)
from thidua.apps.campaigns.queries import registrations as found
from thidua.apps.org.queries import count_of, main_parent_id, names
from thidua.base import clock
from thidua.domain.access.capabilities import Capability
from thidua.domain.documents import Paper
from thidua.web.access import requires
from thidua.web.http import acting
from thidua.web.papers import paper_response

_MOST_LINES, _FEWEST_LINES = 2_000, 20


@requires(Capability.REGISTRATION_ENTER)
def one(request: HttpRequest, registration_id: str) -> HttpResponse:
    """Show one registration as its paper, to be signed."""
    row = found.registration_for(acting(request), registration_id)
    shown = registration_paper(row, _head(row.campaign, row.unit_id))
    back = reverse("registrations:registration", args=[registration_id])
    return _page(request, shown, _("Bản đăng ký %(name)s") % {"name": row.name}, back)


@requires(Capability.REGISTRATION_VIEW)
def listed(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Show what the own unit has registered as one list, a line to sign each."""
    actor = acting(request)
    campaign = queries.campaign_for(actor, campaign_id)
    rows = found.registrations_of(actor, campaign, actor.unit_id or 0).exclude(state="dropped")
    shown = registration_list(
        list(rows[:_MOST_LINES]), _head(campaign, actor.unit_id or 0), clock.today()
    )
    return _page(request, shown, _("Danh sách đăng ký"), _back(campaign_id))


@requires(Capability.REGISTRATION_VIEW)
def blank(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Show the list without names: a line for each member, filled in and signed at a meeting."""
    actor = acting(request)
    campaign = queries.campaign_for(actor, campaign_id)
    counted = count_of(actor.unit_id or 0)
    lines = min(max(counted.members if counted else 0, _FEWEST_LINES), _MOST_LINES)
    shown = blank_registrations(_head(campaign, actor.unit_id or 0), lines)
    return _page(request, shown, _("Danh sách đăng ký trắng"), _back(campaign_id))


def _head(campaign: Any, unit_id: int) -> RegistrationHead:
    parent = main_parent_id(unit_id) or 0
    shown = names({unit_id, parent})
    return RegistrationHead(campaign.title, shown[unit_id], shown.get(parent, ""), campaign.year)


def _back(campaign_id: str) -> str:
    return reverse("registrations:of", args=[campaign_id])


def _page(request: HttpRequest, shown: Paper, name: str, back: str) -> HttpResponse:
    context = {"paper": shown, "heading": name, "back": back}
    answer = paper_response(request, shown, name)
    return answer or render(request, "registrations/paper.html", context)
