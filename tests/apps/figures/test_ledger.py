"""The ledger and its totals: equal to brute force on random trees and random acts, on both databases."""

import random
from collections import defaultdict
from datetime import date, timedelta

import pytest
from django.db import connection
from tests.apps.figures.random_tree import RandomTree

from thidua.apps.figures.models import Fact, FactQueue, Indicator, Total
from thidua.apps.figures.queries import contributions, stored_total, totals_of_units
from thidua.apps.figures.services import install_indicators
from thidua.apps.figures.services.adding import add_to_totals
from thidua.apps.figures.services.folding import fold_pending, rebuild_totals
from thidua.apps.figures.services.ledger import record_facts
from thidua.base.actor import SYSTEM
from thidua.domain.figures.periods import PeriodKind, calendar_span
from thidua.domain.figures.totals import Figure, sum_of
from thidua.domain.spans import DateSpan

YEAR = calendar_span(PeriodKind.YEAR, 2026, 1)
SPANS = [calendar_span(PeriodKind.MONTH, 2026, n) for n in (1, 6, 7, 12)]
SPANS += [calendar_span(PeriodKind.QUARTER, 2026, 2), calendar_span(PeriodKind.YEAR, 2025, 1)]


@pytest.fixture
def indicators(db):
    install_indicators(actor=SYSTEM)
    return list(Indicator.objects.filter(aggregate="sum")[:3])


class Play:
    """Random sources that send, take back, send again and are accepted; knows what they stand at."""

    def __init__(self, seed, tree, indicators):
        self.tree = tree
        self.dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
        self.indicators = [indicator.pk for indicator in indicators]
        self.sources = {}
        for number in range(8):
            unit, span = self._place()
            key = f"bc_{number}"
            self.sources[key] = {"unit": unit, "span": span, "sent": {}, "accepted": {}, "n": 0}

    def _place(self):
        while True:
            unit, span = self.dice.choice(self.tree.units), self.dice.choice(SPANS)
            if self.tree.filed_on(unit, span) is not None:
                return unit, span

    def act(self):
        key = self.dice.choice(list(self.sources))
        source = self.sources[key]
        stages = {
            "send": ("sent", self._values()),
            "take_back": ("sent", {}),
            "accept": ("accepted", dict(source["sent"])),
            "withdraw": ("accepted", {}),
        }
        stage, values = stages[self.dice.choice(list(stages))]
        source[stage], source["n"] = values, source["n"] + 1
        source["sector"] = self.dice.choice(["", "doanh-nghiep"])
        record_facts(
            unit_id=source["unit"],
            sector=source["sector"],
            starts_on=source["span"].valid_from,
            until=source["span"].valid_until,
            stage=stage,
            values=values,
            source_type="report",
            source_id=key,
            source_version=source["n"],
        )

    def _values(self):
        return {pk: self.dice.randint(0, 9) for pk in self.indicators if self.dice.random() < 0.8}

    def brute_force(self):
        """Totals by (unit, indicator, span, side), worked out by climbing the tree day by day."""
        found = defaultdict(Figure)
        for source in self.sources.values():
            day = self.tree.filed_on(source["unit"], source["span"])
            for above, by_side in self.tree.above(source["unit"], day).items():
                for pk in self.indicators:
                    figure = Figure(source["sent"].get(pk, 0), source["accepted"].get(pk, 0))
                    found[above, pk, source["span"], by_side] += figure
        return {key: figure for key, figure in found.items() if figure}

    def through_units(self, unit, pk):
        """What came to the unit in 2026 through each direct unit along the main line."""
        found = defaultdict(Figure)
        for source in self.sources.values():
            if source["span"].valid_from.year != YEAR.valid_from.year:
                continue
            day = self.tree.filed_on(source["unit"], source["span"])
            chain = self.tree.chain(source["unit"], day)
            if unit in chain[1:]:
                child = chain[chain.index(unit) - 1]
                found[child] += Figure(source["sent"].get(pk, 0), source["accepted"].get(pk, 0))
        return {child: figure for child, figure in found.items() if figure}


def stored():
    found = defaultdict(Figure)
    for row in Total.objects.all():
        key = row.unit_id, row.indicator_id, DateSpan(row.starts_on, row.until), row.by_side
        found[key] += Figure(row.sent, row.accepted)
    return {key: figure for key, figure in found.items() if figure}


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(12))
def test_totals_equal_brute_force(seed, indicators):
    tree = RandomTree(seed)
    play = Play(seed, tree, indicators)
    for _ in range(4):
        for _ in range(7):
            play.act()
        fold_pending()
        assert stored() == play.brute_force()
        assert fold_pending() == 0
    assert any(tree.above(u, date(2026, 1, 31)).values() for u in tree.units) or seed
    rebuild_totals()
    assert stored() == play.brute_force()


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(12, 18))
def test_parts_add_up_to_the_figure_that_is_opened(seed, indicators):
    tree = RandomTree(seed)
    play = Play(seed, tree, indicators)
    for _ in range(30):
        play.act()
    fold_pending()
    for unit in tree.units:
        for indicator in indicators:
            opened = contributions(unit, indicator.pk, YEAR)
            parts = sum_of(row.figure for row in [*opened.units, *opened.own])
            assert parts + opened.rest + opened.by_side == opened.total
            through = play.through_units(unit, indicator.pk)
            shown = {row.unit_id: row.figure for row in opened.units if row.figure}
            assert shown == through
            assert not opened.rest
            asked = unit, indicator.pk, YEAR.valid_from, YEAR.valid_until
            assert opened.total == stored_total(*asked)
            assert totals_of_units([unit], [indicator.pk], *asked[2:])[asked[:2]] == opened.total


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(18, 22))
def test_totals_follow_a_tree_that_is_corrected_later(seed, indicators):
    tree = RandomTree(seed)
    play = Play(seed, tree, indicators)
    for _ in range(20):
        play.act()
    fold_pending()
    changed_on = tree.move_someone(date(2026, 6, 15))
    play.act()
    rebuild_totals(since=changed_on)
    fold_pending()
    assert stored() == play.brute_force()


