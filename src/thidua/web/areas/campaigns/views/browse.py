"""Reading campaigns: the list, one plan, its handing down, its results, its course."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.enums import CampaignState, DirectiveState
from thidua.apps.org.queries import names
from thidua.base.actor import Actor
from thidua.base.history import entries_about
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import Forbidden, NotFound
from thidua.domain.spans import DateSpan
from thidua.web.access import requires
from thidua.web.areas.campaigns.present import (
    CAMPAIGN_TONES,
    DIRECTIVE_TONES,
    chain_nodes,
    offered_pilots,
)
from thidua.web.areas.campaigns.sheet import sheet_of
from thidua.web.areas.campaigns.years import copy_years
from thidua.web.as_of import day_of, other_day
from thidua.web.history import to_entries
from thidua.web.http import acting, count_in
from thidua.web.periods import halves_of, span_named, summary_address
from thidua.web.plan_tabs import offered_tabs, plan_tabs
from thidua.web.plan_words import plan_time
from thidua.web.standing import drawn
from thidua.web.words import period_words

PAGE = 50
# What is offered of a pilot's plan: its sheet, and the paper as a file.
_OFFERED_TABS = ("plan", "paper")


@requires(Capability.CAMPAIGN_VIEW)
def campaign_list(request: HttpRequest) -> HttpResponse:
    """All plans in the actor's line, newest first; filter by year, or to the own unit."""
    actor = acting(request)
    rows = queries.visible_campaigns(actor)
    years = queries.campaign_years(actor)
    year = count_in(request.GET.get("nam", ""))
    if year is not None:
        rows = rows.filter(year=year)
    if request.GET.get("cap") == "minh":
        rows = rows.filter(unit=actor.unit_id)
    page = Paginator(rows.order_by("-year", "-starts_on", "-id"), PAGE).get_page(
        request.GET.get("page")
    )
    shown = names({row.unit_id for row in page}, day_of(request))
    context = {
        "page": page,
        "rows": [
            (
                row,
                shown[row.unit_id],
                CampaignState(row.state),
                CAMPAIGN_TONES[CampaignState(row.state)],
                plan_time(row),
            )
            for row in page
        ],
        "years": years,
        "year": year,
        "own": request.GET.get("cap") == "minh",
        "may_edit": not other_day(request)
        and reach_of(actor.role, Capability.CAMPAIGN_EDIT) is not None,
    }
    return render(request, "campaigns/list.html", context)


def frame(request: HttpRequest, campaign_id: str, tab: str) -> dict[str, Any]:
    """Return what every tab of one plan shows: the plan, its unit, the steps open to the actor."""
    actor = acting(request)
    campaign, offered = plan_of(actor, campaign_id, tab)
    draft = campaign.state == CampaignState.DRAFT
    own = campaign.unit_id == actor.unit_id
    # What is done is done today: on another day the plan is only read.
    acts = own and not other_day(request)
    seen_below = own or getattr(campaign, "seen_below", False)
    parent_unit = {campaign.parent.unit_id} if campaign.parent else set()
    shown = names({campaign.unit_id, *parent_unit}, campaign.starts_on)
    return {
        "campaign": campaign,
        "unit_name": shown[campaign.unit_id],
        "parent_name": shown[campaign.parent.unit_id] if campaign.parent else "",
        "time": plan_time(campaign),
        "state": CampaignState(campaign.state),
        "tone": CAMPAIGN_TONES[CampaignState(campaign.state)],
        "tabs": offered_tabs(campaign, f"campaigns:{tab}")
        if offered
        else plan_tabs(actor, campaign, f"campaigns:{tab}"),
        "offered": offered,
        "seen_below": seen_below,
        "own": own,
        "directive_pilot": campaign.directive.pilot if hasattr(campaign, "directive") else False,
        "may_edit": acts and draft and _holds(actor.role, Capability.CAMPAIGN_EDIT),
        "may_set": acts
        and campaign.state != CampaignState.CLOSED
        and _holds(actor.role, Capability.CAMPAIGN_EDIT),
        "may_launch": acts and draft and _holds(actor.role, Capability.CAMPAIGN_LAUNCH),
        "may_close": acts
        and campaign.state in queries.OPEN_STATES
        and _holds(actor.role, Capability.CAMPAIGN_LAUNCH),
    }


def plan_of(actor: Actor, campaign_id: str, tab: str) -> tuple[Any, bool]:
    """Return a plan in line, or, for its sheet and paper, a pilot's plan offered as a model."""
    try:
        return queries.campaign_for(actor, campaign_id), False
    except NotFound:
        offered = queries.offered_plan(actor, campaign_id) if tab in _OFFERED_TABS else None
        if offered is None:
            raise
        return offered, True


def _holds(role: str, capability: Capability) -> bool:
    return reach_of(role, capability) is not None


