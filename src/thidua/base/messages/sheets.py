"""Sentences of refusals about Excel files: the file as a whole, one cell, one row."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    # The file as a whole.
    "sheets.empty": _("Tệp rỗng, không có nội dung. Hãy chọn lại tệp."),
    "sheets.too_heavy": _("Tệp lớn hơn %(limit)s MB. Hãy bỏ hình ảnh, chia thành nhiều tệp."),
    "sheets.too_large": _(
        "Nội dung trong tệp quá lớn. Mỗi lần nhận tối đa %(limit)s dòng: hãy xóa các trang tính, "
        "dòng và cột thừa, hoặc chia thành nhiều tệp."
    ),
    "sheets.too_many_rows": _(
        "Tệp có nội dung ở dòng %(row)s; mỗi lần nhận tối đa %(limit)s dòng. Hãy xóa dòng thừa ở "
        "cuối trang tính, hoặc chia thành nhiều tệp."
    ),
    "sheets.too_wide": _(
        "Dòng %(row)s có nội dung ở quá cột thứ %(limit)s. Hãy xóa các cột thừa bên phải."
    ),
    "sheets.not_excel": _(
        "Đây không phải là tệp Excel .xlsx. Hãy mở tệp, chọn Lưu thành (Save As), kiểu Excel "
        "Workbook (.xlsx), rồi tải lên."
    ),
    "sheets.old_excel": _(
        "Đây là tệp Excel kiểu cũ (.xls). Hãy mở tệp, chọn Lưu thành (Save As), kiểu Excel "
        "Workbook (.xlsx), rồi tải lên."
    ),
    "sheets.encrypted": _("Tệp đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi tải lên."),
    "sheets.damaged": _(
        "Tệp bị hỏng hoặc tải lên chưa trọn vẹn. Hãy mở bằng Excel, lưu lại rồi tải lên."
    ),
    "sheets.no_head": _(
        "Không tìm thấy dòng tên cột trong tệp. Hãy tải mẫu ở trang này; các cột của mẫu: %(titles)s."
    ),
    "sheets.columns_missing": _(
        "Tệp thiếu cột: %(missing)s. Hãy thêm cột hoặc dùng mẫu tải ở trang này."
    ),
    "sheets.other_form": _(
        "Tệp theo mẫu khác. Thiếu cột: %(missing)s. Có cột không thuộc mẫu này: %(extra)s. "
        "Hãy chép dữ liệu sang mẫu tải ở trang này."
    ),
    "sheets.two_sheets": _(
        "Nhiều trang tính cùng có dữ liệu theo mẫu: %(names)s. Hãy dồn vào một trang tính."
    ),
    "sheets.no_rows": _("Tệp đúng mẫu nhưng chưa có dòng dữ liệu nào."),
    "sheets.gone": _(
        "Tệp tải lên chỉ được giữ một ngày cho người đã tải lên. Hãy tải tệp lên lại."
    ),
    "sheets.changed": _(
        "Dữ liệu vừa thay đổi sau khi đồng chí xem trước. Hãy xem lại kết quả mới dưới đây rồi ghi."
    ),
    "sheets.nothing": _("Không có dòng nào để ghi."),
    "sheets.unanswered": _("Còn %(count)s dòng chưa trả lời. Hãy chọn cho từng dòng rồi ghi."),
    # One cell.
    "sheets.required": _("Chưa ghi %(title)s."),
    "sheets.note_in_number": _(
        "“%(value)s” có chữ kèm số. Ô này chỉ ghi số, như %(number)s; ghi chú đưa sang cột khác."
    ),
    "sheets.percent": _("“%(value)s” là tỷ lệ phần trăm. Ô này cần số lượng, như 48."),
    "sheets.not_whole": _("%(value)s không phải là số nguyên. Hãy ghi như 12 hoặc 6000000."),
    "sheets.not_number": _("“%(value)s” không phải là số nguyên. Hãy ghi như 12 hoặc 6.000.000."),
    "sheets.not_day": _(
        "“%(value)s” không phải là ngày đầy đủ. Hãy ghi như 01/07/2025: ngày, tháng, năm."
    ),
    "sheets.not_listed": _("“%(value)s” không có trong danh mục. Hãy chọn một trong: %(choices)s."),
    "sheets.not_in_list": _(
        "“%(value)s” không có trong danh mục. Hãy chọn trong danh sách thả xuống của ô, hoặc ở trang "
        "Danh mục của mẫu."
    ),
    "sheets.no_value": _(
        "Công thức chưa có giá trị. Hãy mở tệp bằng Excel rồi lưu lại, hoặc ghi số thay công thức."
    ),
    "sheets.failed_formula": _("Công thức báo lỗi %(value)s. Hãy sửa, hoặc ghi giá trị vào ô."),
    "sheets.merged": _(
        "Ô gộp nên không rõ giá trị của từng dòng, từng cột. Hãy bỏ gộp ô rồi ghi riêng."
    ),
    # One row beside others and beside what is recorded.
    "sheets.twice": _("Trùng với dòng %(row)s (%(value)s). Hãy giữ lại một dòng."),
    "sheets.twice_differs": _(
        "%(value)s đã ghi ở dòng %(row)s với nội dung khác. Hãy sửa cho giống hoặc giữ lại một dòng."
    ),
    "sheets.unit_unknown": _(
        "Không có đơn vị mã %(code)s trong phạm vi của đồng chí, cũng không có trong tệp này."
    ),
    "sheets.parent_wrong": _("Dòng %(row)s của công đoàn cấp trên còn lỗi. Hãy sửa dòng đó trước."),
    "sheets.not_changed_here": _(
        "Hệ thống đang ghi “%(recorded)s”. Nhập Excel không đổi mục này; hãy đổi ở trang của đơn vị "
        "hoặc bằng sắp xếp tổ chức, hoặc sửa ô cho giống."
    ),
    "sheets.not_reached": _("Vai trò hiện tại không được thực hiện việc này tại đơn vị %(code)s."),
}
