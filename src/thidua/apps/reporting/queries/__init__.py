"""What pages ask about periods and reports."""

from thidua.apps.reporting.models import Period
from thidua.apps.reporting.queries.asking import AskedRow, asked_by
from thidua.apps.reporting.queries.beside import BesideRow, beside
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
from thidua.apps.reporting.queries.counting import HoldingReport, Place, places_of, reports_holding
from thidua.apps.reporting.queries.due import reports_due
from thidua.apps.reporting.queries.elsewhere import (
    Asking,
    Unsent,
    asked_of,
    given_elsewhere,
    unsent_below,
)
from thidua.apps.reporting.queries.home import DueItem, ReviewItem, due_items, review_items
from thidua.apps.reporting.queries.notes import notes_of, texts_of
from thidua.apps.reporting.queries.owing import owes, owes_now, receiver_of
from thidua.apps.reporting.queries.periods import (
    OwnPeriod,
    PeriodRow,
    own_periods,
    period_for,
    period_to_fill,
    periods_of_year,
)
from thidua.apps.reporting.queries.reports import (
    blank_report,
    carried_over,
    evidence_file,
    last_lines,
    own_report,
    report_for,
    report_names,
    report_to_fill,
    reports_added_to,
    story_of,
    version_if_last_saved_by,
    waiting_reports,
)
from thidua.apps.reporting.queries.sheet import Line, Photo, ReportView
from thidua.apps.reporting.queries.summary import Aim, Summary, SummaryLine, summary_of

__all__ = [
    "Aim",
    "AskedRow",
    "Asking",
    "BesideRow",
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
    "Place",
    "ReportView",
    "ReviewItem",
    "Summary",
    "SummaryLine",
    "Unsent",
    "asked_by",
    "asked_of",
    "beside",
    "blank_report",
    "board",
    "board_counts",
    "board_rows",
    "carried_over",
    "checked",
    "due_items",
    "evidence_file",
    "given_elsewhere",
    "last_lines",
    "late_names",
    "notes_of",
    "owes",
    "owes_now",
    "own_periods",
    "own_report",
    "period_for",
    "period_to_fill",
    "periods_of_year",
    "places_of",
    "receiver_of",
    "report_for",
    "report_names",
    "report_to_fill",
    "reports_added_to",
    "reports_due",
    "reports_holding",
    "review_items",
    "story_of",
    "summary_of",
    "texts_of",
    "unsent_below",
    "version_if_last_saved_by",
    "waiting_reports",
]
