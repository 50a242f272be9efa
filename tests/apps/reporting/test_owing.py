"""Who owes a report: the filter, the short question and the constant statement say the same."""

from itertools import product
from types import SimpleNamespace

import pytest
from tests.apps.figures.random_tree import RandomTree

from thidua.apps.reporting.models import Period
from thidua.apps.reporting.queries import due_items, owes, owes_now
from thidua.domain.figures.periods import PeriodKind, calendar_span

MONTHS = [calendar_span(PeriodKind.MONTH, 2026, number) for number in (1, 6, 7)]


def periods_of(tree):
    """A period of every kind at every third unit, on three months of a tree that changes."""
    return [
        Period.objects.create(
            unit_id=unit,
            kind="month",
            asks=asks,
            name=f"{asks} {unit} {span.valid_from}",
            starts_on=span.valid_from,
            until=span.valid_until,
            due_on=span.valid_until,
        )
        for unit, asks, span in product(tree.units[::3], ("lowest", "direct", "own"), MONTHS)
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(12))
def test_three_ways_of_asking_agree(frozen_day, seed):
    tree = RandomTree(seed)
    periods = periods_of(tree)
    asked = 0
    for unit in tree.units:
        expected = {period.name for period in periods if owes_now(unit, period)}
        filtered = Period.objects.filter(*owes(unit)).values_list("name", flat=True)
        assert set(filtered) == expected
        assert {item.name for item in due_items(SimpleNamespace(unit_id=unit))} == expected
        asked += len(expected)
    assert asked
