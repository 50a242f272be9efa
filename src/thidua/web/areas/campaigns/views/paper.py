"""The plan as an official paper: the sheet, Word, PDF, print."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.campaigns.papers import plan_paper
from thidua.domain.access.capabilities import Capability
from thidua.domain.documents import title_of
from thidua.web.access import requires
from thidua.web.areas.campaigns.views.browse import frame
from thidua.web.papers import paper_response


@requires(Capability.CAMPAIGN_VIEW)
def show(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Show the plan as the paper it is issued as, or give the file that is asked for."""
    context = frame(request, campaign_id, "paper")
    campaign = context["campaign"]
    paper = plan_paper(campaign, targets=context["seen_below"])
    name = f"Kế hoạch {campaign.number}" if campaign.number else title_of(paper)
    context["paper"] = paper
    return paper_response(request, paper, name) or render(request, "campaigns/paper.html", context)
