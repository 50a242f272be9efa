"""Sentences of refusals that any part of the system may raise, and words for codes within them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "base.not_found": _(
        "Không tìm thấy nội dung này, hoặc nội dung không thuộc phạm vi của đồng chí."
    ),
    "base.forbidden": _(
        "Vai trò hiện tại không được thực hiện việc này. Hãy đổi vai trò ở góc trên, "
        "hoặc liên hệ công đoàn cấp trên để được phân quyền."
    ),
    "base.stale": _(
        "Nội dung này vừa được người khác sửa. Những gì đồng chí đã nhập vẫn còn ở dưới: "
        "hãy đối chiếu với bản mới rồi lưu lại."
    ),
    "base.key_reused": _(
        "Biểu mẫu này đã được gửi với nội dung khác. Hãy mở lại trang rồi gửi một lần nữa."
    ),
    "base.cannot_decrypt": _(
        "Không mở được một nội dung đã mã hóa: khóa của hệ thống đã đổi hoặc dữ liệu bị hỏng. "
        "Hãy báo quản trị hệ thống."
    ),
    "base.no_subject": _("Việc %(operation)s không ghi được nhật ký nên chưa thực hiện."),
    "tree.cycle": _("Không thể đặt đơn vị dưới chính nó hoặc dưới đơn vị trực thuộc của nó."),
    "base.required": _("Chưa nhập %(name)s."),
    "base.dates_reversed": _("Ngày kết thúc phải sau ngày bắt đầu: %(start)s – %(end)s."),
    "workflow.wrong_state": _("Việc này không làm được khi %(machine)s ở trạng thái “%(state)s”."),
    "workflow.overtaken": _(
        "Người khác vừa xử lý %(machine)s này trước. Hãy tải lại trang để xem trạng thái mới."
    ),
}

WORDS: dict[str, Promise] = {
    "campaign": _("kế hoạch"),
    "directive": _("giao triển khai"),
    "report": _("báo cáo"),
    "conference": _("hội nghị"),
}
