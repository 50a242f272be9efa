"""Reading workbooks as people fill them in: understood, or named with row and column."""

import io
from datetime import date, datetime

import openpyxl
import pytest

from thidua.domain.errors import Invalid
from thidua.office.sheets import Column, Sheet, read_workbook, write_errors, write_rows

FORM = Sheet(
    "Đơn vị",
    (
        Column("code", "Mã đơn vị", required=True),
        Column("name", "Tên đơn vị", required=True),
        Column("kind", "Loại đơn vị", "choice", choices=(("cdcs", "Công đoàn cơ sở"),)),
        Column("on", "Ngày thành lập", "day"),
        Column("members", "Số đoàn viên", "int", aliases=("Đoàn viên",)),
    ),
)
# A cell knows no zone.
MORNING = datetime(2025, 7, 1, 8, 30)  # noqa: DTZ001
HEAD = ["Mã đơn vị", "Tên đơn vị", "Loại đơn vị", "Ngày thành lập", "Số đoàn viên"]


def book(*rows, head=HEAD, above=(), merges=(), name="Sheet1", more=()):
    """A workbook with these rows below the head."""
    made = openpyxl.Workbook()
    page = made.active
    page.title = name
    for row in (*above, head, *rows):
        page.append(row)
    for area in merges:
        page.merge_cells(area)
    for title, lines in more:
        other = made.create_sheet(title)
        for line in lines:
            other.append(line)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def values(data, key):
    return [row.values[key] for row in read_workbook(data, FORM).rows]


def codes(data):
    return [
        (problem.row, problem.column, problem.code) for problem in read_workbook(data, FORM).log
    ]


def refusal(data):
    with pytest.raises(Invalid) as raised:
        read_workbook(data, FORM)
    return raised.value


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (48, 48),
        (48.0, 48),
        ("12.500.000đ", 12_500_000),
        ("1 234", 1234),
        (" 48 ", 48),
        ("-", None),
        (None, None),
        (0, 0),
    ],
)
def test_numbers_as_people_type_them(typed, read):
    assert values(book(["A-1", "Tên", None, None, typed]), "members") == [read]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("48 (tạm)", "sheets.note_in_number"),
        ("khoảng 50 người", "sheets.note_in_number"),
        ("85 %", "sheets.percent"),
        (0.85, "sheets.not_whole"),
        ("12,5", "sheets.not_number"),
        ("nhiều", "sheets.not_number"),
        (True, "sheets.not_number"),
        (date(2025, 7, 1), "sheets.not_number"),
    ],
)
def test_what_is_no_number_is_named(typed, code):
    assert codes(book(["A-1", "Tên", None, None, typed])) == [(2, "members", code)]


@pytest.mark.parametrize(
    "typed",
    [date(2025, 7, 1), MORNING, "01/07/2025", "1-7-2025", 45839, "45839"],
)
def test_days_as_dates_texts_and_serial_numbers(typed):
    assert values(book(["A-1", "Tên", None, typed]), "on") == [date(2025, 7, 1)]


@pytest.mark.parametrize("typed", ["07/2025", 2025, "31/02/2025", "cuối năm", 1.5])
def test_what_is_no_day_is_named(typed):
    assert codes(book(["A-1", "Tên", None, typed])) == [(2, "on", "sheets.not_day")]


def test_texts_are_tidied():
    decomposed = "Co\u0302ng\u00a0 đoa\u0300n "
    rows = [["A-1", decomposed, "cong doan CO SO"], [592.0, "Hai", "CĐCS"]]

    assert values(book(*rows), "name") == ["Công đoàn", "Hai"]
    assert values(book(*rows), "code") == ["A-1", "592"]
    assert values(book(*rows), "kind") == ["cdcs", "cdcs"]


def test_a_choice_that_is_none_names_the_list():
    read = read_workbook(book(["A-1", "Tên", "Câu lạc bộ"]), FORM)
    [problem] = read.log

    assert problem.code == "sheets.not_listed"
    assert "Công đoàn cơ sở" in str(problem.params["choices"])


def test_blank_rows_and_rows_above_the_head_are_passed_over():
    data = book(
        ["A-1", "Một"], [], [None, "  "], ["A-2", "Hai"], above=[["Biểu số 1"], [], ["Năm 2026"]]
    )
    read = read_workbook(data, FORM)

    assert [row.number for row in read.rows] == [5, 8]
    assert not read.log


def test_a_row_that_numbers_the_columns_and_a_row_of_totals_are_no_data():
    data = book(
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["A-1", "Một", None, None, 4],
        [None, "Tổng cộng", None, None, 4],
    )
    read = read_workbook(data, FORM)

    assert [row.number for row in read.rows] == [3]
    assert read.passed == (4,)


