"""Folding while others write: the worker's tick, two folders at once, a double click at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection
from tests.apps.figures.random_tree import RandomTree

from thidua.apps.figures.models import Fact, FactQueue, Indicator, Total
from thidua.apps.figures.queries import stored_total
from thidua.apps.figures.services import install_indicators
from thidua.apps.figures.services.folding import fold_pending, rebuild_totals
from thidua.apps.figures.services.ledger import record_facts
from thidua.apps.figures.tasks import fold_tick
from thidua.base.actor import SYSTEM

FIRST, UNTIL = date(2026, 11, 1), date(2026, 12, 1)
BOTH_SIDES = 40


@pytest.fixture
def tree(request):
    install_indicators(actor=SYSTEM)
    return RandomTree(7)


def record(tree, number):
    record_facts(
        unit_id=tree.units[number % len(tree.units)],
        sector="",
        starts_on=FIRST,
        until=UNTIL,
        stage="sent",
        values={Indicator.objects.get(code="doi-thoai").pk: 1},
        source_type="report",
        source_id=f"bc_{number}",
        source_version=1,
    )


def top_total(tree):
    indicator = Indicator.objects.get(code="doi-thoai")
    return stored_total(tree.units[0], indicator.pk, FIRST, UNTIL).sent


@pytest.mark.django_db
def test_the_tick_folds_all_that_waits(tree, monkeypatch):
    monkeypatch.setattr("thidua.apps.figures.tasks.BATCH", 2)
    for number in range(5):
        record(tree, number)
    Total.objects.all().delete()
    FactQueue.objects.all().delete()
    FactQueue.objects.bulk_create(FactQueue(fact=fact) for fact in Fact.objects.all())
    assert fold_tick() == 5
    assert fold_tick() == 0
    assert not FactQueue.objects.exists()
    before = sorted(Total.objects.values_list("unit", "sent"))
    rebuild_totals()
    assert sorted(Total.objects.values_list("unit", "sent")) == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer at a time")
def test_folders_and_writers_at_once_count_each_fact_once(tree):
    def write(number):
        try:
            record(tree, number)
        finally:
            connection.close()

    def fold(turn):
        try:
            return rebuild_totals() if turn % 10 == 0 else fold_pending(limit=3)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        written = [pool.submit(write, number) for number in range(BOTH_SIDES)]
        folded = [pool.submit(fold, turn) for turn in range(BOTH_SIDES)]
        for job in (*written, *folded):
            job.result()
    fold_tick()
    stored = sorted(Total.objects.exclude(sent=0).values_list("unit", "by_side", "sent"))
    assert top_total(tree) == BOTH_SIDES
    rebuild_totals()
    assert sorted(Total.objects.values_list("unit", "by_side", "sent")) == stored
