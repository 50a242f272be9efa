"""The tree through time: derived paths and faults, by cases and against counting day by day."""

from datetime import date, timedelta
from itertools import groupby, pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.domain.errors import Conflict
from thidua.domain.spans import OPEN_END, DateSpan
from thidua.domain.tree import Edge, Fault, Line, Path, TreeProblem, derive_paths, problems

NATION, CITY, DISTRICT, WARD, BASE, SECTOR, CENTRAL = range(1, 8)
OLD, REFORM, LATE = date(2000, 1, 1), date(2025, 7, 1), date(2025, 10, 1)


def main(unit, parent, valid_from=OLD, valid_until=OPEN_END):
    return Edge(unit, parent, Line.MAIN, DateSpan(valid_from, valid_until))


def side(unit, parent, valid_from=OLD, valid_until=OPEN_END):
    return Edge(unit, parent, Line.SIDE, DateSpan(valid_from, valid_until))


def record(unit, parent, valid_from, valid_until=OPEN_END):
    return Edge(unit, parent, Line.RECORD, DateSpan(valid_from, valid_until))


def above(edges, unit, day):
    """Return {ancestor: (line, depth)} of a unit on a day, itself left out."""
    return {
        path.ancestor: (path.line, path.depth)
        for path in derive_paths(edges)
        if path.descendant == unit and path.ancestor != unit and path.span.contains(day)
    }


# Before and after 1 July 2025: the district ends, its grassroots union moves three months late.
REFORM_EDGES = [
    main(NATION, None),
    main(CITY, NATION),
    main(DISTRICT, CITY, OLD, REFORM),
    main(WARD, CITY, REFORM),
    record(DISTRICT, WARD, REFORM),
    main(BASE, DISTRICT, OLD, LATE),
    main(BASE, WARD, LATE),
]


@pytest.mark.parametrize(
    ("unit", "day", "expected"),
    [
        (
            BASE,
            date(2025, 6, 30),
            {DISTRICT: (Line.MAIN, 1), CITY: (Line.MAIN, 2), NATION: (Line.MAIN, 3)},
        ),
        (
            BASE,
            date(2025, 7, 1),
            {
                DISTRICT: (Line.MAIN, 1),
                WARD: (Line.RECORD, 2),
                CITY: (Line.RECORD, 3),
                NATION: (Line.RECORD, 4),
            },
        ),
        (
            BASE,
            date(2025, 10, 1),
            {WARD: (Line.MAIN, 1), CITY: (Line.MAIN, 2), NATION: (Line.MAIN, 3)},
        ),
        (DISTRICT, date(2025, 6, 30), {CITY: (Line.MAIN, 1), NATION: (Line.MAIN, 2)}),
        (
            DISTRICT,
            date(2026, 11, 22),
            {WARD: (Line.RECORD, 1), CITY: (Line.RECORD, 2), NATION: (Line.RECORD, 3)},
        ),
        (WARD, date(2025, 6, 30), {}),
    ],
)
def test_reform_of_2025(unit, day, expected):
    assert above(REFORM_EDGES, unit, day) == expected


def test_reform_leaves_one_fault_the_late_move():
    assert problems(REFORM_EDGES) == [
        TreeProblem(BASE, DateSpan(REFORM, LATE), Fault.PARENT_NOT_ALIVE)
    ]


def test_ended_unit_keeps_its_own_path_in_one_piece():
    own = [p for p in derive_paths(REFORM_EDGES) if p.ancestor == p.descendant == DISTRICT]

    assert own == [Path(DISTRICT, DISTRICT, Line.MAIN, 0, DateSpan(OLD, OPEN_END))]


def test_neighbouring_days_that_are_reached_alike_are_one_row():
    edges = [main(CITY, None), main(BASE, CITY, OLD, REFORM), main(BASE, CITY, REFORM)]

    assert Path(CITY, BASE, Line.MAIN, 1, DateSpan(OLD, OPEN_END)) in derive_paths(edges)


# A school union stands under its ward and, in its sector, under the sector union of the city.
SIDE_EDGES = [
    main(NATION, None),
    main(CENTRAL, NATION),
    main(CITY, NATION),
    main(SECTOR, CITY),
    side(SECTOR, CENTRAL),
    main(WARD, CITY),
    main(BASE, WARD),
    side(BASE, SECTOR, REFORM, LATE),
]


def test_side_line_adds_only_what_main_does_not_reach():
    assert above(SIDE_EDGES, BASE, REFORM) == {
        WARD: (Line.MAIN, 1),
        CITY: (Line.MAIN, 2),
        NATION: (Line.MAIN, 3),
        SECTOR: (Line.SIDE, 1),
    }
    assert SECTOR not in above(SIDE_EDGES, BASE, LATE)


