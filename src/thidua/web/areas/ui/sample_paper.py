"""The sample paper of the index page: every kind of block once; wholly invented and marked so."""

from datetime import date

from thidua.domain.documents import (
    DEMO_MARK,
    Blank,
    Column,
    Heading,
    Item,
    PageBreak,
    Paper,
    Paragraph,
    Run,
    Signature,
    Table,
)

PAPER = Paper(
    kind="KẾ HOẠCH",
    subject="Phát động thi đua trong đoàn viên, người lao động năm 2026\n(minh họa)",
    superior="Liên đoàn Lao động tỉnh Sông Lam (minh họa)",
    issuer="Công đoàn phường Bến Xuân (minh họa)",
    number="9/KH-CĐ",
    place="Bến Xuân",
    day=date(2026, 1, 5),
    bases=("Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022",),
    blocks=(
        Heading("I. NỘI DUNG"),
        Heading("1. Thời gian", 2),
        Item("Đợt I: từ ngày 01/01/2026 đến hết ngày 31/5/2026"),
        Heading("a) Khối doanh nghiệp", 3),
        Paragraph(
            (
                Run("Chỉ tiêu năm: "),
                Run("120", bold=True, figure="sang-kien"),
                Run(" sáng kiến.", italic=True),
            )
        ),
        Table(
            (Column("TT", 0.5, "center"), Column("Đơn vị", 3), Column("Chỉ tiêu", 1, "right")),
            (("1", "CĐCS Công ty May Sông Nhuệ (minh họa)", "20"), ("", "Cộng", "20")),
            caption="Chỉ tiêu giao",
            totals=1,
        ),
        PageBreak(),
        Blank("Ý kiến của đơn vị:"),
    ),
    signatures=(Signature(("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"), "Trần Văn Minh Họa"),),
    recipients=("Công đoàn cơ sở trực thuộc", "Lưu: VT"),
    mark=DEMO_MARK,
)
