"""A giai đoạn of a unit: each figure in all and by year, with its parts, and what was remarked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from thidua.apps.figures.queries import Figure, IndicatorRow, Told
from thidua.base import clock
from thidua.domain.errors import NotFound
from thidua.domain.figures.periods import PeriodKind, calendar_span
from thidua.domain.spans import DateSpan
from thidua.text.numbers import group
from thidua.web.charts import Point, Series
from thidua.web.standing import is_illustrative
from thidua.web.words import period_words

_FIRST_STAGE, _STAGE_YEARS, _LONGEST = 2000, 5, 6
_FEWEST_POINTS = 3
_MOST_STAGES = 4
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# What is honoured together, collectives and individuals: their sum is the number of certificates.
_PAIRS = (
    ("nu-gvn-dvn-tap-the", "nu-gvn-dvn-ca-nhan"),
    ("dien-hinh-tap-the", "dien-hinh-ca-nhan"),
)
ALL_YEARS = DateSpan(date(_FIRST_STAGE, 1, 1), date(2200, 1, 1))
Notes = dict[tuple[str, DateSpan], str]


@dataclass(frozen=True)
class Cell:
    """One number with the address that opens it, and the marks of its remarks."""

    figure: Figure
    href: str
    mark: str = ""
    words: str = ""


@dataclass
class StageRow:
    """One indicator over the giai đoạn; `others` are periods that lie in no one year."""

    indicator: IndicatorRow
    whole: Cell
    years: list[tuple[int, Cell | None]]
    others: list[Cell]
    parts: list["StageRow"] = field(default_factory=list)


class Remarks:
    """The remarks met so far, each with a mark of its own: * for what is illustrative, ¹ for others."""

    def __init__(self, notes: Notes) -> None:
        """Know the notes by indicator and period."""
        self._notes = notes
        self._met: dict[str, str] = {}

    def mark(self, code: str, span: DateSpan) -> str:
        """Return the mark of a figure's remark; nothing where there is none."""
        note = self._notes.get((code, span))
        if note is None:
            return ""
        if note not in self._met:
            alike = sum(is_illustrative(met) == is_illustrative(note) for met in self._met)
            starred = is_illustrative(note)
            self._met[note] = "*" * (alike + 1) if starred else str(alike + 1).translate(_RAISED)
        return self._met[note]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for note, mark in self._met.items():
            yield mark, note


def stage_between(first: int, last: int) -> DateSpan:
    """Return the days of a giai đoạn from two to six years; raise NotFound for any other."""
    if not (_FIRST_STAGE <= first < last <= first + _LONGEST - 1 and first <= clock.today().year):
        raise NotFound("base.not_found")
    return DateSpan(_year(first).valid_from, _year(last).valid_until)


def term_of(day: date) -> tuple[int, int]:
    """Return the latest term of five years that a day lies in."""
    first = (day.year - 1) // _STAGE_YEARS * _STAGE_YEARS
    return max(first, _FIRST_STAGE), max(first, _FIRST_STAGE) + _STAGE_YEARS


def stages(unit_id: str) -> list[tuple[int, int, str]]:
    """Return the terms of five years that have begun, the latest first, each with its address."""
    last = clock.today().year // _STAGE_YEARS * _STAGE_YEARS
    return [
        (first, first + _STAGE_YEARS, address(unit_id, first, first + _STAGE_YEARS))
        for first in range(last, _FIRST_STAGE - 1, -_STAGE_YEARS)
    ][:_MOST_STAGES]


def address(unit_id: str, first: int, last: int) -> str:
    """Return the address of a giai đoạn of a unit."""
    return reverse("figures:stage", args=[unit_id, first, last])


def rows_of(
    unit_id: str, told: dict[str, Told], stage: DateSpan, remarks: Remarks
) -> tuple[list[int], list[StageRow]]:
    """Return the years that have figures, and the rows; a part stands under its whole, never beside it."""
    years = [
        year
        for year in range(stage.valid_from.year, stage.valid_until.year)
        if any(one.within(_year(year)) for one in told.values())
    ]
    rows = {code: _row(unit_id, one, stage, years, remarks) for code, one in told.items()}
    tops: list[StageRow] = []
    for row in rows.values():
        whole = rows.get(row.indicator.part_of)
        (tops if whole is None else whole.parts).append(row)
    return years, tops


def _row(
    unit_id: str, told: Told, stage: DateSpan, years: Iterable[int], remarks: Remarks
) -> StageRow:
    code = told.indicator.code

    def cell(span: DateSpan, figure: Figure, mark: str = "", words: str = "") -> Cell:
        query = urlencode({"tu": span.valid_from.isoformat(), "den": span.valid_until.isoformat()})
        return Cell(figure, f"{reverse('figures:open', args=[unit_id, code])}?{query}", mark, words)

    def of_year(year: int) -> Cell | None:
        span = _year(year)
        figure = told.within(span)
        return cell(span, figure, remarks.mark(code, span)) if figure else None

    others = [
        cell(span, figure, remarks.mark(code, span), period_words(span))
        for span, figure in told.parts
        if span.valid_from.year != (span.last_day or span.valid_until).year
    ]
    whole = cell(stage, told.within(stage), remarks.mark(code, stage))
    return StageRow(told.indicator, whole, [(year, of_year(year)) for year in years], others)


def together(rows: list[StageRow]) -> list[tuple[StageRow, StageRow, int]]:
    """Return what collectives and individuals are honoured together, with the sum of both."""
    by_code = {row.indicator.code: row for row in rows}
    return [
        (
            by_code[group_code],
            by_code[person_code],
            by_code[group_code].whole.figure.sent + by_code[person_code].whole.figure.sent,
        )
        for group_code, person_code in _PAIRS
        if group_code in by_code and person_code in by_code
    ]


def courses(rows: list[StageRow]) -> list[tuple[IndicatorRow, Series]]:
    """Return a course by year for each figure that is known in enough years."""
    return [
        (
            row.indicator,
            Series(
                [
                    Point(
                        f"{year}{cell.mark if cell else ''}",
                        cell.figure.sent if cell else None,
                        href=cell.href if cell else "",
                        name=f"{year}",
                    )
                    for year, cell in row.years
                ]
            ),
        )
        for row in rows
        if sum(cell is not None for _year_of, cell in row.years) >= _FEWEST_POINTS
    ]


def parts_words(row: StageRow) -> str:
    """Return “trong đó 10 cấp Thành phố”: a part is never added to its whole."""
    return ", ".join(
        f"{group(part.whole.figure.sent)} {part.indicator.part_words or part.indicator.name}"
        for part in row.parts
    )


def _year(year: int) -> DateSpan:
    return calendar_span(PeriodKind.YEAR, year, 1)