def test_side_parent_of_a_unit_above_is_reached_too():
    edges = [*SIDE_EDGES, main(99, SECTOR)]

    assert above(edges, 99, OLD)[CENTRAL] == (Line.SIDE, 2)
    assert above(edges, SECTOR, OLD)[CENTRAL] == (Line.SIDE, 1)


def test_shortest_side_way_wins():
    edges = [
        main(NATION, None), main(CITY, NATION), main(CENTRAL, None), main(SECTOR, CENTRAL),
        side(CITY, CENTRAL), main(BASE, CITY), side(BASE, SECTOR),
    ]  # fmt: skip

    assert above(edges, BASE, OLD)[CENTRAL] == (Line.SIDE, 2)
    nearer = [*edges, main(50, BASE), side(50, CENTRAL)]
    assert above(nearer, 50, OLD)[CENTRAL] == (Line.SIDE, 1)


def test_side_way_over_a_record_edge_is_a_record():
    edges = [
        main(NATION, None), main(CITY, NATION), main(CENTRAL, None), side(CITY, CENTRAL),
        main(DISTRICT, CITY, OLD, REFORM), record(DISTRICT, CITY, REFORM),
    ]  # fmt: skip

    assert above(edges, DISTRICT, OLD)[CENTRAL] == (Line.SIDE, 2)
    assert above(edges, DISTRICT, REFORM)[CENTRAL] == (Line.RECORD, 2)


def test_parent_and_child_may_change_places_over_the_years():
    edges = [
        main(1, None, OLD, REFORM), main(2, 1, OLD, REFORM),
        main(2, None, REFORM), main(1, 2, REFORM),
    ]  # fmt: skip

    assert problems(edges) == []
    assert above(edges, 2, OLD) == {1: (Line.MAIN, 1)}
    assert above(edges, 1, REFORM) == {2: (Line.MAIN, 1)}
    assert above(edges, 2, REFORM) == {}


def test_only_restricts_the_descendants():
    every = derive_paths(SIDE_EDGES)

    assert derive_paths(SIDE_EDGES, only=[BASE, 12345]) == {
        path for path in every if path.descendant == BASE
    }


def test_order_of_edges_does_not_matter():
    assert derive_paths(REFORM_EDGES[::-1]) == derive_paths(REFORM_EDGES)


def test_a_unit_that_would_stand_above_itself_is_refused():
    edges = [main(1, 2), main(2, 3, OLD, LATE), main(3, 1, REFORM, OPEN_END)]

    with pytest.raises(Conflict) as refusal:
        derive_paths(edges)

    assert refusal.value.code == "tree.cycle"
    assert problems(edges)[0] == TreeProblem(1, DateSpan(REFORM, LATE), Fault.CYCLE)


def test_a_side_edge_needs_a_parent():
    with pytest.raises(ValueError, match="side edge"):
        Edge(1, None, Line.SIDE, DateSpan(OLD, OPEN_END))


TOP = main(NATION, None)


@pytest.mark.parametrize(
    ("edges", "fault", "unit", "span"),
    [
        (
            [TOP, main(CITY, NATION), main(CITY, NATION, REFORM, LATE)],
            Fault.TWO_MAINS, CITY, (REFORM, LATE),
        ),
        (
            [TOP, main(CITY, NATION), side(CITY, NATION, OLD, LATE), side(CITY, NATION, REFORM)],
            Fault.TWO_SIDES, CITY, (REFORM, LATE),
        ),
        (
            [TOP, main(CITY, NATION, OLD, REFORM), record(CITY, NATION, REFORM),
             record(CITY, NATION, LATE)],
            Fault.TWO_RECORDS, CITY, (LATE, OPEN_END),
        ),
        (
            [TOP, main(CITY, NATION, OLD, REFORM), main(CITY, NATION, LATE)],
            Fault.GAP, CITY, (REFORM, LATE),
        ),
        ([TOP, main(CITY, 404, LATE)], Fault.PARENT_NOT_ALIVE, CITY, (LATE, OPEN_END)),
        (
            [TOP, main(CITY, NATION, REFORM), main(BASE, CITY)],
            Fault.PARENT_NOT_ALIVE, BASE, (OLD, REFORM),
        ),
        (
            [TOP, main(CITY, NATION, REFORM), side(CITY, NATION)],
            Fault.SIDE_WITHOUT_MAIN, CITY, (OLD, REFORM),
        ),
        (
            [TOP, main(CITY, NATION, OLD, LATE), record(CITY, NATION, REFORM)],
            Fault.RECORD_BEFORE_END, CITY, (REFORM, LATE),
        ),
        (
            [TOP, main(CITY, NATION, OLD, REFORM), record(CITY, NATION, REFORM, LATE),
             main(CITY, NATION, LATE)],
            Fault.RECORD_BEFORE_END, CITY, (REFORM, LATE),
        ),
        (
            [TOP, record(CITY, NATION, REFORM)],
            Fault.RECORD_BEFORE_END, CITY, (REFORM, OPEN_END),
        ),
        (
            [TOP, main(CITY, NATION, OLD, REFORM), record(CITY, NATION, LATE)],
            Fault.ENDED_WITHOUT_RECORD, CITY, (REFORM, LATE),
        ),
    ],
)  # fmt: skip
def test_each_fault_alone(edges, fault, unit, span):
    assert problems(edges) == [TreeProblem(unit, DateSpan(*span), fault)]


