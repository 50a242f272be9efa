"""Writing the head of a conference: a new one, perhaps for a plan, and changes to it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.conferences import queries, services
from thidua.apps.conferences.enums import ConferenceKind
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, DomainError, Forbidden
from thidua.web.access import requires
from thidua.web.areas.conferences.forms import HeadForm
from thidua.web.areas.conferences.present import chosen_plan, host_choices, plan_choices
from thidua.web.http import acting


@requires(Capability.CONFERENCE_KEEP)
def new(request: HttpRequest) -> HttpResponse:
    """A new conference; with ?ke-hoach=… it belongs to that plan."""
    actor = acting(request)
    plan = chosen_plan(request, actor)
    form = HeadForm(
        host_choices(actor), plan_choices(actor, plan), request.POST or None, initial=_first(plan)
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = services.plan_conference(
                actor=actor, unit_id=actor.unit_public_id, draft=form.draft()
            )
        except DomainError as refusal:
            form.add_error(getattr(refusal, "field", None), sentence(refusal))
        else:
            messages.success(request, _("Đã lưu. Bước tiếp theo: chương trình và khách mời."))
            return redirect("conferences:record", made)
    return _page(request, form, None)


@requires(Capability.CONFERENCE_KEEP)
def edit(request: HttpRequest, conference_id: str) -> HttpResponse:
    """Change the head; what somebody else changed meanwhile is not written over unseen."""
    actor = acting(request)
    row = queries.conference_for(actor, conference_id)
    if row.unit_id != actor.unit_id:
        raise Forbidden("base.forbidden")
    form = HeadForm(
        host_choices(actor, row.host),
        plan_choices(actor, row.campaign),
        request.POST or None,
        initial=_values(row),
    )
    stale = False
    if request.method == "POST" and form.is_valid():
        try:
            services.edit_conference(
                actor=actor,
                conference_id=conference_id,
                version=form.cleaned_data["version"] or 0,
                draft=form.draft(),
            )
        except DomainError as refusal:
            stale = isinstance(refusal, Conflict) and refusal.code == "base.stale"
            field = getattr(refusal, "field", None)
            form.add_error(field if field in form.fields else None, sentence(refusal))
            if stale:
                again = request.POST.copy()
                again["version"] = str(row.version)
                form.data = again
        else:
            messages.success(request, _("Đã lưu thay đổi."))
            return redirect("conferences:record", conference_id)
    return _page(request, form, row, stale=stale)


def _page(request: HttpRequest, form: HeadForm, row: Any, *, stale: bool = False) -> HttpResponse:
    context = {"form": form, "row": row, "stale": stale}
    return render(request, "conferences/edit.html", context, status=422 if form.errors else 200)


def _first(plan: Any) -> dict[str, Any]:
    """Return what a new conference of a plan begins with."""
    if plan is None:
        return {}
    title = _("Hội nghị phát động thi đua năm %(year)s") % {"year": plan.year}
    return {"campaign_id": plan.public_id, "kinds": [ConferenceKind.LAUNCH.value], "title": title}


def _values(row: Any) -> dict[str, Any]:
    names = ("kinds", "title", "on_day", "day_unsure", "starts_at", "place", "significance", "note")
    return {name: getattr(row, name) for name in (*names, "version")} | {
        "host_id": row.host.public_id if row.host else "",
        "campaign_id": row.campaign.public_id if row.campaign else "",
    }
