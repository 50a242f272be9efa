"""The tab “Hội nghị” of a plan: its conferences as records, those of the plans right below behind."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.conferences import queries
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.web.access import requires
from thidua.web.areas.campaigns.present import CONFERENCE_TONES
from thidua.web.areas.campaigns.views.browse import frame
from thidua.web.as_of import other_day
from thidua.web.http import acting


@requires(Capability.CONFERENCE_VIEW)
def conferences(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Programme, praise, awards, conclusions of each conference of the plan."""
    context = frame(request, campaign_id, "conferences")
    actor = acting(request)
    rows = queries.conferences_of_plan(actor, context["campaign"])
    context |= {
        "records": [
            (record, CONFERENCE_TONES[record.state]) for record in queries.records_of(actor, rows)
        ],
        "may_plan": not other_day(request)
        and reach_of(actor.role, Capability.CONFERENCE_KEEP) is not None,
    }
    return render(request, "campaigns/conferences.html", context)