@pytest.mark.django_db
def test_a_rebuild_leaves_waiting_facts_to_the_folder(indicators):
    tree = RandomTree(1)
    play = Play(1, tree, indicators)
    for _ in range(10):
        play.act()
    FactQueue.objects.all().delete()
    waiting = list(Fact.objects.values_list("pk", flat=True)[:3])
    FactQueue.objects.bulk_create(FactQueue(fact_id=pk) for pk in waiting)
    rebuild_totals()
    assert stored() != play.brute_force()
    assert fold_pending(limit=2) == 2
    assert fold_pending(limit=2) == 1
    assert stored() == play.brute_force()


@pytest.mark.django_db
def test_rows_are_differences_that_name_what_they_correct(indicators):
    tree = RandomTree(2)
    one, two, _ = (indicator.pk for indicator in indicators)
    given = {
        "unit_id": tree.units[0],
        "sector": "",
        "starts_on": YEAR.valid_from,
        "until": YEAR.valid_until,
        "stage": "sent",
        "source_type": "report",
        "source_id": "bc_x",
    }
    assert record_facts(values={one: 5, two: 0}, source_version=1, **given) == 1
    assert record_facts(values={one: 5, two: 0}, source_version=2, **given) == 0
    assert record_facts(values={one: 3, two: 4}, source_version=3, **given) == 2
    assert record_facts(values={}, source_version=4, **given) == 2
    rows = Fact.objects.filter(indicator_id=one).order_by("id")
    assert [row.value for row in rows] == [5, -2, -3]
    assert [row.supersedes_id for row in rows] == [None, rows[0].pk, rows[1].pk]
    with pytest.raises(TypeError):
        rows[0].delete()


@pytest.mark.django_db
def test_only_figures_whose_own_period_lies_inside_count(indicators):
    tree = RandomTree(3)
    unit, pk = tree.units[0], indicators[0].pk
    for number, (span, value) in enumerate(zip(SPANS, (1, 10, 100, 1000, 10000, 5), strict=True)):
        record_facts(
            unit_id=unit,
            sector="",
            starts_on=span.valid_from,
            until=span.valid_until,
            stage="sent",
            values={pk: value},
            source_type="report",
            source_id=f"bc_{number}",
            source_version=1,
        )
    fold_pending()

    def total(kind, number):
        span = calendar_span(kind, 2026, number)
        return stored_total(unit, pk, span.valid_from, span.valid_until).sent

    assert total(PeriodKind.MONTH, 6) == 10
    assert total(PeriodKind.QUARTER, 2) == 10010
    assert total(PeriodKind.HALF, 1) == 10011
    assert total(PeriodKind.YEAR, 1) == 11111


@pytest.mark.django_db
def test_an_indicator_of_the_latest_kind_takes_the_period_that_ends_last(indicators):
    tree = RandomTree(4)
    unit, pk = tree.units[0], Indicator.objects.get(aggregate="latest").pk
    quarters = [calendar_span(PeriodKind.QUARTER, 2026, number) for number in (1, 2)]
    inside = calendar_span(PeriodKind.MONTH, 2026, 5)
    for number, (span, value) in enumerate(zip([*quarters, inside], (7, 9, 4), strict=True)):
        record_facts(
            unit_id=unit,
            sector="",
            starts_on=span.valid_from,
            until=span.valid_until,
            stage="sent",
            values={pk: value},
            source_type="report",
            source_id=f"bc_{number}",
            source_version=1,
        )
    fold_pending()
    opened = contributions(unit, pk, YEAR)
    assert opened.total == opened.own[0].figure == Figure(9, 0)
    assert opened.counted == quarters[1]
    assert not opened.rest


@pytest.mark.django_db
def test_one_stored_total_is_one_query(indicators, django_assert_num_queries):
    tree = RandomTree(5)
    with django_assert_num_queries(1):
        stored_total(tree.units[0], indicators[0].pk, YEAR.valid_from, YEAR.valid_until)


@pytest.mark.django_db
def test_sqlite_folds_at_once_and_postgresql_queues(indicators):
    tree = RandomTree(6)
    day = YEAR.valid_until - timedelta(days=1)
    record_facts(
        unit_id=tree.units[0],
        sector="",
        starts_on=day,
        until=YEAR.valid_until,
        stage="sent",
        values={indicators[0].pk: 1},
        source_type="report",
        source_id="bc_x",
        source_version=1,
    )
    at_once = connection.vendor == "sqlite"
    assert FactQueue.objects.exists() is not at_once
    assert Total.objects.exists() is at_once
    add_to_totals([])
    assert Total.objects.exists() is at_once


@pytest.mark.django_db
def test_installing_indicators_twice_changes_nothing(indicators):
    before = list(Indicator.objects.values())
    install_indicators(actor=SYSTEM)
    assert list(Indicator.objects.values()) == before
    assert len(before) >= 10
