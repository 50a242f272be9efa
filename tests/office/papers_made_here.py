"""Papers that the tests of the two writers draw: a plan with everything in it, and hostile words."""

from datetime import date

from thidua.domain.documents import (
    Blank,
    Column,
    Heading,
    Item,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
)

LONG = (
    "Vận động mỗi đoàn viên có ít nhất một sáng kiến, cải tiến kỹ thuật được công nhận trong năm, "
    "gắn với việc làm, thu nhập và an toàn, vệ sinh lao động tại đơn vị."
)
HOSTILE = (
    "#let x = 1 $a^2$ *đậm* _nghiêng_ @nhãn [ngoặc] <b> & \\n // ... -- \"kép\" 'đơn' `mã` = đầu ~"
)
MARK = "BẢN MINH HỌA – KHÔNG CÓ GIÁ TRỊ"
VIETNAMESE = "".join(
    f"{low}{low.upper()}"
    for low in "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
)


def table(rows=60):
    """Return a table that runs over the page, its last row a sum."""
    lines = [(str(n), f"Nội dung {n}", str(n * 1000)) for n in range(1, rows + 1)]
    columns = (Column("TT", 0.4, "center"), Column("Nội dung", 3), Column("Chỉ tiêu", 1, "right"))
    return Table(columns, (*lines, ("", "Tổng cộng", "99.000")), caption="Chỉ tiêu", totals=1)


def plan(**values):
    """Return a plan of several pages that uses every block."""
    figure = (Run("Đã công nhận "), Run("906", figure="so-1"), Run(" sáng kiến.", italic=True))
    given = {
        "kind": "KẾ HOẠCH",
        "subject": "Phát động phong trào thi đua\nnăm 2023 (minh họa)",
        "superior": "Liên đoàn Lao động thành phố Hà Nội",
        "issuer": "Liên đoàn Lao động quận Minh Họa",
        "number": "8/KH-LĐLĐ",
        "place": "Minh Họa",
        "day": date(2023, 2, 6),
        "bases": (
            "Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022",
            "Căn cứ kế hoạch của cấp trên;",
        ),
        "blocks": (
            Heading("I. MỤC ĐÍCH", 1),
            Paragraph(LONG),
            Heading("1. Yêu cầu", 2),
            Item(HOSTILE),
            Heading("a) Khối doanh nghiệp", 3),
            Paragraph(figure),
            table(),
            Blank("Ý kiến khác:", 2),
        ),
        "signatures": (Signature(("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"), "Nguyễn Thị Minh Họa"),),
        "recipients": ("Như trên", "Lưu: VT"),
    }
    return Paper(**given | values)
