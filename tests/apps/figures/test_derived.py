"""Derived facts: counted a day each, accepted up to then, taken back from both numbers at once."""

import random
from collections import defaultdict
from datetime import date, timedelta

import pytest
from tests.apps.figures.random_tree import RandomTree
from tests.apps.figures.test_ledger import Play, stored

from thidua.apps.figures.models import Fact, Indicator
from thidua.apps.figures.queries import own_figures, totals_for
from thidua.apps.figures.services import install_indicators
from thidua.apps.figures.services.derived import Counted, accept_derived, record_derived
from thidua.apps.figures.services.folding import fold_pending, rebuild_totals
from thidua.base.actor import SYSTEM
from thidua.domain.figures.periods import PeriodKind, calendar_span
from thidua.domain.figures.totals import Figure
from thidua.domain.spans import DateSpan

JUNE = calendar_span(PeriodKind.MONTH, 2026, 6)
KIND = "initiative"


@pytest.fixture
def indicators(db):
    install_indicators(actor=SYSTEM)
    return list(Indicator.objects.filter(aggregate="sum")[:3])


@pytest.fixture
def unit(indicators):
    return RandomTree(1).units[0]


@pytest.fixture
def counted(unit, indicators):
    """What may be said of one row, by default one of the first indicator on 9 June."""

    def say(source="sk_1", version=1, day=date(2026, 6, 9), at=unit, value=1, sector=""):
        values = {indicators[0].pk: value} if value else {}
        return record_derived(KIND, [Counted(source, version, at, sector, day, values)])

    return say


def accept(unit, indicators, span=JUNE):
    return accept_derived(
        unit_id=unit,
        indicator_ids=[row.pk for row in indicators],
        starts_on=span.valid_from,
        until=span.valid_until,
    )


def figure(unit, indicators, span=JUNE):
    fold_pending()
    pk = indicators[0].pk
    own = own_figures(unit, [pk], span)[pk]
    assert totals_for(unit, [pk], span.valid_from, span.valid_until)[pk] == own
    return own


def test_a_row_counts_once_however_often_it_is_said(unit, indicators, counted):
    assert counted() == 1
    assert counted(version=2) == 0
    assert figure(unit, indicators) == Figure(1, 0)


def test_accepting_takes_what_is_there_and_later_rows_stay_sent(unit, indicators, counted):
    counted()
    assert accept(unit, indicators) == 1
    counted("sk_2")
    assert figure(unit, indicators) == Figure(2, 1)
    assert accept(unit, indicators) == 1
    assert accept(unit, indicators) == 0
    assert figure(unit, indicators) == Figure(2, 2)


def test_only_rows_inside_the_days_are_accepted(unit, indicators, counted):
    counted(day=date(2026, 5, 31))
    counted("sk_2", day=date(2026, 6, 1))
    counted("sk_3", day=date(2026, 6, 30))
    counted("sk_4", day=date(2026, 7, 1))
    assert accept(unit, indicators) == 2
    assert figure(unit, indicators, DateSpan(date(2026, 5, 1), date(2026, 8, 1))) == Figure(4, 2)


def test_taking_a_row_back_leaves_neither_number(unit, indicators, counted):
    counted()
    accept(unit, indicators)
    assert counted(version=2, value=0) == 2
    assert figure(unit, indicators) == Figure()
    assert accept(unit, indicators) == 0


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"value": 3}, Figure(3, 2)),
        ({"value": 1}, Figure(1, 1)),
        ({"day": date(2026, 6, 10)}, Figure(2, 0)),
        ({"sector": "doanh-nghiep"}, Figure(2, 0)),
    ],
)
def test_what_was_accepted_follows_down_never_up(unit, indicators, counted, change, expected):
    counted(value=2)
    accept(unit, indicators)
    counted(version=2, **{"value": 2, **change})
    assert figure(unit, indicators) == expected


def test_a_row_that_moves_to_another_unit_is_sent_there_and_gone_here(unit, indicators, counted):
    other = RandomTree(2).units[0]
    counted()
    accept(unit, indicators)
    counted(version=2, at=other)
    assert figure(unit, indicators) == Figure()
    assert figure(other, indicators) == Figure(1, 0)


