"""Changing what a unit is called, its sector and its headcount: three short forms on one page."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thidua.apps.org import queries
from thidua.apps.org.services import classify_unit, record_headcount, rename_unit
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.text.numbers import group
from thidua.web.access import requires
from thidua.web.areas.org.forms import ActForm, HeadcountForm, RenameForm, SectorForm
from thidua.web.areas.org.views.common import carry_out, managed_unit, status_of
from thidua.web.as_of import day_of
from thidua.web.http import acting

_ACTS: dict[str, Callable[..., str]] = {
    "rename": rename_unit,
    "sector": classify_unit,
    "headcount": record_headcount,
}


@requires(Capability.UNIT_MANAGE)
def change(request: HttpRequest, unit_id: str) -> HttpResponse:
    """Show the three forms; carry out the one that was sent."""
    actor = acting(request)
    unit = managed_unit(actor, unit_id)
    chosen = request.POST.get("act", "")
    forms = _forms(request, actor, unit, chosen)

    def act(data: dict[str, Any]) -> str:
        return _ACTS[chosen](actor=actor, unit_id=unit_id, **data)

    done = (
        carry_out(request, forms[chosen], act, _("Đã lưu thay đổi.")) if chosen in forms else None
    )
    context = {"unit": unit, "name": queries.name_of(unit.pk, day_of(request)), **forms}
    return done or render(request, "org/change.html", context, status=status_of(*forms.values()))


def _forms(request: HttpRequest, actor: Actor, unit: Any, chosen: str) -> dict[str, ActForm]:
    day = day_of(request)
    row, count = queries.unit_row(unit.pk, day), queries.count_of(unit.pk, day)
    named = {"name": row.name, "short_name": row.short_name} if row else {}
    if row and row.short_name == row.name:
        named["short_name"] = ""
    numbers = ("members", "women", "workers") if count else ()
    counted = {name: _grouped(getattr(count, name)) for name in numbers}
    kinds: dict[str, tuple[type[ActForm], dict[str, Any]]] = {
        "rename": (RenameForm, {**named, "on": day}),
        "sector": (SectorForm, {"sector": unit.sector}),
        "headcount": (HeadcountForm, {**counted, "on": day}),
    }
    # Prefixes keep the ids apart; three forms of one page share names such as "on".
    return {
        name: kind(actor, request.POST if name == chosen else None, initial=initial, prefix=name)
        for name, (kind, initial) in kinds.items()
    }


def _grouped(number: int | None) -> str:
    return "" if number is None else group(number)
