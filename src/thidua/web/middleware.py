"""Turns a session into an actor, and a refusal into a page with a sentence."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.db import DataError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from thidua.apps.accounts.queries import needs_second_factor
from thidua.apps.org.queries import actor_for
from thidua.domain.errors import DomainError
from thidua.web import as_of, errors
from thidua.web.access import ask_to_sign_in

Next = Callable[[HttpRequest], HttpResponse]
_SEEN_EVERY_S = 60
_FREE_PATHS = (
    "/static/",
    "/xac-thuc/",
    "/ngon-ngu/",
    "/tai-khoan/dang-xuat/",
    "/tai-khoan/xac-nhan-lai/",  # asked for on the way to /xac-thuc/
)


class LanguageMiddleware:
    """Shows Vietnamese unless the person chose otherwise; the browser's own language says little."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Activate the language of the cookie, else Vietnamese."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = dict(settings.LANGUAGES)
        with translation.override(chosen if chosen in known else settings.LANGUAGE_CODE):
            return self.get_response(request)


class ActorMiddleware:
    """Sets `request.actor`, the person under the chosen assignment, and `request.as_of`, the day shown."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Build the actor from today's rights, on each request anew."""
        request.actor = None  # type: ignore[attr-defined]
        user = request.user
        if user.is_authenticated:
            if self._is_idle(request):
                logout(request)
                return ask_to_sign_in(request)
            request.actor = actor_for(  # type: ignore[attr-defined]
                user.pk, user.full_name, request.session.get("assignment")
            )
            if request.actor is None and not request.path.startswith(_FREE_PATHS):  # type: ignore[attr-defined]
                return self._without_post(request)
            if self._must_enrol(request):
                messages.info(
                    request,
                    _(
                        "Vai trò này quyết định công việc của đơn vị, nên cần xác thực hai bước. "
                        "Hãy cài đặt một lần trước khi làm tiếp."
                    ),
                )
                return HttpResponseRedirect(reverse("mfa_activate_totp"))
            request.as_of = as_of.settle(request)  # type: ignore[attr-defined]
        return self.get_response(request)

    def _without_post(self, request: HttpRequest) -> HttpResponse:
        """Someone whose last post has ended is signed out, and told so."""
        logout(request)
        return HttpResponseRedirect(reverse("account:no_post"))

    def _is_idle(self, request: HttpRequest) -> bool:
        """Tell whether the session rested too long; note the moment, at most once a minute."""
        now, seen = int(time.time()), request.session.get("seen")
        if seen is not None and now - seen > settings.THIDUA_IDLE_MINUTES * 60:
            return True
        if seen is None or now - seen > _SEEN_EVERY_S:
            request.session["seen"] = now
        return False

    def _must_enrol(self, request: HttpRequest) -> bool:
        actor, user = request.actor, request.user  # type: ignore[attr-defined]
        if actor is None or not user.is_authenticated or request.path.startswith(_FREE_PATHS):
            return False
        return needs_second_factor(user, actor.role)


class RefusalMiddleware:
    """Answers a `DomainError` with its sentence and a fitting status, and a busy database with 503."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer what this product knows how to explain; leave the rest to Django."""
        if isinstance(error, DomainError):
            return errors.refusal(request, error)
        if isinstance(error, OperationalError) and "lock" in str(error).lower():
            return errors.busy(request)
        if isinstance(error, DataError) and "NUL" in str(error):
            # PostgreSQL cannot even be asked for such an id: nothing bears it.
            return errors.not_found(request, error)
        return None
