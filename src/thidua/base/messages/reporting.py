"""Sentences of refusals about periods, reports and figures."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "reports.missing": _("Chưa gửi được: còn thiếu %(names)s. Không có thì nhập 0."),
    "reports.own": _("Người gửi báo cáo không tự duyệt báo cáo của mình."),
    "reports.no_reason": _("Trả lại thì phải ghi lý do để đơn vị biết cần sửa gì."),
    "reports.not_number": _(
        "“%(name)s”: “%(value)s” không phải là số nguyên. Hãy nhập như 12 hoặc 6.000.000."
    ),
    "reports.negative": _("“%(name)s” không thể là số âm (%(value)s)."),
    "reports.too_big": _(
        "“%(name)s” là %(value)s, lớn hơn mức hệ thống nhận. Hãy kiểm tra lại số chữ số."
    ),
    "reports.locked": _("Báo cáo đã gửi nên không sửa được. Muốn sửa, đề nghị cấp trên trả lại."),
    "reports.period_overlap": _(
        "Kỳ này chồng lên %(other)s đã yêu cầu báo cáo với cùng nội dung số liệu; số liệu sẽ bị cộng hai lần."
    ),
    "reports.no_indicators": _("Hãy chọn ít nhất một nội dung số liệu."),
    "reports.period_future": _("Kỳ báo cáo bắt đầu từ %(starts_on)s, chưa đến ngày."),
    "reports.unit_ended": _("%(unit)s đã kết thúc hoạt động trước kỳ này nên không gửi báo cáo."),
    "reports.due_before_end": _("Hạn gửi %(due_on)s sớm hơn ngày cuối kỳ %(last_day)s."),
}

WORDS: dict[str, Promise] = {
    "sent": _("đã gửi"),
    "returned": _("trả lại"),
    "accepted": _("đã duyệt"),
}
