"""Signing in to the demonstration by one press; nowhere else."""

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_next_redirect_url
from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from thidua.apps.accounts import queries
from thidua.web.access import public
from thidua.web.areas.account.words import TO_TRY


@public
def sign_in(request: HttpRequest) -> HttpResponse:
    """The people of the demonstration: pressing one signs in as that person, and leads back."""
    if not settings.THIDUA_DEMO:
        raise Http404
    people = queries.demo_people()
    if request.method == "POST":
        chosen = [person for person in people if person.user_id == request.POST.get("person")]
        if not chosen:
            raise Http404
        logout(request)
        get_adapter().login(request, queries.demo_user(chosen[0]))
        return redirect(get_next_redirect_url(request) or "home")
    cards = [
        (person, TO_TRY.get(person.sign_in_name) or TO_TRY.get(person.role) or "")
        for person in people
    ]
    context = {"cards": cards, "next": get_next_redirect_url(request) or ""}
    return render(request, "accounts/demo.html", context)
