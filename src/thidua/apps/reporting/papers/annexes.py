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
)
# Each pair stands there only where some figure has it: a column of dashes says nothing.
_AIMS = (Column("Chỉ tiêu", 1.2, "right"), Column("So với chỉ tiêu", 1.1, "right"))
_BEFORE = (Column("Cùng kỳ năm trước", 1.3, "right"), Column("So với cùng kỳ", 1.1, "right"))
_NUMBERS = (
    Column("Mã", 0.6, "center"),
    Column("Nội dung", 4.2),
    Column("Giá trị", 1.5, "right"),
    Column("Tử số / mẫu số", 1.9, "right"),
    Column("Đến hết ngày", 1.2, "center"),
)


def results(numbers: Numbers, summary: Summary) -> list[Block]:
    """Return the table of all results."""
    lines = list(summary.lines)
    if not lines:
        return []
    aims, before = any(line.aim for line in lines), any(line.before.sent for line in lines)
    columns = (*_RESULTS, *(_AIMS if aims else ()), *(_BEFORE if before else ()))
    rows = tuple(_row(numbers, line, aims=aims, before=before) for line in lines)
    table = Table(columns, rows, caption=f"Số liệu đến hết ngày {day(summary.cut_off)}")
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


def _row(numbers: Numbers, line: SummaryLine, *, aims: bool, before: bool) -> tuple[Text, ...]:
    indicator = line.indicator
    part = f"– trong đó {indicator.part_words or indicator.name}" if indicator.part_of else ""
    said: list[Text] = [part or indicator.name, indicator.measure, (value_of(numbers, line),)]
    if aims:
        said += _beside_target(numbers, line)
    if before:
        said += _beside_former(numbers, line)
    return tuple(said)


def _beside_target(numbers: Numbers, line: SummaryLine) -> list[Text]:
    aim = line.aim
    if not aim:
        return [NO_VALUE, NO_VALUE]
    target = (target_of(numbers, line, aim),)
    return [target, (share_of_target(numbers, line, aim),) if aim.target.value else NO_VALUE]


def _beside_former(numbers: Numbers, line: SummaryLine) -> list[Text]:
    if not line.before.sent:
        return [NO_VALUE, NO_VALUE]
    return [(before_of(numbers, line),), (share_of_before(numbers, line),)]


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
