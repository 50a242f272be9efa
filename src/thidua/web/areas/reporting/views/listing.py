"""The start page of reporting: what to send, what to review, the periods with their boards."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.reporting import queries
from thidua.base import clock
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.web.access import requires
from thidua.web.areas.reporting.present import state_mark
from thidua.web.http import acting
from thidua.web.paging import year_from, years_near


@requires(Capability.REPORT_VIEW)
def index(request: HttpRequest) -> HttpResponse:
    """Show the own reports of a year, those waiting for review, and the periods of the line."""
    actor = acting(request)
    this_year = clock.today().year
    year = year_from(request.GET.get("nam"), this_year)
    own = queries.own_periods(actor, year)
    waiting = queries.waiting_reports(actor)
    follows = reach_of(actor.role, Capability.REPORT_REVIEW) is not None
    context = {
        "year": year,
        "years": years_near(year, this_year),
        "own": [(row, *state_mark(row.state, row.due_on)) for row in own],
        "waiting": [(row, *state_mark(row.state, row.period.due_on)) for row in waiting],
        "added_to": queries.reports_added_to(actor),
        "periods": queries.periods_of_year(actor, year) if follows else [],
        "may_open": reach_of(actor.role, Capability.PERIOD_OPEN) is not None,
        "may_fill": reach_of(actor.role, Capability.REPORT_FILL) is not None,
    }
    return render(request, "reporting/list.html", context)
