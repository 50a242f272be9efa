"""The board of a period as a table of a workbook."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from thidua.apps.reporting.queries import BoardRow, Period
from thidua.base import clock
from thidua.office.sheets import Cell, Column, Sheet
from thidua.text.dates import day
from thidua.web.areas.reporting.present import state_mark


def board_sheet(
    period: Period, rows: Iterable[BoardRow]
) -> tuple[Sheet, list[Mapping[str, Cell | None]]]:
    """Return who has sent, and when."""
    sheet = Sheet(
        _("Tình hình báo cáo"),
        (
            Column("unit", _("Đơn vị"), width=60),
            Column("state", _("Trạng thái"), width=24),
            Column("sent", _("Ngày gửi"), "day", width=16),
            Column("late", _("Đúng hạn"), width=16),
        ),
        period.name,
        _("Hạn gửi hết ngày %(due)s; tình hình đến hết ngày %(today)s")
        % {"due": day(period.due_on), "today": day(clock.today())},
    )
    return sheet, [_row(row, period) for row in rows]


def _row(row: BoardRow, period: Period) -> Mapping[str, Cell | None]:
    words, _tone = state_mark(row.state, period.due_on)
    sent = clock.local_day(row.sent_at) if row.report_id and row.sent_at else None
    timely = _("gửi sau hạn") if row.late else _("đúng hạn")
    return {"unit": row.name, "state": words, "sent": sent, "late": timely if sent else None}
