"""Error pages: each says what is wrong and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from thidua.base.messages import sentence
from thidua.domain.errors import Conflict, DomainError, Forbidden, Invalid, NotFound

_STATUS = ((NotFound, 404), (Forbidden, 403), (Conflict, 409), (Invalid, 422))


def status_of(error: DomainError) -> int:
    """Return the HTTP status of a refusal."""
    if error.code == "base.key_reused":
        return 422
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 422)


def refusal(request: HttpRequest, error: DomainError) -> HttpResponse:
    """Answer a refusal with its sentence on the page of its status."""
    status = status_of(error)
    context = {"sentence": sentence(error)}
    return render(request, f"errors/{status}.html", context, status=status)


def busy(request: HttpRequest) -> HttpResponse:
    """Answer that the database is busy, and when to come back; the page asks it nothing."""
    response = HttpResponse(render_to_string("errors/503.html"), status=503)
    response["Retry-After"] = "5"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose page was open for too long, or that another site has sent."""
    return render(request, "errors/403_csrf.html", {"reason": reason}, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be read."""
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a refusal raised by Django itself."""
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere; the same page as for what is out of scope."""
    return render(request, "errors/404.html", status=404)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer someone who tried too often in a short time."""
    return render(request, "errors/429.html", status=429)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a fault of ours, without needing database or session."""
    return HttpResponse(render_to_string("errors/500.html"), status=500)
