"""The audit trail page: newest first, paged by position so that it costs the same at any size."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.org.queries import names
from thidua.apps.org.scoping import visible_unit_ids
from thidua.base.history import entries_in
from thidua.domain.access.capabilities import Capability
from thidua.web.access import requires
from thidua.web.history import sentence_of
from thidua.web.http import acting, count_in

PAGE = 50


@requires(Capability.HISTORY_VIEW)
def event_list(request: HttpRequest) -> HttpResponse:
    """List what was done in the units within reach."""
    actor = acting(request)
    events = entries_in(visible_unit_ids(actor, Capability.HISTORY_VIEW))
    before = count_in(request.GET.get("truoc", ""))
    if before is not None:
        events = events.filter(id__lt=before)
    page = list(events[: PAGE + 1])
    shown = names({event.unit for event in page if event.unit})
    rows = [(event, sentence_of(event), shown.get(event.unit or 0, "")) for event in page[:PAGE]]
    context = {"rows": rows, "older": page[PAGE - 1].pk if len(page) > PAGE else None}
    return render(request, "history/list.html", context)
