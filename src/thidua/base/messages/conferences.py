"""Sentences of refusals about conferences."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "conferences.no_kind": _("Hãy chọn ít nhất một loại hội nghị."),
    "conferences.not_yet": _(
        "Hội nghị ghi ngày %(on_day)s, chưa đến ngày. Nếu đã tổ chức sớm hơn, hãy sửa ngày trước."
    ),
    "conferences.no_reason": _("Hủy thì phải ghi lý do, để những người được mời biết."),
    "conferences.cancelled": _("Hội nghị đã hủy nên không sửa được nữa; hồ sơ vẫn mở để xem."),
    "conferences.not_held": _("Hội nghị chưa ghi là đã tổ chức. Hãy ghi kết quả hội nghị trước."),
    "conferences.time_order": _(
        "Mục %(order)s (%(at)s) bắt đầu trước mục %(former)s (%(former_at)s). "
        "Hãy sửa giờ, hoặc chuyển mục lên trên."
    ),
    "conferences.host_not_below": _(
        "Nơi đăng cai phải là chính đơn vị hoặc một đơn vị trực thuộc. Nơi khác thì ghi ở ô Địa điểm."
    ),
    "conferences.unit_not_below": _(
        "Kết luận %(place)s: chỉ giao việc cho chính đơn vị và các đơn vị trực thuộc."
    ),
    "conferences.pact_not_below": _(
        "Dòng %(place)s: giao ước đã chọn không thuộc đơn vị hoặc đơn vị trực thuộc. Hãy chọn lại, hoặc ghi tên các bên."
    ),
    "conferences.photos_many": _(
        "Hội nghị đã có %(there)s ảnh, tối đa %(limit)s. Hãy chọn bớt ảnh, hoặc bỏ những ảnh không cần."
    ),
}

WORDS: dict[str, Promise] = {
    "conference_title": _("tên hội nghị"),
    "planned": _("đang chuẩn bị"),
    "held": _("đã tổ chức"),
    "cancelled": _("đã hủy"),
}
