"""What a sheet consists of, and what comes of reading one: rows, and a log of every problem."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Literal

from thidua.domain.errors import DomainError

Kind = Literal["text", "int", "day", "choice"]
Value = str | int | date | None
Cell = str | int | float | bool | date | datetime | time | timedelta


@dataclass(frozen=True)
class Column:
    """One column: what it is called, what may stand in it, what helps to fill it in.

    `choices` are pairs of value and label; `aliases` are other titles under which it is known.
    """

    key: str
    title: str
    kind: Kind = "text"
    required: bool = False
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    width: int = 18
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One form: the name of its tab, its columns from left to right, the line above them.

    `guide` stands under the title; None is the guide of a form that is filled in.
    """

    name: str
    columns: tuple[Column, ...]
    title: str = ""
    guide: str | None = None

    def column(self, key: str) -> Column:
        """Return the column of that key."""
        return next(column for column in self.columns if column.key == key)


@dataclass(frozen=True, slots=True)
class Row:
    """One row as read: its number in the file, its values, and the cells as they were typed.

    A cell that could not be read has no value; the log says why.
    """

    number: int
    values: Mapping[str, Value]
    typed: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one cell (or, without a column key, in the whole row)."""

    row: int
    column: str
    refusal: DomainError

    @property
    def code(self) -> str:
        """Return the code of the refusal."""
        return self.refusal.code

    @property
    def params(self) -> Mapping[str, object]:
        """Return the words of the refusal."""
        return self.refusal.params


class ImportLog:
    """Every problem of a file, by row."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Problem]] = {}

    def add(self, row: int, column: str, refusal: DomainError) -> None:
        """Note a problem."""
        self._rows.setdefault(row, []).append(Problem(row, column, refusal))

    def copy(self) -> "ImportLog":
        """Return a log that may be added to, while this one stays as the reader left it."""
        other = ImportLog()
        for problem in self:
            other.add(problem.row, problem.column, problem.refusal)
        return other

    def of(self, row: int) -> list[Problem]:
        """Return the problems of one row."""
        return self._rows.get(row, [])

    @property
    def rows(self) -> list[int]:
        """Return the numbers of the rows that have a problem."""
        return sorted(self._rows)

    def __contains__(self, row: int) -> bool:
        return row in self._rows

    def __iter__(self) -> Iterator[Problem]:
        for row in self.rows:
            yield from self._rows[row]

    def __len__(self) -> int:
        return sum(len(problems) for problems in self._rows.values())


@dataclass(frozen=True)
class Read:
    """A file as read: `ignored` are columns the form does not have, `passed` rows of totals."""

    tab: str
    rows: list[Row]
    log: ImportLog
    ignored: tuple[str, ...] = ()
    passed: tuple[int, ...] = field(default=())
