"""The progress of one target of a plan: over time, by đợt, by khối, by direct unit; and as a workbook."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.queries import Campaign, Target
from thidua.apps.figures.queries import Course, Figure, course_of
from thidua.apps.org.enums import Sector
from thidua.base import clock
from thidua.domain.figures.periods import PeriodKind
from thidua.domain.figures.stretches import stretches
from thidua.domain.figures.totals import Aggregate, sum_of
from thidua.domain.spans import OPEN_END, DateSpan
from thidua.text.dates import day
from thidua.web.charts import Band, BarLine, Point, Series, band_between
from thidua.web.standing import target_note
from thidua.web.words import period_words

_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True)
class Progress:
    """Everything the tab draws of one target; `beside` is what no unit in the list brought."""

    target: Target
    figure: Figure
    href: str
    note: str
    by_month: Series
    reached: Series
    phases: list[BarLine]
    sectors: list[tuple[str, Series]]
    units: list[BarLine]
    beside: Figure
    not_by_month: int

    @property
    def mark(self) -> str:
        """Return the star of a target that no source gives."""
        return "*" if self.target.illustrative else ""


def chosen_target(own: Sequence[Target], code: str) -> Target | None:
    """Return the target asked for by its indicator's code, or the first."""
    return next((target for target in own if target.indicator.code == code), None) or (
        own[0] if own else None
    )


def progress_of(campaign: Campaign, target: Target, targets: Iterable[Target]) -> Progress:
    """Read and arrange the course of one target of the plan's own unit."""
    whole = _shown(campaign)
    kind, axis = stretches(whole)
    sums = [DateSpan(whole.valid_from, part.valid_until) for part in axis]
    phases = list(campaign.phases.all())
    spans = [whole, *axis, *sums, *(_span(phase) for phase in phases)]
    course = course_of(campaign.unit_id, target.indicator_id, spans)
    query = _query(whole)
    units, known = _units(campaign, target, targets, query)
    bands = list(_bands(phases, axis))
    summed = target.indicator.aggregate == Aggregate.SUM
    total = course.total[whole]
    by_month = sum_of(course.total[part] for part in axis).sent
    return Progress(
        target=target,
        figure=total,
        href=_address(campaign.unit.public_id, target.indicator.code, query),
        note=target_note(total.sent, illustrative=target.illustrative, published=target.published),
        by_month=Series(_points(axis, kind, course.total, campaign, target), bands),
        reached=Series(
            [
                _sum_point(part, kind, course.total[upto])
                for part, upto in zip(axis, sums, strict=True)
            ],
            bands,
            target.value,
            line=True,
        ),
        phases=[_phase_line(phase, course.total[_span(phase)]) for phase in phases],
        sectors=_sectors(course, axis, kind),
        units=units,
        beside=total - known if summed and units else Figure(),
        not_by_month=total.sent - by_month if summed else 0,
    )


def _shown(campaign: Campaign) -> DateSpan:
    """Return the days of the plan; one whose end is not known is shown to the end of this year."""
    if campaign.until < OPEN_END:
        return DateSpan(campaign.starts_on, campaign.until)
    year = max(queries.campaign_day(campaign).year, campaign.starts_on.year)
    return DateSpan(campaign.starts_on, date(year + 1, 1, 1))


def _units(
    campaign: Campaign, target: Target, targets: Iterable[Target], query: str
) -> tuple[list[BarLine], Figure]:
    """Return the direct units, most first, and what they brought together."""
    of_one = [one for one in targets if one.indicator_id == target.indicator_id]
    rows = queries.table_below(campaign, of_one).rows
    lines = [
        BarLine(
            row.unit.name,
            cell.figure.sent,
            cell.target,
            cell.figure.accepted,
            _address(row.unit.public_id, cell.code, query),
        )
        for row in rows
        for cell in row.cells
    ]
    lines.sort(key=lambda line: -line.value)
    return lines, sum_of(cell.figure for row in rows for cell in row.cells)


def _points(
    axis: Sequence[DateSpan],
    kind: PeriodKind,
    figures: dict[DateSpan, Figure],
    campaign: Campaign,
    target: Target,
) -> list[Point]:
    code, unit = target.indicator.code, campaign.unit.public_id
    return [
        Point(
            _short(part, kind),
            figures[part].sent if _has_begun(part) else None,
            figures[part].accepted if _has_begun(part) else None,
            _address(unit, code, _query(part)),
            _long(part),
        )
        for part in axis
    ]


def _sum_point(part: DateSpan, kind: PeriodKind, figure: Figure) -> Point:
    name = _("đến hết ngày %(day)s") % {"day": day(part.last_day or part.valid_until)}
    return Point(_short(part, kind), figure.sent if _has_begun(part) else None, name=name)


def _sectors(
    course: Course, axis: Sequence[DateSpan], kind: PeriodKind
) -> list[tuple[str, Series]]:
    """Return a course for each khối that reported; one alone says nothing new."""
    if len(course.by_sector) < 2:  # noqa: PLR2004
        return []
    return [
        (
            str(Sector(sector).label) if sector else _("Chưa xếp khối"),
            Series(
                [
                    Point(
                        _short(part, kind),
                        figures[part].sent if _has_begun(part) else None,
                        name=_long(part),
                    )
                    for part in axis
                ]
            ),
        )
        for sector, figures in course.by_sector.items()
    ]


def _phase_line(phase: Any, figure: Figure) -> BarLine:
    words = _("%(phase)s: %(start)s – %(end)s") % {
        "phase": _phase_name(phase),
        "start": day(phase.starts_on),
        "end": day(_span(phase).last_day or phase.until),
    }
    return BarLine(words, figure.sent, accepted=figure.accepted, note=phase.theme)


def _phase_name(phase: Any) -> str:
    number = phase.position
    return _("Đợt %(number)s") % {"number": _ROMAN[number] if number < len(_ROMAN) else str(number)}


def _bands(phases: Iterable[Any], axis: Sequence[DateSpan]) -> Iterator[Band]:
    for phase in phases:
        band = band_between(_phase_name(phase), _span(phase), axis)
        if band:
            yield band


def _span(phase: Any) -> DateSpan:
    return DateSpan(phase.starts_on, phase.until)


def _has_begun(part: DateSpan) -> bool:
    return part.valid_from <= clock.today()


def _short(part: DateSpan, kind: PeriodKind) -> str:
    first: date = part.valid_from
    if kind is PeriodKind.MONTH:
        return f"{first.month}"
    if kind is PeriodKind.QUARTER:
        return f"{_ROMAN[(first.month + 2) // 3]}/{first.year % 100:02d}"
    return f"{first.year}"


def _long(part: DateSpan) -> str:
    words = period_words(part)
    return words[0].upper() + words[1:]


def _query(span: DateSpan) -> str:
    return f"?tu={span.valid_from.isoformat()}&den={span.valid_until.isoformat()}"


def _address(unit_id: str, code: str, query: str) -> str:
    return reverse("figures:open", args=[unit_id, code]) + query
