"""Sentences of refusals about pacts (giao ước) and registrations (đăng ký)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "pacts.parties_few": _(
        "Giao ước cần ít nhất hai bên, mới có %(count)s. Hãy ghi thêm bên cùng ký."
    ),
    "pacts.parties_many": _(
        "Giao ước có %(count)s bên, tối đa %(limit)s. Hãy lập thành nhiều bản giao ước."
    ),
    "pacts.party_unnamed": _("Bên thứ %(order)s chưa có tên. Hãy ghi tên, hoặc chọn đơn vị."),
    "pacts.party_twice": _("“%(name)s” đã có trong giao ước. Mỗi bên chỉ ghi một lần."),
    "pacts.no_signatory": _(
        "Chưa ký được: chưa ghi người đại diện ký của %(names)s. Giao ước vẫn được giữ; hãy bấm "
        "Sửa, ghi họ tên người đại diện rồi ký."
    ),
    "pacts.no_commitment": _("Chưa ký được: giao ước chưa có nội dung cam kết nào."),
    "pacts.commitments_many": _(
        "Giao ước có %(count)s nội dung, tối đa %(limit)s. Hãy gộp những nội dung gần nhau."
    ),
    "pacts.commitment_empty": _("Nội dung thứ %(order)s chưa ghi cam kết điều gì."),
    "pacts.target_of_nothing": _(
        "Nội dung thứ %(order)s có chỉ tiêu %(target)s nhưng chưa chọn nội dung số liệu. Hãy chọn, "
        "hoặc bỏ chỉ tiêu."
    ),
    "pacts.target_negative": _(
        "Nội dung thứ %(order)s: chỉ tiêu phải là số không âm, không phải %(target)s."
    ),
    "pacts.signed_ahead": _(
        "Ngày ký %(day)s chưa đến. Hãy ghi ngày các bên đã ký, từ hôm nay trở về trước."
    ),
    "pacts.no_reason": _("Hủy giao ước thì phải ghi lý do để các bên biết."),
    "pacts.reason_long": _("Lý do dài quá %(limit)s ký tự. Hãy rút gọn."),
    "pacts.locked": _(
        "Giao ước đã ký hoặc đã hủy nên không sửa được nữa. Muốn thay đổi, hãy hủy bản này (ghi lý "
        "do) rồi lập bản mới."
    ),
    "pacts.not_signed": _("Chỉ đính kèm bản đã ký sau khi giao ước được ghi là đã ký."),
    "pacts.scans_many": _(
        "Giao ước đã có %(there)s ảnh, tối đa %(limit)s. Hãy chọn bớt ảnh, hoặc bỏ những ảnh không cần."
    ),
    "registrations.people": _(
        "Số người đăng ký phải từ 1 đến 100.000, không phải %(count)s. Hãy kiểm tra lại."
    ),
    "registrations.people_of_tasks": _(
        "Danh sách nhiều người (%(count)s) chỉ dùng cho phần việc. Loại khác hãy đăng ký từng mục."
    ),
    "registrations.plaque_of_works": _(
        "Chỉ công trình, sản phẩm mới có gắn biển. Hãy chọn loại Công trình, sản phẩm, hoặc bỏ phần gắn biển."
    ),
    "registrations.too_late": _(
        "Hạn đăng ký là hết ngày %(due_on)s và kế hoạch không nhận đăng ký sau hạn. Hãy trao đổi với "
        "cán bộ phụ trách; những gì đã nhập vẫn còn ở dưới."
    ),
    "registrations.not_on": _(
        "Chỉ đăng ký vào kế hoạch đã phát động và chưa kết thúc; kế hoạch này %(state)s."
    ),
    "registrations.no_such_plan": _(
        "Không có kế hoạch “%(name)s” đang nhận đăng ký của đơn vị. Hãy ghi đúng số hoặc tên kế hoạch, "
        "hoặc để trống."
    ),
    "registrations.due_outside": _(
        "Hạn đăng ký %(due_on)s nằm ngoài thời gian của kế hoạch (%(start)s – %(end)s)."
    ),
    "registrations.of_unit": _(
        "Hoạt động và công trình do đơn vị đăng ký. Đồng chí chọn phần việc, danh hiệu hoặc sáng kiến "
        "của mình, hay báo chủ tịch công đoàn ghi giúp."
    ),
    "registrations.locked": _(
        "Đăng ký này đã được xử lý nên không sửa được nữa. Muốn thay đổi, hãy rút (ghi lý do) rồi "
        "đăng ký lại."
    ),
    "registrations.no_list": _(
        "Chưa xác nhận được: con số %(people)s người cần ảnh danh sách có chữ ký kèm theo."
    ),
    "registrations.no_evidence": _(
        "Chưa ghi là đã thực hiện được: cần ít nhất một ảnh minh chứng. Hãy chụp ảnh rồi gửi lại."
    ),
    "registrations.done_more": _(
        "Số người đã thực hiện (%(done)s) nhiều hơn số đã đăng ký (%(people)s). Hãy kiểm tra lại."
    ),
    "registrations.done_on": _(
        "Ngày thực hiện %(day)s phải từ ngày đăng ký (%(registered_on)s) đến hôm nay."
    ),
    "registrations.no_reason": _("Phải ghi lý do để người đăng ký biết."),
    "registrations.long": _("Nội dung dài %(length)s ký tự, tối đa %(limit)s. Hãy rút gọn."),
    "registrations.drop_finished": _(
        "Việc đã báo thực hiện thì chỉ người phụ trách đăng ký của đơn vị rút được."
    ),
    "registrations.photos_many": _(
        "Đăng ký đã có %(there)s ảnh, tối đa %(limit)s. Hãy chọn bớt ảnh, hoặc bỏ những ảnh không cần."
    ),
}

WORDS: dict[str, Promise] = {
    "pact": _("giao ước"),
    "pact_title": _("tên giao ước"),
    "signed_on": _("ngày ký"),
    "signed": _("đã ký"),
    "cancelled": _("đã hủy"),
    "registration": _("đăng ký"),
    "registered_text": _("nội dung đăng ký"),
    "registered_name": _("họ tên hoặc tên tập thể đăng ký"),
    "result": _("kết quả thực hiện"),
    "registered": _("đã đăng ký"),
    "confirmed": _("đã xác nhận"),
    "verified": _("đã hoàn thành"),
    "dropped": _("đã rút"),
}
