"""Turns an audit event into a sentence: who did what, when."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from thidua.base import clock
from thidua.base.models import AuditEvent
from thidua.web.components import Entry

# One sentence for each operation of the product; a test holds the table complete.
DONE = {
    "draft_campaign": _("Soạn kế hoạch"),
    "edit_campaign": _("Sửa bản soạn kế hoạch"),
    "launch_campaign": _("Phát động và giao triển khai"),
    "start_campaign": _("Kế hoạch bắt đầu thực hiện"),
    "close_campaign": _("Kết thúc kế hoạch"),
    "receive_directive": _("Tiếp nhận kế hoạch cấp trên giao"),
    "mark_pilot": _("Đặt hoặc bỏ đơn vị phát động điểm"),
    "set_targets": _("Giao chỉ tiêu"),
    "install_movements": _("Nạp danh mục phong trào"),
    "add_movement": _("Thêm phong trào của đơn vị"),
    "edit_movement": _("Sửa phong trào của đơn vị"),
    "draft_pact": _("Soạn giao ước"),
    "edit_pact": _("Sửa bản soạn giao ước"),
    "sign_pact": _("Ghi nhận giao ước đã ký"),
    "cancel_pact": _("Hủy giao ước"),
    "attach_scan": _("Đính kèm bản giao ước đã ký"),
    "remove_scan": _("Bỏ ảnh bản giao ước đã ký"),
    "set_registration_rule": _("Đặt yêu cầu đăng ký của kế hoạch"),
    "register": _("Đăng ký thi đua"),
    "import_registrations": _("Nhập đăng ký từ Excel"),
    "edit_registration": _("Sửa đăng ký"),
    "confirm_registration": _("Xác nhận đăng ký"),
    "confirm_all": _("Xác nhận các đăng ký đang chờ"),
    "finish_registration": _("Báo đã thực hiện việc đăng ký"),
    "verify_registration": _("Kiểm tra, công nhận hoàn thành việc đăng ký"),
    "return_registration": _("Trả lại việc đăng ký để làm tiếp"),
    "drop_registration": _("Rút đăng ký"),
    "attach_photos": _("Đính kèm ảnh của đăng ký"),
    "remove_photo": _("Bỏ ảnh của đăng ký"),
    "enter_initiative": _("Nhập sáng kiến"),
    "edit_initiative": _("Sửa, gửi sáng kiến"),
    "drop_initiative": _("Bỏ sáng kiến chưa xác nhận"),
    "remove_initiative_photo": _("Bỏ ảnh của sáng kiến"),
    "confirm_initiative": _("Xác nhận sáng kiến"),
    "return_initiative": _("Trả lại sáng kiến"),
    "withdraw_initiative": _("Rút sáng kiến đã xác nhận"),
    "praise_initiative": _("Ghi nhận biểu dương sáng kiến"),
    "take_back_praise": _("Bỏ ghi nhận biểu dương sáng kiến"),
    "import_initiatives": _("Nhập sáng kiến từ Excel"),
    "install_indicators": _("Nạp danh mục nội dung số liệu"),
    "open_period": _("Yêu cầu báo cáo"),
    "start_report": _("Bắt đầu báo cáo"),
    "save_draft": _("Lưu nháp báo cáo"),
    "attach_evidence": _("Đính kèm minh chứng"),
    "remove_evidence": _("Bỏ minh chứng"),
    "send_report": _("Gửi báo cáo"),
    "receive_report": _("Tiếp nhận báo cáo"),
    "return_report": _("Trả lại báo cáo"),
    "accept_report": _("Duyệt báo cáo"),
    "draft_summary": _("Lập báo cáo sơ kết, tổng kết từ số liệu"),
    "accept_additions": _("Duyệt phần bổ sung sau khi duyệt báo cáo"),
    "plan_conference": _("Lập hội nghị"),
    "edit_conference": _("Sửa thông tin hội nghị"),
    "write_programme": _("Sửa chương trình hội nghị"),
    "write_people": _("Sửa danh sách chủ trì, khách mời"),
    "write_pacts": _("Sửa danh sách giao ước ký tại hội nghị"),
    "write_awards": _("Sửa danh sách biểu dương, trao thưởng"),
    "write_conclusions": _("Sửa kết luận hội nghị"),
    "mark_conclusion": _("Đánh dấu kết quả thực hiện kết luận"),
    "attach_conference_photos": _("Thêm ảnh hội nghị"),
    "change_conference_photo": _("Sửa chú thích, sự đồng ý của ảnh"),
    "remove_conference_photo": _("Bỏ ảnh hội nghị"),
    "hold_conference": _("Ghi nhận hội nghị đã tổ chức"),
    "note_outcome": _("Sửa kết quả hội nghị"),
    "cancel_conference": _("Hủy hội nghị"),
    "found_unit": _("Thành lập đơn vị"),
    "rename_unit": _("Đổi tên đơn vị"),
    "classify_unit": _("Xếp khối cho đơn vị"),
    "place_unit": _("Chuyển đơn vị trực thuộc"),
    "end_unit": _("Kết thúc hoạt động đơn vị"),
    "record_headcount": _("Cập nhật số đoàn viên"),
    "assign_post": _("Phân công nhiệm vụ"),
    "end_post": _("Thôi phân công nhiệm vụ"),
    "hand_over": _("Bàn giao nhiệm vụ"),
    "draft_reorganisation": _("Lập phương án sắp xếp tổ chức"),
    "import_reorganisation": _("Lập phương án sắp xếp tổ chức từ Excel"),
    "edit_reorganisation": _("Sửa phương án sắp xếp tổ chức"),
    "withdraw_reorganisation": _("Rút phương án sắp xếp tổ chức"),
    "carry_out_reorganisation": _("Thực hiện sắp xếp tổ chức"),
    "recall_reorganisation": _("Thu hồi sắp xếp tổ chức trước ngày thực hiện"),
    "import_units": _("Nhập đơn vị từ Excel"),
    "import_headcounts": _("Nhập số đoàn viên từ Excel"),
    "import_people": _("Nhập cán bộ từ Excel"),
    "invite_person": _("Mời người dùng"),
    "issue_reset": _("Cấp liên kết đặt lại mật khẩu"),
    "use_link": _("Đặt mật khẩu bằng liên kết"),
    "change_own_details": _("Sửa họ tên, số điện thoại của mình"),
    "change_own_password": _("Đổi mật khẩu của mình"),
    "note_sign_in_change": _("Thay đổi cách đăng nhập"),
    "first_administrator": _("Lập quản trị hệ thống đầu tiên"),
}


def sentence_of(event: AuditEvent) -> str:
    """Return what was done, as a short sentence."""
    return str(DONE.get(event.operation, event.operation))


def to_entries(events: Iterable[AuditEvent]) -> list[Entry]:
    """Return events as lines of a timeline; the hour is shown where it belongs to the day."""
    return [
        Entry(
            sentence=sentence_of(event),
            at=event.at if clock.local_day(event.at) == event.on_day else None,
            day=event.on_day,
            who=f"{event.actor_name}, {event.actor_post}",
        )
        for event in events
    ]
