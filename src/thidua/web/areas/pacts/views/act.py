"""Acts on a pact: signed, cancelled, its signed paper kept."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.apps.campaigns.services.pacts import (
    attach_scan,
    cancel_pact,
    remove_scan,
    sign_pact,
)
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, DomainError, Invalid
from thidua.web.access import requires
from thidua.web.areas.pacts.forms import CancelForm, ScanForm, SignForm
from thidua.web.areas.pacts.views.browse import page_of
from thidua.web.http import acting
from thidua.web.photos import kept_from


@require_POST
@requires(Capability.PACT_KEEP)
def sign(request: HttpRequest, pact_id: str) -> HttpResponse:
    """Record that the parties have signed; what is missing is said, the pact stays as it is."""
    form = SignForm(request.POST)
    if not form.is_valid():
        return page_of(request, pact_id, sign=form, status=422)
    data = form.cleaned_data
    given = {"pact_id": pact_id, "signed_on": data["signed_on"], "version": data["version"]}
    refusal = _tried(lambda: sign_pact(actor=acting(request), **given))
    if refusal is not None:
        return page_of(request, pact_id, refusal=refusal, sign=form, status=_status(refusal))
    messages.success(request, _("Đã ghi nhận giao ước đã ký. Hãy chụp bản đã ký để lưu."))
    return redirect("pacts:pact", pact_id)


@require_POST
@requires(Capability.PACT_KEEP)
def cancel(request: HttpRequest, pact_id: str) -> HttpResponse:
    """Cancel a pact with a reason."""
    form = CancelForm(request.POST)
    form.is_valid()
    reason = form.cleaned_data.get("reason", "")
    refusal = _tried(lambda: cancel_pact(actor=acting(request), pact_id=pact_id, reason=reason))
    if refusal is not None:
        return page_of(request, pact_id, refusal=refusal, cancel=form, status=_status(refusal))
    messages.success(request, _("Đã hủy giao ước. Bản này vẫn được lưu để xem."))
    return redirect("pacts:pact", pact_id)


@require_POST
@requires(Capability.PACT_KEEP)
def scans(request: HttpRequest, pact_id: str) -> HttpResponse:
    """Keep photographs of the signed paper, or take one off."""
    actor, removed = acting(request), request.POST.get("remove", "")
    if removed:
        remove_scan(actor=actor, pact_id=pact_id, file_id=removed)
        messages.success(request, _("Đã bỏ ảnh."))
        return redirect("pacts:pact", pact_id)
    form = ScanForm(request.POST, request.FILES)
    form.is_valid()
    photos = kept_from(form)
    if not photos and not form.errors:
        form.add_error("photos", _("Chưa chọn ảnh nào."))
    refusal = (
        _tried(lambda: attach_scan(actor=actor, pact_id=pact_id, photos=photos)) if photos else None
    )
    if refusal is not None or form.errors:
        return page_of(request, pact_id, refusal=refusal, scan_form=form, status=422)
    messages.success(request, _("Đã lưu %(count)s ảnh bản đã ký.") % {"count": len(photos)})
    return redirect("pacts:pact", pact_id)


def _tried(act: Callable[[], str]) -> DomainError | None:
    """Do it; return what a person can put right."""
    try:
        act()
    except (Invalid, Conflict) as refusal:
        return refusal
    return None


def _status(refusal: DomainError) -> int:
    return 409 if isinstance(refusal, Conflict) else 422
