"""Reading units: the list with its search, and one unit, as of the day that is looked at."""

from datetime import date, timedelta
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.org import queries
from thidua.apps.org.enums import Sector
from thidua.apps.org.scoping import may
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.lawbook.kinds import kind_name, kinds_under
from thidua.web.access import requires
from thidua.web.areas.org.present import told
from thidua.web.as_of import day_of, other_day
from thidua.web.http import acting
from thidua.web.paging import RowsPage, page_of
from thidua.web.periods import half_of, summary_address

_SECTORS = dict(Sector.choices)


@requires(Capability.UNIT_VIEW)
def unit_list(request: HttpRequest) -> HttpResponse:
    """Show the own unit's direct units, or what a search finds in all the actor sees."""
    actor = acting(request)
    text = request.GET.get("tim", "").strip()[:200]
    if text:
        page = page_of(partial(_found, actor, text, day_of(request)), request.GET.get("page"))
    else:
        page = _direct(actor, actor.unit_id or 0, request)
    founding = not other_day(request) and may(actor, Capability.UNIT_MANAGE, actor.unit_id or 0)
    context = {"page": page, "text": text, "may_found": founding}
    return render(request, "org/list.html", context)


@requires(Capability.UNIT_VIEW)
def unit(request: HttpRequest, unit_id: str) -> HttpResponse:
    """One unit: what it is, who stands above and below it, who holds a post, its life."""
    actor, day = acting(request), day_of(request)
    shown, rights = queries.unit_with_rights(
        actor, unit_id, Capability.UNIT_MANAGE, Capability.PERSON_VIEW, Capability.FIGURE_VIEW
    )
    manages, sees_posts = Capability.UNIT_MANAGE in rights, Capability.PERSON_VIEW in rights
    # Who only looks up at a superior sees what it is, not how many it has nor who else is below.
    inside = manages or Capability.FIGURE_VIEW in rights
    story = queries.story_of(shown.pk, day, seen_by=actor, people=sees_posts, counts=inside)
    kind = kind_name(shown.kind)
    context = {
        "unit": shown,
        "name": story.name or shown.code,
        "kind_name": kind,
        "sector": _SECTORS.get(shown.sector, ""),
        "inside": inside,
        "story": story,
        "ended": story.ends_on is not None and story.ends_on <= day,
        "unborn": story.begins_on is not None and day < story.begins_on,
        "life": told(story.life, kind),
        "page": _direct(actor, shown.pk, request) if inside else None,
        "beside": queries.side_units(shown.pk, day, seen_by=actor, limit=50) if inside else [],
        "sees_posts": sees_posts,
        "summary_url": _summary(shown.public_id, story, day)
        if Capability.FIGURE_VIEW in rights
        else "",
        "acts": manages and _may_act(story, request),
        "may_found": story.lives and bool(kinds_under(shown.kind, day)),
    }
    return render(request, "org/unit.html", context)


def _summary(unit_id: str, story: queries.Story, day: date) -> str:
    """Return where the half-year of the day looked at, or the last one of a unit's life, is summed up."""
    last = min(day, clock.today())
    if story.ends_on is not None:
        last = min(last, story.ends_on - timedelta(days=1))
    return summary_address(unit_id, *half_of(last))


def _may_act(story: queries.Story, request: HttpRequest) -> bool:
    """Tell whether changes are offered: to what goes on; for a past day those of its life only."""
    return story.ends_on is None and (story.lives or not other_day(request))


def _found(actor: Actor, text: str, day: date, start: int, limit: int) -> list[queries.UnitRow]:
    return queries.search_units(actor, text, day, limit, start=start)


def _direct(actor: Actor, unit_id: int, request: HttpRequest) -> RowsPage[queries.UnitRow]:
    day = day_of(request)

    def read(start: int, limit: int) -> list[queries.UnitRow]:
        return queries.direct_units(unit_id, day, seen_by=actor, start=start, limit=limit)

    return page_of(read, request.GET.get("page"))
