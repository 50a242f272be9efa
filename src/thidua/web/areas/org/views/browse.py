"""Reading units: the list with its search, and one unit."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.org import queries
from thidua.apps.org.enums import Sector
from thidua.apps.org.scoping import may
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.lawbook.kinds import kinds_under
from thidua.web.access import requires
from thidua.web.areas.org.present import told
from thidua.web.http import acting
from thidua.web.paging import RowsPage, page_of

_SECTORS = dict(Sector.choices)


@requires(Capability.UNIT_VIEW)
def unit_list(request: HttpRequest) -> HttpResponse:
    """Show the own unit's direct units, or what a search finds in all the actor sees."""
    actor = acting(request)
    text = request.GET.get("tim", "").strip()[:200]
    if text:
        page = page_of(partial(_found, actor, text), request.GET.get("page"))
    else:
        page = _direct(actor, actor.unit_id or 0, request)
    context = {
        "page": page,
        "text": text,
        "may_found": may(actor, Capability.UNIT_MANAGE, actor.unit_id or 0),
    }
    return render(request, "org/list.html", context)


@requires(Capability.UNIT_VIEW)
def unit(request: HttpRequest, unit_id: str) -> HttpResponse:
    """One unit: what it is, who stands above and below it, who holds a post, its life."""
    actor = acting(request)
    shown, rights = queries.unit_with_rights(
        actor, unit_id, Capability.UNIT_MANAGE, Capability.PERSON_VIEW, Capability.FIGURE_VIEW
    )
    manages, sees_posts = Capability.UNIT_MANAGE in rights, Capability.PERSON_VIEW in rights
    # Who only looks up at a superior sees what it is, not how many it has nor who else is below.
    inside = manages or Capability.FIGURE_VIEW in rights
    story = queries.story_of(shown.pk, seen_by=actor)
    context = {
        "unit": shown,
        "row": queries.unit_row(shown.pk),
        "sector": _SECTORS.get(shown.sector, ""),
        "inside": inside,
        "count": queries.count_of(shown.pk) if inside else None,
        "story": story,
        "life": told(story.life),
        "page": _direct(actor, shown.pk, request) if inside else None,
        "beside": queries.side_units(shown.pk, seen_by=actor, limit=50) if inside else [],
        "posts": queries.posts_at(shown.pk) if sees_posts else [],
        "sees_posts": sees_posts,
        "manages": manages,
        "may_found": manages and bool(kinds_under(shown.kind, clock.today())),
    }
    return render(request, "org/unit.html", context)


def _found(actor: Actor, text: str, start: int, limit: int) -> list[queries.UnitRow]:
    return queries.search_units(actor, text, limit=limit, start=start)


def _direct(actor: Actor, unit_id: int, request: HttpRequest) -> RowsPage[queries.UnitRow]:
    def read(start: int, limit: int) -> list[queries.UnitRow]:
        return queries.direct_units(unit_id, seen_by=actor, start=start, limit=limit)

    return page_of(read, request.GET.get("page"))
