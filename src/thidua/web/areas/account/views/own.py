"""The own account: name and telephone, posts to act under, what was done lately."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thidua.apps.accounts import queries
from thidua.apps.accounts.services import change_own_details
from thidua.apps.org.queries import assignments_of
from thidua.base.actor import Actor
from thidua.base.messages import sentence
from thidua.domain.errors import DomainError, NotFound
from thidua.web.access import public, signed_in
from thidua.web.areas.account.forms import OwnForm
from thidua.web.history import to_entries
from thidua.web.http import acting


@signed_in
def home(request: HttpRequest) -> HttpResponse:
    """The own account: data to correct, ways to sign in, what was done lately."""
    actor = acting(request)
    first = {"full_name": actor.name, "contact_phone": queries.own_contact_phone(actor)}
    form = OwnForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            change_own_details(actor=actor, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(getattr(refusal, "field", None), sentence(refusal))
        else:
            messages.success(request, _("Đã lưu họ tên và điện thoại."))
            return redirect("account:home")
    context = {
        "form": form,
        "login": queries.shown_name(request.user.get_username()),
        "posts": assignments_of(cast(int, actor.user_id)),
        "ways": queries.ways_in(actor),
        "entries": to_entries(queries.own_acts(actor)),
    }
    return render(request, "accounts/home.html", context, status=422 if form.errors else 200)


@signed_in
def posts(request: HttpRequest) -> HttpResponse:
    """The own posts in force; choosing one makes this session act under it."""
    actor = acting(request)
    held = assignments_of(cast(int, actor.user_id))
    if request.method == "POST":
        chosen = [post for post in held if post.public_id == request.POST.get("assignment")]
        if not chosen:
            raise NotFound("accounts.no_such_post")
        request.session["assignment"] = chosen[0].public_id
        # Other rights, another key: a copied cookie of the former role ends here.
        request.session.cycle_key()
        messages.success(
            request,
            _("Đang làm việc với vai trò %(role)s, %(unit)s.")
            % {"role": _(chosen[0].role_name), "unit": chosen[0].unit_name},
        )
        return redirect("home")
    return render(request, "accounts/posts.html", {"posts": held, "actor_now": actor})


@public
def no_post(request: HttpRequest) -> HttpResponse:
    """Says to a person without a post in force why there is nothing to open."""
    return render(request, "accounts/no_post.html", status=403)


@signed_in
def without_password(request: HttpRequest) -> HttpResponse:
    """Says how a person who has no password gets one."""
    actor: Actor = acting(request)
    login = request.user.get_username()
    context = {"demo_person": queries.is_demo_name(login), "name": actor.name}
    return render(request, "accounts/without_password.html", context)
