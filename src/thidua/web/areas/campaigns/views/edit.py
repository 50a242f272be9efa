"""Writing a plan: a new one, one that answers a superior's, and changes to a draft."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.enums import CampaignState
from thidua.apps.campaigns.services.drafting import draft_campaign, edit_campaign
from thidua.apps.campaigns.to_domain import draft_of
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, DomainError, Forbidden
from thidua.domain.plan_draft import PlanDraft
from thidua.web.access import requires
from thidua.web.areas.campaigns.beginnings import answering, calendar_year
from thidua.web.areas.campaigns.bundle import PlanBundle
from thidua.web.areas.campaigns.present import movement_label, row_parts
from thidua.web.http import acting

# A new plan of the year has two đợt as a rule; every other part begins with its button.
_BLANK = {"phases": 2}


@requires(Capability.CAMPAIGN_EDIT)
def new(request: HttpRequest) -> HttpResponse:
    """A new plan; with ?giao=… it begins as a copy of the superior's contents and đợt."""
    actor = acting(request)
    directive_id = request.POST.get("directive_id") or request.GET.get("giao", "")
    directive = queries.directive_for(actor, directive_id) if directive_id else None
    parent = directive.campaign if directive else None
    model = _model(request, actor, parent)
    draft = answering(parent, model) if parent else calendar_year()
    bundle = _bundle(request, actor, draft, blank={} if parent else _BLANK)
    locked = queries.locked_contents(parent) if parent else {}
    if _complete(request, bundle, locked):
        try:
            public_id = draft_campaign(
                actor=actor,
                unit_id=actor.unit_public_id,
                plan=bundle.draft(),
                directive_id=directive_id,
            )
        except DomainError as refusal:
            bundle.refuse(refusal)
        else:
            messages.success(request, _("Đã lưu bản soạn. Xem lại rồi bấm Phát động."))
            return redirect("campaigns:plan", public_id)
    more = {"parent": parent, "model": model, "directive_id": directive_id, "locked": locked}
    return _page(request, bundle, more)


@requires(Capability.CAMPAIGN_EDIT)
def edit(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Change a draft; if someone else changed it meanwhile, both are shown."""
    actor = acting(request)
    campaign = _own_plan(request, campaign_id)
    bundle = _bundle(request, actor, draft_of(campaign), campaign.version)
    locked = queries.locked_contents(campaign.parent) if campaign.parent else {}
    stale = False
    if _complete(request, bundle, locked):
        try:
            edit_campaign(
                actor=actor,
                campaign_id=campaign_id,
                version=bundle.form.cleaned_data["version"] or 0,
                plan=bundle.draft(),
            )
        except DomainError as refusal:
            stale = isinstance(refusal, Conflict) and refusal.code == "base.stale"
            bundle.refuse(refusal)
            if stale:
                # Only who was told of the other version may write over it with the next press.
                bundle.show_version(campaign.version)
        else:
            messages.success(request, _("Đã lưu thay đổi."))
            return redirect("campaigns:plan", campaign_id)
    more = {"campaign": campaign, "stale": stale, "directive_id": "", "locked": locked}
    return _page(request, bundle, more)


def _own_plan(request: HttpRequest, campaign_id: str) -> Any:
    """Return the own plan to be edited; one launched while its form was open keeps what was typed."""
    actor = acting(request)
    campaign = queries.campaign_for(actor, campaign_id)
    if campaign.unit_id != actor.unit_id:
        raise Forbidden("base.forbidden")
    if campaign.state != CampaignState.DRAFT and request.method != "POST":
        raise Conflict("campaigns.locked")
    return campaign


def _model(request: HttpRequest, actor: Actor, parent: Any) -> Any:
    """Return the pilot's plan that was chosen as a model, if it is offered to this unit."""
    wanted = request.GET.get("mau", "")
    if not wanted or parent is None:
        return None
    offered = queries.pilot_plans(actor, parent)
    return next((plan for plan in offered if plan.public_id == wanted), None)


def _bundle(
    request: HttpRequest,
    actor: Actor,
    draft: PlanDraft,
    version: int | None = None,
    blank: Mapping[str, int] | None = None,
) -> PlanBundle:
    choices = [(row.public_id, movement_label(row)) for row in queries.movements_to_carry(actor)]
    if request.method == "POST":
        return PlanBundle(choices, data=request.POST)
    return PlanBundle(choices, draft=draft, version=version, blank=blank)


def _complete(request: HttpRequest, bundle: PlanBundle, locked: Mapping[int, str]) -> bool:
    if request.method != "POST":
        return False
    if "add" in request.POST or "add_phase" in request.POST:
        bundle.forget_errors()
        return False
    return bundle.is_valid(locked)


def _page(request: HttpRequest, bundle: PlanBundle, more: dict[str, Any]) -> HttpResponse:
    problems = bundle.problems()
    context = {
        "form": bundle.form,
        "phases": bundle.sets["phases"],
        "sets": bundle.sets,
        "parts": row_parts(bundle.sets),
        "problems": problems,
        **more,
    }
    return render(request, "campaigns/edit.html", context, status=422 if problems else 200)
