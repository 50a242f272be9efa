"""Reading reorganisations: the list, and one with its rows as sentences."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.org.queries import name_of, names
from thidua.apps.org.queries.reorganisation import (
    called_by_code,
    changes_of,
    is_draft,
    reorganisation_for,
    reorganisation_rows,
)
from thidua.domain.access.capabilities import Capability
from thidua.web.access import requires
from thidua.web.areas.reorganisation.forms import MOST_ROWS
from thidua.web.areas.reorganisation.words import STATES, codes_in, names_of_new, told
from thidua.web.http import acting
from thidua.web.paging import page_of

_ROWS_SHOWN = 200


@requires(Capability.UNIT_REORGANISE)
def listing(request: HttpRequest) -> HttpResponse:
    """All reorganisations of units in reach, the latest day first."""
    page = page_of(partial(reorganisation_rows, acting(request)), request.GET.get("page"))
    units = names({row.unit_id for row in page.rows})
    context = {
        "page": page,
        "rows": [(row, units.get(row.unit_id, ""), *STATES[row.state]) for row in page.rows],
    }
    return render(request, "reorganisation/list.html", context)


@requires(Capability.UNIT_REORGANISE)
def plan(request: HttpRequest, reorganisation_id: str) -> HttpResponse:
    """One reorganisation: day, legal basis, each row as a sentence."""
    actor = acting(request)
    row = reorganisation_for(actor, reorganisation_id)
    changes = changes_of(row)
    shown = changes[:_ROWS_SHOWN]
    called = called_by_code(actor, codes_in(shown), row.effective_on) | names_of_new(changes)
    label, tone = STATES[row.state]
    context = {
        "row": row,
        "unit_name": name_of(row.unit_id, row.effective_on),
        "state_label": label,
        "state_tone": tone,
        "sentences": [(change.position, told(change, called)) for change in shown],
        "total": len(changes),
        "more": len(changes) - len(shown),
        "is_draft": is_draft(row),
        "may_edit": is_draft(row) and len(changes) <= MOST_ROWS,
    }
    return render(request, "reorganisation/plan.html", context)
