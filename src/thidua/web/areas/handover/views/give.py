"""Handing a post over: a solemn page that says what will happen to whom, and asks once."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.accounts.queries import PersonRow, people_at
from thidua.apps.accounts.services import invite_person
from thidua.apps.org.queries import name_of, posts_at, visible_unit
from thidua.apps.org.services.handover import hand_over, is_elsewhere
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound
from thidua.text.dates import day
from thidua.web.access import requires
from thidua.web.areas.handover.forms import ColleagueForm, NewcomerForm
from thidua.web.areas.handover.present import consequences
from thidua.web.http import acting


@requires(Capability.PERSON_INVITE)
def give(request: HttpRequest, unit_id: str, assignment_id: str) -> HttpResponse:
    """Say what the handover means; give the post to somebody of the unit or to a newcomer."""
    actor = acting(request)
    unit = visible_unit(actor, unit_id)
    rows = people_at(actor, unit).rows
    row = next((row for row in rows if row.assignment_id == assignment_id), None)
    if row is None and is_elsewhere(assignment_id, unit.pk):
        raise NotFound("base.not_found")
    roles = {post.public_id: post.role for post in posts_at(unit.pk)}
    pages = _forms(request, rows, row, roles.get(assignment_id, ""))
    ask_same = bool(request.POST.get("newcomer-same_person"))
    for form in pages.values():
        if form.is_bound and form.is_valid():
            try:
                return _carry_out(request, actor, unit_id, assignment_id, form)
            except (Conflict, Invalid) as refusal:
                ask_same = ask_same or refusal.code == "accounts.known_person"
                _refuse(form, refusal)
    if row is None:
        raise NotFound("base.not_found")
    if not row.in_gift:
        raise Forbidden("base.forbidden")
    name = name_of(unit.pk)
    context = {"unit": unit, "row": row, "lines": consequences(row, name), "ask_same": ask_same}
    wrong = any(form.errors for form in pages.values())
    return render(request, "handover/give.html", context | pages, status=422 if wrong else 200)


def _forms(
    request: HttpRequest, rows: list[PersonRow], row: PersonRow | None, role: str
) -> dict[str, forms.Form]:
    """Return both forms, the one that was sent with what was typed."""
    chosen = request.POST.get("act")
    others = [other for other in rows if row is None or other.user_id != row.user_id]
    typed = {name: request.POST if chosen == name else None for name in ("colleague", "newcomer")}
    return {
        "colleague": ColleagueForm(
            others, typed["colleague"], prefix="colleague", initial={"on": clock.today()}
        ),
        "newcomer": NewcomerForm(typed["newcomer"], prefix="newcomer", initial={"role": role}),
    }


def _carry_out(
    request: HttpRequest, actor: Actor, unit_id: str, post_id: str, form: forms.Form
) -> HttpResponse:
    data = form.cleaned_data
    if isinstance(form, NewcomerForm):
        user_id, on = _invite_and_hand_over(actor, unit_id, post_id, data), clock.today()
        answer = redirect("account:link", user_id)
    else:
        on = data["on"]
        hand_over(actor=actor, post_id=post_id, to_user_id=data["to"], on=on, basis=data["basis"])
        answer = redirect("account:people", unit_id)
    done = _("Đã bàn giao. Người bàn giao không còn giữ vai trò này từ ngày %(day)s.")
    messages.success(request, done % {"day": day(on)})
    return answer


def _invite_and_hand_over(actor: Actor, unit_id: str, post_id: str, data: dict[str, Any]) -> str:
    """Invite the newcomer to the same post, then hand it over: both, or neither."""
    asked = ("full_name", "sign_in_name", "contact_phone", "same_person", "role")
    with transaction.atomic():
        user_id = invite_person(
            actor=actor, unit_id=unit_id, **{name: data[name] for name in asked}
        )
        hand_over(
            actor=actor,
            post_id=post_id,
            to_user_id=user_id,
            on=clock.today(),
            basis=data["basis"],
        )
    return user_id


def _refuse(form: forms.Form, refusal: Conflict | Invalid) -> None:
    name = getattr(refusal, "field", None)
    form.add_error(name if name in form.fields else None, sentence(refusal))
