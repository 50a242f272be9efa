"""What every page frame needs: actor, unit, menu, the day shown, the demonstration's note."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from thidua.base import clock
from thidua.web import as_of
from thidua.web.navigation import items_for


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return the context of `base.html`."""
    actor = getattr(request, "actor", None)
    return {
        "actor": actor,
        "actor_unit": {"name": actor.unit_name} if actor else None,
        "switch_url": reverse("account:posts") if actor and actor.posts > 1 else "",
        "nav_items": items_for(actor, request.path),
        "day": clock.pinned_day(),
        "demo": settings.THIDUA_DEMO,
        "languages": settings.LANGUAGES,
        **as_of.frame(request),
    }
