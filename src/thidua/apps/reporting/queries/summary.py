"""What a unit has done in a period, summed up: plans, results beside target and the same days before."""

from dataclasses import dataclass, field
from datetime import date

from thidua.apps.campaigns.queries import LaunchedPlan, Target, plans_in, targets_in
from thidua.apps.figures.queries import Figure, IndicatorRow, Told, row_of, told_of
from thidua.apps.reporting.queries.notes import notes_of
from thidua.base import clock
from thidua.domain.figures.stretches import following, same_days_before
from thidua.domain.spans import DateSpan
from thidua.lawbook.report_sections import Section, report_sections, section_of


@dataclass(frozen=True)
class Aim:
    """A target beside what was reached of it: in the days of its plan, up to the end of the period."""

    target: Target
    days: DateSpan
    reached: Figure


@dataclass
class SummaryLine:
    """One indicator: its figure, that of the same days a year before, its target, its parts.

    `note` is what the unit itself remarked on it in its report of just these days.
    """

    indicator: IndicatorRow
    figure: Figure
    before: Figure
    aim: Aim | None = None
    note: str = ""
    parts: list["SummaryLine"] = field(default_factory=list)


@dataclass(frozen=True)
class Summary:
    """A period of a unit, with the period that follows it."""

    unit_id: int
    span: DateSpan
    cut_off: date
    plans: list[LaunchedPlan]
    coming: list[LaunchedPlan]
    sections: list[tuple[Section, list[SummaryLine]]]

    @property
    def lines(self) -> list[SummaryLine]:
        """Return the lines of all sections, parts right behind their whole."""
        return [
            line for _section, lines in self.sections for top in lines for line in (top, *top.parts)
        ]


def summary_of(unit_id: int, span: DateSpan) -> Summary:
    """Sum a period of a unit up; a handful of queries, whatever there is."""
    before = same_days_before(span)
    targets = targets_in(unit_id, span)
    days = {pk: _days(target, span) for pk, target in targets.items()}
    told = told_of(unit_id, [span, before, *days.values()])
    for target in targets.values():
        told.setdefault(target.indicator.code, Told(row_of(target.indicator)))
    aims = {
        one.indicator.code: Aim(targets[pk], days[pk], one.within(days[pk]))
        for one in told.values()
        if (pk := one.indicator.pk) in targets
    }
    coming = following(span)
    plans = plans_in(unit_id, span, coming.valid_until)
    return Summary(
        unit_id=unit_id,
        span=span,
        cut_off=min(span.last_day or clock.today(), clock.today()),
        plans=[plan for plan in plans if plan.span.overlaps(span)],
        coming=[plan for plan in plans if plan.span.overlaps(coming)],
        sections=_sections(told, span, before, aims, notes_of(unit_id, span)),
    )


def _days(target: Target, span: DateSpan) -> DateSpan:
    """Return the days of a target's plan, up to the end of the period."""
    plan = target.campaign
    return DateSpan(plan.starts_on, min(plan.until, span.valid_until))


def _sections(
    told: dict[str, Told],
    span: DateSpan,
    before: DateSpan,
    aims: dict[str, Aim],
    notes: dict[tuple[str, DateSpan], str],
) -> list[tuple[Section, list[SummaryLine]]]:
    lines = {
        code: SummaryLine(
            one.indicator,
            one.within(span),
            one.within(before),
            aims.get(code),
            notes.get((code, span), ""),
        )
        for code, one in told.items()
    }
    shown = {code: line for code, line in lines.items() if line.figure or line.before or line.aim}
    tops: list[SummaryLine] = []
    for line in shown.values():
        whole = shown.get(line.indicator.part_of)
        (tops if whole is None else whole.parts).append(line)
    return [
        (section, [line for line in tops if section_of(line.indicator.code) is section])
        for section in report_sections()
    ]
