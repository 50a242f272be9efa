"""Reading reorganisations: the list, and one with its rows as sentences."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from thidua.apps.org.queries import name_of, names
from thidua.apps.org.queries.reorganisation import (
    called_by_code,
    can_be_recalled,
    changes_of,
    is_draft,
    reorganisation_for,
    reorganisation_rows,
)
from thidua.apps.org.sheets import PLAN, plan_rows
from thidua.domain.access.capabilities import Capability
from thidua.office.sheets import write_rows
from thidua.web.access import requires
from thidua.web.areas.reorganisation.forms import RecallForm
from thidua.web.areas.reorganisation.words import codes_in, names_of_new, state_of, told
from thidua.web.http import acting
from thidua.web.paging import page_of

_ROWS_SHOWN = 200
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@requires(Capability.UNIT_REORGANISE)
def listing(request: HttpRequest) -> HttpResponse:
    """All reorganisations of units in reach, the latest day first."""
    page = page_of(partial(reorganisation_rows, acting(request)), request.GET.get("page"))
    units = names({row.unit_id for row in page.rows})
    context = {
        "page": page,
        "rows": [(row, units.get(row.unit_id, ""), *state_of(row)) for row in page.rows],
    }
    return render(request, "reorganisation/list.html", context)


@requires(Capability.UNIT_REORGANISE)
def plan(request: HttpRequest, reorganisation_id: str) -> HttpResponse:
    """One reorganisation: day, legal basis, each row as a sentence."""
    row = reorganisation_for(acting(request), reorganisation_id)
    return plan_page(request, row, RecallForm())


def plan_page(
    request: HttpRequest, row: Any, form: RecallForm, refused: str = "", status: int = 200
) -> HttpResponse:
    """Show a reorganisation; `form` takes it back while its day is still to come."""
    actor = acting(request)
    changes = changes_of(row)
    shown = changes[:_ROWS_SHOWN]
    called = called_by_code(actor, codes_in(shown), row.effective_on) | names_of_new(changes)
    label, tone = state_of(row)
    context = {
        "row": row,
        "unit_name": name_of(row.unit_id, row.effective_on),
        "state_label": label,
        "state_tone": tone,
        "sentences": [(change.position, told(change, called)) for change in shown],
        "more": len(changes) - len(shown),
        "is_draft": is_draft(row),
        "may_recall": can_be_recalled(row),
        "form": form,
        "refused": refused,
    }
    return render(request, "reorganisation/plan.html", context, status=status)


@require_safe
@requires(Capability.UNIT_REORGANISE)
def export(request: HttpRequest, reorganisation_id: str) -> HttpResponse:
    """Return a reorganisation as the Excel form from which another can be drawn up."""
    actor = acting(request)
    row = reorganisation_for(actor, reorganisation_id)
    changes = changes_of(row)
    codes = {change.code for change in changes}
    called = called_by_code(actor, codes, row.effective_on)
    content = write_rows(PLAN, plan_rows(changes, called, row.effective_on, row.basis))
    named = content_disposition_header(
        as_attachment=True, filename=f"phuong-an-sap-xep-{row.effective_on.isoformat()}.xlsx"
    )
    return HttpResponse(content, content_type=_EXCEL, headers={"Content-Disposition": named or ""})
