"""What a file would do, row by row: new, changed, as it is, wrong, or to be asked about first."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Generic, TypeVar

from thidua.domain.errors import Conflict, Invalid
from thidua.office.sheets import ImportLog, Read, Row

AS_NEW, LEAVE_OUT = "new", "skip"

# Row number → AS_NEW, LEAVE_OUT, or the public id of what it is.
Answers = Mapping[int, str]


class Verdict(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    ASKED = "asked"
    LEFT_OUT = "left_out"
    WRONG = "wrong"


@dataclass(frozen=True)
class Candidate:
    """Something recorded, or an earlier row (by its number), that a row may well be."""

    public_id: str
    name: str
    detail: str = ""
    row: int = 0


@dataclass(frozen=True)
class Change:
    """One column that a row would change: its title, what stands there, what would."""

    title: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """One row of the file and what becomes of it; `label` names it on the page."""

    number: int
    label: str
    verdict: Verdict
    changes: tuple[Change, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    may_be_new: bool = True


L = TypeVar("L", bound=Line)


@dataclass
class Plan(Generic[L]):
    """All rows of a file in their order, and every problem of its cells and rows."""

    log: ImportLog
    lines: list[L] = field(default_factory=list)
    # Whether one wrong row keeps all others from being written.
    whole: ClassVar[bool] = False

    def of(self, verdict: Verdict) -> list[L]:
        """Return the rows of one verdict."""
        return [line for line in self.lines if line.verdict is verdict]

    @property
    def counts(self) -> dict[Verdict, int]:
        """Return how many rows there are of each verdict."""
        found = Counter(line.verdict for line in self.lines)
        return {verdict: found[verdict] for verdict in Verdict}

    @property
    def seen(self) -> str:
        """Return the counts as a short text, by which a press shows what its page had shown."""
        return "-".join(str(count) for count in self.counts.values())

    @property
    def writes(self) -> int:
        """Return how many rows would be written."""
        if self.whole and self.counts[Verdict.WRONG]:
            return 0
        return self.counts[Verdict.NEW] + self.counts[Verdict.CHANGED]

    def settle(self, seen: str) -> None:
        """Refuse to be carried out while questions are open, or where the page had shown otherwise."""
        asked = self.counts[Verdict.ASKED]
        if asked:
            raise Conflict("sheets.unanswered", count=asked)
        if seen != self.seen:
            raise Conflict("sheets.changed")
        if not self.writes:
            raise Conflict("sheets.nothing")


class Source:
    """A file as it was read. An audit event shows it as the hash of its content."""

    def __init__(self, digest: str, name: str, read: Read) -> None:
        self.digest, self.name, self.read = digest, name, read

    def __str__(self) -> str:
        return self.digest


class Firsts:
    """Where each key of a file stood first, to name that row beside a second one."""

    def __init__(self) -> None:
        self._rows: dict[object, int] = {}

    def once(self, key: object, row: int, shown: str) -> None:
        """Refuse a key that an earlier row has."""
        first = self._rows.setdefault(key, row)
        if first != row:
            raise Invalid("sheets.twice", row=first, value=shown)


def text(row: Row, key: str) -> str:
    """Return a text of a row, empty where it has none."""
    value = row.values.get(key)
    return value if isinstance(value, str) else ""


def count(row: Row, key: str) -> int | None:
    """Return a number of a row."""
    value = row.values.get(key)
    return value if isinstance(value, int) else None
