"""The calendar: all that runs for a unit in a year or a month, and the load on its chair."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.campaigns import queries
from thidua.apps.conferences.queries import dated_between
from thidua.apps.org.queries import names, visible_unit
from thidua.apps.org.scoping import may
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import NotFound
from thidua.domain.spans import DateSpan
from thidua.web.access import requires
from thidua.web.areas.campaigns.happenings import (
    loads,
    month_span,
    of_answers,
    of_dated,
    of_plans,
)
from thidua.web.http import acting, count_in
from thidua.web.plan_words import plan_time

_FIRST_YEAR, _LAST_YEAR, _MONTHS = 2000, 2100, 12
_MOST_UNITS = 30


@requires(Capability.CAMPAIGN_VIEW)
def calendar(request: HttpRequest) -> HttpResponse:
    """A year by months with the load in each; a chosen month day by day."""
    actor = acting(request)
    today = clock.today()
    year = _within(request.GET.get("nam", ""), _FIRST_YEAR, _LAST_YEAR) or today.year
    month = _within(request.GET.get("thang", ""), 1, _MONTHS)
    unit_id, unit_key = _shown_unit(request, actor)
    span = DateSpan(date(year, 1, 1), date(year + 1, 1, 1))
    plans = queries.plans_between(actor, unit_id, span)
    lines = of_plans(unit_id, plans, queries.parts_between(plans, span))
    lines += of_answers(queries.answers_due(unit_id, span))
    reports = reach_of(actor.role, Capability.REPORT_VIEW) is not None
    lines += of_dated(dated_between(actor, unit_id, span, reports=reports))
    shown = month_span(year, month) if month else span
    running = [p for p in plans if DateSpan(p.starts_on, p.until).overlaps(shown)]
    units = _units(actor)
    called = names({unit_id, *(p.unit_id for p in running), *units.values()}, today)
    months = loads(year, plans, lines)
    context = {
        "year": year,
        "month": month,
        "months": months,
        "most": max(load.total for load in months),
        "lines": sorted(
            {line for line in lines if shown.contains(line.day)}, key=lambda x: (x.day, x.words)
        ),
        "running": [(plan, called[plan.unit_id], plan_time(plan)) for plan in running],
        "unit_name": called[unit_id],
        "unit_key": unit_key,
        "units": [(key, called[pk]) for key, pk in units.items()],
    }
    return render(request, "campaigns/calendar.html", context)


def _within(text: str, least: int, most: int) -> int | None:
    number = count_in(text)
    return number if number is not None and least <= number <= most else None


def _shown_unit(request: HttpRequest, actor: Actor) -> tuple[int, str]:
    """Return the unit whose calendar is asked for: the own one, or one below."""
    key = request.GET.get("don-vi", "")
    if not key:
        return actor.unit_id or 0, ""
    unit = visible_unit(actor, key)
    if not may(actor, Capability.DIRECTIVE_VIEW, unit.pk):
        raise NotFound("base.not_found")
    return unit.pk, key


def _units(actor: Actor) -> dict[str, int]:
    """Return some grassroots units below, to look at the load on one chair."""
    if reach_of(actor.role, Capability.DIRECTIVE_VIEW) is None:
        return {}
    return queries.some_leaves(actor, _MOST_UNITS)
