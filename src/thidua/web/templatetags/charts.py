"""Tags of the charts: few and plain, drawn on the server, each with its table under it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import template

from thidua.web.charts import (
    BASE,
    HEIGHT,
    PLOT_TOP,
    BarLine,
    Series,
    drawn,
    drawn_bars,
    most_of,
)

register = template.Library()

Values = dict[str, Any]


@register.inclusion_tag("ui/bar_chart.html")
def bar_chart(
    chart_id: str,
    title: str,
    lines: Iterable[BarLine],
    measure: str = "",
    *,
    as_of: date | None = None,
    by_target: bool = False,
    table: bool = True,
) -> Values:
    """Bars one under another with a mark at the target; `by_target` draws each as its percentage."""
    rows = drawn_bars(lines, by_target=by_target)
    return {
        "id": chart_id,
        "title": title,
        "rows": rows,
        "measure": measure,
        "as_of": as_of,
        "table": table,
        "with_targets": any(row.line.target for row in rows),
        "two_stages": any(_waits(row.line.value, row.line.accepted) for row in rows),
    }


@register.inclusion_tag("ui/time_chart.html")
def time_chart(
    chart_id: str,
    title: str,
    series: Series,
    measure: str = "",
    *,
    as_of: date | None = None,
    table: bool = True,
) -> Values:
    """Columns by month, or a line, with the đợt shaded behind and a dashed line at the target."""
    return {
        "id": chart_id,
        "title": title,
        "measure": measure,
        "as_of": as_of,
        "table": table,
        **_frame(series, None),
    }


@register.inclusion_tag("ui/small_charts.html")
def small_charts(
    chart_id: str,
    title: str,
    charts: Sequence[tuple[str, Series]],
    measure: str = "",
    *,
    as_of: date | None = None,
) -> Values:
    """The same course for several groups side by side, all on one scale."""
    most = most_of(series for _, series in charts)
    frames = [_frame(series, most) for _, series in charts]
    return {
        "id": chart_id,
        "title": title,
        "measure": measure,
        "as_of": as_of,
        "charts": [
            (f"{chart_id}-{place}", name, frame)
            for place, ((name, _), frame) in enumerate(zip(charts, frames, strict=True), start=1)
        ],
        "lines": _lines(charts),
        "step_word": frames[0]["drawn"].step_word if frames else "",
        "two_stages": any(frame["two_stages"] for frame in frames),
    }


def _lines(charts: Sequence[tuple[str, Series]]) -> list[tuple[str, list[tuple[str, int | None]]]]:
    """Return the rows of the table: a time, and its value in each group."""
    names = [name for name, _ in charts]
    together = zip(*(series.points for _, series in charts), strict=True)
    return [
        (
            points[0].name or points[0].label,
            list(zip(names, (point.value for point in points), strict=True)),
        )
        for points in together
    ]


def _frame(series: Series, most: int | None) -> Values:
    return {
        "drawn": drawn(series, most),
        "height": HEIGHT,
        "base": BASE,
        "plot_top": PLOT_TOP,
        "two_stages": any(_waits(p.value, p.accepted) for p in series.points),
    }


def _waits(value: int | None, accepted: int | None) -> bool:
    return accepted is not None and accepted != value
