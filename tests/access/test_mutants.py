"""Each guard is taken away in turn: the matrix must turn red, or it would not guard the guard."""

import sys
from itertools import islice

import pytest
from django.db.models import Value
from tests.access.matrix import cells
from tests.access.walk import area_of, routes, wrong_cells

from thidua.apps.org import scoping
from thidua.apps.org.models import Unit
from thidua.base import operation
from thidua.web import access

pytestmark = pytest.mark.slow

# Where the one filter is asked, and the part of the site whose cells must turn red.
FILTERS = {
    ("thidua.apps.org.scoping", "visible_unit_ids"): "account",
    ("thidua.apps.org.scoping", "reaches"): "campaigns",
    ("thidua.apps.campaigns.queries.plans", "visible_unit_ids"): "campaigns",
    ("thidua.apps.campaigns.queries.plans", "reaches"): "campaigns",
    ("thidua.apps.campaigns.queries.movements", "visible_unit_ids"): "campaigns",
    ("thidua.apps.campaigns.queries.pacts", "reaches"): "pacts",
    ("thidua.apps.campaigns.queries.registrations", "reaches"): "registrations",
    ("thidua.apps.conferences.queries.records", "reaches"): "conferences",
    ("thidua.apps.conferences.queries.records", "visible_unit_ids"): "conferences",
    ("thidua.apps.documents.queries", "visible_unit_ids"): "documents",
    ("thidua.apps.initiatives.queries.one", "reaches"): "initiatives",
    ("thidua.apps.initiatives.scoping", "reaches"): "initiatives",
    ("thidua.apps.initiatives.scoping", "visible_unit_ids"): "initiatives",
    ("thidua.apps.org.queries.rows", "reaches"): "org",
    ("thidua.apps.org.queries.story", "reaches"): "org",
    ("thidua.apps.org.queries.units", "reaches"): "org",
    ("thidua.apps.org.queries.reorganisation", "reaches"): "reorganisation",
    ("thidua.apps.org.queries.reorganisation", "visible_unit_ids"): "reorganisation",
    ("thidua.apps.org.services.reorganising_plan", "reaches"): "reorganisation",
    ("thidua.apps.org.services.importing_known", "visible_unit_ids"): "imports",
    ("thidua.apps.org.sheets", "visible_unit_ids"): "imports",
    ("thidua.apps.accounts.sheets", "visible_unit_ids"): "imports",
    ("thidua.apps.reporting.queries.board", "visible_unit_ids"): "reporting",
    ("thidua.apps.reporting.queries.periods", "visible_unit_ids"): "reporting",
    ("thidua.apps.reporting.queries.reports", "visible_unit_ids"): "reporting",
    ("thidua.web.areas.history.views", "visible_unit_ids"): "history",
}
# Where no cell of the table asks, and the test that misses the filter there.
ELSEWHERE = {
    # tests/web/test_beside.py::test_the_filter_is_missed_beside
    ("thidua.apps.reporting.queries.beside", "visible_unit_ids"),
}
OPEN = {
    "visible_unit_ids": lambda *_args, **_kwargs: Unit.objects.values_list("id", flat=True),
    "reaches": lambda *_args, **_kwargs: Value(value=True),
}
# What else decides, and where that shows.
OTHERS = {"may": "campaigns", "require": "account"}


def replace_everywhere(monkeypatch, name, replacement):
    original = getattr(scoping, name)
    for module in list(sys.modules.values()):
        if module.__name__.startswith("thidua.") and getattr(module, name, None) is original:
            monkeypatch.setattr(module, name, replacement)


def red(world, area, denied=frozenset({"403", "404", "200-"})):
    """Return the first wrong cells of a part of the site, among those that refuse or hide."""
    asked = (cell for cell in cells() if area_of(cell) == area and cell.expected in denied)
    return list(islice(wrong_cells(world, asked), 2))


def test_the_list_of_filters_is_complete():
    using = {
        (place, name)
        for place, module in sys.modules.items()
        for name in OPEN
        if place.startswith("thidua.") and getattr(module, name, None) is getattr(scoping, name)
    }

    assert using == set(FILTERS) | ELSEWHERE


@pytest.mark.parametrize(("module", "name"), FILTERS)
def test_the_filter_is_missed_where_it_is_taken_away(world, monkeypatch, module, name):
    monkeypatch.setattr(sys.modules[module], name, OPEN[name])

    assert red(world, FILTERS[module, name])


@pytest.mark.parametrize("name", OTHERS)
def test_each_decision_is_missed(world, monkeypatch, name):
    replace_everywhere(monkeypatch, name, lambda *_args, **_kwargs: True)

    assert red(world, OTHERS[name])


def test_the_right_of_an_operation_is_missed(world, monkeypatch):
    monkeypatch.setattr(operation, "_authorisers", [])

    assert any("campaigns:close" in wrong for wrong in red(world, "campaigns"))


def test_the_role_is_missed_at_the_door(world, monkeypatch):
    monkeypatch.setattr(access, "reach_of", lambda role, capability: True)

    assert red(world, "campaigns", {"403"})


def test_each_door_is_missed(world, monkeypatch):
    """Without its @requires or @signed_in each page opens to somebody whom it must refuse."""
    unmissed = []
    for route in routes():
        guarded = route.pattern.callback
        if getattr(guarded, "access", access.PUBLIC) == access.PUBLIC:
            continue
        inner = opened(guarded)
        with monkeypatch.context() as patch:
            patch.setattr(route.pattern, "callback", inner)
            asked = [
                cell
                for cell in cells()
                if cell.route == route.name and cell.relation in {"public", "keeper"}
            ]
            if not any(wrong_cells(world, asked)):
                unmissed.append(route.name)

    assert not unmissed


def opened(view):
    """Return the view itself, without its guard."""
    while hasattr(view, "access"):
        view = view.__wrapped__
    return view
