"""Writing workbooks: the blank template, rows of the same form, and a file with its errors in red.

Every text is written as a text, whatever sign it begins with, so that nothing can become a formula.
"""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from typing import Any, Final, TypeAlias

import xlsxwriter  # type: ignore[import-untyped]

from thidua.domain.errors import DomainError
from thidua.office.sheets.cells import text_of
from thidua.office.sheets.columns import Cell, Column, ImportLog, Row, Sheet
from thidua.office.sheets.package import MAX_ROWS
from thidua.text.unicode import clean_text

# The package says nothing of its types.
Format: TypeAlias = Any
Workbook: TypeAlias = Any
Worksheet: TypeAlias = Any

_HEAD_ROW: Final = 2
_A4: Final = 9
_LISTS: Final = "Danh mục"
_ERROR_TITLE, _ERROR_WIDTH = "Lỗi", 60
_LINE_HEIGHT, _MOST_HEIGHT = 15.75, 400.0
_HELP_LIMIT, _CELL_LIMIT, _LABEL_LIMIT = 250, 32_000, 32
_GUIDE = (
    "Cột có dấu * phải ghi. Không đổi tên cột. Ghi mỗi dòng một mục, bắt đầu ngay dưới tên cột."
)
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_FORMS = {"int": {"num_format": "#,##0"}, "day": {"num_format": "dd/mm/yyyy"}}


@dataclass(frozen=True)
class _Formats:
    """How cells look: by kind of column, plain and wrong."""

    plain: Mapping[str, Format]
    wrong: Mapping[str, Format]
    head: Format
    head_required: Format
    title: Format
    guide: Format


def write_template(sheet: Sheet) -> bytes:
    """Return the blank form, with drop-downs and help on each column."""
    return _write(sheet, (), rows=1_000)


def write_rows(sheet: Sheet, rows: Iterable[Mapping[str, Cell | None]]) -> bytes:
    """Return the form filled with rows; it can be changed and read back."""
    return _write(sheet, list(rows))


