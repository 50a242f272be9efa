"""Facts that came in thousands are folded in seconds, whatever the database believes of its tables."""

from datetime import date

import pytest
from django.db import connection
from tests.apps.crowds import crowd_below

from thidua.apps.figures.models import Fact, Indicator, Total
from thidua.apps.figures.services import install_indicators
from thidua.apps.figures.services.folding import BATCH, fold_pending, rebuild_totals
from thidua.apps.figures.services.ledger import append
from thidua.base import clock
from thidua.base.actor import SYSTEM
from thidua.domain.figures.periods import PeriodKind, calendar_span

SINCE = date(2025, 10, 1)
UNITS = 400
MONTHS = [calendar_span(PeriodKind.MONTH, 2026, number) for number in range(1, 7)]


@pytest.fixture
def crowd(country):
    """The ward union with 400 more grassroots unions under it."""
    made = crowd_below(country["tu-liem"], SINCE, UNITS)
    install_indicators(actor=SYSTEM)
    return made


def totals_of(unit):
    rows = Total.every.filter(unit=unit).order_by("view", "starts_on")
    return list(rows.values_list("view", "starts_on", "sent"))


def test_thousands_of_waiting_facts_are_folded_in_time(country, crowd, poor_statistics):
    indicator = Indicator.objects.filter(aggregate="sum").first()
    facts = [
        Fact(
            unit_id=unit,
            indicator=indicator,
            starts_on=month.valid_from,
            until=month.valid_until,
            stage="sent",
            value=place + 1,
            source_type="report",
            source_id=f"bc_{unit}_{place}",
            source_version=1,
            recorded_at=clock.now(),
        )
        for unit in crowd
        for place, month in enumerate(MONTHS)
    ]
    assert len(facts) > BATCH
    append(facts)
    while fold_pending():
        pass

    expected = [
        (view, month.valid_from, UNITS * (place + 1))
        for view in ("filed", "today")
        for place, month in enumerate(MONTHS)
    ]
    assert totals_of(country["tld"]) == totals_of(country["tu-liem"]) == expected
    rebuild_totals()
    assert totals_of(country["tld"]) == totals_of(country["tu-liem"]) == expected
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SHOW statement_timeout")
            assert cursor.fetchone() == ("20s",)
