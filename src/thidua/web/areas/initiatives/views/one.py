"""One initiative: what it is, its decision, the places where it is counted, its course."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.initiatives import queries
from thidua.apps.initiatives.enums import InitiativeState, LevelChoice, TypeChoice
from thidua.apps.org.enums import Sector
from thidua.base.history import entries_about
from thidua.domain.access.capabilities import Capability
from thidua.web.access import requires
from thidua.web.areas.initiatives.forms import PraiseForm, ReasonForm
from thidua.web.areas.initiatives.present import TONES, places_of, record_href
from thidua.web.history import to_entries
from thidua.web.http import acting
from thidua.web.photos import picture


@requires(Capability.INITIATIVE_SUBMIT)
def show(request: HttpRequest, initiative_id: str) -> HttpResponse:
    """Show an initiative, with what the actor may do with it."""
    return page(request, initiative_id)


@requires(Capability.INITIATIVE_SUBMIT)
def photo(request: HttpRequest, initiative_id: str, file_id: str) -> HttpResponse:
    """Serve a photograph under its initiative, as a picture and nothing else."""
    return picture(queries.photo_file(acting(request), initiative_id, file_id))


def page(
    request: HttpRequest,
    initiative_id: str,
    *,
    reason: ReasonForm | None = None,
    praise: PraiseForm | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    """Return the page of an initiative; forms that were refused keep what was typed."""
    actor = acting(request)
    found = queries.initiative_for(actor, initiative_id)
    row = found.row
    state = InitiativeState(row.state)
    sector = row.sector or row.unit.sector
    context = {
        "found": found,
        "row": row,
        "state": state,
        "tone": TONES[state],
        "kind": TypeChoice(row.kind).label if row.kind else "",
        "sector": Sector(sector).label if sector else "",
        "level": LevelChoice(row.level).label if row.level else "",
        "authors": [(author, record_href(author.name)) for author in found.authors],
        "praises": [(LevelChoice(one.level), one) for one in found.praises],
        "places": places_of(actor, found),
        "alike": queries.alike(actor, found) if found.may_decide or found.may_edit else [],
        "reason": reason or ReasonForm(),
        "praise": praise or PraiseForm(),
        "entries": to_entries(entries_about([row.public_id])),
        "refused": refused,
    }
    return render(request, "initiatives/one.html", context, status=status)
