"""A period of a unit summed up on screen, and drafted as a paper."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from thidua.apps.documents.queries import papers_about
from thidua.apps.figures.queries import name_and_first_day
from thidua.apps.org.queries import visible_unit
from thidua.apps.reporting import queries
from thidua.apps.reporting.services import draft_summary
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.web.access import requires
from thidua.web.areas.reporting import summing
from thidua.web.http import acting
from thidua.web.periods import FIRST_HALF, span_named, summary_address, years_beside
from thidua.web.words import period_words


@requires(Capability.FIGURE_VIEW)
@require_safe
def show(request: HttpRequest, unit_id: str, year: int, part: str) -> HttpResponse:
    """Show plans, results beside targets and the year before, and the papers drafted so far."""
    actor = acting(request)
    span = span_named(year, part)
    unit = visible_unit(actor, unit_id, Capability.FIGURE_VIEW)
    summary = queries.summary_of(unit.pk, span)
    sections = summing.shown(unit_id, summary)
    name, first_day = name_and_first_day(unit.pk, summary.cut_off)
    context = {
        "unit": unit,
        "unit_name": name or unit.code,
        "period": period_words(span),
        "summary": summary,
        "sections": sections,
        "bars": summing.bars(sections),
        "tabs": summing.tabs(unit_id, year, part),
        "years": [
            (other, summary_address(unit_id, other, FIRST_HALF))
            for other in years_beside(year, first_day)
        ],
        "papers": papers_about(actor, unit.pk, span),
        "part": part,
        "year": year,
        "may_draft": unit.pk == actor.unit_id
        and reach_of(actor.role, Capability.REPORT_FILL) is not None,
    }
    return render(request, "reporting/summary.html", context)


@require_POST
@requires(Capability.REPORT_FILL)
def draft(request: HttpRequest, unit_id: str, year: int, part: str) -> HttpResponse:
    """Draft the paper of the period from what is recorded now, and lead to it."""
    actor = acting(request)
    span = span_named(year, part)
    paper = draft_summary(
        actor=actor,
        unit_id=unit_id,
        first_day=span.valid_from,
        last_day=span.valid_until - timedelta(days=1),
    )
    return redirect("documents:show", paper)
