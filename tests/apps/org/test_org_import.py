"""Files of units and headcounts: planned row by row, asked about, written at once or not at all."""

import io
import time
from datetime import date

import openpyxl
import pytest
from tests.conftest import TODAY

from thidua.apps.org import queries, services
from thidua.apps.org.models import Headcount, Placement, Unit, UnitName
from thidua.apps.org.services.importing import import_headcounts, import_units
from thidua.apps.org.services.importing_headcounts import plan_headcounts
from thidua.apps.org.services.importing_names import match_key
from thidua.apps.org.services.importing_plan import AS_NEW, LEAVE_OUT, Source, Verdict
from thidua.apps.org.services.importing_units import plan_units
from thidua.apps.org.services.paths import rebuild_all_paths
from thidua.apps.org.sheets import HEADCOUNTS, UNITS, headcount_rows, unit_rows
from thidua.base.models import AuditEvent, AuditPayload
from thidua.domain.errors import Conflict, Forbidden
from thidua.office.sheets import read_workbook, write_rows

ON = date(2026, 1, 1)


def line(code, name, parent="VN-TU-LIEM", **more):
    return {"code": code, "name": name, "kind": "CĐCS", "parent": parent, "on": ON, **more}


def read(*rows, form=UNITS):
    return read_workbook(write_rows(form, rows), form)


def source(found, digest="d"):
    return Source(digest, "don-vi.xlsx", found)


def verdicts(plan):
    return [str(one.verdict) for one in plan.lines]


def faults(plan):
    return [(one.row, one.column, one.code) for one in plan.log]


def write(actor, found, answers=None, key=None):
    plan = plan_units(actor, found, answers or {})
    return import_units(
        actor=actor.with_key(key), source=source(found), answers=answers or {}, seen=plan.seen
    )


@pytest.fixture
def keeper(country):
    return country.actor("quan-tri", "ha-noi")


def test_new_units_stand_where_the_file_says_and_paths_are_as_derived(country, keeper):
    found = read(
        line("P-1", "Công đoàn phường Mới", "VN-HA-NOI", kind="Công đoàn xã, phường, đặc khu"),
        line("C-2", "CĐ bộ phận Một", "C-1", kind="Công đoàn bộ phận, nghiệp đoàn bộ phận"),
        line("C-1", "CĐCS Công ty Một", "P-1", members=12, sector="Doanh nghiệp"),
        line("C-3", "CĐCS Trường Hai", side="VN-GIAO-DUC-HN", short_name="Hai"),
    )
    write(keeper, found)
    one = Unit.objects.get(code="C-1")

    assert queries.ancestor_ids(Unit.objects.get(code="C-2").pk, ON) == [
        one.pk, Unit.objects.get(code="P-1").pk, country["ha-noi"].pk, country["tld"].pk,
    ]  # fmt: skip
    assert rebuild_all_paths() == 0
    assert one.sector == "doanh-nghiep"
    assert Headcount.objects.get(unit=one).members == 12
    assert queries.short_names([Unit.objects.get(code="C-3").pk], TODAY).popitem()[1] == "Hai"
    side = Placement.objects.get(unit__code="C-3", line="side")
    assert side.parent_id == country["giao-duc-hn"].pk


def test_one_event_tells_what_a_file_did_and_a_second_press_does_nothing(country, keeper):
    found = read(line("C-1", "CĐCS Công ty Một"))
    answer = write(keeper, found, key="k")
    plan = plan_units(keeper, found, {})
    again = import_units(
        actor=keeper.with_key("k"), source=source(found), answers={}, seen="1-0-0-0-0-0"
    )
    [event] = AuditEvent.objects.filter(operation="import_units")
    data = AuditPayload.objects.get(event=event).data

    assert answer == again == country["ha-noi"].public_id
    assert verdicts(plan) == ["same"]
    assert data["made"] == [Unit.objects.get(code="C-1").public_id]
    assert data["rows"]["new"] == 1
    assert data["file"] == "d"


