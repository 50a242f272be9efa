"""A number that was printed in a paper: its value then, where it came from, what it was measured by."""

from dataclasses import dataclass
from enum import StrEnum

from thidua.domain.spans import DateSpan
from thidua.text.numbers import group, percent


class Of(StrEnum):
    """What a number counts; stored by value."""

    SENT = "sent"
    ACCEPTED = "accepted"
    TARGET = "target"
    MISSING = "missing"
    PLANS = "plans"
    NEW_PLANS = "new-plans"
    GIVEN = "given"
    RECEIVED = "received"
    LAUNCHED = "launched"
    PACTS = "pacts"


@dataclass(frozen=True)
class Origin:
    """Where a number can be looked up again: what, of which unit, in which days.

    `code` names the indicator of a total or target, or the plan that a count is about.
    """

    of: Of
    unit_id: int
    span: DateSpan
    code: str = ""


@dataclass(frozen=True)
class Printed:
    """One printed number; with a `base` it was printed as value of base in percent."""

    number: int
    label: str
    measure: str
    value: int
    origin: Origin
    base: int | None = None
    base_origin: Origin | None = None
    note: str = ""

    @property
    def text(self) -> str:
        """Return the number as it stands in the paper."""
        return group(self.value) if self.base is None else percent(self.value, self.base)


def figure_id(paper_id: str, number: int) -> str:
    """Return the id under which a printed number can be checked again."""
    return f"{paper_id}/S{number}"