@pytest.mark.parametrize("edges", [SIDE_EDGES, [], [TOP]])
def test_sound_trees_have_no_faults(edges):
    assert problems(edges) == []


def test_loop_through_a_side_edge_is_a_cycle():
    edges = [TOP, main(CITY, NATION), main(BASE, CITY), side(CITY, BASE, REFORM, LATE)]

    found = [(p.unit, p.span) for p in problems(edges) if p.code is Fault.CYCLE]

    assert found == [(CITY, DateSpan(REFORM, LATE)), (BASE, DateSpan(REFORM, LATE))]


def test_ten_thousand_edges_are_derived_within_two_seconds():
    wards = range(10, 110)
    edges = [TOP, main(CITY, NATION), main(DISTRICT, CITY, OLD, REFORM), main(SECTOR, CITY)]
    edges += [record(DISTRICT, wards[0], REFORM), *(main(ward, CITY, REFORM) for ward in wards)]
    for base in range(1000, 4300):
        founded = OLD + timedelta(days=base)
        edges.append(main(base, DISTRICT, founded, REFORM))
        edges.append(main(base, wards[base % len(wards)], REFORM))
        edges.append(side(base, SECTOR, founded))
    before = process_time()

    paths = derive_paths(edges)
    faults = problems(edges)

    assert process_time() - before < 2
    assert len(edges) > 10_000
    # Each base: itself, district, ward, sector union, and city and nation throughout.
    assert sum(path.descendant >= 1000 for path in paths) == 3300 * 6
    assert faults == []


# Against counting: random forests over ten days, every day derived on its own.
HORIZON = 10
DAY_0 = date(2025, 6, 25)
DAYS = [DAY_0 + timedelta(days=n) for n in range(HORIZON)]


def days_of(first, length):
    end = first + length
    return DateSpan(DAYS[first], DAYS[end] if end < HORIZON else OPEN_END)


@st.composite
def forests(draw):
    """Edges to smaller ids only, so without loops; otherwise as wild as a bad file."""
    edges = []
    for unit in range(1, draw(st.integers(1, 8)) + 1):
        for line in draw(st.lists(st.sampled_from(Line), min_size=1, max_size=4)):
            first = draw(st.integers(0, HORIZON - 1))
            span = days_of(first, draw(st.integers(1, HORIZON)))
            parent = draw(st.integers(0, unit - 1)) or None
            if parent or line is not Line.SIDE:
                edges.append(Edge(unit, parent, line, span))
    return edges


@st.composite
def sound_forests(draw):
    """One main after another, an end with a record, at most one side: what the office keeps."""
    edges = []
    for unit in range(1, draw(st.integers(2, 10)) + 1):
        cuts = sorted(draw(st.sets(st.integers(0, HORIZON - 1), min_size=1, max_size=4)))
        ends = len(cuts) > 1 and draw(st.booleans())
        bounds = [*cuts, HORIZON]
        for i, (first, end) in enumerate(pairwise(bounds)):
            line = Line.RECORD if ends and i == len(cuts) - 1 else Line.MAIN
            parent = draw(st.integers(0, unit - 1)) or None
            edges.append(Edge(unit, parent, line, days_of(first, end - first)))
            if line is Line.MAIN and unit > 1 and draw(st.booleans()):
                other = draw(st.integers(1, unit - 1))
                edges.append(Edge(unit, other, Line.SIDE, days_of(first, end - first)))
    return edges


def rows_of_one_day(edges, day):
    """Derive one day in the plainest way: {(ancestor, descendant): (line, depth)}."""
    today = [edge for edge in edges if edge.span.contains(day)]
    rows = {}
    for unit in {edge.unit for edge in today if edge.line is not Line.SIDE}:
        for is_side, depth, used, ancestor in sorted(ways_up(unit, today), reverse=True):
            line = Line.RECORD if used else Line.SIDE if is_side else Line.MAIN
            rows[ancestor, unit] = (line, depth)
    return rows


