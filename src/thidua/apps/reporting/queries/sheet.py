"""A report as a page shows it: its figures beside what is asked, its proofs, its story."""

from dataclasses import dataclass, field
from datetime import date, datetime

from thidua.apps.reporting.models import Period
from thidua.apps.reporting.queries.asking import AskedRow
from thidua.domain.figures.totals import Figure
from thidua.domain.workflow.reports import REPORT

_NOTHING = Figure()


@dataclass(frozen=True)
class Photo:
    """A proof: its file, the figure it proves (empty: the whole report), what it shows."""

    file_id: str
    name: str
    code: str
    caption: str


@dataclass(frozen=True)
class Line:
    """One figure of a report beside what is asked of it.

    `now` is what stands in the ledger from elsewhere (rows, shorter periods, units below), `kept`
    what stood there when the report was sent; None while it is still being filled. The figure is
    what was typed and what was given elsewhere, together.
    """

    asked: AskedRow
    value: int | None = None
    note: str = ""
    kept: int | None = None
    now: Figure = _NOTHING
    together: bool = False

    @property
    def code(self) -> str:
        """The indicator's code."""
        return self.asked.code

    @property
    def name(self) -> str:
        """The indicator's name."""
        return self.asked.name

    @property
    def measure(self) -> str:
        """What is counted."""
        return self.asked.measure

    @property
    def counted(self) -> int:
        """What was given elsewhere: up to the sending, or up to now."""
        return self.now.sent if self.kept is None else self.kept

    @property
    def shown(self) -> int | None:
        """The figure of this report; None where nothing was given at all."""
        if not self.asked.typed:
            return self.counted
        if self.value is None:
            return self.counted or None
        return self.value + self.counted

    @property
    def added(self) -> int:
        """What has been given elsewhere, or taken back, since the report was sent."""
        return 0 if self.kept is None else self.now.sent - self.kept

    @property
    def unaccepted(self) -> int:
        """What was counted of the unit's own rows and is not accepted."""
        own = self.asked.derived and not self.together
        return self.now.sent - self.now.accepted if own else 0


@dataclass(frozen=True)
class ReportView:
    """A report as a page shows it; `public_id` is empty while nothing was saved."""

    period: Period
    unit_id: int
    unit_public_id: str
    unit_name: str
    lines: list[Line]
    public_id: str = ""
    state: str = REPORT.initial
    version: int = 0
    highlights: str = ""
    difficulties: str = ""
    remark: str = ""
    photos: list[Photo] = field(default_factory=list)
    changed_at: datetime | None = None
    sent_at: datetime | None = None
    sent_name: str = ""
    received_at: datetime | None = None
    received_name: str = ""
    reviewed_at: datetime | None = None
    reviewed_name: str = ""
    return_reason: str = ""
    first_sent_on: date | None = None
    may_fill: bool = False
    together: bool = False
    superior_name: str = ""
    may_receive: bool = False
    may_review: bool = False
    judges: bool = False

    @property
    def late(self) -> bool:
        """Tell whether the report first came after the due day."""
        return bool(self.first_sent_on and self.first_sent_on > self.period.due_on)

    @property
    def additions(self) -> list[Line]:
        """The figures of an accepted report that were counted, or taken back, afterwards."""
        if self.state != REPORT.steps["accept"].target:
            return []
        return [line for line in self.lines if line.added or line.unaccepted]

    @property
    def waits_again(self) -> bool:
        """Tell whether some of what was counted afterwards is not yet accepted."""
        return any(line.unaccepted for line in self.additions)


@dataclass(frozen=True)
class StoryEntry:
    """One step in the life of a report."""

    at: datetime
    day: date
    who: str
    operation: str
    reason: str
    late: bool