def write_tables(tables: Iterable[tuple[Sheet, Iterable[Mapping[str, Cell | None]]]]) -> bytes:
    """Return a book of tables to be read, a tab for each; nothing in them asks to be filled in."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, dict(_OPTIONS))
    formats = _formats(book)
    for sheet, rows in tables:
        page = book.add_worksheet(sheet.name)
        _frame(page, sheet, formats, with_errors=False)
        for number, line in enumerate(rows):
            _line(page, number, sheet, line, set(), formats)
    book.close()
    return out.getvalue()


def write_errors(
    sheet: Sheet, rows: Sequence[Row], log: ImportLog, say: Callable[[DomainError], str]
) -> bytes:
    """Return the rows as they were typed, with a column that says what is wrong, wrong cells red."""
    typed: list[Mapping[str, Cell | None]] = [row.typed for row in rows]
    wrong = [{problem.column for problem in log.of(row.number)} for row in rows]
    said = [_said(sheet, log, row.number, say) for row in rows]
    return _write(sheet, typed, wrong, said)


def _said(sheet: Sheet, log: ImportLog, row: int, say: Callable[[DomainError], str]) -> str:
    titles = {column.key: column.title for column in sheet.columns}
    return "\n".join(
        f"{titles[problem.column]}: {say(problem.refusal)}"
        if problem.column in titles
        else say(problem.refusal)
        for problem in log.of(row)
    )


def _write(
    sheet: Sheet,
    lines: Sequence[Mapping[str, Cell | None]],
    wrong: Sequence[set[str]] = (),
    said: Sequence[str] = (),
    rows: int = 0,
) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, dict(_OPTIONS))
    page = book.add_worksheet(sheet.name)
    formats = _formats(book)
    _frame(page, sheet, formats, with_errors=bool(said))
    _help(book, page, sheet, max(rows, len(lines)))
    for number, line in enumerate(lines):
        if said and said[number]:
            # Not every program fits the row to a text that wraps.
            page.set_row(_HEAD_ROW + 1 + number, _height(said[number]))
        _line(page, number, sheet, line, wrong[number] if wrong else set(), formats)
        if said and said[number]:
            place = (_HEAD_ROW + 1 + number, len(sheet.columns) + 1)
            page.write_string(*place, said[number][:_CELL_LIMIT], formats.wrong["text"])
    book.close()
    return out.getvalue()


def _height(text: str) -> float:
    """Return the height of a row whose error wraps in its column."""
    lines = sum(ceil(max(len(line), 1) / (_ERROR_WIDTH * 0.9)) for line in text.split("\n"))
    return min(_LINE_HEIGHT * max(lines, 1), _MOST_HEIGHT)


def _formats(book: Workbook) -> _Formats:
    cell = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#C8CFCC"}
    red = {"bg_color": "#F9D6D2", "font_color": "#8E1B10"}
    head = {"bold": True, "text_wrap": True, "valign": "vcenter", "align": "center", "border": 1}

    def by_kind(extra: dict[str, Any]) -> dict[str, Format]:
        kinds = ("text", "choice", "int", "day")
        forms = {kind: _FORMS.get(kind, {"num_format": "@"}) for kind in kinds}
        return {kind: book.add_format({**cell, **forms[kind], **extra}) for kind in kinds}

    return _Formats(
        plain=by_kind({}),
        wrong=by_kind(red),
        head=book.add_format({**head, "bg_color": "#E6EDF4"}),
        head_required=book.add_format({**head, "bg_color": "#CFDFEE"}),
        title=book.add_format({"bold": True, "font_size": 14}),
        guide=book.add_format({"italic": True, "font_color": "#4A5560"}),
    )


def _frame(page: Worksheet, sheet: Sheet, formats: _Formats, *, with_errors: bool) -> None:
    page.write_string(0, 0, sheet.title or sheet.name, formats.title)
    page.write_string(1, 0, _GUIDE if sheet.guide is None else sheet.guide, formats.guide)
    page.write_string(_HEAD_ROW, 0, "STT", formats.head)
    page.set_column(0, 0, 6)
    for place, column in enumerate(sheet.columns, 1):
        page.set_column(place, place, column.width, formats.plain[column.kind])
        title = f"{column.title} *" if column.required else column.title
        page.write_string(
            _HEAD_ROW, place, title, formats.head_required if column.required else formats.head
        )
    if with_errors:
        place = len(sheet.columns) + 1
        page.set_column(place, place, _ERROR_WIDTH)
        page.write_string(_HEAD_ROW, place, _ERROR_TITLE, formats.head)
    page.set_row(_HEAD_ROW, 32)
    page.freeze_panes(_HEAD_ROW + 1, 0)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEAD_ROW)
    page.set_footer("&CTrang &P/&N")


def _help(book: Workbook, page: Worksheet, sheet: Sheet, rows: int) -> None:
    """Put the help of each column on its cells, and the drop-downs; long lists have a tab of their own."""
    last = min(_HEAD_ROW + max(rows, 1) + 200, MAX_ROWS)
    lists = _lists(book, sheet)
    for place, column in enumerate(sheet.columns, 1):
        rule: dict[str, Any] = {"validate": "any"}
        if column.key in lists:
            rule = {"validate": "list", "source": lists[column.key], "error_type": "warning"}
        if column.help:
            rule |= {
                "input_title": column.title[:_LABEL_LIMIT],
                "input_message": column.help[:_HELP_LIMIT],
            }
            page.write_comment(_HEAD_ROW, place, column.help, {"author": "", "x_scale": 2})
        if len(rule) > 1:
            page.data_validation(_HEAD_ROW + 1, place, last, place, rule)


def _lists(book: Workbook, sheet: Sheet) -> dict[str, str]:
    listed = [column for column in sheet.columns if column.choices]
    if not listed:
        return {}
    page, bold, sources = book.add_worksheet(_LISTS), book.add_format({"bold": True}), {}
    for place, column in enumerate(listed):
        letters = chr(65 + place)
        page.set_column(place, place, 50)
        page.write_string(0, place, f"Danh mục: {column.title}", bold)
        for number, (_, label) in enumerate(column.choices, 1):
            page.write_string(number, place, label)
        sources[column.key] = f"='{_LISTS}'!${letters}$2:${letters}${len(column.choices) + 1}"
    return sources


def _line(
    page: Worksheet,
    number: int,
    sheet: Sheet,
    line: Mapping[str, Cell | None],
    wrong: set[str],
    formats: _Formats,
) -> None:
    row = _HEAD_ROW + 1 + number
    page.write_number(row, 0, number + 1)
    for place, column in enumerate(sheet.columns, 1):
        cell = line.get(column.key)
        looks = (formats.wrong if column.key in wrong else formats.plain)[column.kind]
        _cell(page, (row, place), cell, column, looks)


def _cell(
    page: Worksheet, place: tuple[int, int], cell: Cell | None, column: Column, looks: Format
) -> None:
    if cell is None or cell == "":
        page.write_blank(*place, None, looks)
    elif isinstance(cell, (date, datetime)) and column.kind == "day":
        page.write_datetime(*place, cell, looks)
    elif isinstance(cell, (int, float)) and not isinstance(cell, bool) and column.kind != "text":
        page.write_number(*place, cell, looks)
    else:
        text = clean_text(cell) if isinstance(cell, str) else text_of(cell)
        page.write_string(*place, text[:_CELL_LIMIT], looks)
