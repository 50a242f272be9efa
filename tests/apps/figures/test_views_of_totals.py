"""Totals as filed and in today's tree: both equal brute force through random reorganisations."""

# ruff: noqa: F811 - fixtures come by import

from collections import defaultdict
from datetime import date, timedelta

import pytest
from tests.apps.figures.random_tree import RandomTree
from tests.apps.figures.test_ledger import YEAR, Play, indicators  # noqa: F401
from tests.conftest import TODAY

from thidua.apps.figures.models import Fact, FactQueue, Total, TotalPlace
from thidua.apps.figures.queries import (
    Split,
    View,
    contributions,
    indicators_by_code,
    side_contributions,
    split_totals,
    stored_total,
)
from thidua.apps.figures.services import folding, install_indicators, places, today
from thidua.apps.figures.services.ledger import record_facts
from thidua.apps.org import services as org
from thidua.apps.org.models import Placement
from thidua.apps.org.services.paths import rewrite_paths
from thidua.base import clock
from thidua.base.actor import SYSTEM
from thidua.domain.figures.periods import PeriodKind, calendar_span
from thidua.domain.figures.totals import Figure, sum_of
from thidua.domain.spans import OPEN_END, DateSpan

ENDED = [calendar_span(PeriodKind.MONTH, 2026, n) for n in (1, 6, 7, 10)]
ENDED += [calendar_span(PeriodKind.QUARTER, 2026, 2), calendar_span(PeriodKind.YEAR, 2025, 1)]
OCTOBER = calendar_span(PeriodKind.MONTH, 2026, 10)


class Past(Play):
    """Sources of periods that are over, so that no later change may touch what was filed."""

    def _place(self):
        while True:
            unit, span = self.dice.choice(self.tree.units), self.dice.choice(ENDED)
            if self.tree.filed_on(unit, span) is not None:
                return unit, span

    def today(self, day):
        """Totals in the tree of a day, worked out by climbing from each source."""
        found = defaultdict(Figure)
        for source in self.sources.values():
            for above, by_side in self._stands(source["unit"], day).items():
                for pk in self.indicators:
                    figure = Figure(source["sent"].get(pk, 0), source["accepted"].get(pk, 0))
                    found[above, pk, source["span"], by_side] += figure
        return {key: figure for key, figure in found.items() if figure}

    def _stands(self, unit, day):
        ended = []
        while not self.tree.lives(unit, day):
            ended.append(unit)
            unit = self.tree._parent(unit, "record", day)
        return dict.fromkeys(ended, False) | self.tree.above(unit, day)


class Reorganiser:
    """Random moves, ends and side lines from a day on, as a decision of that day would make them."""

    def __init__(self, tree):
        self.tree = tree
        self.dice = tree.dice

    def change(self, day):
        act = self.dice.choice([self._move, self._end, self._join])
        unit = act(day)
        if unit:
            self.tree.edges = list(Placement.objects.all())
            rewrite_paths([unit])
        return unit

    def _steady(self, day):
        """Units of which nothing later than the day is recorded."""
        later = set(Placement.objects.filter(valid_from__gte=day).values_list("unit_id", flat=True))
        late = set(
            Placement.objects.filter(valid_until__gt=day, valid_until__lt=OPEN_END).values_list(
                "unit_id", flat=True
            )
        )
        living = [u for u in self.tree.units[1:] if self.tree.lives(u, day)]
        return [u for u in living if u not in later | late]

    def _close(self, unit, line, day):
        open_now = Placement.objects.filter(unit_id=unit, line=line, valid_until=OPEN_END)
        open_now.update(valid_until=day)

    def _pick(self, units):
        return self.dice.choice(units) if units else None

    def _move(self, day):
        unit = self._pick(self._steady(day))
        above = self.tree.units[: self.tree.units.index(unit)] if unit else []
        sides = {self.tree._parent(unit, "side", day)} if unit else set()
        parent = self._pick([u for u in above if self.tree.lives(u, day) and u not in sides])
        if not parent or self._forever(parent) is False:
            return None
        self._close(unit, "main", day)
        self.tree._edge(unit, parent, "main", day)
        return unit

    def _forever(self, unit):
        return Placement.objects.filter(unit_id=unit, line="main", valid_until=OPEN_END).exists()

    def _end(self, day):
        leads = set(
            Placement.objects.filter(valid_until__gt=day)
            .exclude(line="record")
            .values_list("parent_id", flat=True)
        )
        unit = self._pick([u for u in self._steady(day) if u not in leads])
        if not unit:
            return None
        heirs = [u for u in self.tree.units if u != unit and self._forever(u)]
        keeper = self.dice.choice([self.tree._parent(unit, "main", day), *heirs])
        if not self._forever(keeper):
            return None
        self._close(unit, "main", day)
        self._close(unit, "side", day)
        self.tree._edge(unit, keeper, "record", day)
        return unit

    def _join(self, day):
        unit = self._pick(self._steady(day))
        above = self.tree.units[: self.tree.units.index(unit)] if unit else []
        side = self._pick([u for u in above if self._forever(u) and self.tree.lives(u, day)])
        if not side or self.tree._parent(unit, "side", day):
            return None
        self.tree._edge(unit, side, "side", day)
        return unit


