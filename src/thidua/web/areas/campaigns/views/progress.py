"""The progress of a plan against its targets, on screen and in Excel; for its unit and superiors."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.queries import Campaign, Target
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import Forbidden, NotFound
from thidua.web.access import requires
from thidua.web.areas.campaigns.progress import chosen_target, progress_of
from thidua.web.areas.campaigns.progress_sheets import workbook
from thidua.web.areas.campaigns.views.browse import frame
from thidua.web.downloads import excel
from thidua.web.http import acting

INDICATOR = "noi-dung"


@requires(Capability.CAMPAIGN_VIEW)
@require_safe
def show(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Draw one target: against time, by đợt, by khối, by direct unit."""
    context = frame(request, campaign_id, "progress")
    _refuse_outsiders(request, seen=context["seen_below"])
    campaign = context["campaign"]
    targets, own = _targets(campaign)
    target = chosen_target(own, request.GET.get(INDICATOR, ""))
    context |= {
        "own": own,
        "chosen": target,
        "progress": progress_of(campaign, target, targets) if target else None,
        "cut_off": queries.campaign_day(campaign),
    }
    return render(request, "campaigns/progress.html", context)


@requires(Capability.CAMPAIGN_VIEW)
@require_safe
def sheets(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Return the tables of one target as a workbook."""
    context = frame(request, campaign_id, "progress")
    _refuse_outsiders(request, seen=context["seen_below"])
    campaign: Campaign = context["campaign"]
    targets, own = _targets(campaign)
    target = chosen_target(own, request.GET.get(INDICATOR, ""))
    if target is None:
        raise NotFound("base.not_found")
    cut_off: date = queries.campaign_day(campaign)
    content = workbook(progress_of(campaign, target, targets), campaign.title, cut_off)
    return excel(content, f"tien-do-{target.indicator.code}-{cut_off.isoformat()}.xlsx")


def _refuse_outsiders(request: HttpRequest, *, seen: bool) -> None:
    """Figures of a unit are for itself and its superiors: a unit below reads the plan only."""
    if not seen or reach_of(acting(request).role, Capability.FIGURE_VIEW) is None:
        raise Forbidden("base.forbidden")


def _targets(campaign: Campaign) -> tuple[list[Target], list[Target]]:
    every = queries.targets_of(campaign)
    return every, [target for target in every if target.unit_id == campaign.unit_id]
