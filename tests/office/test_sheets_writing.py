"""Written workbooks: no text becomes a formula, what goes out comes back, the template helps."""

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.office.sheets import Column, Sheet, read_workbook, write_rows, write_template
from thidua.text.unicode import clean_line

FORM = Sheet(
    "Thử",
    (
        Column("code", "Mã", required=True, help="Mã do cấp trên cấp."),
        Column("name", "Tên", width=40),
        Column("kind", "Loại", "choice", choices=(("a", "Loại A"), ("b", "Loại B"))),
        Column("on", "Ngày", "day"),
        Column("count", "Số", "int"),
    ),
    "Biểu thử",
)


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r=", "\uff1d", "|", "%"])
def test_no_text_becomes_a_formula(sign):
    text = f"{sign}HYPERLINK(0)"
    page = opened(write_rows(FORM, [{"code": text, "name": text, "kind": text, "on": text}]))

    assert [page.cell(4, column).data_type for column in (2, 3, 4, 5)] == ["s"] * 4


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=40),
    st.integers(-(10**15), 10**15),
    st.dates(date(1930, 1, 1), date(2110, 1, 1)),
)
def test_what_goes_out_comes_back(text, number, day):
    line = {"code": "M", "name": text, "kind": "Loại B", "on": day, "count": number}
    read = read_workbook(write_rows(FORM, [line]), FORM)
    [row] = read.rows
    blank = clean_line(text) in {"", "-", "–", "—", "..."}

    assert not read.log
    assert row.values["name"] == (None if blank else clean_line(text))
    assert (row.values["kind"], row.values["on"], row.values["count"]) == ("b", day, number)


def test_the_template_is_one_page_wide_with_lists_help_and_a_fixed_head():
    data = write_template(FORM)
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book.worksheets[0]
    [rule] = [one for one in page.data_validations.dataValidation if one.type == "list"]

    assert [cell.value for cell in page[3]] == ["STT", "Mã *", "Tên", "Loại", "Ngày", "Số"]
    assert page.freeze_panes == "A4"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
    assert page["B3"].comment.text == "Mã do cấp trên cấp."
    assert "Danh mục" in rule.formula1
    assert [cell.value for cell in book["Danh mục"]["A"]] == ["Danh mục: Loại", "Loại A", "Loại B"]


def test_codes_and_telephone_numbers_stay_texts():
    page = opened(write_rows(FORM, [{"code": "0912000001", "count": 5}]))

    assert (page["B4"].value, page["B4"].number_format) == ("0912000001", "@")
    assert page["F4"].value == 5
