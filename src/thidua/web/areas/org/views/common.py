"""What the acting views share: the unit one manages, and running one form into one operation."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from thidua.apps.org.queries import unit_with_rights
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Forbidden, Invalid
from thidua.web.areas.org.forms import ActForm


def managed_unit(actor: Actor, unit_id: str) -> Any:
    """Return a unit the actor may change; 404 where it is not seen, 403 where it is only seen."""
    unit, rights = unit_with_rights(actor, unit_id, Capability.UNIT_MANAGE)
    if not rights:
        raise Forbidden("base.forbidden")
    return unit


def carry_out(
    request: HttpRequest, form: ActForm, act: Callable[[dict[str, Any]], str], done: str
) -> HttpResponse | None:
    """Run a posted form; go to the unit's page when it is done, return None when it is not."""
    if not form.is_bound or not form.is_valid():
        return None
    try:
        unit_id = act(form.cleaned_data)
    except (Conflict, Invalid) as refusal:
        form.refuse(refusal)
        return None
    messages.success(request, done)
    return redirect("org:unit", unit_id)


def status_of(*forms: ActForm) -> int:
    """Return the status of a page with these forms."""
    return 422 if any(form.is_bound and form.errors for form in forms) else 200
