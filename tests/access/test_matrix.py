"""Every route × method × relation answers as the hand-written table says."""

import pytest
from django.http import HttpResponse
from django.urls import path
from tests.access import matrix
from tests.access.matrix import Cell, cells
from tests.access.walk import area_of, routes, wrong_cells

from thidua.web.access import THIRD_PARTY, public

EVERY = list(cells())
AREAS = sorted({area_of(cell) for cell in EVERY})


def missing_rows(names: set[str]) -> set[str]:
    """Routes without a row; routes of the sign-in package ask for no unit and have their own test."""
    return names - {cell.route for cell in EVERY} - set(THIRD_PARTY)


def test_every_route_has_a_row():
    assert not missing_rows({route.name for route in routes()})


def test_every_row_has_a_route():
    names = {route.name for route in routes()}

    assert not {cell.route for cell in EVERY} - names


def test_a_new_route_without_a_row_is_found():
    @public
    def page(request):
        return HttpResponse()

    planted = {route.name for route in routes([path("moi/", page, name="moi")])}

    assert missing_rows(planted) == {"moi"}


@pytest.mark.parametrize("area", AREAS)
def test_the_cells_of(world, area):
    asked = [cell for cell in EVERY if area_of(cell) == area]

    wrong = list(wrong_cells(world, asked))

    assert not wrong, f"{len(wrong)} of {len(asked)} cells:\n" + "\n".join(wrong)


def test_a_wrong_cell_is_found(world):
    allowed = Cell("campaigns:plan", "GET", "plan", "own", "404")
    refused = Cell("campaigns:close", "POST", "plan", "own", "403")

    wrong = list(wrong_cells(world, [allowed, refused]))

    assert wrong[0] == "GET campaigns:plan on plan by own: expected 404, was 200"
    assert wrong[1].endswith("expected 403, was >campaigns:plan")
    assert "changed" in wrong[2]
    assert "campaigns_campaign" in wrong[2]


def test_a_row_that_forgets_a_relation_is_refused():
    with pytest.raises(ValueError, match="2 answers for 9 relations"):
        list(cells("home GET self 200 200"))


def test_the_table_asks_every_relation():
    assert {cell.relation for cell in EVERY} == set(matrix.RELATIONS)
