"""The board of a period: units by state, who has not sent first, and a reminder to copy."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from thidua.apps.org.queries import direct_units, name_of, visible_unit
from thidua.apps.reporting import queries
from thidua.apps.reporting.enums import BoardState, PeriodAsks
from thidua.apps.reporting.queries import BoardFilter, Period
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.lawbook.kinds import unit_kinds
from thidua.office.sheets import write_tables
from thidua.web.access import requires
from thidua.web.areas.reporting.board_sheet import board_sheet
from thidua.web.areas.reporting.present import reminder, state_mark
from thidua.web.downloads import excel
from thidua.web.http import acting, count_in
from thidua.web.paging import PageTurner, number_from

_MOST_PAGES = 400
_LOWEST_LEVEL = 4
_LAST_YEAR = 2200
# What goes along to the board of another period.
_KEPT = ("don_vi", "cap", "trang_thai")


@requires(Capability.REPORT_VIEW)
def show(request: HttpRequest, period_id: str) -> HttpResponse:
    """Show who has sent, filtered by year (the period), kind, unit and state."""
    actor = acting(request)
    period = queries.period_for(actor, period_id)
    elsewhere = _other_period(request, actor, period)
    if elsewhere:
        return redirect(elsewhere)
    chosen = _chosen(request)
    page = number_from(request.GET.get("page"), _MOST_PAGES)
    shown = queries.board(actor, period, chosen, page)
    counts = queries.board_counts(actor, period, chosen)
    beside, more_beside = queries.beside(actor, period)
    context = {
        "period": period,
        "chosen": chosen,
        "rows": [(row, *state_mark(row.state, period.due_on)) for row in shown.rows],
        "beside": [(row, *state_mark(row.state, period.due_on)) for row in beside],
        "more_beside": more_beside,
        "page": PageTurner(page, shown.has_next),
        "counts": [(state, counts[state.value]) for state in BoardState],
        "total": sum(counts.values()),
        "branches": direct_units(actor.unit_id or 0),
        "kinds": [kind for kind in unit_kinds().values() if kind.level >= _LOWEST_LEVEL],
        "periods": queries.periods_of_year(actor, period.starts_on.year),
        "zalo": _reminder(actor, period, chosen, counts[BoardState.MISSING]),
        "running": period.until > clock.today(),
        "missing": counts[BoardState.MISSING],
        "still_due": counts[BoardState.MISSING] > 0 or period.due_on >= clock.today(),
        "of_whom": "" if period.asks == PeriodAsks.LOWEST else PeriodAsks(period.asks).label,
        "years": range(clock.today().year, period.starts_on.year - 3, -1),
    }
    return render(request, "reporting/board.html", context)


@requires(Capability.REPORT_VIEW)
def unsent(request: HttpRequest, period_id: str, unit_id: str) -> HttpResponse:
    """Name who below a unit has not sent what its report of a period draws together."""
    actor = acting(request)
    period = queries.period_for(actor, period_id)
    unit = visible_unit(actor, unit_id, Capability.REPORT_VIEW)
    context = {
        "period": period,
        "unit_name": name_of(unit.pk),
        "unsent": queries.unsent_below(unit.pk, period),
    }
    whole, part = "reporting/unsent.html", "reporting/_unsent.html"
    return render(request, part if request.headers.get("HX-Request") else whole, context)


def _reminder(actor: Actor, period: Period, chosen: BoardFilter, missing: int) -> str:
    """Return the text for those who have not sent; only officers remind."""
    if not missing or reach_of(actor.role, Capability.REPORT_REVIEW) is None:
        return ""
    names = queries.late_names(actor, period, chosen)
    return reminder(actor, period.name, period.due_on, names, missing)


def _other_period(request: HttpRequest, actor: Actor, period: Period) -> str:
    """Return where another year or period was asked for: its board, with the other choices kept."""
    year = count_in(request.GET.get("nam", "")) or period.starts_on.year
    asked = request.GET.get("ky", period.public_id)
    if year != period.starts_on.year:
        known = queries.periods_of_year(actor, year) if year <= _LAST_YEAR else []
        asked = known[0].public_id if known else period.public_id
        if not known:
            messages.info(request, _("Năm %(year)s chưa có kỳ báo cáo nào.") % {"year": year})
    if asked == period.public_id:
        return ""
    kept = {name: request.GET[name] for name in _KEPT if request.GET.get(name)}
    return f"{reverse('reporting:board', args=[asked])}?{urlencode(kept)}"


@requires(Capability.REPORT_VIEW)
@require_safe
def sheet(request: HttpRequest, period_id: str) -> HttpResponse:
    """Return the board as a workbook: every unit that was chosen, late first."""
    actor = acting(request)
    period = queries.period_for(actor, period_id)
    rows = queries.board_rows(actor, period, _chosen(request))
    content = write_tables([board_sheet(period, rows)])
    return excel(content, f"tinh-hinh-bao-cao-{period.starts_on.isoformat()}.xlsx")


def _chosen(request: HttpRequest) -> BoardFilter:
    return BoardFilter(
        branch=request.GET.get("don_vi", ""),
        kind=request.GET.get("cap", ""),
        state=request.GET.get("trang_thai", ""),
    )
