"""Words of the area: what to try in the demonstration, and the message that carries a link."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thidua.apps.accounts.enums import LinkPurpose
from thidua.apps.accounts.queries import LinkView, shown_name
from thidua.base.clock import LOCAL_ZONE

TO_TRY: dict[str, Promise] = {
    "quan-tri": gettext_lazy("Xem cây đơn vị, mời cán bộ, cấp lại mật khẩu, mở nhật ký."),
    "lanh-dao": gettext_lazy(
        "Mở kế hoạch, phát động, xem đơn vị nào đã triển khai và số liệu so với chỉ tiêu."
    ),
    "can-bo-thi-dua": gettext_lazy(
        "Tiếp nhận kế hoạch cấp trên, giao cho đơn vị trực thuộc, duyệt báo cáo gửi lên."
    ),
    "chu-tich-cdcs": gettext_lazy(
        "Mở trên điện thoại: xem việc hôm nay, gửi báo cáo kỳ này kèm ảnh minh chứng."
    ),
    "demo-tld": gettext_lazy(
        "Mở Kế hoạch 81/KH-TLĐ năm 2021, thẻ Triển khai: chuỗi bốn cấp đến Công đoàn phường Cầu Diễn."
    ),
    "demo-tp-lanh-dao": gettext_lazy(
        "Xem 119 sáng kiến so với chỉ tiêu 120, rồi mở con số đến từng báo cáo và ảnh minh chứng."
    ),
    "demo-phuong": gettext_lazy(
        "Xem đơn vị nào chưa gửi báo cáo, duyệt hoặc trả lại, chép tin nhắn nhắc gửi nhóm Zalo."
    ),
    "doan-vien": gettext_lazy("Mở trên điện thoại: đăng ký phần việc, báo kết quả kèm ảnh."),
    "can-bo-cdcs": gettext_lazy("Nhập số liệu giúp chủ tịch và gửi báo cáo."),
}


def link_message(link: LinkView, address: str) -> str:
    """Return the text that an officer copies into a message to the person."""
    values = {
        "name": link.user.full_name,
        "unit": link.unit_name,
        "address": address,
        "login": shown_name(link.user.sign_in_name),
        "until": f"{link.expires_at.astimezone(LOCAL_ZONE):%H:%M %d/%m/%Y}",
    }
    if link.purpose is LinkPurpose.INVITE:
        template = _(
            "Kính gửi đồng chí %(name)s: %(unit)s mời đồng chí vào hệ thống thi đua, khen thưởng "
            "của công đoàn. Mở %(address)s để đặt mật khẩu (dùng một lần, đến %(until)s). "
            "Tên đăng nhập: %(login)s. Không chuyển đường dẫn này cho người khác."
        )
    else:
        template = _(
            "Kính gửi đồng chí %(name)s: mở %(address)s để đặt lại mật khẩu (dùng một lần, đến "
            "%(until)s). Tên đăng nhập: %(login)s. Không chuyển đường dẫn này cho người khác."
        )
    return template % values
