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
    "campaigns.peak_outside": _(
        "Đợt cao điểm %(order)s (%(start)s – %(end)s) nằm ngoài thời gian của kế hoạch "
        "(%(plan_start)s – %(plan_end)s). Hãy sửa ngày của đợt cao điểm hoặc của kế hoạch."
    ),
    "campaigns.peak_reversed": _(
        "Đợt cao điểm %(order)s: ngày kết thúc %(end)s trước ngày bắt đầu %(start)s."
    ),
    "campaigns.peak_half": _(
        "Đợt cao điểm %(order)s: hãy nhập cả hai ngày, hoặc để trống cả hai nếu chưa định ngày."
    ),
    "campaigns.years_wrong": _(
        "%(name)s (%(founded)s): %(typed)s năm là năm %(typed_year)s; năm %(year)s là "
        "%(right)s năm. Hãy sửa thành %(right)s, hoặc để trống để tự tính."
    ),
    "campaigns.no_such_event": _("Không có ngày kỷ niệm “%(event)s” trong danh mục."),
    "campaigns.no_such_phase": _(
        "Ngày kỷ niệm %(order)s ghi thuộc đợt %(phase)s, nhưng kế hoạch không có đợt đó."
    ),
    "campaigns.no_such_movement": _(
        "Có phong trào đã chọn không còn trong danh mục. Hãy bỏ đánh dấu rồi chọn lại."
    ),
    "campaigns.movement_taken": _(
        "Đơn vị đã có phong trào “%(name)s”. Hãy mở phong trào đó để sửa."
    ),
    "campaigns.workdays_wrong": _(
        "Đợt %(order)s ghi %(stated)s ngày làm việc; từ %(start)s đến %(end)s có %(counted)s ngày "
        "làm việc (đã trừ thứ bảy, chủ nhật, ngày lễ). Hãy sửa số ngày hoặc ngày của đợt."
    ),
    "campaigns.duration_wrong": _(
        "Kế hoạch ghi %(stated)s ngày làm việc; từ %(start)s đến %(end)s có %(counted)s ngày làm "
        "việc (đã trừ thứ bảy, chủ nhật, ngày lễ). Hãy sửa số ngày hoặc ngày của kế hoạch."
    ),
    "campaigns.issue_day_missing": _(
        "Kế hoạch bắt đầu kể từ ngày ban hành: hãy nhập ngày ban hành."
    ),
    "campaigns.locked_content": _(
        "Nội dung %(order)s của kế hoạch cấp trên là nội dung bắt buộc: hãy giữ nguyên văn trong "
        "kế hoạch của đơn vị. Có thể chép lại từ khung ở đầu trang."
    ),
    "campaigns.goal_no_figure": _("Chỉ tiêu %(order)s đã chọn cách so sánh nhưng chưa có số."),
    "campaigns.goal_range": _(
        "Chỉ tiêu %(order)s là một khoảng: hãy nhập đủ hai số, số sau lớn hơn số trước."
    ),
    "campaigns.quota_no_figure": _(
        "Khen thưởng %(order)s ghi “không quá số lượng” nhưng chưa có số lượng nào."
    ),
    "campaigns.milestone_reversed": _(
        "Mốc thời gian %(order)s: ngày kết thúc trước ngày bắt đầu. Hãy sửa lại."
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
    "movement_name": _("tên phong trào"),
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
