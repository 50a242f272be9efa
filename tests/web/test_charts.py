"""The charts: zero-based, one scale for what is compared, every number written, no colour alone."""

import re
from datetime import date
from fractions import Fraction

import pytest
from django.template import Context, Template
from hypothesis import example, given
from hypothesis import strategies as st

from thidua.domain.figures.stretches import stretches
from thidua.domain.spans import DateSpan
from thidua.web.charts import (
    BASE,
    PLOT_HEIGHT,
    BarLine,
    Point,
    Series,
    band_between,
    drawn,
    drawn_bars,
    percent_of,
    short,
    step_of,
)

YEAR = stretches(DateSpan(date(2026, 1, 1), date(2027, 1, 1)))[1]
counts = st.integers(min_value=0, max_value=10**12)


def render(source, **values):
    return Template("{% load charts %}" + source).render(Context(values))


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def share(text):
    return float(text.rstrip("%"))


@given(st.lists(counts, min_size=1, max_size=6))
def test_bars_of_one_chart_share_a_scale_that_begins_at_zero(values):
    rows = drawn_bars([BarLine(f"{n}", value) for n, value in enumerate(values)], by_target=False)

    most = max(values)
    for row, value in zip(rows, values, strict=True):
        assert (share(row.sent) == 0) == (value == 0)
        if most:
            # A thin bar is kept visible: 0.4 % of the width.
            assert abs(share(row.sent) - value / most * 100) <= 0.46
        assert not row.mark


@given(st.lists(st.tuples(counts, st.integers(1, 10**9)), min_size=1, max_size=6))
def test_bars_against_their_targets_reach_the_mark_exactly_when_the_target_is_reached(pairs):
    rows = drawn_bars([BarLine("a", value, target) for value, target in pairs], by_target=True)

    assert len({row.mark for row in rows}) == 1
    for row, (value, target) in zip(rows, pairs, strict=True):
        if value >= target:
            assert share(row.sent) >= share(row.mark)
        else:
            assert share(row.sent) <= max(share(row.mark), 0.4)


@given(st.lists(st.none() | counts, min_size=1, max_size=12), st.none() | counts)
def test_columns_stand_on_the_axis_and_stay_inside_the_drawing(values, target):
    picture = drawn(Series([Point("1", value) for value in values], target=target))

    for place, value in zip(picture.points, values, strict=True):
        assert place.top + place.height == BASE
        assert 0 <= place.height <= PLOT_HEIGHT
        assert (place.height == 0) == (not value)
        assert place.label == "" if value is None else place.label
    assert BASE - PLOT_HEIGHT <= picture.target_y <= BASE


def test_a_line_joins_what_is_known_and_stops_there():
    points = [Point("1", 8), Point("2", 14), Point("3", None)]

    assert len(drawn(Series(points, line=True)).segments) == 1
    assert not drawn(Series(points)).segments


@given(counts)
@example(999_499)
@example(999_500)
@example(999_999)
def test_a_label_never_needs_more_than_four_signs_beside_its_neighbours(value):
    step, _ = step_of(value)

    assert len(short(value, step)) <= 4 or value >= 999_500_000_000


@pytest.mark.parametrize(
    ("value", "step", "label"),
    [
        (906, 1, "906"),
        (4_200_000, 1_000_000, "4,2"),
        (124_800_000, 1_000_000, "125"),
        (0, 1000, "0"),
    ],
)
def test_labels_are_shortened_the_vietnamese_way(value, step, label):
    assert short(value, step) == label


@pytest.mark.parametrize(
    ("first", "until", "start", "end"),
    [
        (date(2026, 1, 1), date(2026, 6, 1), Fraction(0), Fraction(5, 12)),
        (date(2026, 6, 16), date(2026, 12, 1), Fraction(11, 24), Fraction(11, 12)),
        (date(2025, 7, 1), date(2027, 3, 1), Fraction(0), Fraction(1)),
    ],
)
def test_a_dot_is_shaded_from_its_first_to_its_last_day(first, until, start, end):
    band = band_between("Đợt I", DateSpan(first, until), YEAR)

    assert (band.start, band.end) == (start, end)


def test_a_dot_beside_the_months_shown_is_not_shaded():
    assert band_between("Đợt I", DateSpan(date(2025, 1, 1), date(2025, 6, 1)), YEAR) is None


def test_positions_are_written_for_svg_whatever_the_language():
    assert percent_of(Fraction(1, 3)) == "33.3%"


def test_a_bar_chart_says_every_number_its_day_and_what_the_hatching_means():
    lines = [BarLine("Sáng kiến", 119, 120, 113, "/mo"), BarLine("Suất quà", 0, 8)]
    html = render(
        "{% bar_chart 'c' 'Kết quả' lines 'sáng kiến' as_of=day %}",
        lines=lines,
        day=date(2026, 11, 22),
    )

    said = words(html)
    assert "119 / 120 99,2 %" in said
    assert "0 / 8 0,0 %" in said
    assert "Tính đến hết ngày 22/11/2026" in said
    assert "đã gửi, chờ duyệt" in said
    assert 'fill="url(#c-waiting)"' in html
    assert 'href="/mo"' in html
    assert "<title>Sáng kiến: 119 / 120</title>" in html
    assert "<table" in html


def test_nothing_waiting_means_no_key_and_no_pattern():
    html = render(
        "{% bar_chart 'c' 'Kết quả' lines %}", lines=[BarLine("Sáng kiến", 906, 713, 906)]
    )

    assert "waiting" not in html


def test_a_course_is_described_for_those_who_do_not_see_it():
    points = [Point("1", 8, 8, "/thang-1", "Tháng 1/2026"), Point("2", None, name="Tháng 2/2026")]
    html = render("{% time_chart 'c' 'Theo tháng' s %}", s=Series(points, target=20))

    assert 'aria-labelledby="c-t c-d"' in html
    assert "Tháng 1/2026: 8. Chỉ tiêu: 20." in words(html)
    assert 'href="/thang-1"' in html
    assert "Tháng 2/2026 –" in words(html)


def test_small_charts_share_one_scale():
    groups = [(name, Series([Point("1", value)])) for name, value in (("A", 100), ("B", 50))]
    html = render("{% small_charts 'c' 'Theo khối' groups %}", groups=groups)

    heights = [int(h) for h in re.findall(r'class="chart-accepted"[^>]*height="(\d+)"', html)]
    assert heights == [PLOT_HEIGHT, PLOT_HEIGHT // 2]
    assert "A B" in words(html)
