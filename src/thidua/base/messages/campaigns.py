"""Sentences of refusals about campaigns, phases, targets and directives."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "campaigns.incomplete": _("Kế hoạch chưa phát động được, còn thiếu: %(missing)s."),
    "campaigns.not_begun": _("Kế hoạch bắt đầu từ %(starts_on)s, chưa đến ngày."),
    "campaigns.number_taken": _(
        "Số, ký hiệu %(number)s đã dùng cho một kế hoạch khác của đơn vị trong năm %(year)s."
    ),
    "campaigns.number_form": _(
        "Số, ký hiệu “%(number)s” chưa đúng dạng. Hãy nhập như 81/KH-TLĐ: số, gạch chéo, "
        "loại văn bản, gạch nối, tên viết tắt của đơn vị."
    ),
    "campaigns.phase_overlap": _(
        "Đợt %(first)s và đợt %(second)s chồng lên nhau. Hãy sửa ngày để các đợt nối tiếp nhau."
    ),
    "campaigns.phase_outside": _(
        "Đợt %(order)s (%(start)s – %(end)s) nằm ngoài thời gian của kế hoạch (%(plan_start)s – %(plan_end)s)."
    ),
    "campaigns.phase_reversed": _(
        "Đợt %(order)s: ngày kết thúc %(end)s trước ngày bắt đầu %(start)s."
    ),
    "campaigns.due_past": _("Hạn %(due_on)s đã qua. Hãy chọn từ hôm nay trở đi, hoặc để trống."),
    "campaigns.locked": _(
        "Kế hoạch đã phát động nên không sửa được nữa. Muốn điều chỉnh, hãy ban hành kế hoạch bổ sung."
    ),
    "campaigns.parent_not_given": _("Kế hoạch cấp trên này chưa được giao cho đơn vị."),
    "campaigns.already_planned": _("Đơn vị đã có kế hoạch %(number)s cho lần giao triển khai này."),
    "campaigns.target_negative": _(
        "Chỉ tiêu “%(name)s” phải là số không âm, không phải %(value)s."
    ),
    "campaigns.target_not_below": _("Chỉ giao chỉ tiêu cho chính đơn vị và các đơn vị trực thuộc."),
}

WORDS: dict[str, Promise] = {
    "title": _("tên kế hoạch"),
    "number": _("số, ký hiệu"),
    "contents": _("nội dung thi đua"),
    "phases": _("đợt thi đua"),
    "draft": _("đang soạn"),
    "launched": _("đã phát động"),
    "running": _("đang thực hiện"),
    "closed": _("đã kết thúc"),
    "pending": _("chưa tiếp nhận"),
    "received": _("đã tiếp nhận"),
    "planned": _("đã có kế hoạch"),
}
