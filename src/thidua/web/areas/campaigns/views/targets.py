"""Setting the targets of one unit in a campaign."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.services.targets import set_targets
from thidua.apps.figures.queries import indicators_in_force
from thidua.apps.org.queries import name_of, visible_unit
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, Forbidden
from thidua.web.access import requires
from thidua.web.areas.campaigns.forms import TargetForm
from thidua.web.http import acting


@requires(Capability.CAMPAIGN_EDIT)
def edit(request: HttpRequest, campaign_id: str, unit_id: str) -> HttpResponse:
    """Set the targets of the own unit, or of one direct unit."""
    actor = acting(request)
    campaign = queries.campaign_for(actor, campaign_id)
    if campaign.unit_id != actor.unit_id:
        raise Forbidden("base.forbidden")
    unit = visible_unit(actor, unit_id)
    indicators = list(indicators_in_force(campaign.starts_on))
    set_before = queries.target_values(campaign, unit.pk)
    form = TargetForm(indicators, request.POST or None, initial=set_before)
    if request.method == "POST" and form.is_valid():
        changed = {code: form.cleaned_data[code] for code in form.changed_data}
        try:
            if changed:
                set_targets(actor=actor, campaign_id=campaign_id, unit_id=unit_id, values=changed)
        except DomainError as refusal:
            form.add_error(getattr(refusal, "field", None), sentence(refusal))
        else:
            messages.success(request, _("Đã lưu chỉ tiêu giao."))
            return redirect("campaigns:results", campaign_id)
    context = {"campaign": campaign, "unit_name": name_of(unit.pk), "form": form}
    return render(request, "campaigns/targets.html", context, status=422 if form.errors else 200)
