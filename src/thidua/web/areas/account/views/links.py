"""Links of one use: a fresh one for a person, shown to its maker with QR code, message and card."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from thidua.apps.accounts import queries
from thidua.apps.accounts.services import issue_reset
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, NotFound
from thidua.office.qr import qr_svg
from thidua.web.access import requires
from thidua.web.areas.account.words import link_message
from thidua.web.http import acting


@requires(Capability.PERSON_INVITE)
def reset(request: HttpRequest, user_id: str) -> HttpResponse:
    """Say what a new link does, ask once, then make it."""
    actor = acting(request)
    person = queries.person_seen(actor, user_id)
    error = ""
    if request.method == "POST":
        try:
            issue_reset(actor=actor, user_id=user_id)
        except DomainError as refusal:
            error = sentence(refusal)
        else:
            return redirect("account:link", user_id)
    context = {"person": person, "login": queries.shown_name(person.sign_in_name), "error": error}
    return render(request, "accounts/reset.html", context, status=422 if error else 200)


@never_cache
@requires(Capability.PERSON_INVITE)
def link(request: HttpRequest, user_id: str) -> HttpResponse:
    """The open link of a person, for the officer who made it, as long as nobody has used it."""
    return render(request, "accounts/link.html", _shown(request, user_id, size=220))


@never_cache
@requires(Capability.PERSON_INVITE)
def card(request: HttpRequest, user_id: str) -> HttpResponse:
    """The same link as a card to print and hand over."""
    context = _shown(request, user_id, size=240)
    if context["link"] is None:
        raise NotFound("base.not_found")
    return render(request, "accounts/card.html", context)


def _shown(request: HttpRequest, user_id: str, *, size: int) -> dict[str, Any]:
    actor = acting(request)
    person = queries.person_seen(actor, user_id)
    context = {"person": person, "login": queries.shown_name(person.sign_in_name), "link": None}
    found = queries.own_open_link(actor, user_id)
    if found is None:
        return context
    path = reverse("account:enter", args=[queries.token_of(found.public_id)])
    address = request.build_absolute_uri(path)
    return context | {
        "link": found,
        "address": address,
        "qr": _drawn(address, size),
        "message": link_message(found, address),
    }


def _drawn(address: str, size: int) -> SafeString:
    # Made of numbers and of a title that is escaped where it is drawn.
    return mark_safe(qr_svg(address, title=_("Mã QR của đường dẫn"), size=size))  # noqa: S308
