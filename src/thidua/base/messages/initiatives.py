"""Sentences of refusals about initiatives."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "initiatives.no_title": _("Hãy nhập tên sáng kiến."),
    "initiatives.no_author": _("Hãy nhập ít nhất một tác giả."),
    "initiatives.authors_many": _("Mỗi sáng kiến ghi tối đa %(limit)s tác giả."),
    "initiatives.author_long": _("Họ tên tác giả dài quá %(limit)s ký tự. Hãy rút gọn."),
    "initiatives.author_twice": _(
        "Tác giả %(name)s được ghi hai lần. Nếu là hai người trùng tên, hãy ghi chức vụ hoặc nơi làm việc "
        "để phân biệt."
    ),
    "initiatives.author_unread": _(
        "Không đọc được tác giả “%(value)s”. Hãy ghi như: Nguyễn Văn An (kỹ sư) 60%%; Trần Thị Bình 40%%."
    ),
    "initiatives.share": _(
        "Tỷ lệ đóng góp của %(name)s là %(share)s. Hãy nhập số lớn hơn 0, tối đa 100, nhiều nhất hai "
        "chữ số sau dấu phẩy."
    ),
    "initiatives.shares": _(
        "Tổng tỷ lệ đóng góp của các tác giả là %(total)s, phải đúng 100 %%. Hãy sửa tỷ lệ."
    ),
    "initiatives.no_kind": _("Hãy chọn loại sáng kiến."),
    "initiatives.no_applied_on": _(
        "Hãy nhập ngày áp dụng lần đầu: sáng kiến phải đã áp dụng hoặc áp dụng thử."
    ),
    "initiatives.no_effect": _("Hãy nhập số tiền làm lợi, hoặc nêu hiệu quả khác."),
    "initiatives.no_reckoning": _("Hãy nêu cách tính số tiền làm lợi."),
    "initiatives.benefit": _("Số tiền làm lợi phải từ 0 và không quá 12 chữ số."),
    "initiatives.text_long": _("Dài %(length)s ký tự, tối đa %(limit)s. Hãy rút gọn."),
    "initiatives.unknown": _("“%(value)s” không có trong danh mục. Hãy chọn lại."),
    "initiatives.exclusion_unsaid": _(
        "Hãy xác nhận sáng kiến không thuộc trường hợp không được công nhận."
    ),
    "initiatives.against_order": _(
        "Giải pháp mà việc công bố, áp dụng trái trật tự công cộng hoặc đạo đức xã hội thì không được "
        "công nhận là sáng kiến (%(basis)s). Không gửi được."
    ),
    "initiatives.protected": _(
        "Giải pháp đang được bảo hộ quyền sở hữu trí tuệ thì không được công nhận là sáng kiến "
        "(%(basis)s). Không gửi được."
    ),
    "initiatives.future": _("Ngày %(day)s chưa đến (hôm nay %(today)s). Hãy kiểm tra lại."),
    "initiatives.older_than_applied": _(
        "Ngày công nhận %(recognised_on)s sớm hơn ngày áp dụng lần đầu %(day)s: quyết định không thể có "
        "trước sáng kiến. Hãy kiểm tra lại hai ngày."
    ),
    "initiatives.older_than_filed": _(
        "Ngày công nhận %(recognised_on)s sớm hơn ngày nộp đơn %(day)s: quyết định không thể có trước "
        "sáng kiến. Hãy kiểm tra lại hai ngày."
    ),
    "initiatives.outside_window": _(
        "%(programme)s chỉ nhận sáng kiến áp dụng lần đầu từ %(first)s đến hết ngày %(last)s. Hãy kiểm "
        "tra ngày áp dụng, hoặc bỏ chọn chương trình."
    ),
    "initiatives.entry_closed": _(
        "%(programme)s nhận đến hết ngày %(last)s (từ %(first)s). Sáng kiến vẫn gửi được khi bỏ chọn "
        "chương trình."
    ),
    "initiatives.unit_not_living": _(
        "%(unit)s chưa hoạt động hoặc đã kết thúc hoạt động vào ngày công nhận %(day)s. Hãy kiểm tra "
        "ngày, hoặc chọn đơn vị đúng."
    ),
    "initiatives.not_recognised": _(
        "Sáng kiến được gửi sau khi đã được công nhận. Hãy nhập đủ nơi quyết định, số, ngày và cấp công "
        "nhận; chưa có thì lưu nháp."
    ),
    "initiatives.photos_many": _(
        "Sáng kiến đã có %(there)s ảnh, tối đa %(limit)s. Hãy chọn bớt ảnh, hoặc bỏ những ảnh không cần."
    ),
    "initiatives.locked": _(
        "Sáng kiến đã gửi nên không sửa được. Muốn sửa, đề nghị công đoàn trả lại."
    ),
    "initiatives.no_reason": _("Hãy ghi lý do để người nhập biết cần sửa gì."),
    "initiatives.reason_long": _("Lý do dài quá %(limit)s ký tự. Hãy rút gọn."),
    "initiatives.praise_early": _("Chỉ ghi biểu dương cho sáng kiến đã được công đoàn xác nhận."),
    "initiatives.praise_by": _(
        "Hãy nhập nơi biểu dương, tối đa %(limit)s ký tự; số văn bản không quá 60 ký tự."
    ),
    "initiatives.praise_day": _(
        "Ngày biểu dương phải từ ngày công nhận %(recognised_on)s đến hôm nay %(today)s."
    ),
    "initiatives.praised_already": _(
        "Sáng kiến đã có ghi nhận biểu dương %(level)s; mỗi cấp chỉ ghi một lần."
    ),
}

WORDS: dict[str, Promise] = {
    "initiative": _("sáng kiến"),
    "submitted": _("chờ xác nhận"),
    "confirmed": _("đã xác nhận"),
    "withdrawn": _("đã rút"),
}
