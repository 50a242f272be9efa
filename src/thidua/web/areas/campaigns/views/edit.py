"""Writing a plan: a new one, one that answers a superior's, and changes to a draft."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.enums import CampaignState
from thidua.apps.campaigns.services.drafting import draft_campaign, edit_campaign
from thidua.apps.org.queries import name_of
from thidua.base import clock
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, DomainError, Forbidden
from thidua.web.access import requires
from thidua.web.areas.campaigns.forms import MOST_PHASES, PhaseSet, PlanForm
from thidua.web.http import acting, count_in


@requires(Capability.CAMPAIGN_EDIT)
def new(request: HttpRequest) -> HttpResponse:
    """A new plan; with ?giao=… it begins as a copy of the superior's contents and đợt."""
    actor = acting(request)
    directive_id = request.POST.get("directive_id") or request.GET.get("giao", "")
    directive = queries.directive_for(actor, directive_id) if directive_id else None
    parent = directive.campaign if directive else None
    form, phases = _forms(request, _first_values(parent), _phases_of(parent))
    if request.method == "POST" and _complete(request, form, phases):
        try:
            public_id = draft_campaign(
                actor=actor,
                unit_id=actor.unit_public_id,
                plan=form.draft(phases.drafts()),
                directive_id=directive_id,
            )
        except DomainError as refusal:
            form.add_error(getattr(refusal, "field", None), sentence(refusal))
        else:
            messages.success(request, _("Đã lưu bản soạn. Xem lại rồi bấm Phát động."))
            return redirect("campaigns:plan", public_id)
    context = {"form": form, "phases": phases, "parent": parent, "directive_id": directive_id}
    return render(request, "campaigns/edit.html", context, status=422 if form.errors else 200)


@requires(Capability.CAMPAIGN_EDIT)
def edit(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Change a draft; if someone else changed it meanwhile, both are shown."""
    actor = acting(request)
    campaign = _own_plan(request, campaign_id)
    initial = _values_of(campaign) | {"version": campaign.version}
    form, phases = _forms(request, initial, _phases_of(campaign))
    stale = False
    if request.method == "POST" and _complete(request, form, phases):
        try:
            edit_campaign(
                actor=actor,
                campaign_id=campaign_id,
                version=form.cleaned_data["version"] or 0,
                plan=form.draft(phases.drafts()),
            )
        except DomainError as refusal:
            stale = isinstance(refusal, Conflict) and refusal.code == "base.stale"
            form.add_error(getattr(refusal, "field", None), sentence(refusal))
            if stale:
                # Only who was told of the other version may write over it with the next press.
                form.data = form.data.copy()
                form.data["version"] = str(campaign.version)
        else:
            messages.success(request, _("Đã lưu thay đổi."))
            return redirect("campaigns:plan", campaign_id)
    context = {
        "form": form,
        "phases": phases,
        "campaign": campaign,
        "stale": stale,
        "directive_id": "",
    }
    return render(request, "campaigns/edit.html", context, status=422 if form.errors else 200)


def _own_plan(request: HttpRequest, campaign_id: str) -> Any:
    """Return the own plan to be edited; one launched while its form was open keeps what was typed."""
    actor = acting(request)
    campaign = queries.campaign_for(actor, campaign_id)
    if campaign.unit_id != actor.unit_id:
        raise Forbidden("base.forbidden")
    if campaign.state != CampaignState.DRAFT and request.method != "POST":
        raise Conflict("campaigns.locked")
    return campaign


def _forms(request: HttpRequest, initial: dict[str, Any], phases: list[dict[str, Any]]) -> Any:
    if request.method == "POST":
        return PlanForm(request.POST, initial=initial), PhaseSet(_with_more(request), prefix="dot")
    return PlanForm(initial=initial), PhaseSet(initial=phases, prefix="dot")


def _with_more(request: HttpRequest) -> Any:
    """Return the posted data, with room for one more đợt when that button was pressed."""
    data = request.POST.copy()
    count = count_in(data.get("dot-TOTAL_FORMS", ""))
    if "add_phase" in data and count is not None:
        data["dot-TOTAL_FORMS"] = str(min(count + 1, MOST_PHASES))
    return data


def _complete(request: HttpRequest, form: PlanForm, phases: Any) -> bool:
    if "add_phase" in request.POST:
        form.errors.clear()
        return False
    sound = all([form.is_valid(), phases.is_valid()])
    for error in _phase_errors(phases):
        form.add_error(None, error)
    return sound


def _phase_errors(phases: Any) -> Iterator[str]:
    """Yield what is wrong in the rows of the đợt, so that the summary on top says it too."""
    yield from phases.non_form_errors()
    for order, row in enumerate(phases.forms, start=1):
        for name, errors in row.errors.items():
            label = str(row.fields[name].label).lower() if name in row.fields else ""
            for error in errors:
                yield _("Đợt %(order)s, %(label)s: %(error)s") % {
                    "order": order,
                    "label": label,
                    "error": error,
                }


def _first_values(parent: Any) -> dict[str, Any]:
    """Return what a new plan begins with: the superior's plan, or a calendar year."""
    if parent is None:
        year = clock.today().year
        return {"starts_on": date(year, 1, 1), "last_day": date(year, 12, 31)}
    values = _values_of(parent)
    for name in ("number", "issued_on", "signer_name", "signer_post", "note"):
        values.pop(name)
    title = _("Kế hoạch triển khai, hưởng ứng %(plan)s") % {"plan": parent.number or parent.title}
    basis = _("Kế hoạch %(number)s của %(unit)s.") % {
        "number": " ".join(filter(None, [parent.number, parent.title])),
        "unit": name_of(parent.unit_id),
    }
    return values | {"title": title, "bases": basis}


def _values_of(campaign: Any) -> dict[str, Any]:
    names = ("title", "theme", "number", "issued_on", "signer_name", "signer_post", "note")
    return {name: getattr(campaign, name) for name in (*names, "starts_on")} | {
        "last_day": campaign.until - timedelta(days=1),
        "bases": "\n".join(basis.text for basis in campaign.bases.all()),
        "contents": "\n".join(content.text for content in campaign.contents.all()),
    }


def _phases_of(campaign: Any) -> list[dict[str, Any]]:
    if campaign is None:
        return []
    return [
        {
            "starts_on": phase.starts_on,
            "last_day": phase.until - timedelta(days=1),
            "theme": phase.theme,
            "task": phase.task,
        }
        for phase in campaign.phases.all()
    ]
