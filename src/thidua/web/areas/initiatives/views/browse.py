"""The list of initiatives: filters, search without accents, a page after a page, and as Excel."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from thidua.apps.initiatives import queries
from thidua.apps.initiatives.enums import InitiativeState, LevelChoice, TypeChoice
from thidua.apps.initiatives.sheets import INITIATIVES, rows_of
from thidua.apps.org.queries import name_of, visible_unit
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import NotFound
from thidua.office.sheets import write_rows
from thidua.web.access import requires
from thidua.web.areas.initiatives.filtering import choices_of, filter_of, query_of, years_of
from thidua.web.areas.initiatives.present import TONES
from thidua.web.http import acting

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires(Capability.INITIATIVE_SUBMIT)
def index(request: HttpRequest) -> HttpResponse:
    """Show what fits the filter, newest first."""
    actor, chosen = acting(request), filter_of(request)
    found = queries.initiative_list(actor, chosen, request.GET.get("sau", ""))
    query, choices = query_of(request), choices_of(chosen)
    context = {
        "chosen": chosen,
        "years": years_of(chosen),
        "choices": choices,
        "narrowed": chosen.mine or any(choice.chosen for choice in choices),
        "unit_name": _unit_name(actor, chosen.unit),
        "rows": [
            (
                row,
                InitiativeState(row.state),
                TONES[InitiativeState(row.state)],
                TypeChoice(row.kind).label if row.kind else "",
                [LevelChoice(level).label for level in row.praised],
            )
            for row in found.rows
        ],
        "summary": found.summary,
        "praised": [(LevelChoice(level).label, number) for level, number in found.summary.praised],
        "next": f"?{query}&sau={found.after}" if found.after else "",
        "beginning": f"?{query}" if request.GET.get("sau") else "",
        "export_query": query,
        "sees_all": reach_of(actor.role, Capability.INITIATIVE_VIEW) is not None,
        "may_import": reach_of(actor.role, Capability.INITIATIVE_IMPORT) is not None,
    }
    return render(request, "initiatives/list.html", context)


@requires(Capability.INITIATIVE_SUBMIT)
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Return what fits the filter as the Excel form, to be looked at or taken in again."""
    content = write_rows(INITIATIVES, rows_of(acting(request), filter_of(request)))
    name = f"sang-kien-{clock.today().isoformat()}.xlsx"
    named = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(content, content_type=_EXCEL, headers={"Content-Disposition": named or ""})


def _unit_name(actor: Actor, unit_id: str) -> str:
    """Return the name of the unit in the filter; one out of sight is no unit at all."""
    if not unit_id:
        return ""
    try:
        return name_of(visible_unit(actor, unit_id, Capability.INITIATIVE_VIEW).pk)
    except NotFound:
        return ""
