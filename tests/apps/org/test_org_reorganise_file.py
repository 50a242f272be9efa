"""A reorganisation from an Excel plan: wrong rows named in their cells, a right file in a draft."""

import io
from datetime import date

import openpyxl
import pytest

from thidua.apps.org.models import Placement, Reorganisation, Unit
from thidua.apps.org.queries.reorganisation import called_by_code, changes_of
from thidua.apps.org.services.importing_plan import Source, Verdict
from thidua.apps.org.services.reorganise import (
    carry_out_reorganisation,
    draft_reorganisation,
    import_reorganisation,
)
from thidua.apps.org.services.reorganising_file import plan_reorganisation
from thidua.apps.org.services.reorganising_rows import HeadDraft, RowDraft
from thidua.apps.org.sheets import PLAN, plan_rows
from thidua.base.actor import SYSTEM
from thidua.base.messages import sentence
from thidua.domain.errors import DomainError, Invalid
from thidua.office.sheets import read_workbook, write_errors, write_rows, write_template

ON = date(2026, 12, 1)
BASIS = "QĐ 12/QĐ-LĐLĐ ngày 20/11/2026"


def row(act, code, **more):
    return {"act": act, "code": code, "on": ON, "basis": BASIS, **more}


FOUND = row("Thành lập đơn vị", "VN-MOI", name="CĐCS Công ty Mới", kind="CĐCS", parent="VN-TU-LIEM")
MERGE = row("Sáp nhập, hợp nhất", "vn-anh-duong", heir="VN-MOI", called="CĐCS Cty Ánh Dương")
MOVE = row("Chuyển cấp trên trực tiếp", "VN-BINH-MINH", parent="VN-GIAO-DUC-HN")
END = row("Kết thúc hoạt động", "VN-HOA-SEN")


def read(*rows):
    return read_workbook(write_rows(PLAN, rows), PLAN)


def faults(plan):
    return [(problem.row, problem.column, problem.code) for problem in plan.log]


@pytest.fixture
def leader(country):
    return country.actor("lanh-dao", "ha-noi")


def take_in(actor, found):
    plan = plan_reorganisation(actor, found, {})
    return import_reorganisation(
        actor=actor, source=Source("a" * 64, "phương án.xlsx", found), answers={}, seen=plan.seen
    )


def test_a_right_file_becomes_a_draft_and_changes_nothing_yet(country, leader):
    placed = Placement.objects.count()
    assert faults(plan_reorganisation(leader, read(FOUND, MERGE, MOVE), {})) == []
    made = take_in(leader, read(FOUND, MERGE, MOVE))
    draft = Reorganisation.objects.get(public_id=made)

    assert (draft.state, draft.effective_on, draft.basis) == ("drafted", ON, BASIS)
    assert draft.unit_id == country["ha-noi"].pk
    assert draft.title == "Sắp xếp tổ chức từ ngày 01/12/2026"
    assert [(each.position, each.act, each.code, each.heir) for each in changes_of(draft)] == [
        (1, "found", "VN-MOI", ""),
        (2, "merge", "VN-ANH-DUONG", "VN-MOI"),
        (3, "move", "VN-BINH-MINH", ""),
    ]
    assert Placement.objects.count() == placed
    carry_out_reorganisation(actor=leader, reorganisation_id=made)
    assert Unit.objects.filter(code="VN-MOI").exists()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([END, row("Kết thúc hoạt động", "VN-HOA-SEN")], [(5, "code", "org.plan_ended_twice")]),
        (
            [row("Chuyển cấp trên trực tiếp", "VN-TU-LIEM", parent="VN-HOA-SEN")],
            [(4, "parent", "tree.cycle")],
        ),
        (
            [row("Chuyển cấp trên trực tiếp", "VN-GIAO-DUC-HN", parent="VN-GIAO-DUC-HN")],
            [(4, "parent", "tree.cycle")],
        ),
        (
            [row("Chuyển cấp trên trực tiếp", "VN-HOA-SEN", parent="VN-GIAO-DUC-HN")],
            [(4, "parent", "org.side_on_main_line")],
        ),
        (
            [FOUND, {**FOUND, "code": "VN-HAI", "name": "Hai"}, {**MERGE, "heir": "KHONG-CO"}],
            [(6, "heir", "org.plan_unknown")],
        ),
        ([FOUND, {**MOVE, "on": date(2026, 12, 15)}], [(5, "on", "org.plan_other_day")]),
        ([{**MOVE, "on": date(2020, 1, 1)}], [(4, "code", "org.not_living")]),
        ([{**FOUND, "kind": None}], [(4, "kind", "sheets.required")]),
        ([{**FOUND, "kind": "Hội đồng"}], [(4, "kind", "sheets.not_in_list")]),
        ([{**END, "parent": "VN-HA-NOI"}], [(4, "parent", "org.plan_cell_unused")]),
        (
            [{**MOVE, "called": "CĐCS Trường Mầm non Hoa Sen"}],
            [(4, "called", "org.plan_called_otherwise")],
        ),
        ([row("Kết thúc hoạt động", "VN-TU-LIEM")], [(4, "children", "org.has_children")]),
        ([row("Kết thúc hoạt động", "VN-SONG-HUONG")], [(4, "code", "org.plan_unknown")]),
        ([{**END, "basis": None}], [(4, "basis", "org.plan_basis_required")]),
        ([{**END, "on": "1/13/2026"}], [(4, "on", "sheets.not_day")]),
        (
            [{**FOUND, "name": "CĐCS Công ty Bình Minh"}],
            [(4, "name", "org.name_taken")],
        ),
        ([{**MERGE, "heir": "VN-HOA-SEN"}, END], [(4, "heir", "org.plan_target_ends")]),
        (
            [FOUND, {**MOVE, "parent": "VN-HOA-SEN"}, END],
            [(5, "parent", "org.plan_target_ends")],
        ),
        (
            [row("Chia đơn vị", "VN-ANH-DUONG", heir="VN-HOA-SEN")],
            [(4, "share", "sheets.required")],
        ),
    ],
)
def test_what_cannot_be_is_named_in_its_cell(leader, rows, expected):
    plan = plan_reorganisation(leader, read(*rows), {})

    assert faults(plan) == expected
    assert plan.writes == 0


