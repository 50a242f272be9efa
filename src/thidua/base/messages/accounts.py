"""Sentences of refusals raised by the app `accounts`."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "accounts.name_missing": _("Chưa nhập họ và tên."),
    "accounts.name_long": _("Họ và tên dài %(length)s ký tự, tối đa %(limit)s. Hãy kiểm tra lại."),
    "accounts.name_form": _(
        "“%(value)s” chưa phải là họ và tên đầy đủ. Hãy nhập cả họ, tên đệm và tên, không có chữ số."
    ),
    "accounts.sign_in_name_missing": _("Chưa nhập số điện thoại hoặc mã được cấp."),
    "accounts.bad_sign_in_name": _(
        "“%(value)s” không phải là số di động Việt Nam hay mã được cấp. Hãy nhập 10 chữ số như "
        "0912 345 678, hoặc mã chỉ có chữ không dấu, chữ số và gạch nối như CB-00592."
    ),
    "accounts.bad_phone": _(
        "“%(value)s” không phải là số điện thoại. Hãy nhập 10 hoặc 11 chữ số như 0912 345 678, "
        "hoặc để trống."
    ),
    "accounts.name_of_another": _(
        "Số điện thoại hoặc mã này đã có tài khoản mang họ tên khác. Hãy kiểm tra lại số và họ tên; "
        "nếu đúng, cấp cho người này một mã riêng thay cho số điện thoại."
    ),
    "accounts.known_person": _(
        "Đồng chí %(name)s đã có tài khoản với số điện thoại hoặc mã này. Nếu đúng là người cần "
        "mời, hãy đánh dấu xác nhận rồi gửi lại để giao thêm vai trò."
    ),
    "accounts.reset_not_in_gift": _(
        "Đồng chí %(name)s còn giữ vai trò ngoài phạm vi của đồng chí nên chưa cấp lại được. "
        "Hãy đề nghị công đoàn cấp trên của mọi đơn vị ấy hoặc quản trị hệ thống cấp lại."
    ),
    "accounts.own_password": _("Mật khẩu của chính mình đổi ở trang Tài khoản của tôi."),
    "accounts.link_closed": _(
        "Đường dẫn này đã dùng, đã thu hồi hoặc hết hạn. Hãy đề nghị người đã gửi cấp đường dẫn mới."
    ),
    "accounts.no_post": _(
        "Tài khoản chưa có vai trò nào đang hiệu lực. Hãy liên hệ %(maker)s để được giao vai trò."
    ),
    "accounts.no_such_post": _("Vai trò này không còn hiệu lực. Hãy chọn vai trò khác."),
    "accounts.administrator_exists": _(
        "Hệ thống đã có người quản trị. Người quản trị mời thêm người khác ở trang Đơn vị."
    ),
    "accounts.demo_fixed": _(
        "Đây là tài khoản dùng chung của bản minh họa nên không đổi được. Mọi phần khác đều thử được."
    ),
}