def test_a_known_code_changes_what_differs_and_empty_cells_change_nothing(country, keeper):
    services.record_headcount(
        actor=country.actor("quan-tri", "tld"),
        unit_id=country["anh-duong"].public_id,
        on=ON,
        members=10,
        workers=50,
    )
    row = line("vn-anh-duong", "CĐCS Công ty Ánh Dương Mới", members=20)
    found = read({**row, "on": date(2025, 7, 1)})
    plan = plan_units(keeper, found, {})
    write(keeper, found)
    held = Headcount.objects.on(TODAY).get(unit=country["anh-duong"])

    assert [(one.before, one.after) for one in plan.lines[0].changes] == [
        ("CĐCS Công ty Ánh Dương", "CĐCS Công ty Ánh Dương Mới"),
        ("10", "20"),
    ]
    assert queries.name_of(country["anh-duong"].pk, TODAY) == "CĐCS Công ty Ánh Dương Mới"
    assert queries.name_of(country["anh-duong"].pk, ON) == "CĐCS Công ty Ánh Dương"
    assert UnitName.objects.on(TODAY).get(unit=country["anh-duong"]).short_name == "Ánh Dương"
    assert (held.members, held.workers, held.valid_from) == (20, 50, TODAY)


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (line("??", "CĐCS Một"), "code", "org.code_form"),
        (line("C-1", "…"), "name", "org.name_required"),
        (line("C-1", "CĐCS Một", "KHONG-CO"), "parent", "sheets.unit_unknown"),
        (line("C-1", "CĐCS Một", "VN-HUE"), "parent", "sheets.unit_unknown"),
        (line("C-1", "CĐCS Một", "VN-TLD"), "parent", "sheets.unit_unknown"),
        (line("VN-SONG-HUONG", "CĐCS Một"), "code", "org.code_taken"),
        (line("C-1", "CĐCS Một", "VN-ANH-DUONG"), "parent", "org.kind_not_under"),
        (line("C-1", "CĐCS Một", "VN-NAM-TU-LIEM"), "", "org.not_living"),
        (line("C-1", "Q", "VN-HA-NOI", kind="ldld-huyen"), "kind", "org.kind_no_more"),
        (line("C-1", "CĐCS Một", side="VN-GIAO-DUC"), "side", "sheets.unit_unknown"),
        (line("C-1", "CĐCS Một", side="VN-HA-NOI"), "side", "org.side_on_main_line"),
        (line("C-1", "CĐCS Một", members=-4), "members", "org.count_range"),
        (line("VN-ANH-DUONG", "CĐCS Ánh Dương"), "on", "sheets.not_changed_here"),
        (line("VN-ANH-DUONG", "CĐCS Ánh Dương", "VN-HA-NOI"), "parent", "sheets.not_changed_here"),
        (line("VN-CAU-DIEN", "Cầu Diễn", "VN-NAM-TU-LIEM"), "", "org.not_living"),
    ],
)
def test_what_cannot_be_is_named_in_its_row(keeper, row, column, code):
    plan = plan_units(keeper, read(row), {})

    assert faults(plan) == [(4, column, code)]
    assert verdicts(plan) == ["wrong"]


def test_rows_are_held_against_one_another(keeper):
    plan = plan_units(
        keeper,
        read(
            line("C-1", "CĐCS Một"),
            line("c-1", "CĐCS Hai"),
            line("C-3", "CĐCS Ba", "C-9", kind="cd-bo-phan"),
            line("C-9", "CĐCS Chín", "KHONG-CO"),
            line("C-4", "CĐCS Bốn", "C-1", kind="cd-bo-phan", on=date(2025, 1, 1)),
        ),
        {},
    )

    assert [(row, code) for row, _, code in faults(plan)] == [
        (5, "sheets.twice"),
        (6, "sheets.parent_wrong"),
        (7, "sheets.unit_unknown"),
        (8, "org.not_living"),
    ]
    assert verdicts(plan) == ["new", "wrong", "wrong", "wrong", "wrong"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CĐCS Công ty TNHH Ánh Dương", "Công đoàn cơ sở Cty Ánh Dương"),
        ("CĐ CTY TNHH MTV ÁNH DƯƠNG", "cong doan cong ty anh duong"),
        ("CĐCS Trường MN Hoa Sen", "Công đoàn Trường Mầm non Hoa Sen"),
        ("Công đoàn UBND phường Từ Liêm", "CĐCS Ủy ban nhân dân phường Từ Liêm"),
    ],
)
def test_names_that_may_mean_one_unit(one, other):
    assert match_key(one) == match_key(other)


def test_different_units_keep_different_keys():
    assert match_key("CĐCS Công ty Ánh Dương 1") != match_key("CĐCS Công ty Ánh Dương 2")
    assert match_key("Công đoàn cơ sở") == "cong doan co so"


