"""The request that pages receive: it knows its actor and makes acts countable once."""

from typing import cast

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from thidua.base.actor import Actor

_MOST_DIGITS = 18


class ActorRequest(HttpRequest):
    """A request of a signed-in person acting for a unit."""

    actor: Actor
    htmx: HtmxDetails


def count_in(text: str) -> int | None:
    """Read a small whole number from an address or a hidden field; None where it is none."""
    plain = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS
    return int(text) if plain else None


def acting(request: HttpRequest) -> Actor:
    """Return the actor of a signed-in request, with the form's request key if it carries one."""
    actor = cast(ActorRequest, request).actor
    return actor.with_key(request.POST.get("request_key", "")[:64])
