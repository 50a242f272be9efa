"""Founding a unit under one that is managed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thidua.apps.org.queries import name_of
from thidua.apps.org.services import found_unit
from thidua.domain.access.capabilities import Capability
from thidua.web.access import requires
from thidua.web.areas.org.forms import FoundForm
from thidua.web.areas.org.views.common import carry_out, managed_unit, status_of
from thidua.web.as_of import day_of
from thidua.web.http import acting


@requires(Capability.UNIT_MANAGE)
def found(request: HttpRequest, unit_id: str) -> HttpResponse:
    """Ask for name, kind, code and first day of a new unit, then found it."""
    actor = acting(request)
    parent = managed_unit(actor, unit_id)
    form = FoundForm(actor, parent.kind, request.POST or None, initial={"on": day_of(request)})

    def act(data: dict[str, Any]) -> str:
        given = {name: value for name, value in data.items() if name != "side"}
        side_id = form.other("side")
        return found_unit(actor=actor, parent_id=unit_id, side_parent_id=side_id, **given)

    done = carry_out(request, form, act, _("Đã thành lập đơn vị."))
    context = {"unit": parent, "name": name_of(parent.pk), "form": form}
    return done or render(request, "org/found.html", context, status=status_of(form))
