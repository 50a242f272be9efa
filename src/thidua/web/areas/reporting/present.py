"""How reports look: tones and words of states, sentences of the timeline, the reminder text."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from thidua.apps.reporting.enums import BoardState, ReportState
from thidua.apps.reporting.queries import ReportView, story_of
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.text.dates import day
from thidua.web.components import Entry
from thidua.web.words import days_left

_TONES = {
    ReportState.DRAFT: "neutral",
    ReportState.SENT: "wait",
    ReportState.RECEIVED: "wait",
    ReportState.RETURNED: "warn",
    ReportState.ACCEPTED: "ok",
    BoardState.MISSING: "neutral",
}


def state_mark(state: str, due_on: date) -> tuple[str, str]:
    """Return the words and the tone of a state; what is missing is said with its day."""
    if state in ("", BoardState.MISSING, ReportState.DRAFT):
        late = due_on < clock.today()
        words = _("Chưa gửi") if not late else _("Chưa gửi, quá hạn")
        return words, "warn" if late else "neutral"
    return str(ReportState(state).label), _TONES[ReportState(state)]


def story(report: ReportView) -> list[Entry]:
    """Return the life of a report as sentences."""
    words = {
        "start_report": _("bắt đầu nhập báo cáo."),
        "send_report": _("gửi báo cáo."),
        "receive_report": _("tiếp nhận báo cáo."),
        "return_report": _("trả lại báo cáo."),
        "accept_report": _("duyệt báo cáo."),
        "accept_additions": _("duyệt phần bổ sung sau khi duyệt."),
    }
    entries = []
    for step in story_of(report.public_id):
        sentence = words[step.operation]
        if step.late and report.late:
            sentence = _("gửi báo cáo sau hạn.")
        if step.reason:
            sentence = _("trả lại báo cáo: %(reason)s") % {"reason": step.reason}
        # The hour is shown where it belongs to the day, as in every other timeline.
        at = step.at if clock.local_day(step.at) == step.day else None
        entries.append(Entry(sentence=sentence, at=at, day=step.day, who=step.who))
    return entries


def reminder(actor: Actor, name: str, due_on: date, units: Sequence[str], count: int) -> str:
    """Return a polite text for the group chat: who, what, by when, whom to ask."""
    named = "; ".join(units)
    if count > len(units):
        named = _("%(units)s; và %(count)s đơn vị khác") % {
            "units": named,
            "count": count - len(units),
        }
    return _(
        "Kính gửi các đồng chí: %(units)s.\n"
        "%(report)s có hạn gửi đến hết ngày %(due)s (%(left)s). Đề nghị các đồng chí quan tâm nhập và "
        "gửi báo cáo trên hệ thống: vào mục Việc hôm nay, bấm “%(press)s”. Đơn vị nào đã gửi xin bỏ "
        "qua tin này.\n"
        "Cần hỗ trợ, xin liên hệ %(name)s (%(post)s). Trân trọng cảm ơn."
    ) % {
        "units": named,
        "report": name,
        "due": day(due_on),
        "left": days_left(clock.today(), due_on),
        # The very words of the button on Việc hôm nay.
        "press": _("Nhập và gửi"),
        "name": actor.name,
        "post": actor.post,
    }