def test_facts_of_reports_are_not_accepted_with_it(unit, indicators, counted):
    play = Play(3, RandomTree(3), indicators)
    for _ in range(20):
        play.act()
    before = Fact.objects.filter(stage="accepted").count()
    for one in play.tree.units:
        accept(one, indicators, DateSpan(date(2025, 1, 1), date(2027, 1, 1)))
    assert Fact.objects.filter(stage="accepted").count() == before


def test_facts_name_what_they_correct(unit, indicators, counted):
    counted(value=2)
    accept(unit, indicators)
    counted(version=5, value=0)
    sent, accepted, *back = Fact.objects.order_by("id")
    assert {row.supersedes_id for row in back} == {sent.pk, accepted.pk}
    assert [row.source_version for row in (sent, accepted, *back)] == [1, 1, 5, 5]


def test_an_import_of_many_rows_asks_few_questions(unit, indicators, django_assert_max_num_queries):
    first = date(2026, 1, 1)
    rows = [
        Counted(f"sk_{n}", 1, unit, "", first + timedelta(days=n % 360), {indicators[0].pk: 1})
        for n in range(906)
    ]
    with django_assert_max_num_queries(60):
        assert record_derived(KIND, rows) == 906
    year = calendar_span(PeriodKind.YEAR, 2026, 1)
    while fold_pending():
        pass
    assert figure(unit, indicators, year) == Figure(906, 0)


class Rows(Play):
    """Random reports and, beside them, random rows that are counted, changed and taken back."""

    def __init__(self, seed, tree, indicators):
        super().__init__(seed, tree, indicators)
        self.rows = {}

    def act(self):
        if self.dice.random() < 0.3:
            super().act()
        elif self.rows and self.dice.random() < 0.3:
            self._accept()
        else:
            self._count()

    def _count(self):
        given = []
        for _ in range(self.dice.randint(1, 4)):
            name, (unit, day) = f"sk_{self.dice.randint(0, 9)}", self._day()
            if name in {row.source_id for row in given}:
                continue
            values = {pk: self.dice.randint(0, 3) for pk in self.indicators}
            given.append(Counted(name, len(given) + 1, unit, "", day, values))
            self._stand(name, unit, day, values)
        record_derived(KIND, given)

    def _stand(self, name, unit, day, values):
        former = self.rows.get(name)
        kept = former["accepted"] if former and former["at"] == (unit, day) else {}
        accepted = {pk: min(value, kept.get(pk, 0)) for pk, value in values.items()}
        self.rows[name] = {"at": (unit, day), "sent": values, "accepted": accepted}

    def _accept(self):
        unit, span = self.dice.choice(self.tree.units), calendar_span(PeriodKind.HALF, 2026, 1)
        accept_derived(
            unit_id=unit,
            indicator_ids=self.indicators,
            starts_on=span.valid_from,
            until=span.valid_until,
        )
        for row in self.rows.values():
            if row["at"][0] == unit and span.contains(row["at"][1]):
                row["accepted"] = dict(row["sent"])

    def _day(self):
        while True:
            unit = self.dice.choice(self.tree.units)
            day = date(2026, 1, 1) + timedelta(days=self.dice.randint(0, 300))
            if self.tree.lives(unit, day):
                return unit, day

    def brute_force(self):
        found = defaultdict(Figure, super().brute_force())
        for row in self.rows.values():
            unit, day = row["at"]
            span = DateSpan(day, day + timedelta(days=1))
            for above, by_side in self.tree.above(unit, day).items():
                for pk in self.indicators:
                    found[above, pk, span, by_side] += Figure(row["sent"][pk], row["accepted"][pk])
        return {key: each for key, each in found.items() if each}


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(40, 50))
def test_totals_equal_brute_force_with_derived_facts(seed, indicators):
    play = Rows(seed, RandomTree(seed), indicators)
    assert isinstance(play.dice, random.Random)
    for _ in range(4):
        for _ in range(8):
            play.act()
        while fold_pending():
            pass
        assert stored() == play.brute_force()
    rebuild_totals()
    assert stored() == play.brute_force()
