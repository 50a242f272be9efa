"""Moving a unit to another superior, and joining it to or parting it from a side one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thidua.apps.org import queries
from thidua.apps.org.enums import Line
from thidua.apps.org.services import place_unit
from thidua.domain.access.capabilities import Capability
from thidua.lawbook.kinds import unit_kinds
from thidua.web.access import requires
from thidua.web.areas.org.forms import ActForm, MoveForm, SideForm
from thidua.web.areas.org.views.common import carry_out, managed_unit, status_of
from thidua.web.as_of import day_of
from thidua.web.http import acting

_FORMS: dict[str, type[ActForm]] = {Line.MAIN: MoveForm, Line.SIDE: SideForm}


@requires(Capability.UNIT_MANAGE)
def move(request: HttpRequest, unit_id: str) -> HttpResponse:
    """Show where the unit stands and the two forms; carry out the one that was sent."""
    actor = acting(request)
    unit = managed_unit(actor, unit_id)
    line = request.POST.get("act", "")
    forms = {
        name: kind(
            actor,
            request.POST if name == line else None,
            initial={"on": day_of(request)},
            prefix=name,
        )
        for name, kind in _FORMS.items()
    }

    def act(data: dict[str, Any]) -> str:
        return place_unit(
            actor=actor,
            unit_id=unit_id,
            parent_id=forms[line].other("parent"),
            line=line,
            on=data["on"],
            basis=data["basis"],
        )

    done = carry_out(request, forms[line], act, _("Đã ghi thay đổi.")) if line in forms else None
    context = {
        "unit": unit,
        "name": queries.name_of(unit.pk, day_of(request)),
        "story": queries.story_of(unit.pk, day_of(request)),
        "joins_side": bool(unit_kinds()[unit.kind].beside),
        **forms,
    }
    return done or render(request, "org/move.html", context, status=status_of(*forms.values()))
