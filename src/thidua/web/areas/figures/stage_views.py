"""Pages of a giai đoạn: the results of several years of a unit, opened to years, rows and sources."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from thidua.apps.figures.queries import told_of
from thidua.apps.org.queries import name_of, visible_unit
from thidua.apps.reporting.queries import notes_of, texts_of
from thidua.base import clock
from thidua.domain.access.capabilities import Capability
from thidua.web.access import requires
from thidua.web.areas.figures import stage as staging
from thidua.web.http import acting
from thidua.web.words import period_words


@requires(Capability.FIGURE_VIEW)
@require_safe
def latest(request: HttpRequest, unit_id: str) -> HttpResponse:
    """Lead to the giai đoạn in which the unit was last looked at: the latest that its life touches."""
    unit = visible_unit(acting(request), unit_id, Capability.FIGURE_VIEW)
    told = told_of(unit.pk, [staging.ALL_YEARS])
    ends = [span.valid_until for one in told.values() for span, _figure in one.parts]
    last = max(ends, default=clock.today()) - timedelta(days=1)
    return redirect(staging.address(unit_id, *staging.term_of(last)))


@requires(Capability.FIGURE_VIEW)
@require_safe
def show(request: HttpRequest, unit_id: str, first: int, last: int) -> HttpResponse:
    """Show each figure in all and by year, its parts within it, and what the unit remarked."""
    unit = visible_unit(acting(request), unit_id, Capability.FIGURE_VIEW)
    stage = staging.stage_between(first, last)
    cut_off = min(clock.today(), stage.valid_until - timedelta(days=1))
    remarks = staging.Remarks(notes_of(unit.pk, stage))
    years, rows = staging.rows_of(unit_id, told_of(unit.pk, [stage]), stage, remarks)
    words = period_words(stage)
    context = {
        "unit": unit,
        "unit_name": name_of(unit.pk, cut_off) or unit.code,
        "heading": words[0].upper() + words[1:],
        "first": first,
        "last": last,
        "stages": staging.stages(unit_id),
        "cut_off": cut_off,
        "years": years,
        "rows": rows,
        "cards": [(row, staging.parts_words(row)) for row in rows],
        "together": staging.together(rows),
        "courses": staging.courses(rows),
        "texts": texts_of(unit.pk, stage),
        "remarks": list(remarks),
        "with_others": any(row.others or any(part.others for part in row.parts) for row in rows),
    }
    return render(request, "figures/stage.html", context)
