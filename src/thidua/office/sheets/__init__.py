"""Excel in and out: one list of columns gives the blank template, the reader and the writer."""

from thidua.office.sheets.columns import (
    Cell,
    Column,
    ImportLog,
    Kind,
    Problem,
    Read,
    Row,
    Sheet,
    Value,
)
from thidua.office.sheets.package import MAX_BYTES, MAX_ROWS
from thidua.office.sheets.reader import read_workbook
from thidua.office.sheets.writer import write_errors, write_rows, write_tables, write_template

__all__ = [
    "MAX_BYTES",
    "MAX_ROWS",
    "Cell",
    "Column",
    "ImportLog",
    "Kind",
    "Problem",
    "Read",
    "Row",
    "Sheet",
    "Value",
    "read_workbook",
    "write_errors",
    "write_rows",
    "write_tables",
    "write_template",
]
