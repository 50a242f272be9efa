"""The values that pages hand to the charts, and their geometry: zero-based, in whole per mille.

Widths are written as percentages of the drawing, so that letters keep their size on any screen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from thidua.domain.spans import DateSpan
from thidua.text.numbers import decimal, group
from thidua.web.components import BAR_WIDTH, Bar

PLOT_TOP, PLOT_HEIGHT = 40, 130
BASE = PLOT_TOP + PLOT_HEIGHT
HEIGHT = BASE + 26
_COLUMN_SHARE = Fraction(7, 10)
_LABEL_GAP = 6
# Labels of columns stand side by side on a phone: from a thousand on they are shortened.
_STEPS = ((1, ""), (1_000, "nghìn"), (1_000_000, "triệu"), (1_000_000_000, "tỷ"))
_LONGEST_LABEL = 1_000


@dataclass(frozen=True)
class BarLine:
    """One line of a chart of bars; `own` is the reader's own unit."""

    label: str
    value: int
    target: int | None = None
    accepted: int | None = None
    href: str = ""
    own: bool = False
    note: str = ""


@dataclass(frozen=True)
class Point:
    """One column (or one point of a line); value None is a time that has not come yet."""

    label: str
    value: int | None
    accepted: int | None = None
    href: str = ""
    name: str = ""


@dataclass(frozen=True)
class Band:
    """A stretch of the time shown, shaded: a đợt. Its ends are shares of the whole width."""

    label: str
    start: Fraction
    end: Fraction

    @property
    def x(self) -> str:
        """Return where it begins."""
        return percent_of(self.start)

    @property
    def width(self) -> str:
        """Return how wide it is."""
        return percent_of(self.end - self.start)

    @property
    def middle(self) -> str:
        """Return where its name stands."""
        return percent_of((self.start + self.end) / 2)


@dataclass(frozen=True)
class Series:
    """A course in time: points in order, the đợt behind them, a target to reach."""

    points: Sequence[Point]
    bands: Sequence[Band] = ()
    target: int | None = None
    line: bool = False


@dataclass(frozen=True)
class DrawnBar:
    """A line of bars with its positions."""

    line: BarLine
    sent: str
    accepted: str
    mark: str


@dataclass(frozen=True)
class DrawnPoint:
    """A column or a point with its positions; y grows downwards."""

    point: Point
    x: str
    width: str
    middle: str
    top: int
    height: int
    accepted_top: int
    accepted_height: int
    label: str
    label_y: int


@dataclass(frozen=True)
class Drawn:
    """A course in time, ready to be drawn."""

    points: list[DrawnPoint]
    segments: list[tuple[DrawnPoint, DrawnPoint]]
    bands: Sequence[Band]
    target: int | None
    target_y: int
    target_label: str
    step_word: str
    line: bool


def percent_of(share: Fraction) -> str:
    """Write a share of the width for SVG: 12.5%, whatever the reader's language."""
    mille = round(share * 1000)
    return f"{mille // 10}.{mille % 10}%"


def drawn_bars(lines: Iterable[BarLine], *, by_target: bool) -> list[DrawnBar]:
    """Place the bars on one scale: each against its own target, or all against the largest."""
    given = list(lines)
    if by_target:
        whole = max((_reach(line) for line in given), default=Fraction(1)) or Fraction(1)
        return [_bar(line, (line.target or 0) * whole) for line in given]
    most = max((max(line.value, line.accepted or 0, line.target or 0) for line in given), default=0)
    return [_bar(line, Fraction(most)) for line in given]


def _reach(line: BarLine) -> Fraction:
    """Return how far a bar goes beyond its target, one being the target itself."""
    top = max(line.value, line.accepted or 0)
    return max(Fraction(top, line.target) if line.target else Fraction(0), Fraction(1))


def _bar(line: BarLine, whole: Fraction) -> DrawnBar:
    wide = Decimal(whole.numerator) / Decimal(whole.denominator)
    bar = Bar.of(line.value, max(wide, Decimal(1)), line.accepted)
    mark = ""
    if line.target and whole:
        mark = percent_of(Fraction(line.target) / whole)
    return DrawnBar(line, _mille(bar.sent), _mille(bar.accepted), mark)


def _mille(position: int) -> str:
    return percent_of(Fraction(position, BAR_WIDTH))


def most_of(series: Iterable[Series]) -> int:
    """Return the largest value of several courses: the scale they share."""
    values = [
        value
        for one in series
        for value in (one.target, *(v for p in one.points for v in (p.value, p.accepted)))
    ]
    return max((value for value in values if value), default=0)


def drawn(series: Series, most: int | None = None) -> Drawn:
    """Place the columns or the line of a course on a scale that begins at zero."""
    top = most or most_of([series]) or 1
    step, word = step_of(top)
    count = max(len(series.points), 1)
    points = [_point(place, count, p, top, step) for place, p in enumerate(series.points)]
    known = [p for p in points if p.point.value is not None]
    target = series.target or 0
    return Drawn(
        points=points,
        segments=list(pairwise(known)) if series.line else [],
        bands=series.bands,
        target=series.target,
        target_y=BASE - _scaled(target, top),
        target_label=short(target, step),
        step_word=word,
        line=series.line,
    )


def _point(place: int, count: int, point: Point, top: int, step: int) -> DrawnPoint:
    band = Fraction(1, count)
    height = _scaled(point.value or 0, top)
    accepted = _scaled((point.value if point.accepted is None else point.accepted) or 0, top)
    return DrawnPoint(
        point=point,
        x=percent_of(band * place + band * (1 - _COLUMN_SHARE) / 2),
        width=percent_of(band * _COLUMN_SHARE),
        middle=percent_of(band * place + band / 2),
        top=BASE - height,
        height=height,
        accepted_top=BASE - accepted,
        accepted_height=accepted,
        label="" if point.value is None else short(point.value, step),
        label_y=BASE - max(height, accepted) - _LABEL_GAP,
    )


def _scaled(value: int, top: int) -> int:
    exact = Fraction(max(value, 0), top) * PLOT_HEIGHT
    # One among ten thousand must still be seen.
    return max(round(exact), 2) if exact else 0


def step_of(most: int) -> tuple[int, str]:
    """Return by how much labels are divided so that the largest has at most three digits."""
    # A label is rounded: 999.500 would be written as 1.000 thousands.
    return next((s for s in _STEPS if most < s[0] * _LONGEST_LABEL - s[0] // 2), _STEPS[-1])


def short(value: int, step: int) -> str:
    """Write a label of at most four signs; the table under the chart has the whole number."""
    if step == 1 or not value:
        return group(value)
    exact = Fraction(value, step)
    return decimal(exact, 0 if exact >= 10 or exact.denominator == 1 else 1)  # noqa: PLR2004


def band_between(label: str, shaded: DateSpan, axis: Sequence[DateSpan]) -> Band | None:
    """Place a đợt over stretches that follow one another; None where it lies beside them."""
    shown = shaded.intersect(DateSpan(axis[0].valid_from, axis[-1].valid_until))
    if shown is None:
        return None
    return Band(label, _place(shown.valid_from, axis), _place(shown.valid_until, axis))


def _place(day: date, axis: Sequence[DateSpan]) -> Fraction:
    """Return where a day stands, as a share of the whole width; every stretch is as wide as the next."""
    for number, part in enumerate(axis):
        if day <= part.valid_until:
            length = (part.valid_until - part.valid_from).days
            return (number + Fraction((day - part.valid_from).days, length)) / len(axis)
    return Fraction(1)