def stored(view):
    found = defaultdict(Figure)
    for row in Total.every.filter(view=view):
        key = row.unit_id, row.indicator_id, DateSpan(row.starts_on, row.until), row.by_side
        found[key] += Figure(row.sent, row.accepted)
    return {key: figure for key, figure in found.items() if figure}


def played(seed, indicators, acts=25):
    tree = RandomTree(seed)
    play = Past(seed, tree, indicators)
    for _ in range(acts):
        play.act()
    folding.fold_pending()
    return tree, play


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(30, 48))
def test_both_views_through_random_reorganisations(seed, indicators, frozen_day):
    tree, play = played(seed, indicators)
    filed = stored(View.FILED)
    assert filed == play.brute_force()
    assert stored(View.TODAY) == play.today(TODAY)
    decided = Reorganiser(tree)
    changed = 0
    for number in range(6):
        changed += bool(decided.change(date(2026, 11, 2) + timedelta(days=3 * number)))
        assert stored(View.FILED) == filed
        assert stored(View.TODAY) == play.today(TODAY)
    assert changed
    for indicator in indicators:
        top = tree.units[0], indicator.pk, date(2020, 1, 1), date(2027, 1, 1)
        assert stored_total(*top, View.TODAY) == stored_total(*top)
    folding.rebuild_totals()
    assert stored(View.FILED) == filed
    assert stored(View.TODAY) == play.today(TODAY)


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(48, 56))
def test_in_todays_tree_the_parts_add_up_without_a_rest(seed, indicators, frozen_day):
    tree, _ = played(seed, indicators)
    decided = Reorganiser(tree)
    for number in range(5):
        decided.change(date(2026, 11, 2) + timedelta(days=number))
    for unit in tree.units:
        for indicator in indicators:
            opened = contributions(unit, indicator.pk, YEAR, View.TODAY)
            parts = sum_of(row.figure for row in [*opened.units, *opened.own])
            assert parts + opened.by_side == opened.total
            assert not opened.rest
            asked = unit, indicator.pk, YEAR.valid_from, YEAR.valid_until
            assert opened.total == stored_total(*asked, View.TODAY)
            beside = side_contributions(unit, indicator.pk, opened, View.TODAY)
            assert sum_of(row.figure for row in beside) == opened.by_side
            assert all(row.public_id for row in opened.units)


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(56, 60))
def test_a_change_dated_ahead_moves_todays_totals_on_its_day(seed, indicators, frozen_day):
    tree, play = played(seed, indicators)
    before, ahead = stored(View.TODAY), date(2026, 12, 1)
    decided = Reorganiser(tree)
    while not decided.change(ahead):
        pass
    assert stored(View.TODAY) == before == play.today(TODAY)
    with clock.pinned(ahead):
        folding.fold_pending()
        assert stored(View.TODAY) == play.today(ahead)
        folding.fold_pending()
        assert stored(View.TODAY) == play.today(ahead)
    folding.fold_pending()
    assert stored(View.TODAY) == before


@pytest.mark.django_db
def test_moving_leaves_facts_that_still_wait_to_the_folder(indicators, frozen_day):
    tree, play = played(61, indicators)
    some = Fact.objects.values_list("pk", flat=True)[:4]
    FactQueue.objects.bulk_create(FactQueue(fact_id=pk) for pk in some)
    folding.rebuild_totals()
    decided = Reorganiser(tree)
    for number in range(6):
        decided.change(date(2026, 11, 2) + timedelta(days=number))
    assert stored(View.TODAY) != play.today(TODAY)
    folding.fold_pending()
    assert stored(View.TODAY) == play.today(TODAY)


