"""The board of a period: units by state, who has not sent first, and a reminder to copy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.org.queries import direct_units
from thidua.apps.reporting import queries
from thidua.apps.reporting.enums import BoardState
from thidua.apps.reporting.queries import BoardFilter, Period
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.lawbook.kinds import unit_kinds
from thidua.web.access import requires
from thidua.web.areas.reporting.present import reminder, state_mark
from thidua.web.http import acting
from thidua.web.paging import PageTurner, number_from

_MOST_PAGES = 400
_LOWEST_LEVEL = 4


@requires(Capability.REPORT_VIEW)
def show(request: HttpRequest, period_id: str) -> HttpResponse:
    """Show who has sent, filtered by year (the period), kind, unit and state."""
    actor = acting(request)
    period = queries.period_for(actor, period_id)
    chosen = BoardFilter(
        branch=request.GET.get("don_vi", ""),
        kind=request.GET.get("cap", ""),
        state=request.GET.get("trang_thai", ""),
    )
    page = number_from(request.GET.get("page"), _MOST_PAGES)
    shown = queries.board(actor, period, chosen, page)
    counts = queries.board_counts(actor, period, chosen)
    context = {
        "period": period,
        "chosen": chosen,
        "rows": [(row, *state_mark(row.state, period.due_on)) for row in shown.rows],
        "page": PageTurner(page, shown.has_next),
        "counts": [(state, counts[state.value]) for state in BoardState],
        "total": sum(counts.values()),
        "branches": direct_units(actor.unit_id or 0),
        "kinds": [kind for kind in unit_kinds().values() if kind.level >= _LOWEST_LEVEL],
        "periods": queries.periods_of_year(actor, period.starts_on.year),
        "zalo": _reminder(actor, period, chosen, counts[BoardState.MISSING]),
        "running": period.until > clock.today(),
    }
    return render(request, "reporting/board.html", context)


def _reminder(actor: Actor, period: Period, chosen: BoardFilter, missing: int) -> str:
    """Return the text for those who have not sent; only officers remind."""
    if not missing or reach_of(actor.role, Capability.REPORT_REVIEW) is None:
        return ""
    names = queries.late_names(actor, period, chosen)
    return reminder(actor, period.name, period.due_on, names)
