"""Sentences of refusals about periods, reports and figures."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "reports.missing": _("Chưa gửi được: còn thiếu %(names)s. Không có thì nhập 0."),
    "reports.own": _("Người gửi báo cáo không tự duyệt hoặc trả lại báo cáo của mình."),
    "reports.no_reason": _("Trả lại thì phải ghi lý do để đơn vị biết cần sửa gì."),
    "reports.reason_long": _("Lý do dài quá %(limit)s ký tự. Hãy rút gọn."),
    "reports.not_number": _("“%(value)s” không phải là số nguyên. Hãy nhập như 12 hoặc 6.000.000."),
    "reports.negative": _("“%(name)s” không thể là số âm (%(value)s). Không có thì nhập 0."),
    "reports.too_big": _(
        "“%(name)s” là %(value)s, lớn hơn mức hệ thống nhận (12 chữ số). Hãy kiểm tra lại số chữ số."
    ),
    "reports.derived_typed": _(
        "“%(name)s” tự tính từ danh sách nên không nhập ở báo cáo. Hãy bổ sung vào danh sách; số ở đây "
        "đổi theo."
    ),
    "reports.given_elsewhere": _(
        "“%(name)s” đã có từ các báo cáo ngắn hơn trong kỳ này nên không nhập nữa, để khỏi cộng hai lần. "
        "Cần sửa thì sửa ở báo cáo tháng."
    ),
    "reports.text_long": _("Phần này dài %(length)s ký tự, tối đa %(limit)s. Hãy rút gọn."),
    "reports.note_long": _("Ghi chú dài %(length)s ký tự, tối đa %(limit)s. Hãy rút gọn."),
    "reports.photos_many": _(
        "Báo cáo đã có %(there)s ảnh, tối đa %(limit)s. Hãy chọn bớt ảnh, hoặc bỏ những ảnh không cần."
    ),
    "reports.locked": _("Báo cáo đã gửi nên không sửa được. Muốn sửa, đề nghị cấp trên trả lại."),
    "reports.sent_anew": _(
        "Đơn vị vừa gửi lại báo cáo này với nội dung mới. Hãy xem bản mới rồi duyệt hoặc trả lại."
    ),
    "reports.not_superior": _(
        "Chỉ công đoàn cấp trên trực tiếp của đơn vị duyệt hoặc trả lại báo cáo này."
    ),
    "reports.counted_already": _(
        "“%(name)s” đã gửi trong “%(other)s” cho những ngày trùng với kỳ này; gửi nữa thì bị cộng "
        "hai lần. Hãy nhập 0 ở đây, hoặc đề nghị cấp trên trả lại báo cáo kia."
    ),
    "reports.period_overlap": _(
        "Kỳ này trùng ngày và trùng nội dung số liệu với “%(other)s”; đơn vị sẽ phải nhập hai lần và "
        "số liệu bị cộng hai lần. Hãy bỏ nội dung trùng, hoặc dùng số liệu của kỳ đã có."
    ),
    "reports.nothing_added": _(
        "Không có số liệu nào bổ sung sau khi duyệt. Phần bổ sung có thể vừa được duyệt hoặc rút lại."
    ),
    "reports.not_accepted": _("Báo cáo chưa duyệt. Hãy duyệt báo cáo; số tự tính được duyệt cùng."),
    "reports.no_indicators": _("Hãy chọn ít nhất một nội dung số liệu."),
    "reports.no_such_period": _("Không có kỳ thứ %(number)s thuộc loại này trong năm."),
    "reports.period_long": _(
        "Kỳ báo cáo từ %(start)s đến %(end)s dài hơn một năm. Hãy chia thành nhiều kỳ; giai đoạn thì tính tròn "
        "năm, từ 01/01 đến 31/12, nhiều nhất 6 năm."
    ),
    "reports.no_such_stage": _(
        "Giai đoạn từ năm %(start)s đến năm %(end)s không hợp lệ. Giai đoạn gồm từ 2 đến 6 năm liền nhau."
    ),
    "reports.part_over": _(
        "“%(part)s”: %(value)s vượt %(whole_value)s của “%(whole)s”. Phần “trong đó” không thể lớn hơn số "
        "chung; hãy kiểm tra lại cả hai ô."
    ),
    "reports.part_without_whole": _(
        "“%(part)s” là phần “trong đó” của “%(whole)s”. Hãy yêu cầu cả “%(whole)s”."
    ),
    "reports.period_future": _(
        "Kỳ báo cáo bắt đầu từ %(starts_on)s, chưa đến ngày. Đến ngày đó hãy nhập."
    ),
    "reports.unit_ended": _(
        "%(unit)s đã kết thúc hoạt động (ngày cuối %(day)s) trước ngày cuối kỳ nên không gửi báo cáo này."
    ),
    "reports.due_before_end": _(
        "Hạn gửi %(due_on)s sớm hơn ngày cuối kỳ %(last_day)s. Hãy chọn hạn từ ngày cuối kỳ trở đi."
    ),
}

WORDS: dict[str, Promise] = {
    "sent": _("đã gửi"),
    "returned": _("trả lại"),
    "accepted": _("đã duyệt"),
}
