"""What pages ask about periods and reports."""

from thidua.apps.reporting.models import Period
from thidua.apps.reporting.queries.board import (
    Board,
    BoardFilter,
    BoardRow,
    board,
    board_counts,
    late_names,
)
from thidua.apps.reporting.queries.home import DueItem, ReviewItem, due_items, review_items
from thidua.apps.reporting.queries.lines import Line, Photo, counted_elsewhere, lines_of
from thidua.apps.reporting.queries.owing import owes_for
from thidua.apps.reporting.queries.periods import (
    AskedRow,
    OwnPeriod,
    PeriodRow,
    asked_by,
    own_periods,
    period_for,
    periods_of_year,
)
from thidua.apps.reporting.queries.reports import (
    ReportView,
    evidence_file,
    last_notes,
    report_for,
    report_names,
    report_to_fill,
    story_of,
    version_if_last_saved_by,
    waiting_reports,
)

__all__ = [
    "AskedRow",
    "Board",
    "BoardFilter",
    "BoardRow",
    "DueItem",
    "Line",
    "OwnPeriod",
    "Period",
    "PeriodRow",
    "Photo",
    "ReportView",
    "ReviewItem",
    "asked_by",
    "board",
    "board_counts",
    "counted_elsewhere",
    "due_items",
    "evidence_file",
    "last_notes",
    "late_names",
    "lines_of",
    "owes_for",
    "own_periods",
    "period_for",
    "periods_of_year",
    "report_for",
    "report_names",
    "report_to_fill",
    "review_items",
    "story_of",
    "version_if_last_saved_by",
    "waiting_reports",
]