def test_a_unit_written_differently_is_asked_about_and_never_merged_silently(country, keeper):
    found = read(line("C-1", "Công đoàn Cty TNHH ANH DUONG", members=9, on=date(2025, 7, 1)))
    plan = plan_units(keeper, found, {})
    [asked] = plan.lines
    known = country["anh-duong"]

    assert asked.verdict is Verdict.ASKED
    assert [one.public_id for one in asked.candidates] == [known.public_id]
    with pytest.raises(Conflict) as refusal:
        write(keeper, found)
    assert refusal.value.code == "sheets.unanswered"

    same, new, none = (
        plan_units(keeper, found, {4: answer}).lines[0].verdict
        for answer in (known.public_id, AS_NEW, LEAVE_OUT)
    )
    assert (same, new, none) == (Verdict.CHANGED, Verdict.NEW, Verdict.LEFT_OUT)

    write(keeper, found, {4: known.public_id})
    assert not Unit.objects.filter(code="C-1").exists()
    assert Headcount.objects.get(unit=known).members == 9
    assert queries.name_of(known.pk) == "CĐCS Công ty Ánh Dương"


def test_an_answer_that_was_not_offered_is_none(country, keeper):
    found = read(line("C-1", "Công đoàn Cty ANH DUONG"))

    assert verdicts(plan_units(keeper, found, {4: country["hue"].public_id})) == ["asked"]


def test_the_very_same_name_beside_cannot_be_new(keeper):
    found = read(line("C-1", "CĐCS Công ty Ánh Dương"))
    [asked] = plan_units(keeper, found, {4: AS_NEW}).lines

    assert asked.verdict is Verdict.ASKED
    assert not asked.may_be_new


def test_two_rows_that_may_be_one_unit_are_asked_about(keeper):
    found = read(line("C-1", "CĐCS Công ty Mới"), line("C-2", "Công đoàn CTY TNHH mới"))
    plan = plan_units(keeper, found, {})

    assert verdicts(plan) == ["new", "asked"]
    assert plan.lines[1].candidates[0].row == 4
    assert verdicts(plan_units(keeper, found, {5: AS_NEW})) == ["new", "new"]


def test_bad_rows_are_left_and_the_rest_is_written_when_the_officer_has_seen_so(keeper):
    found = read(line("C-1", "CĐCS Một"), line("C-2", "CĐCS Hai", "KHONG-CO"))
    write(keeper, found)

    assert Unit.objects.filter(code="C-1").exists()
    assert not Unit.objects.filter(code="C-2").exists()


def test_what_changed_since_the_preview_is_shown_again_and_nothing_is_written(country, keeper):
    found = read(line("C-1", "CĐCS Một"), line("C-2", "CĐCS Hai"))
    seen = plan_units(keeper, found, {}).seen
    services.found_unit(
        actor=country.actor("quan-tri", "tld"),
        parent_id=country["tu-liem"].public_id,
        kind="cdcs",
        name="CĐCS Một",
        code="C-1",
        on=ON,
    )

    with pytest.raises(Conflict) as refusal:
        import_units(actor=keeper, source=source(found), answers={}, seen=seen)
    assert refusal.value.code == "sheets.changed"
    assert not Unit.objects.filter(code="C-2").exists()


def test_only_those_who_keep_units_write_files(country):
    found = read(line("C-1", "CĐCS Một"))

    with pytest.raises(Forbidden):
        import_units(
            actor=country.actor("lanh-dao", "ha-noi"),
            source=source(found),
            answers={},
            seen="1-0-0-0-0-0",
        )


def test_what_is_exported_comes_back_unchanged(country, keeper):
    services.record_headcount(
        actor=keeper, unit_id=country["hoa-sen"].public_id, on=ON, members=7, women=6
    )
    units = read_workbook(write_rows(UNITS, unit_rows(keeper, TODAY)), UNITS)
    counts = read_workbook(write_rows(HEADCOUNTS, headcount_rows(keeper, TODAY)), HEADCOUNTS)
    codes = {row.values["code"] for row in units.rows}

    assert {"VN-HOA-SEN", "VN-TU-LIEM"} <= codes
    assert not {"VN-HUE", "VN-CAU-DIEN"} & codes
    assert set(verdicts(plan_units(keeper, units, {}))) == {"same"}
    assert set(verdicts(plan_headcounts(keeper, counts, {}))) == {"same", "left_out"}


def counts(code, on, members, **more):
    return {"code": code, "on": on, "members": members, **more}