def test_a_head_merged_over_two_rows_is_understood():
    head = ["STT", "Mã đơn vị", "Tên đơn vị", "Số liệu", None]
    data = book(
        [None, None, None, "Ngày thành lập", "Đoàn viên (người)"],
        [1, "A-1", "Một", "01/07/2025", 5],
        head=head,
        merges=["A1:A2", "B1:B2", "C1:C2", "D1:E1"],
    )
    [row] = read_workbook(data, FORM).rows

    assert row.values["on"] == date(2025, 7, 1)
    assert row.values["members"] == 5


def test_columns_may_stand_in_any_order_and_strangers_are_told():
    data = book(["Một", "ghi gì đó", "A-1"], head=["TÊN ĐƠN VỊ *", "Màu sắc", "mã đơn vị"])
    read = read_workbook(data, FORM)

    assert read.rows[0].values["code"] == "A-1"
    assert read.ignored == ("Màu sắc",)


def test_a_text_merged_over_rows_holds_for_each_a_number_does_not():
    data = book(
        ["A-1", "Một", "CĐCS", None, 10],
        ["A-2", "Hai", None, None, None],
        merges=["C2:C3", "E2:E3"],
    )

    assert values(data, "kind") == ["cdcs", "cdcs"]
    assert codes(data) == [(2, "members", "sheets.merged"), (3, "members", "sheets.merged")]


def test_formulas_count_as_their_values_and_are_named_without_one():
    written = write_rows(FORM, [{"code": "A-1", "name": "Một", "members": 7}])
    book_ = openpyxl.load_workbook(io.BytesIO(written))
    book_.active["F4"] = "=3+4"
    out = io.BytesIO()
    book_.save(out)

    assert codes(out.getvalue()) == [(4, "members", "sheets.no_value")]


def test_a_formula_that_failed_is_named():
    made = openpyxl.load_workbook(io.BytesIO(book(["A-1", "Một", None, None, 1])))
    made.active["E2"].data_type = "e"
    made.active["E2"]._value = "#REF!"
    out = io.BytesIO()
    made.save(out)
    [problem] = read_workbook(out.getvalue(), FORM).log

    assert (problem.code, problem.params["value"]) == ("sheets.failed_formula", "#REF!")


def test_a_required_cell_that_is_empty_is_named():
    assert codes(book(["A-1", None])) == [(2, "name", "sheets.required")]


def test_the_form_of_last_year_is_refused_by_its_columns():
    data = book(["A", "B"], head=["Mã đơn vị", "Tên cũ", "Số đoàn viên", "Ghi chú"])
    no = refusal(data)

    assert no.code == "sheets.other_form"
    assert no.params == {"missing": ["Tên đơn vị"], "extra": ["Tên cũ"]}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (book(["x"], head=["Họ tên", "Tuổi"]), "sheets.no_head"),
        (book(["A", 5], head=["Mã đơn vị", "Số đoàn viên"]), "sheets.columns_missing"),
        (book(), "sheets.no_rows"),
    ],
)
def test_a_file_without_the_form_or_without_rows(data, code):
    assert refusal(data).code == code


def test_of_two_sheets_the_one_with_the_form_is_read():
    data = book(["A-1", "Một"], name="Số liệu", more=[("Khác", [["Họ tên"], ["An"]])])
    empty = book(["A-1", "Một"], more=[("Mẫu trống", [HEAD])])

    assert values(data, "code") == ["A-1"]
    assert values(empty, "code") == ["A-1"]


def test_two_sheets_with_rows_of_the_form_are_not_guessed_between():
    no = refusal(book(["A-1", "Một"], more=[("Thứ hai", [HEAD, ["A-2", "Hai"]])]))

    assert (no.code, no.params["names"]) == ("sheets.two_sheets", ["Sheet1", "Thứ hai"])


def test_a_file_with_errors_can_be_mended_and_read_again():
    data = book(["A-1", "Một", None, None, "48 (tạm)"], ["A-2", "Hai", None, None, 7])
    read = read_workbook(data, FORM)
    again = write_errors(FORM, read.rows, read.log, lambda no: f"sai: {no.code}")
    page = openpyxl.load_workbook(io.BytesIO(again)).active

    assert page["G3"].value == "Lỗi"
    assert page["G4"].value == "Số đoàn viên: sai: sheets.note_in_number"
    assert page["F4"].value == "48 (tạm)"
    assert page["F4"].fill.fgColor.rgb == "FFF9D6D2"
    assert page["F5"].fill.fgColor.rgb != "FFF9D6D2"
    page["F4"] = 48
    out = io.BytesIO()
    page.parent.save(out)
    assert values(out.getvalue(), "members") == [48, 7]
    assert read_workbook(out.getvalue(), FORM).ignored == ()
