"""Acts on campaigns: launch (a solemn page), close, receive, name a pilot."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.enums import CampaignState
from thidua.apps.campaigns.services.launching import close_campaign, launch_campaign
from thidua.apps.campaigns.services.receiving import mark_pilot, receive_directive
from thidua.apps.org.queries import direct_units, name_of
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, NotFound
from thidua.web.access import requires
from thidua.web.areas.campaigns.forms import LaunchForm
from thidua.web.http import acting
from thidua.web.words import span_words


@requires(Capability.CAMPAIGN_LAUNCH)
def launch(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Say what launching will do to whom, ask once, then do it."""
    actor = acting(request)
    campaign = queries.campaign_for(actor, campaign_id)
    if campaign.unit_id != actor.unit_id or campaign.state != CampaignState.DRAFT:
        return redirect("campaigns:plan", campaign_id)
    units = direct_units(campaign.unit_id)
    form = LaunchForm(request.POST or None, initial={"version": campaign.version})
    if units and form.is_bound and not request.POST.getlist("unit"):
        form.add_error(None, _("Chưa chọn đơn vị nào để giao. Hãy đánh dấu ít nhất một đơn vị."))
    if request.method == "POST" and form.is_valid():
        try:
            launch_campaign(
                actor=actor,
                campaign_id=campaign_id,
                version=form.cleaned_data["version"],
                due_on=form.cleaned_data["due_on"],
                unit_ids=tuple(request.POST.getlist("unit")),
                pilot_ids=tuple(request.POST.getlist("pilot")),
            )
        except DomainError as refusal:
            form.add_error(getattr(refusal, "field", None), sentence(refusal))
        else:
            given = _("Đã phát động và giao triển khai đến các đơn vị trực thuộc.")
            alone = _("Đã phát động kế hoạch của đơn vị.")
            messages.success(request, given if request.POST.getlist("unit") else alone)
            return redirect("campaigns:hand_down", campaign_id)
    ticked = request.POST.getlist("unit") if form.is_bound else [unit.public_id for unit in units]
    context = {
        "campaign": campaign,
        "form": form,
        "units": units,
        "lines": _what_launching_does(campaign, len(units)),
        "ticked": ticked,
        "pilots": request.POST.getlist("pilot"),
    }
    return render(request, "campaigns/launch.html", context, status=422 if form.errors else 200)


def _what_launching_does(campaign: Any, units: int) -> list[tuple[str, str]]:
    """Return the lines that say beforehand what will happen to whom."""
    given = _("%(count)s đơn vị trực thuộc") % {"count": units}
    return [
        (_("Kế hoạch"), campaign.number or campaign.title),
        (_("Đơn vị phát động"), name_of(campaign.unit_id)),
        (_("Thời gian"), span_words(campaign.starts_on, campaign.until)),
        (_("Giao triển khai đến"), given if units else _("không có đơn vị trực thuộc")),
        (_("Sau khi phát động"), _("nội dung kế hoạch không sửa được nữa")),
    ]


@require_POST
@requires(Capability.CAMPAIGN_LAUNCH)
def close(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Close a campaign of the own unit."""
    close_campaign(actor=acting(request), campaign_id=campaign_id)
    messages.success(request, _("Đã kết thúc kế hoạch. Số liệu vẫn mở để xem."))
    return redirect("campaigns:plan", campaign_id)


@require_POST
@requires(Capability.DIRECTIVE_RECEIVE)
def receive(request: HttpRequest, directive_id: str) -> HttpResponse:
    """Take a campaign that was handed down."""
    actor = acting(request)
    receive_directive(actor=actor, directive_id=directive_id)
    directive = queries.directive_for(actor, directive_id)
    messages.success(
        request, _("Đã tiếp nhận. Bước tiếp theo: lập kế hoạch của đơn vị từ kế hoạch này.")
    )
    return redirect(reverse("campaigns:plan", args=[directive.campaign.public_id]))


@require_POST
@requires(Capability.CAMPAIGN_EDIT)
def pilot(request: HttpRequest, directive_id: str) -> HttpResponse:
    """Name a direct unit đơn vị phát động điểm, or take the name back."""
    actor = acting(request)
    directive = queries.directive_given_by(actor, directive_id)
    if directive is None:
        raise NotFound("base.not_found")
    mark_pilot(actor=actor, directive_id=directive_id, pilot=request.POST.get("pilot") == "1")
    return redirect("campaigns:hand_down", directive.campaign.public_id)
