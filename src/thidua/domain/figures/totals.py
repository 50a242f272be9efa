"""A total has two numbers, đã gửi and đã duyệt; how periods and units add up, and targets."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from thidua.domain.spans import DateSpan


class Aggregate(StrEnum):
    """How the figures of several periods become one: added up, or the latest one taken."""

    SUM = "sum"
    LATEST = "latest"


class View(StrEnum):
    """In which tree figures add up: that of the day they were filed for, or today's."""

    FILED = "filed"
    TODAY = "today"


@dataclass(frozen=True)
class Figure:
    """What was sent, and how much of it the superior has accepted."""

    sent: int = 0
    accepted: int = 0

    def __add__(self, other: "Figure") -> "Figure":
        return Figure(self.sent + other.sent, self.accepted + other.accepted)

    def __sub__(self, other: "Figure") -> "Figure":
        return Figure(self.sent - other.sent, self.accepted - other.accepted)

    def __bool__(self) -> bool:
        return bool(self.sent or self.accepted)


@dataclass(frozen=True)
class HandedDown:
    """A target and the parts of it given to the direct units (CAM-06)."""

    target: int
    given: int

    @property
    def remainder(self) -> int:
        """What no direct unit has been given yet; zero where more was given than asked."""
        return max(self.target - self.given, 0)

    @property
    def is_covered(self) -> bool:
        """Tell whether the parts reach the target."""
        return self.given >= self.target


@dataclass(frozen=True)
class Split:
    """A total, and how much of it came along the side line (trong đó, theo ngành)."""

    total: Figure = Figure()
    by_side: Figure = Figure()


def combine(aggregate: Aggregate, parts: Iterable[tuple[DateSpan, Figure]]) -> Figure:
    """Return one figure for several own periods: their sum, or that of the period ending last."""
    given = list(parts)
    latest = None if aggregate is Aggregate.SUM else _latest(given)
    return sum_of(f for span, f in given if latest is None or span == latest)


def counted_span(
    aggregate: Aggregate, asked: DateSpan, parts: Iterable[tuple[DateSpan, Figure]]
) -> DateSpan:
    """Return the days whose figures count: all that were asked, or those of the latest period."""
    return asked if aggregate is Aggregate.SUM else _latest(parts) or asked


def split(
    aggregate: Aggregate,
    main: Iterable[tuple[DateSpan, Figure]],
    side: Iterable[tuple[DateSpan, Figure]],
) -> Split:
    """Return the total of both lines, and the side line's part of just that total."""
    beside = list(side)
    both = [*main, *beside]
    latest = None if aggregate is Aggregate.SUM else _latest(both)
    return Split(
        combine(aggregate, both),
        sum_of(f for span, f in beside if latest is None or span == latest),
    )


def sum_of(figures: Iterable[Figure]) -> Figure:
    """Add figures up."""
    return sum(figures, Figure())


def _latest(parts: Iterable[tuple[DateSpan, Figure]]) -> DateSpan | None:
    filled = [span for span, figure in parts if figure]
    return max(filled, key=lambda span: (span.valid_until, span.valid_from), default=None)


def handed_down(target: int, parts: Iterable[int]) -> HandedDown:
    """Compare a target with the sum of the parts given to direct units."""
    return HandedDown(target, sum(parts))
