"""The way in by a link: greets by name, lets the person set a password, then signs in."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from thidua.apps.accounts import queries
from thidua.apps.accounts.services import sealed, use_link
from thidua.base.messages import sentence
from thidua.domain.errors import DomainError
from thidua.web.access import public
from thidua.web.areas.account.forms import PasswordForm

_HELD = "access_link"


@public
@never_cache
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Take the secret out of the address, where history and logs would keep it, and go on."""
    link = queries.link_by_token(token)
    if link is None:
        return render(request, "accounts/link_closed.html", {"state": "unknown"}, status=404)
    if link.state is not queries.LinkState.OPEN:
        return _closed(request, link)
    request.session[_HELD] = link.public_id
    return redirect("account:set_password")


@public
@never_cache
@sensitive_post_parameters("password1", "password2")
def set_password(request: HttpRequest) -> HttpResponse:
    """Greet the person, keep the password, spend the link, sign in."""
    held = request.session.get(_HELD)
    if held is None:
        return redirect("home" if request.user.is_authenticated else "account_login")
    link = queries.link_by_id(held)
    if link.state is not queries.LinkState.OPEN:
        del request.session[_HELD]
        return _closed(request, link)
    form = PasswordForm(link.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actor = queries.actor_of_link(link)
            password_hash = sealed(form.cleaned_data["password1"])
            use_link(actor=actor, link_id=link.public_id, password_hash=password_hash)
        except DomainError as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return _sign_in(request, link)
    context = {
        "form": form,
        "link": link,
        "login": queries.shown_name(link.user.sign_in_name),
    }
    return render(
        request, "accounts/set_password.html", context, status=422 if form.errors else 200
    )


def _sign_in(request: HttpRequest, link: queries.LinkView) -> HttpResponse:
    """Begin a session of the person; whoever has a second step is asked for it."""
    logout(request)
    link.user.refresh_from_db()
    # The password was typed a moment ago: what comes next (a second step) need not ask for it again.
    record_authentication(request, link.user, "password")
    response: HttpResponse = perform_login(request, link.user)
    return response


def _closed(request: HttpRequest, link: queries.LinkView) -> HttpResponse:
    context = {"state": link.state, "made_by": link.made_by, "expires_at": link.expires_at}
    return render(request, "accounts/link_closed.html", context, status=410)
