"""The small values that pages hand to the components, and the geometry of the thin bar."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

Number = int | Decimal

TONES = ("neutral", "wait", "ok", "warn", "bad", "gold", "solemn")
BAR_WIDTH = 1000


@dataclass(frozen=True)
class Node:
    """One unit in the chain from the national plan down to the last level."""

    name: str
    level: str = ""
    state_label: str = ""
    tone: str = "neutral"
    href: str = ""
    depth: int = 0
    pilot: bool = False
    note: str = ""


@dataclass(frozen=True)
class TodoItem:
    """One thing to do: a sentence, a day, and the one button that does it."""

    sentence: str
    day_text: str = ""
    tone: str = "neutral"
    action_label: str = ""
    action_url: str = ""


@dataclass(frozen=True)
class Entry:
    """One line of a timeline: when, who, and what in a sentence."""

    sentence: str
    at: datetime | None = None
    day: date | None = None
    who: str = ""


@dataclass(frozen=True)
class Tab:
    """One tab: a real link, so that it works without scripts and can be bookmarked."""

    label: str
    href: str
    active: bool = False
    count: int | None = None


@dataclass(frozen=True)
class Bar:
    """Positions on a bar BAR_WIDTH wide, as whole numbers that no locale can rewrite."""

    sent: int
    accepted: int
    mark: int | None

    @classmethod
    def of(cls, sent: Number, target: Number | None, accepted: Number | None = None) -> "Bar":
        """Scale to the target, or to what was sent where that is more; zero is the left edge."""
        known = sent if accepted is None else accepted
        whole = max(target or 0, sent, known, 0)
        if not whole:
            return cls(0, 0, None)
        return cls(
            sent=_position(sent, whole),
            accepted=_position(known, whole),
            mark=_position(target, whole) if target and target > 0 else None,
        )


def _position(part: Number, whole: Number) -> int:
    exact = Fraction(max(part, 0)) / Fraction(whole) * BAR_WIDTH
    drawn = round(exact)
    # A single result out of ten thousand must still be seen, and "nearly all" is not "all".
    return min(max(drawn, 4), BAR_WIDTH - 4) if 0 < exact < BAR_WIDTH else drawn
