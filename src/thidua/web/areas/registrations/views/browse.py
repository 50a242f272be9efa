"""Reading registrations: the campaigns one registers in, those of a unit in a plan, one of them."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.enums import PhotoPurpose, RegistrationKind
from thidua.apps.campaigns.queries import pledging
from thidua.apps.campaigns.queries import registrations as found
from thidua.apps.campaigns.queries.below import standing_below
from thidua.apps.org.queries import UnitRow, name_of, unit_row, visible_unit
from thidua.base.history import entries_about
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError
from thidua.office.qr import qr_svg
from thidua.web.access import requires
from thidua.web.areas.registrations.forms import FinishForm, PhotosForm, ReasonForm
from thidua.web.areas.registrations.present import (
    acts_on,
    drawn,
    expected_words,
    heads,
    holds,
    new_address,
    reminder,
    state_of,
)
from thidua.web.history import to_entries
from thidua.web.http import acting
from thidua.web.paging import page_of as page_of_rows
from thidua.web.photos import picture
from thidua.web.plan_tabs import plan_tabs


@requires(Capability.REGISTRATION_ENTER)
def index(request: HttpRequest) -> HttpResponse:
    """Show the plans that one registers in now, and what one has registered for oneself."""
    actor = acting(request)
    own = found.own_registrations(actor)
    context = {
        "campaigns": pledging.campaigns_to_register_in(actor),
        "own": [(row, *state_of(row)) for row in own],
        "sees_unit": holds(actor, Capability.REGISTRATION_VIEW),
    }
    return render(request, "registrations/index.html", context)


@requires(Capability.REGISTRATION_ENTER)
def of_campaign(request: HttpRequest, campaign_id: str) -> HttpResponse:
    """Show what a unit has registered in a plan; those above also what their direct units have."""
    actor = acting(request)
    campaign = queries.campaign_for(actor, campaign_id)
    sees_unit = holds(actor, Capability.REGISTRATION_VIEW)
    asked = request.GET.get("don-vi", "")
    unit_id = actor.unit_id or 0
    if asked and sees_unit:
        unit_id = visible_unit(actor, asked, Capability.REGISTRATION_VIEW).pk
    elif sees_unit and getattr(campaign, "seen_below", False):
        # The plan of a unit below: what that unit registered, not what one's own did.
        unit_id = campaign.unit_id
    unit = unit_row(unit_id, queries.campaign_day(campaign))
    expected = pledging.expected_of(campaign)
    kind = request.GET.get("loai", "")
    rows = found.registrations_of(actor, campaign, unit_id, kind=kind)
    page = page_of_rows(
        lambda start, limit: list(rows[start : start + limit]), request.GET.get("page")
    )
    own_unit = unit_id == actor.unit_id
    open_now = campaign.state in queries.OPEN_STATES
    context: dict[str, Any] = {
        "campaign": campaign,
        "tabs": plan_tabs(actor, campaign, "registrations:of"),
        "unit_name": unit.name if unit else "",
        "own_unit": own_unit,
        "sees_unit": sees_unit,
        "expected": expected,
        "facts": expected_words(expected),
        "page": page,
        "rows": [(row, *state_of(row)) for row in page.rows],
        "kinds": RegistrationKind.choices,
        "kind": kind,
        "may_register": own_unit and open_now,
        "may_set": campaign.unit_id == actor.unit_id and _may_set(actor, campaign),
        "may_confirm": own_unit and holds(actor, Capability.REGISTRATION_KEEP),
    }
    if sees_unit:
        context |= _standing(request, context, unit_id, unit)
    return render(request, "registrations/list.html", context)


def _may_set(actor: Any, campaign: Any) -> bool:
    return holds(actor, Capability.CAMPAIGN_EDIT) and campaign.state in (
        "draft",
        *queries.OPEN_STATES,
    )


def _standing(
    request: HttpRequest, context: dict[str, Any], unit_id: int, unit: UnitRow | None
) -> dict[str, Any]:
    """Return the figures of the unit, those of its direct units, and the text for the missing."""
    campaign, expected = context["campaign"], context["expected"]
    day: date = queries.campaign_day(campaign)
    standing = found.standing_of(campaign, unit_id, expected, unit.members if unit else None)
    kinds = [(RegistrationKind(row.kind).label, row) for row in standing.kinds]
    shown: dict[str, Any] = {"standing": standing, "achieved": kinds, "cut_off": day}
    leads = unit is not None and not unit.is_leaf
    below = standing_below(campaign, unit_id, day) if leads else []
    shown |= {"below": drawn(below), "heads": heads()}
    if (
        expected.each_member
        and standing.members.missing
        and context["may_register"]
        and not shown["below"]
    ):
        address = request.build_absolute_uri(new_address(campaign))
        text = reminder(context["unit_name"], campaign, expected, standing, address)
        title = _("Mã QR để đăng ký")
        # Made of numbers and of a title that is escaped where it is drawn.
        shown |= {"zalo": text, "qr": mark_safe(qr_svg(address, title=title, size=200))}  # noqa: S308
    return shown


@requires(Capability.REGISTRATION_ENTER)
def show(request: HttpRequest, registration_id: str) -> HttpResponse:
    """Show one registration, and the steps that are open to who asks."""
    return page_of(request, registration_id)


def page_of(
    request: HttpRequest,
    registration_id: str,
    *,
    refusal: DomainError | None = None,
    step: str = "",
    form: Any = None,
    status: int = 200,
) -> HttpResponse:
    """Return the page of a registration; the form of a refused step comes back as it was typed."""
    actor = acting(request)
    row = found.registration_for(actor, registration_id)
    state, tone = state_of(row)
    photos = list(row.photos.all())
    context = {
        "row": row,
        "campaign": row.campaign,
        "unit_name": name_of(row.unit_id),
        "state": state,
        "tone": tone,
        "lists": [p.file for p in photos if p.purpose == PhotoPurpose.LIST],
        "proofs": [p.file for p in photos if p.purpose == PhotoPurpose.EVIDENCE],
        "finish_form": form if step == "finish" else FinishForm(people=row.people),
        "reason_form": form if step in ("send_back", "drop") else ReasonForm(),
        "photos_form": form if step == "photos" else PhotosForm(),
        "step": step,
        "refused": sentence(refusal) if refusal else "",
        "entries": to_entries(entries_about([row.public_id])),
        **acts_on(actor, row),
    }
    return render(request, "registrations/registration.html", context, status=status)


@requires(Capability.REGISTRATION_ENTER)
def photo(request: HttpRequest, registration_id: str, file_id: str) -> HttpResponse:
    """Serve a photograph under its registration."""
    return picture(found.registration_file(acting(request), registration_id, file_id))