def test_headcounts_begin_on_their_days_and_close_those_before(country, keeper):
    found = read(
        counts("VN-ANH-DUONG", date(2026, 6, 1), 30, women=10),
        counts("VN-ANH-DUONG", date(2026, 3, 1), 20, workers=40),
        counts("VN-HOA-SEN", ON, 5, name="CĐ Trường mầm non Hoa Sen"),
        form=HEADCOUNTS,
    )
    plan = plan_headcounts(keeper, found, {})
    import_headcounts(actor=keeper, source=source(found), answers={}, seen=plan.seen)
    rows = Headcount.objects.filter(unit=country["anh-duong"]).order_by("valid_from")

    assert [(row.valid_from, row.members, row.workers, row.women) for row in rows] == [
        (date(2026, 3, 1), 20, 40, None),
        (date(2026, 6, 1), 30, 40, 10),
    ]
    assert rows[0].valid_until == rows[1].valid_from
    assert verdicts(plan_headcounts(keeper, found, {}))[0] == "same"


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (counts("VN-HUE", ON, 5), "code", "sheets.unit_unknown"),
        (counts("VN-TLD", ON, 5), "code", "sheets.unit_unknown"),
        (counts("VN-ANH-DUONG", date(2024, 1, 1), 5), "", "org.not_living"),
        (counts("VN-ANH-DUONG", ON, 9, workers=5), "members", "org.more_members_than_workers"),
        (counts("VN-ANH-DUONG", ON, None, workers=5), "members", "sheets.required"),
        (counts("VN-BINH-MINH", ON, 5), "", "org.later_change"),
    ],
)
def test_a_headcount_that_cannot_be_is_named(country, keeper, row, column, code):
    services.record_headcount(
        actor=keeper, unit_id=country["binh-minh"].public_id, on=date(2026, 5, 1), members=1
    )

    assert faults(plan_headcounts(keeper, read(row, form=HEADCOUNTS), {})) == [(4, column, code)]


def test_a_code_beside_the_name_of_another_unit_is_asked_about(country, keeper):
    found = read(counts("VN-ANH-DUONG", ON, 5, name="CĐCS Công ty Bình Minh"), form=HEADCOUNTS)
    known = country["anh-duong"].public_id

    assert verdicts(plan_headcounts(keeper, found, {})) == ["asked"]
    assert verdicts(plan_headcounts(keeper, found, {4: known})) == ["new"]
    assert verdicts(plan_headcounts(keeper, found, {4: LEAVE_OUT})) == ["left_out"]


@pytest.mark.slow
def test_ten_thousand_rows_are_previewed_and_written_in_time(country, keeper, poor_statistics):
    rows = [
        line(f"HN-{number:05d}", f"CĐCS Công ty Số {number}", members=7) for number in range(10_000)
    ]
    data = write_rows(UNITS, rows)
    begun = time.process_time()
    found = read_workbook(data, UNITS)
    plan = plan_units(keeper, found, {})
    previewed = time.process_time()
    import_units(actor=keeper, source=source(found), answers={}, seen=plan.seen)
    written = time.process_time()

    assert plan.counts[Verdict.NEW] == 10_000
    assert previewed - begun <= 5
    assert written - previewed <= 5
    assert Unit.objects.count() > 10_000


def test_a_file_as_people_fill_it_in_goes_all_the_way(keeper):
    book = openpyxl.Workbook()
    page = book.active
    for row in (
        ["LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HÀ NỘI"],
        [],
        [
            "TT",
            "Mã đơn vị",
            "Tên đơn vị",
            "Loại đơn vị",
            "Mã cấp trên",
            "Ngày thành lập",
            "Đoàn viên",
        ],
        [1, "C-1", "CĐCS  Công ty\u00a0Một", "cdcs", "vn-tu-liem", "1/1/2026", "1.250"],
        [],
        [2, "C-2", "CĐCS Công ty Hai", "CĐCS", "KHONG-CO", date(2026, 1, 1), "48 (tạm)"],
        [None, None, "Tổng cộng", None, None, None, 1298],
    ):
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    plan = plan_units(keeper, read_workbook(out.getvalue(), UNITS), {})

    assert verdicts(plan) == ["new", "wrong"]
    assert faults(plan) == [
        (6, "members", "sheets.note_in_number"),
        (6, "parent", "sheets.unit_unknown"),
    ]
    assert (plan.lines[0].label, plan.lines[0].members) == ("CĐCS Công ty Một", 1250)
