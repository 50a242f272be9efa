"""What pages ask about periods and reports."""

from thidua.apps.reporting.queries.board import (
    Board,
    BoardFilter,
    BoardRow,
    board,
    board_counts,
    late_names,
)
from thidua.apps.reporting.queries.home import DueItem, ReviewItem, due_items, review_items
from thidua.apps.reporting.queries.periods import (
    AskedRow,
    OwnPeriod,
    PeriodRow,
    asked_by,
    own_periods,
    period_for,
    period_to_fill,
    periods_of_year,
)
from thidua.apps.reporting.queries.reports import (
    Line,
    Photo,
    ReportView,
    blank_report,
    evidence_file,
    own_report,
    report_for,
    report_names,
    story_of,
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
    "PeriodRow",
    "Photo",
    "ReportView",
    "ReviewItem",
    "asked_by",
    "blank_report",
    "board",
    "board_counts",
    "due_items",
    "evidence_file",
    "late_names",
    "own_periods",
    "own_report",
    "period_for",
    "period_to_fill",
    "periods_of_year",
    "report_for",
    "report_names",
    "review_items",
    "story_of",
    "waiting_reports",
]
