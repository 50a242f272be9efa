"""The request that pages receive: it knows its actor and makes acts countable once."""

from typing import cast

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from thidua.base.actor import Actor


class ActorRequest(HttpRequest):
    """A request of a signed-in person acting for a unit."""

    actor: Actor
    htmx: HtmxDetails


def acting(request: HttpRequest) -> Actor:
    """Return the actor of a signed-in request, with the form's request key if it carries one."""
    actor = cast(ActorRequest, request).actor
    return actor.with_key(request.POST.get("request_key", "")[:64])
