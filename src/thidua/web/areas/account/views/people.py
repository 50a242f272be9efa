"""The people of a unit: who holds which post, inviting one more, ending a post."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.accounts import queries
from thidua.apps.accounts.services import invite_person
from thidua.apps.org.queries import name_of, visible_unit
from thidua.apps.org.services import end_post
from thidua.base import clock
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, Forbidden, NotFound
from thidua.text.dates import day
from thidua.web.access import requires
from thidua.web.areas.account.forms import InviteForm
from thidua.web.http import acting


@requires(Capability.PERSON_VIEW)
def people(request: HttpRequest, unit_id: str) -> HttpResponse:
    """Who holds a post at a unit today."""
    actor = acting(request)
    unit = visible_unit(actor, unit_id)
    found = queries.people_at(actor, unit)
    context = {
        "unit": unit,
        "unit_name": name_of(unit.pk),
        "rows": found.rows,
        "may_invite": bool(found.roles),
    }
    return render(request, "accounts/people.html", context)


@requires(Capability.PERSON_INVITE)
def invite(request: HttpRequest, unit_id: str) -> HttpResponse:
    """Invite a person to a unit; a known number is asked about before a further post is given."""
    actor = acting(request)
    unit = visible_unit(actor, unit_id)
    roles = queries.roles_to_offer(actor, unit)
    if not roles:
        raise Forbidden("base.forbidden")
    form = InviteForm(roles, request.POST or None)
    ask_same = bool(request.POST.get("same_person"))
    if request.method == "POST" and form.is_valid():
        try:
            user_id = invite_person(actor=actor, unit_id=unit_id, **form.cleaned_data)
        except DomainError as refusal:
            ask_same = refusal.code == "accounts.known_person"
            form.add_error(getattr(refusal, "field", None), sentence(refusal))
        else:
            return redirect("account:link", user_id)
    context = {"form": form, "unit": unit, "unit_name": name_of(unit.pk), "ask_same": ask_same}
    return render(request, "accounts/invite.html", context, status=422 if form.errors else 200)


@requires(Capability.PERSON_INVITE)
def withdraw(request: HttpRequest, unit_id: str, assignment_id: str) -> HttpResponse:
    """Say what ending a post does, ask once, then end it."""
    actor = acting(request)
    unit = visible_unit(actor, unit_id)
    rows = queries.people_at(actor, unit).rows
    row = next((row for row in rows if row.assignment_id == assignment_id), None)
    if row is None:
        raise NotFound("base.not_found")
    on = clock.today()
    if request.method == "POST":
        end_post(actor=actor, post_id=assignment_id, on=on)
        messages.success(
            request,
            _("Đồng chí %(name)s thôi vai trò %(role)s từ ngày %(day)s.")
            % {"name": row.full_name, "role": _(row.role_name), "day": day(on)},
        )
        return redirect("account:people", unit_id)
    lines = [
        (_("Người"), row.full_name),
        (_("Thôi vai trò"), _(row.role_name)),
        (_("Tại"), name_of(unit.pk)),
        (
            _("Từ ngày %(day)s") % {"day": day(on)},
            _("không xem và không làm gì được với vai trò này"),
        ),
        (_("Những gì đã làm"), _("vẫn giữ nguyên trong hồ sơ và nhật ký")),
    ]
    context = {"row": row, "unit": unit, "lines": lines}
    return render(request, "accounts/withdraw.html", context)