@pytest.mark.django_db
@pytest.mark.parametrize("most", [2, 500])
def test_many_in_small_parts_end_with_the_same_result(indicators, most, monkeypatch):
    with clock.pinned(TODAY):
        _, play = played(62, indicators)
    monkeypatch.setattr(places, "AT_ONCE", most)
    monkeypatch.setattr(today, "_PLACES_AT_ONCE", most)
    with clock.pinned(date(2025, 1, 1)):
        assert today.follow_today() > 0
        assert stored(View.TODAY) == play.today(date(2025, 1, 1))
        assert today.follow_today() == 0


@pytest.mark.django_db
def test_what_does_not_change_is_not_touched(indicators, frozen_day):
    tree, _ = played(63, indicators)
    kept = set(TotalPlace.objects.values_list("pk", flat=True))
    assert today.follow_today(tree.units) == 0
    assert set(TotalPlace.objects.values_list("pk", flat=True)) == kept


def report(unit, value, span=OCTOBER):
    install_indicators(actor=SYSTEM)
    record_facts(
        unit_id=unit.pk,
        sector="",
        starts_on=span.valid_from,
        until=span.valid_until,
        stage="sent",
        values={indicators_by_code(["doi-thoai"])["doi-thoai"].pk: value},
        source_type="report",
        source_id=f"bc_{unit.pk}",
        source_version=1,
    )
    folding.fold_pending()


def sums(country, view, *slugs):
    pk = indicators_by_code(["doi-thoai"])["doi-thoai"].pk
    year = YEAR.valid_from, YEAR.valid_until
    return [stored_total(country[slug].pk, pk, *year, view).sent for slug in slugs]


def test_a_merged_unit_stands_with_its_heir_today_and_where_it_was_as_filed(country):
    report(country["anh-duong"], 5)
    report(country["song-huong"], 2)
    org.end_unit(
        actor=SYSTEM,
        unit_id=country["anh-duong"].public_id,
        on=date(2026, 11, 1),
        heir_id=country["song-huong"].public_id,
    )
    asked = "tu-liem", "ha-noi", "song-huong", "hue", "tld"

    assert sums(country, View.FILED, *asked) == [5, 5, 2, 2, 7]
    assert sums(country, View.TODAY, *asked) == [0, 0, 7, 7, 7]
    pk = indicators_by_code(["doi-thoai"])["doi-thoai"].pk
    heir = contributions(country["song-huong"].pk, pk, YEAR, View.TODAY)
    assert [(row.name, row.figure.sent, row.ended) for row in heir.units] == [
        ("CĐCS Công ty Ánh Dương", 5, True)
    ]
    assert [row.figure.sent for row in heir.own] == [2]


def test_the_side_line_is_part_of_the_total_and_never_added_twice(country):
    report(country["hoa-sen"], 3)
    report(country["giao-duc-hn"], 4)
    pk = indicators_by_code(["doi-thoai"])["doi-thoai"].pk
    for view in View:
        trade = split_totals(country["giao-duc-hn"].pk, [pk], [YEAR], view)[pk][YEAR]
        city = split_totals(country["ha-noi"].pk, [pk], [YEAR], view)[pk][YEAR]
        assert trade == Split(Figure(7, 0), Figure(3, 0))
        assert city == Split(Figure(7, 0), Figure())
        assert sums(country, view, "giao-duc", "tld") == [4, 7]
        opened = contributions(country["giao-duc-hn"].pk, pk, YEAR, view)
        assert (opened.units, opened.by_side) == ([], Figure(3, 0))
        [beside] = side_contributions(country["giao-duc-hn"].pk, pk, opened, view)
        assert beside.name == "CĐCS Trường Mầm non Hoa Sen"


def test_direct_units_and_names_are_those_of_the_chosen_day(country):
    report(country["anh-duong"], 5)
    org.rename_unit(
        actor=SYSTEM,
        unit_id=country["tu-liem"].public_id,
        name="Công đoàn phường Từ Liêm mới",
        on=date(2026, 11, 1),
    )
    pk = indicators_by_code(["doi-thoai"])["doi-thoai"].pk

    def named(on):
        opened = contributions(country["ha-noi"].pk, pk, YEAR, on=on)
        return {row.name: row.figure.sent for row in opened.units}

    assert named(None)["Công đoàn phường Từ Liêm mới"] == 5
    assert named(date(2026, 10, 31))["Công đoàn phường Từ Liêm"] == 5
    assert named(date(2025, 6, 30))["LĐLĐ quận Nam Từ Liêm"] == 0
    assert sum(named(date(2025, 6, 30)).values()) == 5
