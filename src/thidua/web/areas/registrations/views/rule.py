"""What a plan expects of everyone: on or off, until when, whether late ones are taken."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.queries.pledging import expected_of
from thidua.apps.campaigns.services.registering import set_registration_rule
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, Forbidden
from thidua.web.access import requires
from thidua.web.areas.registrations.forms import RuleForm
from thidua.web.http import acting


@requires(Capability.CAMPAIGN_EDIT)
def edit(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Set what the own plan expects; plans below that say nothing themselves follow it."""
    actor = acting(request)
    campaign = queries.campaign_for(actor, campaign_id)
    if campaign.unit_id != actor.unit_id:
        raise Forbidden("base.forbidden")
    now = expected_of(campaign)
    names = ("each_member", "each_unit", "due_on")
    initial = {name: getattr(now, name) for name in names}
    form = RuleForm(
        request.POST or None, initial=initial | {"late": "refuse" if now.refuse_late else "keep"}
    )
    if request.method == "POST" and form.is_valid():
        try:
            set_registration_rule(actor=actor, campaign_id=campaign_id, **form.rule())
        except DomainError as refusal:
            field = getattr(refusal, "field", None)
            form.add_error(field if field in form.fields else None, sentence(refusal))
        else:
            messages.success(request, _("Đã lưu yêu cầu đăng ký của kế hoạch."))
            return redirect("registrations:of", campaign_id)
    context = {"campaign": campaign, "form": form, "given_by": now.given_by}
    status = 422 if form.errors else 200
    return render(request, "registrations/rule.html", context, status=status)
