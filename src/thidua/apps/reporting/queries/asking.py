"""What a period asks of one unit: its figures, in the order of the form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Value

from thidua.apps.figures.enums import AggregateKind, SourceKind
from thidua.apps.org.models import Placement
from thidua.apps.reporting.enums import PeriodAsks
from thidua.apps.reporting.models import Period, PeriodIndicator, Report, ReportLine
from thidua.apps.reporting.queries.owing import on_last_day
from thidua.apps.reporting.queries.periods import shorter_periods
from thidua.base.statements import fetch
from thidua.domain.figures.periods import draws_together
from thidua.domain.spans import DateSpan
from thidua.domain.tree import Line

# In the order of AskedRow; the last two say what the row makes of them.
_COLUMNS = (
    "indicator_id",
    "indicator__code",
    "indicator__name",
    "indicator__measure",
    "required",
    "evidence",
    "indicator__counted_as",
    "indicator__part_of",
    "indicator__part_words",
    "indicator__hint",
    "indicator__source",
    "indicator__aggregate",
)
_ASKED = """
    SELECT asked.indicator_id, indicator.code, indicator.name, indicator.measure, asked.required,
        asked.evidence, indicator.counted_as, indicator.part_of, indicator.part_words,
        indicator.hint, indicator.source, indicator.aggregate :line
    FROM reporting_periodindicator asked
    JOIN figures_indicator indicator ON indicator.id = asked.indicator_id
    :lines
    WHERE asked.period_id = %s
    ORDER BY asked.position
"""
_LINES = """
    LEFT JOIN reporting_reportline line
        ON line.report_id = %s AND line.indicator_id = asked.indicator_id
"""
_LINE = ", line.id, line.value, line.counted, line.note"
_ALONE = _ASKED.replace(":lines", "").replace(":line", "")
_WITH_LINES = _ASKED.replace(":lines", _LINES).replace(":line", _LINE)


@dataclass(frozen=True)
class AskedRow:
    """One figure that a period asks for.

    It is typed unless it is derived, or `elsewhere`: a shorter period within this one asks the same
    unit for it, and this one only shows what those have given. `together`: the report also shows what
    the units below gave.
    """

    indicator_id: int
    code: str
    name: str
    measure: str
    required: bool
    evidence: str
    counted_as: str
    part_of: str
    part_words: str
    hint: str
    derived: bool
    latest: bool
    elsewhere: bool = False
    together: bool = False

    @property
    def typed(self) -> bool:
        """Tell whether this report is where the figure is entered."""
        return not (self.derived or self.elsewhere)


def asked_by(period: Period, unit_id: int) -> list[AskedRow]:
    """Return what a period asks of a unit, in the order of the form."""
    if _stands_alone(period):
        return [_asked(row) for row in fetch(_ALONE, period.pk)]
    asked: Any = PeriodIndicator.objects.filter(period=period).annotate(
        elsewhere=_elsewhere(period, unit_id), together=_together(period, unit_id)
    )
    rows = asked.order_by("position").values_list(*_COLUMNS, "elsewhere", "together")
    return [
        _asked(row, elsewhere=elsewhere, together=together) for *row, elsewhere, together in rows
    ]


def asked_with_lines(report: Report) -> tuple[list[AskedRow], list[ReportLine]]:
    """Return the same for the period of a report, and the lines of the report."""
    period = report.period
    if not _stands_alone(period):
        return asked_by(period, report.unit_id), list(report.lines.order_by("id"))
    asked, lines = [], []
    for *row, pk, value, counted, note in fetch(_WITH_LINES, report.pk, period.pk):
        asked.append(_asked(row))
        if pk is not None:
            of = {"id": pk, "report_id": report.pk, "indicator_id": row[0]}
            lines.append(ReportLine(**of, value=value, counted=counted, note=note))
    return asked, lines


def _stands_alone(period: Period) -> bool:
    """Tell whether nothing of the report can come from elsewhere: a month of the lowest units."""
    lowest = period.asks == PeriodAsks.LOWEST
    return lowest and not draws_together(DateSpan(period.starts_on, period.until))


def _asked(row: Sequence[Any], *, elsewhere: bool = False, together: bool = False) -> AskedRow:
    *described, source, aggregate = row
    latest = aggregate == AggregateKind.LATEST
    # What stands at one moment is not added to at a higher level.
    given = elsewhere or (together and latest)
    return AskedRow(*(*described, source == SourceKind.DERIVED, latest, given, together))


def _elsewhere(period: Period, unit_id: int) -> Exists:
    shorter = PeriodIndicator.objects.filter(
        indicator=OuterRef("indicator"), period__in=shorter_periods(period, unit_id)
    )
    return Exists(shorter)


def _together(period: Period, unit_id: int) -> Exists | Value:
    if period.asks == PeriodAsks.LOWEST:
        return Value(value=False)
    below = Placement.objects.filter(parent_id=unit_id, line=Line.MAIN, **on_last_day(period.until))
    return Exists(below)
