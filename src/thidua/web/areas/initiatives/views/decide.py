"""What the union does with an initiative: confirm, return, take back, record a praise."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.apps.initiatives import queries, services
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, DomainError, Invalid
from thidua.web.access import requires
from thidua.web.areas.initiatives.forms import PraiseForm, ReasonForm
from thidua.web.areas.initiatives.present import places_of
from thidua.web.areas.initiatives.views.one import page
from thidua.web.http import acting, count_in

_TAKE_BACK = "take-back"


@require_POST
@requires(Capability.INITIATIVE_CONFIRM)
def confirm(request: HttpRequest, initiative_id: str) -> HttpResponse:
    """Confirm the initiative as it was seen, and say where it is counted now."""
    actor = acting(request)
    try:
        services.confirm_initiative(
            actor=actor,
            initiative_id=initiative_id,
            version=count_in(request.POST.get("version", "")),
        )
    except (Conflict, Invalid) as refusal:
        return page(request, initiative_id, refused=sentence(refusal), status=409)
    places = places_of(actor, queries.initiative_for(actor, initiative_id))
    names = ", ".join(place.name for place in places)
    messages.success(request, _("Đã xác nhận. Đã cộng vào: %(places)s.") % {"places": names})
    return redirect("initiatives:one", initiative_id)


@require_POST
@requires(Capability.INITIATIVE_CONFIRM)
def give_back(request: HttpRequest, initiative_id: str) -> HttpResponse:
    """Return the initiative with a reason; what was typed stays when something is wrong."""
    version = count_in(request.POST.get("version", ""))
    return _with_reason(
        request,
        initiative_id,
        lambda reason: services.return_initiative(
            actor=acting(request), initiative_id=initiative_id, reason=reason, version=version
        ),
        _("Đã trả lại sáng kiến; người nhập thấy lý do khi mở lại."),
    )


@require_POST
@requires(Capability.INITIATIVE_CONFIRM)
def withdraw(request: HttpRequest, initiative_id: str) -> HttpResponse:
    """Take a confirmed initiative back, with a reason."""
    return _with_reason(
        request,
        initiative_id,
        lambda reason: services.withdraw_initiative(
            actor=acting(request), initiative_id=initiative_id, reason=reason
        ),
        _("Đã rút sáng kiến; mọi số liệu tổng hợp đã bớt đi một."),
    )


@require_POST
@requires(Capability.INITIATIVE_CONFIRM)
def praise(request: HttpRequest, initiative_id: str) -> HttpResponse:
    """Record where the initiative was praised, or take such a record off."""
    actor = acting(request)
    level = request.POST.get(_TAKE_BACK, "")
    if level:
        services.take_back_praise(actor=actor, initiative_id=initiative_id, level=level)
        messages.success(request, _("Đã bỏ ghi nhận biểu dương."))
        return redirect("initiatives:one", initiative_id)
    form = PraiseForm(request.POST)
    if form.is_valid():
        try:
            services.praise_initiative(
                actor=actor, initiative_id=initiative_id, **form.cleaned_data
            )
        except (Conflict, Invalid) as refusal:
            _tell(form, refusal)
        else:
            messages.success(request, _("Đã ghi nhận biểu dương; số sáng kiến không đổi."))
            return redirect("initiatives:one", initiative_id)
    return page(request, initiative_id, praise=form, status=422)


def _with_reason(
    request: HttpRequest, initiative_id: str, act: Callable[[str], str], done: str
) -> HttpResponse:
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            act(form.cleaned_data["reason"])
        except Invalid as refusal:
            _tell(form, refusal)
        except Conflict as refusal:
            said = sentence(refusal)
            return page(request, initiative_id, reason=form, refused=said, status=409)
        else:
            messages.success(request, done)
            return redirect("initiatives:one", initiative_id)
    return page(request, initiative_id, reason=form, status=422)


def _tell(form: ReasonForm | PraiseForm, refusal: DomainError) -> None:
    field = getattr(refusal, "field", None)
    form.add_error(field if field in form.fields else None, sentence(refusal))
