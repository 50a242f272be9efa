"""Reading conferences: the list, and one as a record."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.conferences import queries
from thidua.base import clock
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.web.access import requires
from thidua.web.areas.conferences.forms import DoneForm, PhotosForm
from thidua.web.areas.conferences.present import TONES
from thidua.web.as_of import other_day
from thidua.web.http import acting, count_in
from thidua.web.paging import page_of


@requires(Capability.CONFERENCE_VIEW)
def conference_list(request: HttpRequest) -> HttpResponse:
    """All conferences in the actor's line, newest first; filter by year, or to the own unit."""
    actor = acting(request)
    year = count_in(request.GET.get("nam", ""))
    year = year if year is not None and 1900 <= year <= 9998 else None  # noqa: PLR2004 - years there are
    own = request.GET.get("cap") == "minh"
    page = page_of(
        lambda start, limit: queries.conference_rows(actor, start, limit, year=year, own=own),
        request.GET.get("page"),
    )
    context = {
        "page": page,
        "rows": [(row, TONES[row.state]) for row in page.rows],
        "years": queries.conference_years(actor),
        "year": year,
        "own": own,
        "may_keep": not other_day(request)
        and reach_of(actor.role, Capability.CONFERENCE_KEEP) is not None,
    }
    return render(request, "conferences/list.html", context)


@requires(Capability.CONFERENCE_VIEW)
def record(request: HttpRequest, conference_id: str) -> HttpResponse:
    """One conference: what, when, where, who, what was handed over, what was asked of whom."""
    shown = queries.record_of(acting(request), conference_id)
    keeps = shown.may_keep and not other_day(request)
    open_now = keeps and shown.row.state != "cancelled"
    context = {
        "record": shown,
        "tone": TONES[shown.state],
        "may_keep": keeps,
        "may_write": open_now,
        "may_hold": open_now and shown.row.on_day <= clock.today(),
        "acts": not other_day(request),
        "done_form": DoneForm(auto_id=False),
        "photos_form": PhotosForm(),
    }
    return render(request, "conferences/record.html", context)
