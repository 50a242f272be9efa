"""Reading pacts: those of a plan, and one of them as its paper."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.enums import CampaignState, PactState
from thidua.apps.campaigns.papers import PactHead, blank_pacts, pact_paper
from thidua.apps.campaigns.queries import pacts
from thidua.apps.org.queries import direct_units, has_children, main_parent_id, names
from thidua.base.history import entries_about
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, NotFound
from thidua.web.access import requires
from thidua.web.areas.pacts.forms import CancelForm, ScanForm, SignForm
from thidua.web.areas.pacts.present import acts_on, may_keep, party_names, state_of
from thidua.web.history import to_entries
from thidua.web.http import acting
from thidua.web.papers import paper_response
from thidua.web.photos import picture
from thidua.web.plan_tabs import plan_tabs

PAGE, _MOST_CONTENTS = 50, 5


@requires(Capability.PACT_VIEW)
def of_campaign(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Show the pacts of a plan and of the plans that answer it, as far as they are seen."""
    actor = acting(request)
    campaign = queries.campaign_for(actor, campaign_id)
    counts = pacts.pact_counts(actor, campaign)
    paginator = Paginator(pacts.pacts_of(actor, campaign), PAGE)
    paginator.count = sum(counts.values())  # known already: no second count
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "campaign": campaign,
        "tabs": plan_tabs(actor, campaign, "pacts:of"),
        "page": page,
        "rows": [(pact, *state_of(pact), *party_names(pact)) for pact in page],
        "signed": counts[PactState.SIGNED],
        "may_keep": may_keep(actor) and campaign.state != CampaignState.CLOSED,
        "has_units": may_keep(actor)
        and campaign.state != CampaignState.CLOSED
        and has_children(actor.unit_id or 0),
    }
    return render(request, "pacts/list.html", context)


@requires(Capability.PACT_VIEW)
def show(request: HttpRequest, pact_id: str) -> HttpResponse:
    """Show one pact: its paper, the acts that are open, the signed paper as photographs."""
    pact = pacts.pact_for(acting(request), pact_id) if "dang" in request.GET else None
    answer = paper_response(request, pact_paper(pact, head_of(pact)), pact.title) if pact else None
    return answer or page_of(request, pact_id)


def head_of(pact: Any) -> PactHead:
    """Return what stands above the paper of a pact."""
    return _head(pact.campaign, pact.unit_id)


def _head(campaign: Any, unit_id: int) -> PactHead:
    parent = main_parent_id(unit_id) or 0
    shown = names({unit_id, parent})
    return PactHead(
        campaign=campaign.title,
        number=campaign.number,
        issuer=shown[unit_id],
        superior=shown.get(parent, ""),
        year=campaign.year,
    )


@requires(Capability.PACT_KEEP)
def blank(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Show the pact of the own unit with each direct unit, a page each, to be filled in by hand."""
    actor = acting(request)
    campaign = queries.campaign_for(actor, campaign_id)
    units = [unit.name for unit in direct_units(actor.unit_id or 0)]
    if not units:
        raise NotFound("base.not_found")
    texts = [content.text for content in campaign.contents.all()[:_MOST_CONTENTS]]
    shown = blank_pacts(_head(campaign, actor.unit_id or 0), texts, units)
    context = {"campaign": campaign, "paper": shown, "count": len(units)}
    name = _("Giao ước trắng %(title)s") % {"title": campaign.title}
    return paper_response(request, shown, name) or render(request, "pacts/blank.html", context)


def page_of(
    request: HttpRequest,
    pact_id: str,
    *,
    refusal: DomainError | None = None,
    sign: SignForm | None = None,
    cancel: CancelForm | None = None,
    scan_form: ScanForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """Return the page of a pact; forms that were refused come back as they were typed."""
    actor = acting(request)
    pact = pacts.pact_for(actor, pact_id)
    state, tone = state_of(pact)
    seen = {"signed_on": pact.signed_on, "version": pact.version}
    head = head_of(pact)
    context: dict[str, Any] = {
        "pact": pact,
        "campaign": pact.campaign,
        "unit_name": head.issuer,
        "paper": pact_paper(pact, head),
        "state": state,
        "tone": tone,
        "scans": [scan.file for scan in pact.scans.all()],
        "sign_form": sign or SignForm(initial=seen),
        "cancel_form": cancel or CancelForm(),
        "scan_form": scan_form or ScanForm(),
        "refused": sentence(refusal) if refusal else "",
        "entries": to_entries(entries_about([pact.public_id])),
        **acts_on(actor, pact),
    }
    return render(request, "pacts/pact.html", context, status=status)


@requires(Capability.PACT_VIEW)
def scan(request: HttpRequest, pact_id: str, file_id: str) -> HttpResponse:
    """Serve a photograph of the signed paper under its pact."""
    return picture(pacts.scan_file(acting(request), pact_id, file_id))
