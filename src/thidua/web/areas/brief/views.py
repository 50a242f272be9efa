"""The brief laid beside the product: read by anyone, one press leads to the page that carries it."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from thidua.apps.accounts.queries import demo_people, demo_user
from thidua.apps.campaigns.queries import visible_campaigns
from thidua.apps.conferences.queries import conferences_of_plan
from thidua.apps.org.queries import actor_for
from thidua.base.actor import Actor
from thidua.web.access import public
from thidua.web.areas.brief.book import Fact, articles, fact


@public
def show(request: HttpRequest) -> HttpResponse:
    """What each article says, and where it is."""
    if not settings.THIDUA_DEMO:
        raise Http404
    return render(request, "brief/show.html", {"articles": articles()})


@public
@require_POST
def lead(request: HttpRequest) -> HttpResponse:
    """Sign in as the person who sees the page, and go there."""
    chosen = fact(request.POST.get("fact", "")) if settings.THIDUA_DEMO else None
    people = [person for person in demo_people() if chosen and person.sign_in_name == chosen.reader]
    if chosen is None or not people:
        raise Http404
    user = demo_user(people[0])
    actor = actor_for(user.pk, user.full_name, None)
    if actor is None:
        raise Http404
    logout(request)
    get_adapter().login(request, user)
    return redirect(address_of(chosen, actor))


def address_of(chosen: Fact, actor: Actor) -> str:
    """Return the address of the page, as this person finds it."""
    plans = visible_campaigns(actor).filter(unit__code=chosen.unit_code, year=chosen.year)
    plan = plans.select_related("unit").order_by("id").first()
    if plan is None:
        raise Http404
    key = plan.public_id
    if chosen.of == "unit":
        key = plan.unit.public_id
    elif chosen.of == "conference":
        key = conferences_of_plan(actor, plan)[0].public_id
    ask = f"?{chosen.ask}" if chosen.ask else ""
    return reverse(chosen.route, args=[key, *chosen.more]) + ask
