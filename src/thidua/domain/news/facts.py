"""What the composer knows of a conference: plain values, every name written in full.

People stand as an office writes them: “Lê Thị Hoa, Chủ tịch Công đoàn phường Bình Minh”.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Phase:
    """One đợt of the campaign that was launched; `last_day` is inside it.

    `anniversaries` have a count (“91 năm Ngày …”), `events` are named only.
    """

    first_day: date
    last_day: date
    theme: str = ""
    task: str = ""
    anniversaries: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True)
class Spoken:
    """A part of the programme: who did what; a speech leaves room for its quotation."""

    text: str
    who: str = ""
    speech: bool = False
    launch: bool = False


@dataclass(frozen=True)
class Handed:
    """An award handed over, or (`praise`) a praise: what, of whom, to whom, decided where, by whom."""

    name: str
    recipient: str
    given_by: str = ""
    decision: str = ""
    handed_by: str = ""
    praise: bool = False


@dataclass(frozen=True)
class Signed:
    """A pact signed: between whom, about what."""

    parties: str
    subject: str = ""


@dataclass(frozen=True)
class Conclusion:
    """What was asked of whom, and by when."""

    text: str
    asked_of: str
    due_on: date | None = None


@dataclass(frozen=True)
class Conference:
    """All facts of one conference; `day` is None where only “vừa qua” is known.

    `left_out` counts the contents of the plan for which the item has no room.
    """

    organiser: str
    title: str
    year: int
    day: date | None = None
    host: str = ""
    pilot: bool = False
    place: str = ""
    chairs: tuple[str, ...] = ()
    attended: int | None = None
    significance: tuple[str, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    contents: tuple[str, ...] = ()
    left_out: int = 0
    phases: tuple[Phase, ...] = ()
    handed: tuple[Handed, ...] = ()
    signed: tuple[Signed, ...] = ()
    conclusions: tuple[Conclusion, ...] = ()
