"""The news item of a conference: composed from the record, to be read, copied and completed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thidua.apps.conferences import queries
from thidua.apps.conferences.enums import ConferenceState
from thidua.apps.conferences.to_domain import facts_of
from thidua.domain.access.capabilities import Capability
from thidua.domain.news import LEAST, MOST, compose
from thidua.web.access import requires
from thidua.web.http import acting


@requires(Capability.CONFERENCE_VIEW)
def news(request: HttpRequest, conference_id: str) -> HttpResponse:
    """Show the draft; what the record lacks is said, never made up."""
    record = queries.record_of(acting(request), conference_id)
    held = record.state == ConferenceState.HELD
    item = compose(facts_of(record)) if held else None
    context = {
        "record": record,
        "item": item,
        "least": LEAST,
        "most": MOST,
        "short": item is not None and item.words < LEAST,
        "long": item is not None and item.words > MOST,
        "photos": [photo for photo in record.photos if photo.consent],
    }
    return render(request, "conferences/news.html", context)