def ways_up(unit, today):
    """Yield (is_side, depth, uses a record edge, ancestor) for every way up on one day."""
    for x, depth, used in chain_up(unit, today):
        yield False, depth, used, x
        for edge in today:
            if edge.unit == x and edge.line is Line.SIDE:
                for a, d, u in chain_up(edge.parent, today):
                    yield True, depth + 1 + d, used or u, a


def chain_up(unit, today):
    """Return (ancestor, depth, uses a record edge), the unit first, along main and record."""
    found = [(unit, 0, False)]
    for edge in today:
        if edge.unit == unit and edge.line is not Line.SIDE and edge.parent is not None:
            used = edge.line is Line.RECORD
            found += [(a, d + 1, used or u) for a, d, u in chain_up(edge.parent, today)]
    return found


@given(st.one_of(forests(), sound_forests()))
@settings(max_examples=400, deadline=None)
def test_paths_equal_a_derivation_day_by_day(edges):
    paths = derive_paths(edges)

    for day in DAYS:
        on_day = [path for path in paths if path.span.contains(day)]
        rows = {(p.ancestor, p.descendant): (p.line, p.depth) for p in on_day}
        assert len(rows) == len(on_day)
        assert rows == rows_of_one_day(edges, day)


@given(st.one_of(forests(), sound_forests()))
@settings(deadline=None)
def test_rows_that_touch_differ(edges):
    def same(path):
        return (path.ancestor, path.descendant, path.line, path.depth)

    for _, alike in groupby(sorted(derive_paths(edges), key=lambda p: (same(p), p.span)), same):
        ends = set()
        for path in alike:
            assert path.span.valid_from not in ends
            ends.add(path.span.valid_until)


@given(sound_forests())
@settings(deadline=None)
def test_sound_forests_have_no_fault_of_a_unit_itself(edges):
    assert {p.code for p in problems(edges)} <= {Fault.PARENT_NOT_ALIVE}


def faults_of_one_day(edges, day):
    """Look at one day in the plainest way: {(unit, fault)}, cycles and parents only."""
    today = [edge for edge in edges if edge.span.contains(day)]
    alive = {edge.unit for edge in today if edge.line is Line.MAIN}
    kept = alive | {edge.unit for edge in today if edge.line is Line.RECORD}
    reach = {(edge.unit, edge.parent) for edge in today if edge.parent is not None}
    while True:
        further = reach | {(a, d) for a, b in reach for c, d in reach if b == c}
        if further == reach:
            break
        reach = further
    found = {(a, Fault.CYCLE) for a, b in reach if a == b}
    for edge in today:
        there = kept if edge.line is Line.RECORD else alive
        if edge.parent is not None and edge.parent not in there:
            found.add((edge.unit, Fault.PARENT_NOT_ALIVE))
        if edge.line is Line.SIDE and edge.unit not in alive:
            found.add((edge.unit, Fault.SIDE_WITHOUT_MAIN))
    for unit in {edge.unit for edge in today}:
        lines = [edge.line for edge in today if edge.unit == unit]
        found |= {
            (unit, fault)
            for line, fault in zip(
                Line, (Fault.TWO_MAINS, Fault.TWO_SIDES, Fault.TWO_RECORDS), strict=True
            )
            if lines.count(line) > 1
        }
    return found


any_edges = st.lists(
    st.builds(
        Edge,
        unit=st.integers(1, 5),
        parent=st.integers(1, 6),
        line=st.sampled_from(Line),
        span=st.builds(days_of, st.integers(0, HORIZON - 1), st.integers(1, HORIZON)),
    ),
    max_size=10,
)


@given(any_edges)
@settings(max_examples=300, deadline=None)
def test_faults_of_tangled_edges_equal_those_of_each_day(edges):
    found = problems(edges)
    counted = {
        Fault.CYCLE, Fault.PARENT_NOT_ALIVE, Fault.SIDE_WITHOUT_MAIN,
        Fault.TWO_MAINS, Fault.TWO_SIDES, Fault.TWO_RECORDS,
    }  # fmt: skip

    for day in DAYS:
        on_day = {(p.unit, p.code) for p in found if p.code in counted and p.span.contains(day)}
        assert on_day == faults_of_one_day(edges, day)
    assert found == sorted(set(found))


@given(any_edges)
@settings(deadline=None)
def test_tangled_edges_are_derived_or_refused_but_never_hang(edges):
    looped = any(
        p.code is Fault.CYCLE for p in problems(e for e in edges if e.line is not Line.SIDE)
    )

    if looped:
        with pytest.raises(Conflict):
            derive_paths(edges)
    else:
        derive_paths(edges)
