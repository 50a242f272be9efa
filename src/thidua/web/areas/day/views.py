"""Takes the chosen day and leads back to the page that asked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thidua.text.unicode import clean_line
from thidua.web.access import signed_in
from thidua.web.as_of import PARAMETER, read_day, remember, without_day

_LONGEST_SHOWN = 40


@require_POST
@signed_in
def choose(request: HttpRequest) -> HttpResponse:
    """Look at another day from now on; what is no day is repeated in a sentence."""
    # A quick choice is a button behind the typed field, under the same name.
    typed = clean_line(request.POST.getlist(PARAMETER)[-1] if PARAMETER in request.POST else "")
    day = read_day(typed)
    if day is not None:
        remember(request, day)
    elif typed:
        shown = typed[:_LONGEST_SHOWN]
        messages.error(
            request,
            _("“%(value)s” không phải là ngày. Hãy nhập như 22/11/2026.") % {"value": shown},
        )
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    """Return the page the form stands on, if it is one of this site."""
    target = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure())
    return without_day(target) if safe else "/"
