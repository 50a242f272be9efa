"""How the handover is told: each row with its words and its tone, and the consequences in lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from thidua.apps.accounts.queries import PersonRow, is_demo_name
from thidua.apps.campaigns.enums import CampaignState, DirectiveState
from thidua.apps.conferences.queries import Waiting
from thidua.apps.org.services.handover import Tenure
from thidua.apps.reporting.enums import ReportState
from thidua.apps.reporting.queries import DueItem, OwnPeriod
from thidua.base import clock
from thidua.web.words import days_left


@dataclass(frozen=True)
class Marked:
    """One row with the word and the tone of its badge, and how far its day is."""

    row: Any
    words: str
    tone: str = "neutral"
    day_text: str = ""


def holders(tenures: Iterable[Tenure]) -> list[Marked]:
    """Mark those who were invited and have not come in yet."""
    return [
        Marked(row, _("Chưa đặt mật khẩu") if _still_invited(row) else "", "wait")
        for row in tenures
    ]


def _still_invited(tenure: Tenure) -> bool:
    # People of the demonstration have no password at all.
    return tenure.waits and not is_demo_name(tenure.sign_in_name)


def given(directives: Iterable[Any]) -> list[Marked]:
    """Mark what the superior gave and the unit has not launched yet."""
    tones = {DirectiveState.PENDING: "warn"}
    return [
        Marked(
            directive,
            str(DirectiveState(directive.state).label),
            tones.get(DirectiveState(directive.state), "wait"),
            days_left(clock.today(), directive.due_on) if directive.due_on else "",
        )
        for directive in directives
    ]


def owed(items: Iterable[DueItem]) -> list[Marked]:
    """Mark the reports that the unit still has to send: returned, late, or simply to come."""
    today = clock.today()
    marked = []
    for item in items:
        late = item.due_on < today
        words = _("Chưa gửi, quá hạn") if late else _("Chưa gửi")
        if item.returned:
            words = str(ReportState.RETURNED.label)
        tone = "warn" if late or item.returned else "neutral"
        marked.append(Marked(item, words, tone, days_left(today, item.due_on)))
    return marked


def meetings(waiting: Iterable[Waiting]) -> list[Marked]:
    """Mark the own conferences still to hold and what conferences asked of the unit, by day."""
    today = clock.today()
    rows = sorted(waiting, key=lambda row: (row.day is None, row.day or today, row.text))
    marked = []
    for row in rows:
        late = row.day is not None and row.day < today
        if row.asked:
            words = _("Quá hạn") if late else _("Phải làm")
        else:
            words = _("Chưa ghi kết quả") if late else _("Đang chuẩn bị")
        day_text = days_left(today, row.day) if row.day else ""
        marked.append(Marked(row, words, "warn" if late else "wait", day_text))
    return marked


def plans(own: Iterable[Any]) -> list[Marked]:
    """Mark the own plans by their state."""
    tones = {CampaignState.LAUNCHED: "wait", CampaignState.RUNNING: "ok"}
    return [
        Marked(
            plan,
            str(CampaignState(plan.state).label),
            tones.get(CampaignState(plan.state), "neutral"),
        )
        for plan in own
    ]


def past_reports(periods: Iterable[OwnPeriod]) -> list[Marked]:
    """Mark the reports of a year that were sent."""
    tones = {
        ReportState.SENT: "wait",
        ReportState.RECEIVED: "wait",
        ReportState.ACCEPTED: "ok",
    }
    return [
        Marked(period, str(ReportState(period.state).label), tones[ReportState(period.state)])
        for period in periods
        if period.state in tones
    ]


def consequences(row: PersonRow, unit_name: str) -> list[tuple[str, str]]:
    """Say what a handover does to whom."""
    return [
        (_("Người bàn giao"), row.full_name),
        (_("Vai trò"), _(row.role_name)),
        (_("Tại"), unit_name),
        (
            _("Từ ngày bàn giao"),
            _("người bàn giao không xem và không làm gì được với vai trò này"),
        ),
        (
            _("Kế hoạch, báo cáo, bản nháp, minh chứng"),
            _("giữ nguyên ở đơn vị, người nhận làm tiếp"),
        ),
    ]
