"""Every address of the site declares who may open it."""

from django.http import HttpResponse
from django.urls import get_resolver, path
from tests.architecture.checkers.routes import route_faults, routes

from thidua.domain.access.capabilities import Capability
from thidua.web.access import THIRD_PARTY, public, requires, signed_in


def silent(request):
    return HttpResponse()


@public
def declared(request):
    return HttpResponse()


def test_every_route_declares_its_access():
    patterns = get_resolver().url_patterns

    faults = list(route_faults(patterns, THIRD_PARTY))

    assert len(list(routes(patterns))) > 20
    assert not faults, "\n".join(faults)


def test_the_gate_bites():
    planted = [path("im-lang/", silent, name="silent"), path("khong-ten/", declared)]

    faults = "\n".join(route_faults(planted, {"gone": "public"}))

    assert "/im-lang/ (silent): declare" in faults
    assert "/khong-ten/: has no name" in faults
    assert "THIRD_PARTY names gone" in faults


def test_declared_routes_pass():
    def page(request):
        return HttpResponse()

    patterns = [
        path("a/", requires(Capability.UNIT_VIEW)(page), name="a"),
        path("b/", signed_in(page), name="b"),
    ]

    assert not list(route_faults(patterns, {}))