@requires(Capability.CAMPAIGN_VIEW)
def plan(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """One plan as a sheet: number, signer, theme, bases, contents in order, đợt."""
    context = frame(request, campaign_id, "plan")
    actor, campaign = acting(request), context["campaign"]
    directive = None if context["own"] else queries.directive_to(actor.unit_id, campaign)
    on = campaign.state in queries.OPEN_STATES and not other_day(request)
    context |= {
        **sheet_of(queries.parts_of(campaign), campaign),
        "differences": queries.different_phase_ends(campaign),
        "directive": directive,
        "pilots": offered_pilots(actor, campaign) if directive else [],
        "asked": queries.targets_given(campaign, actor.unit_id) if directive else [],
        "directive_state": DirectiveState(directive.state) if directive else None,
        "directive_tone": DIRECTIVE_TONES[DirectiveState(directive.state)] if directive else "",
        "copy_years": copy_years(request, campaign),
        "next_year": campaign.starts_on.year + 1,
        "may_receive": on and _holds(actor.role, Capability.DIRECTIVE_RECEIVE),
        "may_answer": on and _holds(actor.role, Capability.CAMPAIGN_EDIT),
    }
    return render(request, "campaigns/plan.html", context)


@requires(Capability.CAMPAIGN_VIEW)
def hand_down(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """The chain of plans, and the direct units with what each has made of it."""
    context = frame(request, campaign_id, "hand_down")
    actor, campaign = acting(request), context["campaign"]
    links = queries.chain(campaign, actor, other_day(request))
    context["chain"] = chain_nodes(links)
    if context["seen_below"]:
        context |= _board(request, context)
    return render(request, "campaigns/hand_down.html", context)


def _board(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Return the direct units with their states; only those who look down on them see it."""
    campaign, state = context["campaign"], request.GET.get("trang-thai", "")
    counts = queries.board_counts(campaign)
    paginator = Paginator(queries.board(campaign, state), PAGE)
    paginator.count = counts.get(state, sum(counts.values()))  # known already: no second count
    page = paginator.get_page(request.GET.get("page"))
    shown = names({row.unit_id for row in page}, day_of(request))
    return {
        "page": page,
        "rows": [
            (
                row,
                shown[row.unit_id],
                DirectiveState(row.state),
                DIRECTIVE_TONES[DirectiveState(row.state)],
            )
            for row in page
        ],
        "counts": [
            (DirectiveState(key), DIRECTIVE_TONES[DirectiveState(key)], number)
            for key, number in counts.items()
        ],
        "total": sum(counts.values()),
        "chosen": state,
        "may_mark": context["may_set"],
        "zalo": "" if other_day(request) else _zalo_text(context, counts[DirectiveState.PENDING]),
    }


def _zalo_text(context: dict[str, Any], waiting: int) -> str:
    """Return a polite reminder to the units that have not yet taken the plan."""
    campaign = context["campaign"]
    if not waiting or not context["own"] or campaign.state not in queries.OPEN_STATES:
        return ""
    return _(
        "Kính gửi các đồng chí chủ tịch công đoàn trực thuộc: %(unit)s đã triển khai “%(title)s”. "
        "Còn %(count)s đơn vị chưa bấm tiếp nhận. Đề nghị các đồng chí mở mục Việc hôm nay và "
        "bấm “Tiếp nhận” (chưa đến một phút). Trân trọng cảm ơn!"
    ) % {"unit": context["unit_name"], "title": campaign.title, "count": waiting}


@requires(Capability.CAMPAIGN_VIEW)
def results(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """The targets of the plan's unit and what has been reached, each figure opening its rows."""
    context = frame(request, campaign_id, "results")
    campaign = context["campaign"]
    # Figures and directives reach the same units: one question to the tree answers both.
    context["seen"] = context["seen_below"] and _holds(acting(request).role, Capability.FIGURE_VIEW)
    if context["seen"]:
        targets = queries.targets_of(campaign)
        lines = queries.target_lines(campaign, targets)
        context |= {
            "lines": drawn(campaign.unit.public_id, campaign, lines),
            "table": queries.table_below(campaign, targets),
            "cut_off": queries.campaign_day(campaign),
            "summaries": _summaries(campaign),
        }
    return render(request, "campaigns/results.html", context)


def _summaries(campaign: queries.Campaign) -> list[tuple[str, str]]:
    """Return the half-years of the plan that its unit sums up, each with its address."""
    halves = halves_of(DateSpan(campaign.starts_on, campaign.until))
    return [
        (
            period_words(span_named(year, part)),
            summary_address(campaign.unit.public_id, year, part),
        )
        for year, part in halves
    ]


@requires(Capability.CAMPAIGN_VIEW)
def history(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Who did what to this plan, when, in sentences."""
    context = frame(request, campaign_id, "history")
    if not context["seen_below"]:
        raise Forbidden("base.forbidden")
    context["entries"] = to_entries(entries_about([context["campaign"].public_id]))
    return render(request, "campaigns/history.html", context)
