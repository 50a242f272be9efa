"""Reading a workbook: the one sheet that has the form, row by row, every problem in the log."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from thidua.domain.errors import Invalid
from thidua.office.sheets.cells import read_cell, text_of
from thidua.office.sheets.columns import Cell, Column, ImportLog, Read, Row, Sheet, Value
from thidua.office.sheets.head import Head, find_head
from thidua.office.sheets.package import MAX_ROWS, Package, open_package
from thidua.office.sheets.scan import Odd
from thidua.text.fold import fold

_MOST_COVERED = 200_000
_TOTALS = {"tong", "cong", "tong cong", "tong so", "cong chung"}

Place = tuple[int, int]


@dataclass(frozen=True)
class _Table:
    """One sheet: its cells, merged areas (covered cell → first cell) and odd cells, from its corner."""

    name: str
    cells: Sequence[Sequence[Cell]]
    covers: dict[Place, Place]
    odd: Odd


def read_workbook(data: bytes, sheet: Sheet) -> Read:
    """Return the rows of the form in a workbook; raise `Invalid` where the file as a whole will not do."""
    package = open_package(data)
    tables = list(_tables(package))
    heads = [(table, find_head(table.cells, table.covers, sheet)) for table in tables]
    fits = [(table, head) for table, head in heads if head.places and not head.missing]
    if not fits:
        raise _other_form([head for _, head in heads], sheet)
    read = [_read(table, head, sheet) for table, head in fits]
    filled = [one for one in read if one.rows]
    if len(filled) > 1:
        raise Invalid("sheets.two_sheets", field="file", names=[one.tab for one in filled])
    found = filled[0] if filled else read[0]
    if len(found.rows) > MAX_ROWS:
        last = found.rows[-1].number
        raise Invalid("sheets.too_many_rows", field="file", row=last, limit=MAX_ROWS)
    if not found.rows:
        raise Invalid("sheets.no_rows", field="file")
    return found


def _other_form(heads: Iterable[Head], sheet: Sheet) -> Invalid:
    best = max(heads, key=lambda head: len(head.places), default=None)
    if best is None or not best.places:
        titles = [column.title for column in sheet.columns]
        return Invalid("sheets.no_head", field="file", titles=titles)
    if best.unknown:
        return Invalid(
            "sheets.other_form", field="file", missing=list(best.missing), extra=list(best.unknown)
        )
    return Invalid("sheets.columns_missing", field="file", missing=list(best.missing))


def _tables(package: Package) -> Iterator[_Table]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(package.content))
        for about in book.sheets_metadata:
            if about.visible == SheetVisibleEnum.Visible:
                yield _table(book.get_sheet_by_name(about.name), package)
    except (CalamineError, OSError, ValueError) as fault:
        raise Invalid("sheets.damaged", field="file") from fault


def _table(sheet: CalamineSheet, package: Package) -> _Table:
    first_column = sheet.start[1] if sheet.start else 0
    cells = list(sheet.iter_rows())
    size = (len(cells), len(cells[0]) if cells else 0)
    odd = {
        (row, column - first_column): text
        for (row, column), text in package.odd.get(sheet.name, {}).items()
    }
    return _Table(sheet.name, cells, _covered(sheet, first_column, size), odd)


def _covered(sheet: CalamineSheet, first_column: int, size: Place) -> dict[Place, Place]:
    covers: dict[Place, Place] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or []:
        first = (top, max(left - first_column, 0))
        if first[0] >= size[0] or first[1] >= size[1]:
            continue
        for row in range(top, min(bottom + 1, size[0])):
            for column in range(first[1], min(right - first_column + 1, size[1])):
                covers[row, column] = first
        if len(covers) > _MOST_COVERED:
            raise Invalid("sheets.too_large", field="file", limit=MAX_ROWS)
    return covers


def _read(table: _Table, head: Head, sheet: Sheet) -> Read:
    log, rows, passed = ImportLog(), list[Row](), list[int]()
    columns = [
        (column, head.places[column.key]) for column in sheet.columns if column.key in head.places
    ]
    for index in range(head.first_row, len(table.cells)):
        line = table.cells[index]
        if all(line[place] == "" for _, place in columns) and not _has_odd(table, index, columns):
            continue
        if _is_total(line, columns):
            passed.append(index + 1)
            continue
        row = _row(table, index, columns, log)
        if any(value is not None for value in row.values.values()) or row.number in log:
            _check_required(row, columns, log)
            rows.append(row)
    return Read(table.name, rows, log, head.unknown, tuple(passed))


def _has_odd(table: _Table, index: int, columns: list[tuple[Column, int]]) -> bool:
    return bool(table.odd) and any((index, place) in table.odd for _, place in columns)


def _is_total(line: Sequence[Cell], columns: list[tuple[Column, int]]) -> bool:
    """Tell whether the row sums up those above: such a word, and nothing that is required beside it."""
    if not any(isinstance(cell, str) and fold(cell) in _TOTALS for cell in line):
        return False
    required = [line[place] for column, place in columns if column.required]
    return sum(bool(text_of(cell)) for cell in required) <= 1


def _row(table: _Table, index: int, columns: list[tuple[Column, int]], log: ImportLog) -> Row:
    values: dict[str, Value] = {}
    typed: dict[str, Cell] = {}
    for column, place in columns:
        cell = table.cells[index][place]
        try:
            if table.covers and (index, place) in table.covers:
                cell = _merged(table, index, place, column)
            if table.odd and (index, place) in table.odd:
                cell = table.odd[index, place] or "="
                raise _odd(cell)
            values[column.key] = read_cell(column, cell)
        except Invalid as refusal:
            values[column.key] = None
            log.add(index + 1, column.key, refusal)
        typed[column.key] = cell
    return Row(index + 1, values, typed)


def _merged(table: _Table, index: int, place: int, column: Column) -> Cell:
    """Return what a merged cell says for this row: a text holds for each row, a number does not."""
    row, first = table.covers[index, place]
    cell = table.cells[row][first]
    others = table.covers.get((row + 1, first)) == (row, first)
    if text_of(cell) and (first != place or (others and column.kind == "int")):
        raise Invalid("sheets.merged")
    return cell if first == place else ""


def _odd(shown: str) -> Invalid:
    if shown == "=":
        return Invalid("sheets.no_value")
    return Invalid("sheets.failed_formula", value=shown[:20])


def _check_required(row: Row, columns: list[tuple[Column, int]], log: ImportLog) -> None:
    wrong = {problem.column for problem in log.of(row.number)}
    for column, _ in columns:
        if column.required and row.values[column.key] is None and column.key not in wrong:
            log.add(row.number, column.key, Invalid("sheets.required", title=column.title))
