"""Reorganisations as values: what each act does, what is refused by row, and that trees stay sound."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.domain.changes import Act, Change, Ref, Refusal, plan_changes
from thidua.domain.spans import OPEN_END, DateSpan
from thidua.domain.succession import Children, Plan, Share, sight_changes
from thidua.domain.tree import Edge, Line, derive_paths, problems

START, ON = date(2020, 1, 1), date(2025, 7, 1)
EVE = ON - timedelta(days=1)
IDS = {"TOP": 1, "CITY": 2, "SECTOR": 3, "DISTRICT": 4, "A": 5, "B": 6, "C": 7}
UNDER = {"CITY": "TOP", "SECTOR": "TOP", "DISTRICT": "CITY", "A": "DISTRICT", "B": "DISTRICT"}
UNDER |= {"C": "CITY"}


def edge(unit, parent, line=Line.MAIN, start=START, end=OPEN_END):
    return Edge(IDS[unit], IDS.get(parent), line, DateSpan(start, end))


EDGES = [edge("TOP", None), *(edge(unit, parent) for unit, parent in UNDER.items())]
EDGES.append(edge("A", "SECTOR", Line.SIDE))


def plan(*changes, edges=EDGES, on=ON):
    return plan_changes(edges, IDS, list(numbered(changes)), on)


def numbered(changes):
    for row, (act, unit, *more) in enumerate(changes, start=1):
        yield Change(row, Act(act), unit, **(more[0] if more else {}))


def codes(refusals):
    assert isinstance(refusals, list), refusals
    return [(refusal.row, refusal.error.code) for refusal in refusals]


def up(made, unit, line=Line.MAIN, day=ON):
    number = IDS.get(unit) or made.founded[unit]
    held = [e for e in made.edges_after if (e.unit, e.line) == (number, line)]
    return next((e.parent for e in held if e.span.contains(day)), None)


def test_founding_and_moving_in_any_order():
    made = plan(("move", "A", {"parent": "NEW"}), ("found", "NEW", {"parent": "CITY"}))

    assert up(made, "NEW") == IDS["CITY"]
    assert up(made, "A") == made.founded["NEW"] < 0
    assert up(made, "A", day=EVE) == IDS["DISTRICT"]
    assert [moved.unit for moved in made.opened] == [made.founded["NEW"]]
    assert not problems(made.edges_after)


def test_an_end_without_heir_goes_to_the_superior_that_is_left():
    """The district ends with the city: the nation keeps the records of both."""
    made = plan(
        ("end", "DISTRICT", {"children": Children.SUPERIOR}),
        ("end", "CITY", {"children": Children.SUPERIOR}),
    )

    assert up(made, "DISTRICT", Line.RECORD) == up(made, "CITY", Line.RECORD) == IDS["TOP"]
    assert up(made, "A") == up(made, "B") == up(made, "C") == IDS["TOP"]
    assert up(made, "DISTRICT") is None
    assert not made.succession
    assert not problems(made.edges_after)


def test_a_merger_takes_the_children_along():
    made = plan(("found", "NEW", {"parent": "CITY"}), ("merge", "DISTRICT", {"heir": "NEW"}))

    assert up(made, "A") == up(made, "B") == made.founded["NEW"]
    [heritage] = made.succession
    assert (heritage.predecessor, heritage.share) == (IDS["DISTRICT"], Share.WHOLE)


def test_a_row_of_its_own_goes_before_the_option():
    made = plan(
        ("end", "DISTRICT", {"children": Children.SUPERIOR}), ("move", "A", {"parent": "SECTOR"})
    )

    assert codes(made) == [(2, "org.side_on_main_line")]
    parted = plan(
        ("end", "DISTRICT", {"children": Children.SUPERIOR}),
        ("move", "A", {"parent": "SECTOR"}),
        ("side", "A"),
    )
    assert up(parted, "A") == IDS["SECTOR"]
    assert up(parted, "B") == IDS["CITY"]
    assert up(parted, "A", Line.SIDE) is None


def test_a_split_gives_the_records_to_the_main_part():
    made = plan(
        ("split", "A", {"heir": "B", "share": Share.PART}),
        ("split", "A", {"heir": "C", "share": Share.MAIN}),
    )

    assert up(made, "A", Line.RECORD) == IDS["C"]
    assert {(h.successor, h.share) for h in made.succession} == {
        (IDS["B"], Share.PART),
        (IDS["C"], Share.MAIN),
    }


def test_side_units_are_parted_from_one_that_ends():
    made = plan(("end", "SECTOR"))

    assert up(made, "A", Line.SIDE, EVE) == IDS["SECTOR"]
    assert up(made, "A", Line.SIDE) is None
    assert [(moved.unit, moved.new) for moved in made.sided] == [(IDS["A"], None)]


def test_what_is_written_for_later_days_of_a_child_stays():
    later = date(2026, 1, 1)
    edges = [e for e in EDGES if e.unit != IDS["B"]]
    edges += [edge("B", "DISTRICT", end=later), edge("B", "CITY", start=later)]
    made = plan(
        ("move", "A", {"parent": "CITY"}), ("merge", "DISTRICT", {"heir": "C"}), edges=edges
    )

    assert up(made, "B") == IDS["C"]
    assert up(made, "B", day=later) == IDS["CITY"]
    assert not problems(made.edges_after)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("end", "A"), ("end", "A")], [(2, "org.plan_ended_twice")]),
        (
            [
                ("end", "NOWHERE"),
                ("end", "A"),
                ("end", "A"),
                ("move", "B", {"parent": "B"}),
                ("merge", "C", {"heir": "GONE"}),
            ],
            [
                (1, "org.plan_unknown"),
                (3, "org.plan_ended_twice"),
                (4, "tree.cycle"),
                (5, "org.plan_unknown"),
            ],
        ),
        ([("end", "A"), ("merge", "A", {"heir": "B"})], [(2, "org.plan_ended_twice")]),
        ([("move", "CITY", {"parent": "A"})], [(1, "tree.cycle")]),
        ([("move", "CITY", {"parent": "CITY"})], [(1, "tree.cycle")]),
        ([("merge", "A", {"heir": "NOBODY"})], [(1, "org.plan_unknown")]),
        ([("end", "NOBODY")], [(1, "org.plan_unknown")]),
        ([("end", "")], [(1, "org.plan_unit_required")]),
        ([("merge", "A", {"heir": "A"})], [(1, "org.heir_itself")]),
        ([("merge", "A", {"heir": "B"}), ("end", "B")], [(1, "org.plan_target_ends")]),
        ([("end", "DISTRICT")], [(1, "org.has_children")]),
        ([("end", "TOP", {"children": "superior"})], [(1, "org.top_stays")]),
        ([("move", "TOP", {"parent": "A"})], [(1, "org.top_stays")]),
        ([("found", "A", {"parent": "CITY"})], [(1, "org.code_taken")]),
        ([("found", "N", {"parent": "CITY"})] * 2, [(2, "org.plan_founded_twice")]),
        ([("found", "N")], [(1, "org.parent_required")]),
        (
            [("found", "N", {"parent": "CITY"}), ("move", "N", {"parent": "TOP"})],
            [(2, "org.plan_twice")],
        ),
        ([("move", "A", {"parent": "C"}), ("end", "A")], [(1, "org.plan_ends_and_changes")]),
        ([("side", "B")], [(1, "org.already_there")]),
        ([("side", "B", {"parent": "CITY"})], [(1, "org.side_on_main_line")]),
        (
            [("move", "A", {"parent": "B"}), ("move", "B", {"parent": "A"})],
            [(1, "tree.cycle"), (2, "tree.cycle")],
        ),
    ],
)
def test_what_breaks_a_rule_is_refused_by_row(changes, expected):
    assert codes(plan(*changes)) == expected


def test_days_in_the_wrong_order_are_refused():
    moved = [e for e in EDGES if e.unit != IDS["B"]]
    moved += [edge("B", "DISTRICT", end=date(2026, 1, 1)), edge("B", "C", start=date(2026, 1, 1))]

    assert codes(plan(("move", "B", {"parent": "CITY"}), edges=moved)) == [(1, "org.later_change")]
    assert codes(plan(("end", "B"), edges=moved)) == [(1, "org.later_change")]
    assert codes(plan(("end", "B"), on=START)) == [(1, "org.not_living")]


def test_the_children_in_the_way_are_named_by_number():
    [refusal] = plan(("end", "DISTRICT"))

    assert isinstance(refusal, Refusal)
    assert refusal.error.params["names"] == [Ref(IDS["A"]), Ref(IDS["B"])]
    assert refusal.error.params["count"] == 2


def test_who_loses_and_gains_sight():
    made = plan(("move", "DISTRICT", {"parent": "SECTOR"}), ("side", "A"))
    district = {IDS[name] for name in ("DISTRICT", "A", "B")}
    seen = sight_changes(EDGES, made.edges_after, district, ON)

    assert seen[IDS["CITY"]].lost == district
    # A was the sector's already, along the side line.
    assert seen[IDS["SECTOR"]].gained == district - {IDS["A"]}
    assert IDS["TOP"] not in seen


# --- any sequence of changes ------------------------------------------------------------------

_PICK = st.integers(0, 30)
_ROWS = st.lists(
    st.tuples(
        st.sampled_from(list(Act)), _PICK, _PICK, st.sampled_from(list(Share)),
        st.sampled_from(list(Children)),
    ),
    min_size=1,
    max_size=4,
)  # fmt: skip
_STEPS = st.lists(st.tuples(st.integers(-200, 400), _ROWS), min_size=1, max_size=12)


class Story:
    """A tree through which sequences of reorganisations go; refused ones leave it as it was."""

    def __init__(self):
        self.edges, self.ids, self.on = list(EDGES), dict(IDS), ON
        self.outcomes = Counter()

    def step(self, days, rows):
        self.on = max(START + timedelta(days=1), self.on + timedelta(days=days))
        made = plan_changes(self.edges, self.ids, list(self.changes(rows)), self.on)
        if isinstance(made, Plan):
            self.outcomes["done"] += 1
            self.take(made)
        else:
            assert made
            assert all(0 <= refusal.row <= len(rows) for refusal in made)
            self.outcomes["refused"] += 1

    def changes(self, rows):
        codes = list(self.ids)
        for row, (act, one, other, share, children) in enumerate(rows, start=1):
            unit, target = codes[one % len(codes)], codes[other % len(codes)]
            if act is Act.FOUND:
                unit = f"NEW{len(codes)}-{row}"
            aims = act in {Act.MERGE, Act.SPLIT} or (act is Act.END and other % 2)
            yield Change(
                row,
                act,
                unit,
                parent=target if act in {Act.FOUND, Act.MOVE} or other % 3 else "",
                heir=target if aims else "",
                share=share if act is Act.SPLIT else Share.WHOLE,
                children=children if aims or children is not Children.HEIR else Children.NOWHERE,
            )

    def take(self, made):
        real = {number: 100 + len(self.ids) - number for number in made.founded.values()}
        self.ids |= {code: real[number] for code, number in made.founded.items()}
        self.edges = [
            Edge(real.get(e.unit, e.unit), real.get(e.parent, e.parent), e.line, e.span)
            for e in made.edges_after
        ]

    def days(self):
        ends = {day for e in self.edges for day in (e.span.valid_from, e.span.valid_until)}
        return sorted({*ends, *(day - timedelta(days=1) for day in ends)} - {OPEN_END})


def main_parents(edges, day):
    held = [e for e in edges if e.line is Line.MAIN and e.span.contains(day)]
    assert len(held) == len({e.unit for e in held}), "two main superiors"
    return {e.unit: e.parent for e in held}


def climbed(unit, ups):
    """Return the chain of one day from a unit to its top, walked by hand."""
    chain = [unit]
    while ups.get(chain[-1]) is not None:
        chain.append(ups[chain[-1]])
        assert len(chain) <= len(ups), "a loop"
    return chain


@settings(max_examples=150, deadline=None)
@given(_STEPS)
def test_any_sequence_leaves_a_sound_tree(steps):
    story = Story()
    for days, rows in steps:
        story.step(days, rows)
    assert not problems(story.edges)
    paths = derive_paths(story.edges)
    lived = {}
    for day in story.days():
        ups = main_parents(story.edges, day)
        for unit in ups:
            assert lived.setdefault(unit, True), "a life with a gap"
            chain = climbed(unit, ups)
            assert chain[-1] == IDS["TOP"], "a living unit under nobody"
            held = [p for p in paths if p.descendant == unit and p.span.contains(day)]
            assert len(held) == len({p.ancestor for p in held}), "two paths of one pair"
            mains = {(p.ancestor, p.depth) for p in held if p.line is Line.MAIN}
            assert mains == {(above, depth) for depth, above in enumerate(chain)}
        for unit in lived:
            lived[unit] = unit in ups


def test_the_sequences_are_not_all_refused():
    """The property above would hold of a planner that refuses everything."""
    story = Story()
    for number in range(60):
        rows = [(Act.FOUND, number, number, Share.WHOLE, Children.NOWHERE)]
        rows.append((list(Act)[number % 7], number, number + 1, Share.WHOLE, Children.SUPERIOR))
        story.step(30, rows)

    assert story.outcomes["done"] >= 15
    assert story.outcomes["refused"] >= 5
