"""Sentences of refusals raised by the app `org`."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "org.name_required": _("Chưa nhập tên đơn vị."),
    "org.name_too_long": _("Tên đơn vị dài %(length)s ký tự, tối đa %(limit)s. Hãy rút gọn."),
    "org.short_name_too_long": _(
        "Tên gọi tắt dài %(length)s ký tự, tối đa %(limit)s. Hãy rút gọn."
    ),
    "org.name_taken": _("Dưới cùng cấp trên trực tiếp đã có đơn vị tên “%(name)s”."),
    "org.code_form": _(
        "Mã đơn vị “%(code)s” chưa đúng dạng. Hãy nhập như HN-CD-00592: chữ in hoa, chữ số, "
        "gạch nối, tối đa %(limit)s ký tự."
    ),
    "org.code_taken": _("Mã %(code)s đã cấp cho một đơn vị khác. Hãy kiểm tra lại mã."),
    "org.sector_unknown": _("Khối “%(sector)s” không có trong danh mục. Hãy chọn lại."),
    "org.kind_unknown": _("Loại đơn vị “%(kind)s” không có trong danh mục. Hãy chọn lại."),
    "org.kind_not_yet": _(
        "Loại đơn vị “%(kind)s” chỉ có từ ngày %(first)s. Hãy chọn ngày hoặc loại đơn vị khác."
    ),
    "org.kind_no_more": _(
        "Loại đơn vị “%(kind)s” chỉ có đến hết ngày %(last)s. Hãy chọn ngày hoặc loại đơn vị khác."
    ),
    "org.kind_not_under": _("“%(kind)s” không trực thuộc “%(above)s”. Hãy chọn cấp trên khác."),
    "org.kind_not_beside": _(
        "“%(kind)s” không phối hợp theo ngành với “%(above)s”. Hãy chọn đơn vị khác."
    ),
    "org.parent_required": _("Chưa chọn công đoàn cấp trên trực tiếp."),
    "org.top_exists": _("Đã có đơn vị đứng đầu hệ thống. Hãy chọn công đoàn cấp trên trực tiếp."),
    "org.top_stays": _("Đơn vị đứng đầu hệ thống không chuyển và không kết thúc hoạt động ở đây."),
    "org.already_there": _("%(unit)s đang đứng đúng như vậy, không có gì thay đổi."),
    "org.line_unknown": _("Chưa chọn chuyển trực thuộc hay thay đổi đơn vị phối hợp theo ngành."),
    "org.side_on_main_line": _(
        "%(parent)s đã là cấp trên theo tuyến trực thuộc, không ghi thêm là phối hợp theo ngành."
    ),
    "org.not_living": _("Ngày %(day)s, %(unit)s không hoạt động. Hãy kiểm tra lại ngày."),
    "org.ending": _("%(unit)s kết thúc hoạt động từ ngày %(day)s, không chuyển được nữa."),
    "org.already_ended": _("%(unit)s đã được ghi kết thúc hoạt động."),
    "org.later_change": _(
        "Đã có thay đổi ghi từ ngày %(later)s, sau ngày %(day)s. Hãy chọn ngày từ %(later)s trở đi."
    ),
    "org.has_children": _(
        "Còn %(count)s đơn vị trực thuộc đang hoạt động (%(names)s). "
        "Hãy chuyển các đơn vị này trước khi kết thúc hoạt động."
    ),
    "org.heir_itself": _("Đơn vị kế thừa phải là một đơn vị khác."),
    "org.no_superior": _("Không còn cấp trên nào hoạt động để giữ hồ sơ. Hãy chọn đơn vị kế thừa."),
    "org.count_range": _("Số %(count)s không hợp lệ. Hãy nhập từ 0 đến %(limit)s."),
    "org.more_members_than_workers": _(
        "Số đoàn viên (%(members)s) lớn hơn số người lao động (%(workers)s). Hãy kiểm tra lại."
    ),
    "org.more_women_than_members": _(
        "Số nữ đoàn viên (%(women)s) lớn hơn số đoàn viên (%(members)s). Hãy kiểm tra lại."
    ),
    "org.own_post": _("Không tự kết thúc phân công của chính mình. Hãy nhờ cấp trên thực hiện."),
    "org.role_not_given": _(
        "Vai trò hiện tại không được phân công “%(role)s” tại đơn vị này. "
        "Hãy liên hệ công đoàn cấp trên."
    ),
    "org.post_held": _("Người này đang giữ vai trò “%(role)s” tại đơn vị trong thời gian đó."),
    "org.post_not_held": _("Ngày %(day)s không nằm trong thời gian giữ vai trò “%(role)s”."),
    "org.unsound_tree": _(
        "Từ ngày %(day)s, %(unit)s sẽ không có cấp trên đang hoạt động. Hãy chọn ngày khác, "
        "hoặc chọn đơn vị còn hoạt động trong suốt thời gian đó."
    ),
    "org.plan_empty": _("Chưa có nội dung sắp xếp nào. Hãy thêm ít nhất một dòng."),
    "org.plan_title_required": _("Chưa nhập tên phương án sắp xếp."),
    "org.plan_basis_required": _("Chưa nhập căn cứ: số, ngày của văn bản quyết định việc sắp xếp."),
    "org.plan_text_too_long": _("Nội dung dài %(length)s ký tự, tối đa %(limit)s. Hãy rút gọn."),
    "org.plan_act_unknown": _("Loại nội dung “%(act)s” không có trong danh mục. Hãy chọn lại."),
    "org.plan_unit_required": _("Chưa nhập mã đơn vị."),
    "org.plan_heir_required": _("Chưa chọn đơn vị tiếp nhận."),
    "org.plan_unknown": _(
        "Không tìm thấy đơn vị có mã %(code)s trong phạm vi của đồng chí. Hãy kiểm tra mã, hoặc "
        "thêm dòng thành lập đơn vị này."
    ),
    "org.plan_founded_twice": _("Mã %(code)s được dùng cho hai đơn vị thành lập mới."),
    "org.plan_twice": _("Có hai dòng cùng quy định một việc cho %(unit)s. Hãy bỏ bớt một dòng."),
    "org.plan_ended_twice": _("%(unit)s kết thúc hoạt động ở hai dòng. Hãy bỏ bớt một dòng."),
    "org.plan_ends_and_changes": _(
        "%(unit)s kết thúc hoạt động trong cùng phương án, không thay đổi gì thêm được."
    ),
    "org.plan_target_ends": _(
        "%(unit)s kết thúc hoạt động trong cùng phương án. Hãy chọn đơn vị khác."
    ),
    "org.plan_split_alone": _(
        "Chia %(unit)s cần ít nhất hai dòng, mỗi dòng một đơn vị tiếp nhận khác nhau."
    ),
    "org.plan_split_main": _(
        "Khi chia %(unit)s, hãy đánh dấu đúng một đơn vị tiếp nhận phần chính."
    ),
    "org.plan_out_of_reach": _(
        "%(unit)s không thuộc phạm vi sắp xếp của vai trò hiện tại. Hãy đề nghị công đoàn cấp trên "
        "thực hiện."
    ),
    "org.plan_own_unit": _(
        "Không tự kết thúc hoạt động đơn vị của mình. Hãy đề nghị công đoàn cấp trên thực hiện."
    ),
    "org.plan_renamed_later": _(
        "%(unit)s đã được ghi đổi tên từ một ngày sau đó. Hãy chọn ngày khác hoặc bỏ dòng này."
    ),
    "org.plan_posts_later": _(
        "Có người được phân công tại %(unit)s từ ngày này hoặc sau đó. Hãy thôi phân công đó trước."
    ),
    "org.plan_refused": _(
        "Chưa thực hiện: còn %(count)s điểm chưa đúng. Không có gì thay đổi; hãy sửa theo danh sách "
        "rồi thực hiện lại."
    ),
    "org.plan_other_day": _(
        "Dòng %(row)s thực hiện từ ngày %(first)s. Một phương án có một ngày thực hiện: hãy ghi cùng "
        "ngày, hoặc đưa dòng này sang tệp khác."
    ),
    "org.plan_called_otherwise": _(
        "Mã %(code)s là của %(name)s. Hãy kiểm tra lại mã hoặc tên đơn vị."
    ),
    "org.plan_cell_unused": _("Nội dung “%(act)s” không dùng cột này. Hãy để trống ô."),
    "org.plan_file_wrong": _(
        "Chưa lập phương án: tệp còn %(count)s dòng lỗi. Hãy sửa các ô tô đỏ rồi tải lên lại."
    ),
    "org.plan_reason_required": _("Chưa ghi lý do thu hồi, tối đa %(limit)s ký tự."),
    "org.plan_in_force": _(
        "Phương án đã có hiệu lực từ ngày %(day)s nên không thu hồi được. Muốn thay đổi tiếp, hãy "
        "lập phương án mới."
    ),
    "org.plan_overtaken": _(
        "Sau phương án này, tổ chức của %(unit)s đã được ghi thay đổi tiếp. Hãy thu hồi thay đổi ấy "
        "trước, hoặc lập phương án mới."
    ),
    "org.plan_unit_in_use": _(
        "Đơn vị mã %(code)s thành lập theo phương án này đã có người, số liệu hoặc văn bản. Hãy gỡ "
        "các nội dung ấy trước, hoặc lập phương án mới."
    ),
    "org.plan_not_draft": _(
        "Phương án này đã thực hiện hoặc đã hủy nên không sửa được. Muốn thay đổi tiếp, hãy lập "
        "phương án mới."
    ),
}

WORDS: dict[str, Promise] = {
    "reorganisation": _("phương án sắp xếp tổ chức"),
    "drafted": _("dự thảo"),
    "done": _("đã thực hiện"),
    "withdrawn": _("đã hủy"),
}
