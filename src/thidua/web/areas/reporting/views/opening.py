"""Opening a period: which days, by when, which figures."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.figures.queries import indicators_in_force
from thidua.apps.reporting.services import open_period
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError
from thidua.web.access import requires
from thidua.web.areas.reporting.forms import PeriodForm
from thidua.web.http import acting


@requires(Capability.PERIOD_OPEN)
def new(request: HttpRequest) -> HttpResponse:
    """Show the form, or open the period and go to its board."""
    actor = acting(request)
    form = PeriodForm(indicators_in_force(), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            period_id = open_period(actor=actor, **form.period())
        except DomainError as refusal:
            field = getattr(refusal, "field", None)
            form.add_error(field if field in form.fields else None, sentence(refusal))
        else:
            messages.success(request, _("Đã mở kỳ báo cáo; các đơn vị thấy ngay ở Việc hôm nay."))
            return redirect("reporting:board", period_id)
    status = 422 if form.errors else 200
    return render(request, "reporting/open.html", {"form": form}, status=status)
