"""The annexes of a report: results beside target and former year, and every number with its id."""

from datetime import date

from thidua.apps.reporting.papers.lines import (
    before_of,
    share_of_before,
    share_of_target,
    target_of,
    value_of,
)
from thidua.apps.reporting.papers.numbers import Numbers
from thidua.apps.reporting.queries.summary import Summary, SummaryLine
from thidua.domain.documents import Block, Column, Heading, PageBreak, Paragraph, Table, Text
from thidua.domain.figures.printed import Printed
from thidua.text.dates import day
from thidua.text.numbers import NO_VALUE, group

_RESULTS = (
    Column("Nội dung", 3.2),
    Column("Đơn vị tính", 1.1),
    Column("Kết quả", 1.6, "right"),
    Column("Chỉ tiêu", 1.2, "right"),
    Column("So với chỉ tiêu", 1.1, "right"),
    Column("Cùng kỳ năm trước", 1.3, "right"),
    Column("So với cùng kỳ", 1.1, "right"),
)
_NUMBERS = (
    Column("Mã", 0.6, "center"),
    Column("Nội dung", 4.2),
    Column("Giá trị", 1.5, "right"),
    Column("Tử số / mẫu số", 1.9, "right"),
    Column("Đến hết ngày", 1.2, "center"),
)


def results(numbers: Numbers, summary: Summary) -> list[Block]:
    """Return the table of all results."""
    rows = tuple(_row(numbers, line) for line in summary.lines)
    if not rows:
        return []
    table = Table(_RESULTS, rows, caption=f"Số liệu đến hết ngày {day(summary.cut_off)}")
    return [PageBreak(), Heading("Phụ lục 1. KẾT QUẢ THỰC HIỆN"), table]


def ids(numbers: Numbers, cut_off: date) -> list[Block]:
    """Return the list by which every number of the paper can be checked again."""
    rows = tuple(_number_row(printed, cut_off) for printed in numbers.all)
    about = Paragraph(
        f"Mã văn bản: {numbers.paper_id}. Mỗi số trong báo cáo mang một mã dưới đây; mở mục Đối chiếu "
        "của văn bản này trên hệ thống để so với số liệu hiện có.",
        indent=False,
    )
    return [PageBreak(), Heading("Phụ lục 2. MÃ SỐ LIỆU"), about, Table(_NUMBERS, rows)]


def _row(numbers: Numbers, line: SummaryLine) -> tuple[Text, ...]:
    indicator, aim = line.indicator, line.aim
    part = f"– trong đó {indicator.part_words or indicator.name}" if indicator.part_of else ""
    target: Text = (target_of(numbers, line, aim),) if aim else NO_VALUE
    share: Text = (share_of_target(numbers, line, aim),) if aim and aim.target.value else NO_VALUE
    before: Text = (before_of(numbers, line),) if line.before.sent else NO_VALUE
    compared: Text = (share_of_before(numbers, line),) if line.before.sent else NO_VALUE
    return (
        part or indicator.name,
        indicator.measure,
        (value_of(numbers, line),),
        target,
        share,
        before,
        compared,
    )


def _number_row(printed: Printed, cut_off: date) -> tuple[Text, ...]:
    ratio = "" if printed.base is None else f"{group(printed.value)} / {group(printed.base)}"
    note = f" ({printed.note})" if printed.note else ""
    last = printed.origin.span.last_day or cut_off
    measure = "" if printed.base is not None else f" {printed.measure}"
    return (
        f"S{printed.number}",
        printed.label + note,
        f"{printed.text}{measure}".strip(),
        ratio,
        day(min(last, cut_off)),
    )
