"""Steps of a registration: confirmed, done, verified, sent back, dropped; its photographs."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from thidua.apps.campaigns.queries.registrations import registration_for
from thidua.apps.campaigns.services.fulfilling import (
    attach_photos,
    confirm_all,
    confirm_registration,
    drop_registration,
    finish_registration,
    remove_photo,
    return_registration,
    verify_registration,
)
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, DomainError, Invalid, NotFound
from thidua.web.access import requires
from thidua.web.areas.registrations.forms import FinishForm, PhotosForm, ReasonForm
from thidua.web.areas.registrations.views.browse import page_of
from thidua.web.http import acting
from thidua.web.photos import kept_from

_DONE: Mapping[str, Promise] = {
    "confirm": _("Đã xác nhận đăng ký."),
    "finish": _("Đã ghi kết quả thực hiện; chờ đơn vị kiểm tra."),
    "verify": _("Đã công nhận hoàn thành; kết quả được tính vào số liệu."),
    "send_back": _("Đã trả lại để làm tiếp; người đăng ký thấy lý do."),
    "drop": _("Đã rút đăng ký. Nội dung vẫn được lưu để xem."),
}
_BARE: Mapping[str, Callable[..., str]] = {
    "confirm": confirm_registration,
    "verify": verify_registration,
}
_REASONED: Mapping[str, Callable[..., str]] = {
    "send_back": return_registration,
    "drop": drop_registration,
}


@require_POST
@requires(Capability.REGISTRATION_ENTER)
def take(request: HttpRequest, registration_id: str, step: str) -> HttpResponse:
    """Take one step; what is missing is said, and what was typed stays."""
    if step not in _DONE:
        raise NotFound("base.not_found")
    actor = acting(request)
    row = registration_for(actor, registration_id)
    form = _form(request, step, row.people)
    form.is_valid()
    photos = kept_from(form) if step == "finish" else []
    refusal = None if form.errors else _tried(actor, registration_id, step, form, photos)
    if refusal is None and not form.errors:
        messages.success(request, str(_DONE[step]))
        return redirect("registrations:registration", registration_id)
    status = 409 if isinstance(refusal, Conflict) else 422
    given: dict[str, Any] = {"refusal": refusal, "step": step, "form": form, "status": status}
    return page_of(request, registration_id, **given)


def _form(request: HttpRequest, step: str, people: int) -> forms.Form:
    if step == "finish":
        return FinishForm(request.POST, request.FILES, people=people)
    return ReasonForm(request.POST)


def _tried(
    actor: Actor, registration_id: str, step: str, form: forms.Form, photos: list[Any]
) -> DomainError | None:
    given: dict[str, Any] = {"actor": actor, "registration_id": registration_id}
    data = form.cleaned_data
    try:
        if step in _BARE:
            _BARE[step](**given)
        elif step in _REASONED:
            _REASONED[step](**given, reason=data.get("reason", ""))
        else:
            done = {"result": data["result"], "done_on": data["done_on"], "photos": photos}
            finish_registration(**given, **done, people_done=data.get("people_done"))
    except (Invalid, Conflict) as refusal:
        return refusal
    return None


@require_POST
@requires(Capability.REGISTRATION_KEEP)
def confirm_waiting(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Confirm all single registrations of the own unit that wait."""
    actor = acting(request)
    confirm_all(actor=actor, unit_id=actor.unit_public_id, campaign_id=campaign_id)
    messages.success(request, _t("Đã xác nhận các đăng ký đang chờ."))
    return redirect("registrations:of", campaign_id)


@require_POST
@requires(Capability.REGISTRATION_ENTER)
def photos(request: HttpRequest, registration_id: str) -> HttpResponse:
    """Add photographs to a registration, or take one off."""
    actor, removed = acting(request), request.POST.get("remove", "")
    if removed:
        remove_photo(actor=actor, registration_id=registration_id, file_id=removed)
        messages.success(request, _t("Đã bỏ ảnh."))
        return redirect("registrations:registration", registration_id)
    form = PhotosForm(request.POST, request.FILES)
    form.is_valid()
    kept = kept_from(form)
    if not kept and not form.errors:
        form.add_error("photos", _t("Chưa chọn ảnh nào."))
    if form.errors:
        return page_of(request, registration_id, step="photos", form=form, status=422)
    purpose = request.POST.get("purpose", "")
    attach_photos(actor=actor, registration_id=registration_id, photos=kept, purpose=purpose)
    messages.success(request, _t("Đã lưu %(count)s ảnh.") % {"count": len(kept)})
    return redirect("registrations:registration", registration_id)
