"""Sample content of the index page; units that are not in the brief are marked "minh họa"."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from thidua.domain.figures.stretches import stretches
from thidua.domain.spans import DateSpan
from thidua.web.areas.ui.forms import SampleForm
from thidua.web.charts import BarLine, Point, Series, band_between
from thidua.web.components import Entry, Node, Tab, TodoItem

TONES = (
    ("neutral", "Chưa gửi"),
    ("wait", "Đã gửi, chờ duyệt"),
    ("ok", "Đã duyệt"),
    ("warn", "Trả lại"),
    ("bad", "Quá hạn 3 ngày"),
    ("gold", "Giấy khen"),
    ("solemn", "Đã phát động"),
)

ICONS = (
    "home", "plan", "directive", "report", "figures", "units", "people", "person", "paper", "search",
    "calendar", "clock", "copy", "camera", "file", "print", "download", "back", "forward", "more",
    "alert", "empty", "lock", "leave", "switch", "history", "settings", "return", "check", "add",
)  # fmt: skip

DUE = (
    TodoItem(
        "Báo cáo tháng 10 của CĐCS Công ty May Sông Nhuệ (minh họa) chưa gửi",
        "quá hạn 3 ngày",
        "bad",
        "Nhắc đơn vị",
        "#todo",
    ),
    TodoItem("Báo cáo tháng 11", "còn 8 ngày", "warn", "Nhập báo cáo tháng 11", "#todo"),
    TodoItem(
        "2 báo cáo đơn vị gửi lên đang chờ duyệt", "gửi hôm qua", "wait", "Xem và duyệt", "#todo"
    ),
    TodoItem("Đã tiếp nhận kế hoạch phát động đợt II", "hôm nay", "ok"),
)

FIGURES = (
    {
        "label": "Sáng kiến được công nhận năm 2026",
        "sent": 119,
        "accepted": 112,
        "target": 120,
        "measure": "sáng kiến",
        "as_of": date(2026, 11, 22),
        "note": "Chỉ tiêu minh họa.",
    },
    {
        "label": "Sáng kiến 6 tháng đầu năm 2022",
        "sent": 906,
        "accepted": 906,
        "target": 713,
        "measure": "sáng kiến",
        "as_of": date(2022, 6, 30),
        "note": "Chỉ tiêu minh họa; 906 và 127 % cho biết chỉ tiêu từ 711 đến 716.",
    },
    {
        "label": "Đoàn viên được hỗ trợ (minh họa)",
        "sent": 1_234_567,
        "accepted": None,
        "target": None,
        "measure": "lượt người",
        "as_of": date(2026, 11, 22),
        "note": "",
    },
    {
        "label": "Công trình gắn biển (minh họa)",
        "sent": 0,
        "accepted": None,
        "target": 5,
        "measure": "công trình",
        "as_of": date(2026, 11, 22),
        "note": "",
    },
)

CHAIN = (
    Node("Tổng Liên đoàn Lao động Việt Nam", "Trung ương", "Đã phát động", "solemn", "#chain", 0),
    Node(
        "Liên đoàn Lao động thành phố Hà Nội",
        "Tỉnh, thành phố",
        "Đã phát động",
        "ok",
        "#chain",
        1,
    ),
    Node(
        "Liên đoàn Lao động quận Nam Từ Liêm",
        "Cấp trên trực tiếp",
        "Đã phát động",
        "ok",
        "#chain",
        2,
    ),
    Node(
        "Công đoàn phường Cầu Diễn",
        "Phường",
        "Đã phát động",
        "ok",
        "#chain",
        3,
        pilot=True,
        note="Đợt I đến hết ngày 31/05/2021, cấp trên đến hết ngày 30/06/2021",
    ),
    Node("CĐCS Trường Mầm non Ven Sông (minh họa)", "Cơ sở", "Chưa tiếp nhận", "neutral", "", 4),
)

BOARD = (
    ("CĐCS Công ty May Sông Nhuệ (minh họa)", None, 20, "Chưa gửi, quá hạn 3 ngày", "bad", False),
    ("CĐCS Công ty Cơ khí Đại Mỗ (minh họa)", 11, 18, "Trả lại", "warn", False),
    ("CĐCS Trường Mầm non Ven Sông (minh họa)", 9, 12, "Đã gửi", "wait", True),
    ("CĐCS Công ty Xây lắp Phú Đô (minh họa)", 31, 30, "Đã duyệt", "ok", False),
)

TIMELINE = (
    Entry(
        "duyệt báo cáo tháng 10, có 3 minh chứng kèm theo.",
        at=datetime(2026, 11, 3, 2, 14, tzinfo=UTC),
        who="Cán bộ thi đua cấp trên",
    ),
    Entry(
        "gửi lại báo cáo tháng 10 sau khi bổ sung quyết định công nhận.",
        at=datetime(2026, 11, 2, 9, 40, tzinfo=UTC),
        who="Chủ tịch công đoàn cơ sở",
    ),
    Entry("Kế hoạch được phát động, giao triển khai tới 24 đơn vị.", day=date(2026, 1, 12)),
)

TABS = (
    Tab("Nội dung", "#tabs", active=True),
    Tab("Triển khai", "#tabs", count=24),
    Tab("Chỉ tiêu", "#tabs"),
    Tab("Kết quả", "#tabs"),
    Tab("Diễn biến", "#tabs"),
)

SOLEMN = (
    ("Kế hoạch", "12/KH-CĐCS (minh họa)"),
    ("Thời gian", "01/12/2026 – 31/05/2027, 2 đợt"),
    ("Giao triển khai tới", "24 đơn vị trực thuộc"),
    ("Đoàn viên", "3.180 người"),
)

ZALO = (
    "Kính gửi các đồng chí Chủ tịch công đoàn cơ sở,\n"
    "Báo cáo thi đua tháng 11 nhận đến hết ngày 30/11/2026. Đến nay còn 3 đơn vị chưa gửi.\n"
    "Đề nghị các đồng chí quan tâm gửi đúng hạn. Trân trọng cảm ơn."
)


def wrong_form() -> SampleForm:
    """Return the sample form as it comes back when several things were wrong."""
    return SampleForm(
        {"number": "12/KH-CĐCS" * 5, "signed_on": "", "initiatives": "12,5", "sector": "dn"},
        prefix="wrong",
    )


_MONTHS = stretches(DateSpan(date(2026, 1, 1), date(2027, 1, 1)))[1]
_SENT = (8, 6, 13, 12, 17, 9, 10, 14, 18, 12, None, None)
_ACCEPTED = (8, 6, 13, 12, 17, 9, 10, 14, 18, 6, None, None)
_BANDS = [
    band
    for band in (
        band_between("Đợt I", DateSpan(date(2026, 1, 1), date(2026, 6, 1)), _MONTHS),
        band_between("Đợt II", DateSpan(date(2026, 6, 1), date(2026, 12, 1)), _MONTHS),
    )
    if band
]


def _points(sent: Sequence[int | None], accepted: Sequence[int | None]) -> list[Point]:
    return [
        Point(str(month), value, done, name=f"Tháng {month}/2026")
        for month, (value, done) in enumerate(zip(sent, accepted, strict=True), start=1)
    ]


PROGRESS = (
    BarLine("Sáng kiến được công nhận", 119, 120, 113, "#charts"),
    BarLine("Công nhân giỏi (minh họa)", 14, 10, 14, "#charts"),
    BarLine("Đối thoại tại nơi làm việc (minh họa)", 0, 8, 0),
)
UNITS = (
    BarLine("CĐCS Công ty Xây lắp Phú Đô (minh họa)", 31, 30, 31, "#charts"),
    BarLine("CĐCS Trường Mầm non Ven Sông (minh họa)", 12, 12, 9, "#charts", own=True),
    BarLine("CĐCS Công ty May Sông Nhuệ (minh họa)", 4, 20, 4, note="chưa gửi báo cáo tháng 10"),
)
COURSE = Series(_points(_SENT, _ACCEPTED), _BANDS)
REACHED = Series(
    _points((8, 14, 27, 39, 56, 65, 75, 89, 107, 119, None, None), (None,) * 12),
    _BANDS,
    target=120,
    line=True,
)
BY_SECTOR = (
    ("Doanh nghiệp", Series(_points((6, 5, 9, 9, 9, 8, 8, 11, 11, 6, None, None), (None,) * 12))),
    (
        "Hành chính, sự nghiệp",
        Series(_points((2, 1, 4, 3, 8, 1, 2, 3, 7, 6, None, None), (None,) * 12)),
    ),
)