def test_wrong_cells_do_not_hide_what_is_certain_of_other_rows(leader):
    """Nor do rows that lean on wrong ones get blamed for it."""
    rows = [
        {**FOUND, "kind": None},
        {**MERGE, "heir": "VN-MOI"},
        END,
        row("Kết thúc hoạt động", "VN-HOA-SEN"),
        row("Chuyển cấp trên trực tiếp", "VN-BINH-MINH", parent="VN-TU-LIEM"),
    ]
    assert faults(plan_reorganisation(leader, read(*rows), {})) == [
        (4, "kind", "sheets.required"),
        (7, "code", "org.plan_ended_twice"),
        (8, "parent", "org.already_there"),
    ]


def test_a_unit_is_not_moved_under_its_own_child(country):
    rows = [row("Chuyển cấp trên trực tiếp", "VN-HA-NOI", parent="VN-TU-LIEM")]
    assert faults(plan_reorganisation(SYSTEM, read(*rows), {}))[0][1:] == ("parent", "tree.cycle")


def test_one_wrong_row_keeps_the_whole_file_out_and_stands_red_in_it(leader):
    found = read(FOUND, END, row("Kết thúc hoạt động", "VN-HOA-SEN"))
    with pytest.raises(DomainError, match=r"org\.plan_file_wrong"):
        take_in(leader, found)
    assert not Reorganisation.objects.exists()

    plan = plan_reorganisation(leader, found, {})
    page = openpyxl.load_workbook(
        io.BytesIO(write_errors(PLAN, found.rows, plan.log, sentence))
    ).worksheets[0]
    head = [cell.value for cell in page[3]]
    said = page.cell(row=6, column=head.index("Lỗi") + 1).value
    assert (
        said
        == "Mã đơn vị: CĐCS Trường Mầm non Hoa Sen kết thúc hoạt động ở hai dòng. Hãy bỏ bớt một dòng."
    )
    red = page.cell(row=6, column=head.index("Mã đơn vị *") + 1)
    assert red.fill.fgColor.rgb.endswith("F9D6D2")
    assert page.cell(row=4, column=head.index("Lỗi") + 1).value is None


def test_last_years_form_is_refused_as_a_whole():
    book = openpyxl.Workbook()
    for line in (["STT", "Tên đơn vị", "Chuyển về", "Ghi chú"], [1, "CĐCS A", "CĐ phường B", ""]):
        book.active.append(line)
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(Invalid) as refused:
        read_workbook(out.getvalue(), PLAN)
    assert refused.value.code in {"sheets.other_form", "sheets.no_head", "sheets.columns_missing"}
    assert "mẫu" in sentence(refused.value)


def test_the_blank_form_has_lists_and_help():
    page = openpyxl.load_workbook(io.BytesIO(write_template(PLAN))).worksheets[0]
    lists = [rule for rule in page.data_validations.dataValidation if rule.type == "list"]
    helped = [rule for rule in page.data_validations.dataValidation if rule.prompt]
    assert len(lists) == 5
    assert len(helped) >= 10


def test_a_draft_that_was_exported_comes_back_the_same(country, leader):
    rows = (
        RowDraft("found", "VN-A", parent="VN-TU-LIEM", kind="cdcs", name="CĐCS A", short_name="A"),
        RowDraft(
            "found", "VN-B", parent="VN-TU-LIEM", kind="cdcs", name="B", sector="doanh-nghiep"
        ),
        RowDraft("split", "VN-ANH-DUONG", heir="VN-A", share="main"),
        RowDraft("split", "VN-ANH-DUONG", heir="VN-B", share="part"),
        RowDraft("rename", "VN-BINH-MINH", name="CĐCS Bình Minh mới"),
        RowDraft("side", "VN-HOA-SEN"),
        RowDraft("end", "VN-GIAO-DUC-HN", children="superior"),
    )
    made = draft_reorganisation(
        actor=leader, unit_id=leader.unit_public_id, head=HeadDraft("Một", ON, BASIS), rows=rows
    )
    kept = changes_of(Reorganisation.objects.get(public_id=made))
    called = called_by_code(leader, {each.code for each in kept}, ON)
    found = read_workbook(write_rows(PLAN, plan_rows(kept, called, ON, BASIS)), PLAN)
    plan = plan_reorganisation(leader, found, {})

    assert faults(plan) == []
    assert tuple(line.draft for line in plan.lines) == rows


def test_far_more_rows_than_a_screen_takes(leader):
    many = [{**FOUND, "code": f"VN-{number}", "name": f"CĐCS Số {number}"} for number in range(300)]
    plan = plan_reorganisation(leader, read(*many), {})

    assert plan.counts[Verdict.NEW] == 300
    made = take_in(leader, read(*many))
    assert Reorganisation.objects.get(public_id=made).changes.count() == 300


def test_only_who_reorganises_takes_a_plan_in(country):
    officer = country.actor("can-bo-thi-dua", "ha-noi")
    with pytest.raises(DomainError, match=r"base\.forbidden"):
        take_in(officer, read(FOUND))
