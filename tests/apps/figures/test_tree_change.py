"""Totals follow a late change of the tree under filed figures, and stay as filed under a later one."""

from datetime import date

import pytest

from thidua.apps.figures.queries import indicators_by_code, totals_of_units
from thidua.apps.figures.services import install_indicators
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.figures.services.ledger import record_facts
from thidua.apps.org.services import place_unit
from thidua.base.actor import SYSTEM

OCTOBER = date(2026, 10, 1), date(2026, 11, 1)


def sent(country, *slugs):
    fold_pending()
    indicator = indicators_by_code(["doi-thoai"])["doi-thoai"].pk
    totals = totals_of_units([country[slug].pk for slug in slugs], [indicator], *OCTOBER)
    return [totals[country[slug].pk, indicator].sent for slug in slugs]


@pytest.fixture
def filed(country):
    install_indicators(actor=SYSTEM)
    record_facts(
        unit_id=country["anh-duong"].pk,
        sector="doanh-nghiep",
        starts_on=OCTOBER[0],
        until=OCTOBER[1],
        stage="sent",
        values={indicators_by_code(["doi-thoai"])["doi-thoai"].pk: 5},
        source_type="report",
        source_id="bc_1",
        source_version=1,
    )
    assert sent(country, "tu-liem", "ha-noi", "hue", "tld") == [5, 5, 0, 5]
    return country


def move(country, on):
    place_unit(
        actor=SYSTEM,
        unit_id=country["anh-duong"].public_id,
        parent_id=country["hue"].public_id,
        line="main",
        on=on,
    )


def test_a_move_entered_late_takes_the_figures_along(filed):
    move(filed, date(2026, 9, 1))

    assert sent(filed, "tu-liem", "ha-noi", "hue", "tld") == [0, 0, 5, 5]


def test_a_move_after_the_period_leaves_what_was_filed(filed):
    move(filed, date(2026, 11, 22))

    assert sent(filed, "tu-liem", "ha-noi", "hue", "tld") == [5, 5, 0, 5]
