"""Every view says who may open it: `@requires(capability)`, `@signed_in` or `@public`."""

import functools
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.errors import Forbidden

View = Callable[..., HttpResponse]
PUBLIC = "public"
SIGNED_IN = "signed_in"

# Views that other packages bring; every other route carries its own declaration.
THIRD_PARTY: dict[str, str] = {
    "account_login": PUBLIC,
    "account_logout": PUBLIC,
    "account_inactive": PUBLIC,
    "account_reauthenticate": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "mfa_authenticate": PUBLIC,
    "mfa_login_webauthn": PUBLIC,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_reauthenticate_webauthn": SIGNED_IN,
    "mfa_index": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "mfa_list_webauthn": SIGNED_IN,
    "mfa_add_webauthn": SIGNED_IN,
    "mfa_remove_webauthn": SIGNED_IN,
    "mfa_edit_webauthn": SIGNED_IN,
    "set_language": PUBLIC,
}


def _declare(view: Any, access: str) -> View:
    view.access = access
    return cast(View, view)


def public(view: View) -> View:
    """Open a view to anyone, signed in or not."""
    return _declare(view, PUBLIC)


def signed_in(view: View) -> View:
    """Open a view to any person who acts for a unit."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if getattr(request, "actor", None) is None:
            return ask_to_sign_in(request)
        return view(request, *args, **kwargs)

    return _declare(guarded, SIGNED_IN)


def requires(capability: Capability) -> Callable[[View], View]:
    """Open a view to those whose role holds `capability`; which units they reach, the query says."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            actor = getattr(request, "actor", None)
            if actor is None:
                return ask_to_sign_in(request)
            if reach_of(actor.role, capability) is None:
                raise Forbidden("base.forbidden")
            return view(request, *args, **kwargs)

        return _declare(guarded, capability)

    return decorate


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Send to the sign-in page and back; what was typed waits in the browser's draft."""
    if request.method == "GET" and not getattr(request, "htmx", False):
        back = request.get_full_path()
    else:
        page = urlsplit(request.META.get("HTTP_REFERER", ""))
        # With its question mark: a draft is kept under the address it was typed at.
        back = urlunsplit(("", "", page.path or "/", page.query, ""))
        messages.warning(
            request,
            _(
                "Phiên làm việc đã hết. Nội dung vừa nhập còn trên máy này: đăng nhập lại rồi "
                "gửi một lần nữa."
            ),
        )
    target = f"{reverse('account_login')}?{urlencode({'next': back})}"
    if getattr(request, "htmx", False):
        return HttpResponse(status=204, headers={"HX-Redirect": target})
    return HttpResponseRedirect(target)
