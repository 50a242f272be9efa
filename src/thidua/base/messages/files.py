"""Sentences of refusals about photographs and files."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "files.empty": _(
        "Tệp “%(name)s” rỗng, không có nội dung. Chọn lại ảnh từ điện thoại hoặc chụp lại."
    ),
    "files.too_large": _(
        "Ảnh “%(name)s” lớn hơn %(limit)s MB. Chọn cỡ ảnh nhỏ hơn trong máy ảnh của điện "
        "thoại rồi chụp lại, hoặc gửi ảnh qua Zalo cho mình và tải ảnh nhận được lên."
    ),
    "files.heic": _(
        "Ảnh “%(name)s” ở định dạng HEIC của iPhone, hệ thống chưa đọc được. Vào Cài đặt "
        "→ Camera → Định dạng, chọn “Tương thích nhất” rồi chụp lại; hoặc chụp màn hình "
        "ảnh này và gửi ảnh chụp màn hình."
    ),
    "files.unknown_kind": _(
        "Không nhận ra “%(name)s” là ảnh hay bản scan. Minh chứng cần là ảnh JPEG, PNG, WebP "
        "hoặc bản scan PDF: chụp ảnh tài liệu rồi tải ảnh lên."
    ),
    "files.not_an_image": _(
        "“%(name)s” là tệp %(kind)s, không nhận được ở đây. Văn bản thì lưu thành PDF hoặc "
        "chụp lại, ảnh thì lưu thành JPEG, PNG hoặc WebP, rồi tải lên."
    ),
    "files.pdf_not_here": _(
        "“%(name)s” là tệp PDF; ở đây cần ảnh chụp. Chọn ảnh JPEG, PNG hoặc WebP."
    ),
    "files.pdf_locked": _(
        "Tệp PDF “%(name)s” có mật khẩu nên không đọc được. Bỏ mật khẩu (mở tệp, in ra PDF "
        "mới) rồi tải lên lại, hoặc chụp ảnh văn bản."
    ),
    "files.pdf_broken": _(
        "Tệp PDF “%(name)s” bị hỏng hoặc không đọc được. Mở tệp trên máy để kiểm tra rồi tải "
        "lên lại; nếu vẫn không được, chụp ảnh văn bản."
    ),
    "files.pdf_many": _(
        "Tệp PDF “%(name)s” có %(count)s trang; mỗi tệp nhiều nhất %(limit)s trang. Tách lấy "
        "những trang cần làm minh chứng rồi tải lên lại."
    ),
    "files.secret": _(
        "“%(name)s” đóng dấu độ mật. Không đưa tài liệu mật lên hệ thống; tệp này không được "
        "giữ lại."
    ),
    "files.not_what_it_says": _(
        "“%(name)s” mang tên của một tệp ảnh nhưng bên trong là tệp %(kind)s. Mở tệp trên "
        "máy để xem lại, rồi chọn đúng ảnh cần gửi."
    ),
    "files.animated": _("“%(name)s” là ảnh động. Chọn một ảnh chụp thường (JPEG, PNG hoặc WebP)."),
    "files.too_many_pixels": _(
        "Ảnh “%(name)s” có %(width)s × %(height)s điểm ảnh, vượt mức %(limit)s triệu điểm "
        "ảnh. Chọn cỡ ảnh nhỏ hơn trong máy ảnh, hoặc chụp màn hình ảnh này rồi gửi."
    ),
    "files.truncated": _(
        "Ảnh “%(name)s” bị hỏng hoặc chưa tải lên trọn vẹn. Mở ảnh trên máy để kiểm tra "
        "rồi tải lên lại; nếu vẫn không được, chụp lại ảnh."
    ),
    "files.too_many": _(
        "Đã chọn %(count)s ảnh (mỗi trang PDF tính là một ảnh); mỗi lần gửi nhiều nhất "
        "%(limit)s ảnh. Bỏ bớt ảnh rồi gửi lại; nội dung đã nhập vẫn được giữ."
    ),
    "files.damaged": _(
        "Ảnh “%(name)s” lưu trên máy chủ đã bị hỏng nên không hiển thị. Báo cho người "
        "quản trị để khôi phục từ bản sao lưu."
    ),
    "files.missing": _(
        "Không tìm thấy ảnh “%(name)s” trên máy chủ. Báo cho người quản trị để khôi phục "
        "từ bản sao lưu."
    ),
    "files.kept_too_long": _(
        "Ảnh “%(name)s” tải lên đã quá một ngày mà chưa gửi nên không còn được giữ. Chọn "
        "lại ảnh rồi gửi."
    ),
}
