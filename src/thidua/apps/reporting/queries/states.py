"""How a superior sees the states of reports: a draft is to it still nothing."""

from thidua.apps.reporting.enums import BoardState, ReportState

SHOWN_AS = {
    ReportState.RETURNED: BoardState.RETURNED,
    ReportState.SENT: BoardState.SENT,
    ReportState.RECEIVED: BoardState.RECEIVED,
    ReportState.ACCEPTED: BoardState.ACCEPTED,
}
