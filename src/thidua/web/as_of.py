"""The day that is looked at: today, or a past or coming one chosen for this session.

Units, names, superiors, posts and figures are shown as of that day; rights are always today's.
"""

from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.http import HttpRequest

from thidua.base import clock
from thidua.text.dates import parse_day

PARAMETER = "ngay"
TODAY_WORD = "hom-nay"
SESSION_KEY = "as_of"
# The eve and the day of the reform: one press each in the demonstration.
QUICK_DAYS = (date(2025, 6, 30), date(2025, 7, 1))
# What shows the chosen day; other pages are about today's work, and say so in the band.
FOLLOWING = frozenset(
    {
        "org:list",
        "org:unit",
        "figures:overview",
        "figures:open",
        "campaigns:list",
        "campaigns:plan",
        "campaigns:hand_down",
        "campaigns:results",
        "campaigns:progress",
        "campaigns:history",
    }
)
# Where an act may be entered late, with the chosen day already filled in.
LATE_ENTRY = frozenset({"org:found", "org:change", "org:move", "org:end"})
# A page of another list would be shown under the number of this one.
_OF_ONE_DAY = frozenset({PARAMETER, "page"})


def settle(request: HttpRequest) -> date:
    """Return the day this request looks at; one named in its address is kept for the next ones."""
    asked = request.GET.get(PARAMETER, "")
    if asked:
        day = read_day(asked)
        if day is not None:
            remember(request, day)
    kept = parse_day(str(request.session.get(SESSION_KEY, "")))
    return kept or clock.today()


def remember(request: HttpRequest, day: date) -> None:
    """Look at this day from now on in this session; today needs no remembering."""
    chosen = day.isoformat() if day != clock.today() else None
    if request.session.get(SESSION_KEY) == chosen:
        return
    if chosen is None:
        del request.session[SESSION_KEY]
    else:
        request.session[SESSION_KEY] = chosen


def read_day(typed: str) -> date | None:
    """Read a day as it is typed or stands in an address; None where it is none."""
    return clock.today() if typed.strip() == TODAY_WORD else parse_day(typed)


def day_of(request: HttpRequest) -> date:
    """Return the day a page shows."""
    day: date | None = getattr(request, SESSION_KEY, None)
    return day or clock.today()


def other_day(request: HttpRequest) -> date | None:
    """Return the day a page shows where that is not today: what is done today is not offered then."""
    day = day_of(request)
    return None if day == clock.today() else day


def without_day(address: str) -> str:
    """Return an address of this site without the day, and without the page of a list of that day."""
    parts = urlsplit(address)
    kept = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if key not in _OF_ONE_DAY
    ]
    return urlunsplit(("", "", parts.path or "/", urlencode(kept), ""))


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return what the page head needs to show the day, to choose one and to lead back to today."""
    here = without_day(request.get_full_path()) if request.method == "GET" else "/"
    path, _, query = here.partition("?")
    name = getattr(request.resolver_match, "view_name", "")
    back = urlencode([*parse_qsl(query, keep_blank_values=True), (PARAMETER, TODAY_WORD)])
    return {
        "as_of": other_day(request),
        "as_of_follows": name in FOLLOWING,
        "as_of_late": name in LATE_ENTRY,
        "as_of_here": here,
        "as_of_back": f"{path}?{back}",
        "as_of_quick": QUICK_DAYS,
    }
