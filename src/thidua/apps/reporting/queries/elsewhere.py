"""What others have given for a report's days: rows counted, shorter periods, the units below."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

from thidua.apps.figures.queries import own_figures, split_totals_now
from thidua.apps.org.models import Placement, UnitName, UnitPath
from thidua.apps.reporting.enums import DONE_STATES, PeriodAsks
from thidua.apps.reporting.models import Period, Report, ReportLine
from thidua.apps.reporting.queries.asking import AskedRow, asked_by, asked_with_lines
from thidua.domain.figures.totals import Figure
from thidua.domain.spans import DateSpan
from thidua.domain.tree import Line
from thidua.text.collate import sort_key


@dataclass(frozen=True)
class Unsent:
    """A period inside the report's days, and the direct units whose report for it has not come."""

    period: str
    units: list[str]


@dataclass(frozen=True)
class Asking:
    """What a period asks of one unit; `together`: with what the units below it gave."""

    rows: list[AskedRow]
    together: bool


def asked_of(unit_id: int, period: Period) -> Asking:
    """Return what a period asks of a unit, in the order of the form."""
    return _asking(asked_by(period, unit_id))


def sheet_of(report: Report) -> tuple[Asking, list[ReportLine]]:
    """Return what is asked of a report and its lines, found together."""
    rows, lines = asked_with_lines(report)
    return _asking(rows), lines


def _asking(rows: list[AskedRow]) -> Asking:
    return Asking(rows, any(row.together for row in rows))


def given_elsewhere(
    unit_id: int,
    period: Period,
    asking: Asking,
    written: Mapping[int, Figure],
    report_id: str = "",
) -> dict[int, Figure]:
    """Return what each figure stands at in the ledger without this report.

    Where figures are drawn together, with all below along the main line; `written` is what the
    report itself has written, to be left out. Else only the unit's own, where nothing is typed here.
    """
    span = DateSpan(period.starts_on, period.until)
    if not asking.together:
        wanted = [row.indicator_id for row in asking.rows if not row.typed]
        return own_figures(unit_id, wanted, span, without=report_id)
    totals = split_totals_now(unit_id, [row.indicator_id for row in asking.rows], span)
    return {
        pk: split.total - split.by_side - written.get(pk, Figure()) for pk, split in totals.items()
    }


def unsent_below(unit_id: int, period: Period) -> list[Unsent]:
    """Return who of the direct units has not sent what a report of these days draws together."""
    inside = Period.objects.filter(
        starts_on__gte=period.starts_on, until__lte=period.until, unit__in=_line_above(unit_id)
    )
    if period.asks != PeriodAsks.LOWEST:
        inside = inside.exclude(pk=period.pk)
    periods = list(inside.order_by("starts_on", "until", "id"))
    below = _Below(unit_id, period)
    reports = Report.objects.filter(
        period__in=periods, unit__in=below.called, state__in=DONE_STATES
    )
    done = set(reports.values_list("period_id", "unit_id"))
    found = []
    for each in periods:
        missing = [unit for unit in below.owing(each) if (each.pk, unit) not in done]
        if missing:
            named = sorted((below.called[unit] for unit in missing), key=sort_key)
            found.append(Unsent(each.name, named))
    return found


class _Below:
    """The direct units of a unit during a report's days: their names, and which had units below."""

    def __init__(self, unit_id: int, period: Period) -> None:
        self.unit_id = unit_id
        children: Any = Placement.objects.filter(
            parent_id=unit_id,
            line=Line.MAIN,
            valid_from__lt=period.until,
            valid_until__gt=period.starts_on,
        )
        names = UnitName.objects.filter(unit_id=OuterRef("unit_id")).order_by("-valid_from")
        known = names.filter(valid_from__lt=period.until).values("name")
        self._children = list(children.annotate(called=Subquery(known[:1])))
        self.called = {row.unit_id: row.called or "" for row in self._children}
        grandchildren = Placement.objects.filter(parent_id__in=self.called, line=Line.MAIN)
        spans = grandchildren.order_by().values_list("parent_id", "valid_from", "valid_until")
        self._parents = list(spans.distinct())

    def owing(self, period: Period) -> list[int]:
        """Return the direct units that owe a report of their own for a period of the unit's line."""
        end = period.until
        there = [row.unit_id for row in self._children if row.valid_from < end <= row.valid_until]
        if period.asks == PeriodAsks.DIRECT:
            return there if period.unit_id == self.unit_id else []
        if period.asks == PeriodAsks.OWN:
            return []
        busy = {unit for unit, first, until in self._parents if first < end <= until}
        return [unit for unit in there if unit not in busy]


def _line_above(unit_id: int) -> Any:
    line = UnitPath.objects.filter(descendant_id=unit_id, line=Line.MAIN)
    return line.order_by().values("ancestor_id")
