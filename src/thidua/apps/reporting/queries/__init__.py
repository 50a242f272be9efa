"""What pages ask about periods and reports."""

from thidua.apps.reporting.models import Period
from thidua.apps.reporting.queries.board import (
    Board,
    BoardFilter,
    BoardRow,
    board,
    board_counts,
    board_rows,
    late_names,
)
from thidua.apps.reporting.queries.checking import Checked, checked
from thidua.apps.reporting.queries.counting import HoldingReport, reports_holding
from thidua.apps.reporting.queries.due import reports_due
from thidua.apps.reporting.queries.home import DueItem, ReviewItem, due_items, review_items
from thidua.apps.reporting.queries.notes import notes_of, texts_of
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
    blank_report,
    evidence_file,
    last_notes,
    own_report,
    report_for,
    report_names,
    story_of,
    version_if_last_saved_by,
    waiting_reports,
)
from thidua.apps.reporting.queries.sheet import Line, Photo, ReportView
from thidua.apps.reporting.queries.summary import Aim, Summary, SummaryLine, summary_of

__all__ = [
    "Aim",
    "AskedRow",
    "Board",
    "BoardFilter",
    "BoardRow",
    "Checked",
    "DueItem",
    "HoldingReport",
    "Line",
    "OwnPeriod",
    "Period",
    "PeriodRow",
    "Photo",
    "ReportView",
    "ReviewItem",
    "Summary",
    "SummaryLine",
    "asked_by",
    "blank_report",
    "board",
    "board_counts",
    "board_rows",
    "checked",
    "due_items",
    "evidence_file",
    "last_notes",
    "late_names",
    "notes_of",
    "own_periods",
    "own_report",
    "period_for",
    "period_to_fill",
    "periods_of_year",
    "report_for",
    "report_names",
    "reports_due",
    "reports_holding",
    "review_items",
    "story_of",
    "summary_of",
    "texts_of",
    "version_if_last_saved_by",
    "waiting_reports",
]
