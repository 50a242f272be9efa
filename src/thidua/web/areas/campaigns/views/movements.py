"""Movements: the catalogue, one movement with the plans that carry it, and a unit's own ones."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.enums import CampaignState
from thidua.apps.campaigns.services.movements import MovementDraft, add_movement, edit_movement
from thidua.apps.org.queries import names
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import DomainError, Forbidden
from thidua.domain.spans import OPEN_END
from thidua.lawbook.sources import sources
from thidua.text.dates import day
from thidua.web.access import requires
from thidua.web.areas.campaigns.movement_form import MovementForm
from thidua.web.areas.campaigns.present import CAMPAIGN_TONES
from thidua.web.as_of import day_of, other_day
from thidua.web.http import acting
from thidua.web.plan_words import plan_time

PAGE = 50


@requires(Capability.CAMPAIGN_VIEW)
def movement_list(request: HttpRequest) -> HttpResponse:
    """The standing movements, the lawbook's first, then those of the units in line."""
    actor = acting(request)
    rows = queries.movements_in_sight(actor).order_by("unit", "position", "id")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    carried = queries.times_carried(actor, list(page))
    owners = names({row.unit_id for row in page if row.unit_id}, day_of(request))
    context = {
        "page": page,
        "rows": [(row, _launcher(row, owners), carried.get(row.pk, 0)) for row in page],
        "may_edit": _may_edit(request),
    }
    return render(request, "campaigns/movements.html", context)


@requires(Capability.CAMPAIGN_VIEW)
def movement(request: HttpRequest, movement_id: str) -> HttpResponse:
    """One movement: who launched it, since when, and the plans that carry it."""
    actor = acting(request)
    row = queries.movement_for(actor, movement_id)
    plans = queries.campaigns_carrying(actor, row)
    page = Paginator(plans, PAGE).get_page(request.GET.get("page"))
    owner = {row.unit_id} if row.unit_id else set()
    shown = names({plan.unit_id for plan in page} | owner, day_of(request))
    context = {
        "movement": row,
        "facts": _facts(row, shown),
        "page": page,
        "rows": [
            (
                plan,
                shown[plan.unit_id],
                CampaignState(plan.state),
                CAMPAIGN_TONES[CampaignState(plan.state)],
                plan_time(plan),
            )
            for plan in page
        ],
        "may_edit": row.unit_id == actor.unit_id and _may_edit(request),
    }
    return render(request, "campaigns/movement.html", context)


@requires(Capability.CAMPAIGN_EDIT)
def new(request: HttpRequest) -> HttpResponse:
    """Add a movement of the unit's own."""
    actor = acting(request)
    form = MovementForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            public_id = add_movement(
                actor=actor,
                unit_id=actor.unit_public_id,
                movement=MovementDraft(**form.cleaned_data),
            )
        except DomainError as refusal:
            form.add_error(getattr(refusal, "field", None), sentence(refusal))
        else:
            messages.success(request, _("Đã thêm phong trào của đơn vị."))
            return redirect("campaigns:movement", public_id)
    return render(
        request, "campaigns/movement_edit.html", {"form": form}, status=422 if form.errors else 200
    )


@requires(Capability.CAMPAIGN_EDIT)
def edit(request: HttpRequest, movement_id: str) -> HttpResponse:
    """Change a movement of the unit's own."""
    actor = acting(request)
    row = queries.movement_for(actor, movement_id)
    if row.unit_id != actor.unit_id:
        raise Forbidden("base.forbidden")
    form = MovementForm(request.POST or None, initial=_values(row))
    if request.method == "POST" and form.is_valid():
        try:
            edit_movement(
                actor=actor, movement_id=movement_id, movement=MovementDraft(**form.cleaned_data)
            )
        except DomainError as refusal:
            form.add_error(getattr(refusal, "field", None), sentence(refusal))
        else:
            messages.success(request, _("Đã lưu thay đổi."))
            return redirect("campaigns:movement", movement_id)
    context = {"form": form, "movement": row}
    return render(
        request, "campaigns/movement_edit.html", context, status=422 if form.errors else 200
    )


def _may_edit(request: HttpRequest) -> bool:
    return (
        not other_day(request)
        and reach_of(acting(request).role, Capability.CAMPAIGN_EDIT) is not None
    )


def _launcher(row: Any, owners: dict[int, str]) -> str:
    """Say who launched a movement; where no source gives it, say nothing."""
    if row.launcher:
        return str(row.launcher)
    if row.launched_by == "don-vi":
        return owners.get(row.unit_id, "")
    return "" if row.launched_by == "khac" else str(row.get_launched_by_display())


def _facts(row: Any, shown: dict[int, str]) -> list[tuple[str, str]]:
    known = sources().get(row.source)
    until = "" if row.valid_until == OPEN_END else day(row.valid_until - timedelta(days=1))
    facts = [
        (_("Loại"), str(row.get_kind_display())),
        (_("Phát động"), _launcher(row, shown) or _("nguồn không ghi")),
        (_("Từ ngày"), day(row.valid_from) if row.since_known else _("nguồn không ghi")),
        (_("Đến hết ngày"), until),
        (_("Của đơn vị"), shown.get(row.unit_id, "")),
        (_("Nguồn"), known.title if known else ""),
    ]
    return [(name, value) for name, value in facts if value]


def _values(row: Any) -> dict[str, Any]:
    return {
        "name": row.name,
        "kind": row.kind,
        "launched_by": row.launched_by,
        "launcher": row.launcher,
        "since": row.valid_from if row.since_known else None,
        "last_day": None if row.valid_until == OPEN_END else row.valid_until - timedelta(days=1),
    }
