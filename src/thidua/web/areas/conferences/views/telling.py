"""What a conference is told by: invitation, programme, list of awards, and the news item."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.apps.conferences import queries
from thidua.apps.conferences.enums import ConferenceState
from thidua.apps.conferences.papers import (
    awards_paper,
    invitation,
    news_of,
    news_paper,
    programme_paper,
)
from thidua.apps.conferences.queries import Record
from thidua.domain.access.capabilities import Capability
from thidua.domain.documents import Paper
from thidua.domain.errors import Forbidden, NotFound
from thidua.domain.news import LEAST, MOST
from thidua.web.access import requires
from thidua.web.http import acting, count_in
from thidua.web.papers import paper_response

_PAPERS: dict[str, tuple[Promise, Callable[[Record], Paper]]] = {
    "chuong-trinh": (gettext_lazy("Chương trình"), programme_paper),
    "trao-thuong": (gettext_lazy("Danh sách biểu dương, trao thưởng"), awards_paper),
}


@requires(Capability.CONFERENCE_VIEW)
def paper(request: HttpRequest, conference_id: str, which: str) -> HttpResponse:
    """Show the programme or the list of awards as a paper, or give the file that is asked for."""
    if which not in _PAPERS:
        raise NotFound("base.not_found")
    title, drawn = _PAPERS[which]
    record = queries.record_of(acting(request), conference_id)
    return _shown(request, record, drawn(record), str(title))


@requires(Capability.CONFERENCE_VIEW)
def invite(request: HttpRequest, conference_id: str, place: str) -> HttpResponse:
    """Show an invitation: for one guest by place in the list, for `tat-ca`, or with a blank name.

    Who is invited is for the unit and its superiors, as on the record.
    """
    record = queries.record_of(acting(request), conference_id)
    if not record.sees_people:
        raise Forbidden("base.forbidden")
    if place in ("tat-ca", "de-trong"):
        listed = place == "tat-ca" and bool(record.guests)
        shown = invitation(record, None, listed=listed)
        return _shown(request, record, shown, _("Giấy mời"), guests=True)
    found = [guest for guest in record.guests if guest.position == count_in(place)]
    if not found:
        raise NotFound("base.not_found")
    named = found[0].name or found[0].post
    shown = invitation(record, found[0])
    return _shown(request, record, shown, _("Giấy mời"), guests=True, more=named)


@requires(Capability.CONFERENCE_VIEW)
def news(request: HttpRequest, conference_id: str) -> HttpResponse:
    """Show the draft of the news item; what the record lacks is said, never made up."""
    record = queries.record_of(acting(request), conference_id)
    if record.state != ConferenceState.HELD:
        return render(request, "conferences/news.html", {"record": record})
    item = news_of(record)
    shown = news_paper(item)
    context = {
        "record": record,
        "item": item,
        "paper": shown,
        "least": LEAST,
        "most": MOST,
        "short": item.words < LEAST,
        "long": item.words > MOST,
        "photos": [photo for photo in record.photos if photo.consent],
    }
    answer = paper_response(request, shown, f"tin bài {item.title}")
    return answer or render(request, "conferences/news.html", context)


def _shown(
    request: HttpRequest,
    record: Record,
    shown: Paper,
    title: str,
    *,
    guests: bool = False,
    more: str = "",
) -> HttpResponse:
    name = " ".join(filter(None, (title, more, record.row.title)))
    context = {"record": record, "paper": shown, "title": title, "guests": guests}
    return paper_response(request, shown, name) or render(
        request, "conferences/paper.html", context
    )
