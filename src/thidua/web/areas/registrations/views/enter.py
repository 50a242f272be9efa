"""Registering and changing what nobody has confirmed yet: for oneself, or for others of the unit."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.enums import RegistrationKind, RegistrationState
from thidua.apps.campaigns.queries import pledging
from thidua.apps.campaigns.queries.registrations import registration_for
from thidua.apps.campaigns.services.registering import edit_registration, register
from thidua.base import clock
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, DomainError, Forbidden
from thidua.domain.registrations import is_late
from thidua.web.access import requires
from thidua.web.areas.registrations.forms import RegistrationForm
from thidua.web.areas.registrations.present import expected_words, holds
from thidua.web.http import acting
from thidua.web.photos import kept_from

_TYPED = (
    "kind", "subject", "name", "text", "goal", "finish_by", "people", "plaque_on", "plaque_place",
    "plaque_text", "version",
)  # fmt: skip


@requires(Capability.REGISTRATION_ENTER)
def new(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Register in a plan; after the last day this is said beforehand."""
    actor = acting(request)
    campaign = queries.campaign_for(actor, campaign_id)
    expected = pledging.expected_of(campaign)
    form = _form(request, {"kind": request.GET.get("loai") or RegistrationKind.TASK.value})
    if request.method == "POST" and form.is_valid():
        photos = kept_from(form) if "photos" in form.fields else []
        if not form.errors:
            try:
                made = register(
                    actor=actor,
                    unit_id=actor.unit_public_id,
                    campaign_id=campaign_id,
                    registration=form.draft(),
                    photos=photos,
                )
            except DomainError as refusal:
                _refuse(form, refusal)
            else:
                messages.success(request, _("Đã đăng ký."))
                return redirect("registrations:registration", made)
    context = {
        "form": form,
        "campaign": campaign,
        "facts": expected_words(expected),
        "late": is_late(clock.today(), expected.due_on),
        "refuse_late": expected.refuse_late,
    }
    return _page(request, form, context)


@requires(Capability.REGISTRATION_ENTER)
def edit(request: HttpRequest, registration_id: str) -> HttpResponse:
    """Change a registration that waits to be confirmed."""
    actor = acting(request)
    row = registration_for(actor, registration_id)
    if row.unit_id != actor.unit_id:
        raise Forbidden("base.forbidden")
    if row.state != RegistrationState.REGISTERED and request.method != "POST":
        raise Conflict("registrations.locked")
    form = _form(request, {name: getattr(row, name) for name in _TYPED})
    form.fields.pop("photos", None)
    if request.method == "POST" and form.is_valid():
        try:
            edit_registration(
                actor=actor,
                registration_id=registration_id,
                version=form.cleaned_data["version"] or 0,
                registration=form.draft(),
            )
        except DomainError as refusal:
            _refuse(form, refusal, newest=row.version)
        else:
            messages.success(request, _("Đã lưu thay đổi."))
            return redirect("registrations:registration", registration_id)
    return _page(request, form, {"form": form, "campaign": row.campaign, "row": row})


def _form(request: HttpRequest, initial: dict[str, Any]) -> RegistrationForm:
    own = not holds(acting(request), Capability.REGISTRATION_VIEW)
    if request.method == "POST":
        return RegistrationForm(request.POST, request.FILES, initial=initial, own=own)
    return RegistrationForm(initial=initial, own=own)


def _refuse(form: Any, refusal: DomainError, newest: int = 0) -> None:
    field = getattr(refusal, "field", None)
    form.add_error(field if field in form.fields else None, sentence(refusal))
    if refusal.code == "base.stale":
        # Only who was told of the other version may write over it with the next press.
        form.data = form.data.copy()
        form.data["version"] = str(newest)


def _page(request: HttpRequest, form: RegistrationForm, context: dict[str, Any]) -> HttpResponse:
    return render(request, "registrations/edit.html", context, status=422 if form.errors else 200)
