"""Beginning a plan by one press: from the shelf of the year's usual plans, or as a copy."""

from dataclasses import replace
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.services.drafting import draft_campaign
from thidua.apps.campaigns.to_domain import draft_of
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.plan_copies import carried_over
from thidua.domain.plan_draft import PlanDraft
from thidua.domain.plans import half_open
from thidua.lawbook.shelf import shelf
from thidua.web.access import requires
from thidua.web.areas.campaigns.views.browse import plan_of
from thidua.web.areas.campaigns.years import copy_years, shelf_years
from thidua.web.http import acting, count_in
from thidua.web.words import span_words


@requires(Capability.CAMPAIGN_EDIT)
def shelf_list(request: HttpRequest) -> HttpResponse:
    """The year's usual plans, each begun by one press."""
    years = shelf_years()
    asked = count_in(request.GET.get("nam", ""))
    year = asked if asked in years else years[0]
    plans = [(plan, plan.called(year), plan.draft(year)) for plan in shelf().values()]
    today = clock.today()
    context = {
        "years": years,
        "year": year,
        "plans": [
            {
                "slug": plan.slug,
                "title": title,
                "time": span_words(*_days(draft)),
                "contents": draft.contents,
                "over": draft.last_day is not None and draft.last_day < today,
            }
            for plan, title, draft in plans
        ],
    }
    return render(request, "campaigns/shelf.html", context)


def _days(draft: PlanDraft) -> tuple[date, date]:
    """Return the first day and the excluded end."""
    span = half_open(draft.starts_on, draft.last_day)
    return span.valid_from, span.valid_until


@require_POST
@requires(Capability.CAMPAIGN_EDIT)
def take(request: HttpRequest, slug: str) -> HttpResponse:
    """Make the draft of a usual plan, and open it to be made one's own."""
    plan = shelf().get(slug)
    year = count_in(request.POST.get("nam", ""))
    if plan is None or year not in shelf_years():
        raise Http404
    draft = plan.draft(year, tuple(queries.movement_ids(plan.movements)))
    return _drafted(request, acting(request), draft)


@require_POST
@requires(Capability.CAMPAIGN_EDIT)
def copy(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Make a draft of the own unit from a plan in sight, moved to the chosen year."""
    actor = acting(request)
    campaign, _offered = plan_of(actor, campaign_id, "plan")
    year = count_in(request.POST.get("nam", ""))
    if year not in copy_years(request, campaign):
        raise Http404
    draft = carried_over(draft_of(campaign), year)
    mine = {movement.public_id for movement in queries.movements_to_carry(actor)}
    carried = tuple(movement for movement in draft.movements if movement in mine)
    return _drafted(request, actor, replace(draft, movements=carried))


def _drafted(request: HttpRequest, actor: Actor, draft: PlanDraft) -> HttpResponse:
    public_id = draft_campaign(actor=actor, unit_id=actor.unit_public_id, plan=draft)
    messages.success(request, _("Đã lập bản soạn. Sửa cho sát đơn vị rồi lưu."))
    return redirect("campaigns:edit", public_id)
