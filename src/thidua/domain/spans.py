"""DateSpan: a stretch of days, the first included and the end excluded, and its algebra."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

OPEN_END = date(9999, 1, 1)


@dataclass(frozen=True, slots=True, order=True)
class DateSpan:
    """The days from `valid_from` up to, not including, `valid_until` (OPEN_END: no known end)."""

    valid_from: date
    valid_until: date

    def __post_init__(self) -> None:
        if not self.valid_from < self.valid_until <= OPEN_END:
            raise ValueError(f"not a span: [{self.valid_from}, {self.valid_until})")

    @property
    def is_open(self) -> bool:
        """Say whether no end is known."""
        return self.valid_until == OPEN_END

    @property
    def last_day(self) -> date | None:
        """Return the last included day; None when no end is known."""
        return None if self.is_open else self.valid_until - timedelta(days=1)

    def contains(self, day: date) -> bool:
        """Say whether the day lies in the span."""
        return self.valid_from <= day < self.valid_until

    def overlaps(self, other: "DateSpan") -> bool:
        """Say whether the two share a day."""
        return self.valid_from < other.valid_until and other.valid_from < self.valid_until

    def intersect(self, other: "DateSpan") -> "DateSpan | None":
        """Return the days that both share, or None."""
        # The narrower of two nested spans is returned itself: trees ask this a million times.
        if other.valid_from <= self.valid_from and self.valid_until <= other.valid_until:
            return self
        if self.valid_from <= other.valid_from and other.valid_until <= self.valid_until:
            return other
        if not self.overlaps(other):
            return None
        return DateSpan(
            max(self.valid_from, other.valid_from), min(self.valid_until, other.valid_until)
        )


def first_overlap(spans: Sequence[DateSpan]) -> tuple[int, int] | None:
    """Return the positions of the two spans that share the earliest shared day, or None."""
    order = sorted(range(len(spans)), key=lambda i: (spans[i], i))
    previous: int | None = None
    for i in order:
        if previous is not None and spans[previous].overlaps(spans[i]):
            return min(previous, i), max(previous, i)
        previous = i
    return None


def merge(spans: Iterable[DateSpan]) -> list[DateSpan]:
    """Return the same days as the fewest spans, in order: what touches or overlaps becomes one."""
    merged: list[DateSpan] = []
    for span in sorted(spans):
        if not merged or span.valid_from > merged[-1].valid_until:
            merged.append(span)
        elif span.valid_until > merged[-1].valid_until:
            merged[-1] = DateSpan(merged[-1].valid_from, span.valid_until)
    return merged


def subtract(whole: DateSpan, holes: Iterable[DateSpan]) -> list[DateSpan]:
    """Return the days of `whole` that lie in none of the holes, in order."""
    left: list[DateSpan] = []
    start = whole.valid_from
    for hole in sorted(holes):
        if hole.valid_from >= whole.valid_until:
            break
        if hole.valid_from > start:
            left.append(DateSpan(start, hole.valid_from))
        start = max(start, hole.valid_until)
    if start < whole.valid_until:
        left.append(DateSpan(start, whole.valid_until))
    return left


def covers(spans: Iterable[DateSpan], whole: DateSpan) -> bool:
    """Say whether every day of `whole` lies in at least one of the spans."""
    return not subtract(whole, spans)
