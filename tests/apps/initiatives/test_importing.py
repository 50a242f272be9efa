"""A file of initiatives: wrong rows say what is wrong, the rest is written and counted at once."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.apps.initiatives.stage import draft, total

from thidua.apps.figures.models import Fact
from thidua.apps.figures.queries import Figure
from thidua.apps.initiatives.models import Author, Initiative
from thidua.apps.initiatives.queries import InitiativeFilter
from thidua.apps.initiatives.services import enter_initiative
from thidua.apps.initiatives.services.importing import import_initiatives
from thidua.apps.initiatives.services.importing_initiatives import plan_initiatives
from thidua.apps.initiatives.sheets import INITIATIVES, rows_of
from thidua.apps.org.services.importing_plan import Source, Verdict
from thidua.base.models import AuditEvent
from thidua.domain.errors import Conflict, Forbidden
from thidua.office.sheets import read_workbook, write_rows

ROW = {
    "unit": "VN-ANH-DUONG",
    "title": "Máy cắt cải tiến",
    "authors": "Nguyễn Văn An (kỹ sư) 60%; Trần Thị Bình 40%",
    "kind": "Giải pháp kỹ thuật",
    "applied_on": date(2026, 3, 1),
    "effect": "Giảm phế liệu.",
    "recognised_by": "Giám đốc",
    "recognition_no": "01/QĐ",
    "recognised_on": date(2026, 4, 2),
    "level": "Cấp cơ sở",
}


def source_of(*rows):
    return Source(
        "0" * 64, "sang-kien.xlsx", read_workbook(write_rows(INITIATIVES, rows), INITIATIVES)
    )


def faults_of(actor, *rows):
    plan = plan_initiatives(actor, source_of(*rows).read, {})
    return [(problem.column, problem.code) for problem in plan.log]


def take_in(actor, *rows, answers=None):
    source = source_of(*rows)
    seen = plan_initiatives(actor, source.read, answers or {}).seen
    return import_initiatives(actor=actor, source=source, answers=answers or {}, seen=seen)


def test_a_list_of_a_superior_is_confirmed_and_counted_at_once(country, officer):
    take_in(
        officer,
        ROW,
        ROW | {"title": "Quy trình mới", "unit": "VN-BINH-MINH", "authors": "Lê Hoài Nam"},
    )

    assert total(country["tu-liem"]) == Figure(2, 0)
    assert total(country["anh-duong"], date(2026, 4, 2), date(2026, 4, 3)) == Figure(1, 0)
    made = Initiative.objects.get(title="Máy cắt cải tiến")
    assert (made.state, made.source_file, made.decided_name) == (
        "confirmed",
        "sang-kien.xlsx",
        officer.name,
    )
    shares = made.authors.values_list("name", "post", "share")
    assert [(n, p, int(s)) for n, p, s in shares] == [
        ("Nguyễn Văn An", "kỹ sư", 60),
        ("Trần Thị Bình", "", 40),
    ]


def test_one_file_is_one_event(officer):
    before = AuditEvent.objects.count()
    take_in(officer, ROW, ROW | {"title": "Quy trình mới"})
    event = AuditEvent.objects.latest("pk")
    assert AuditEvent.objects.count() == before + 1
    assert len(event.payload.data["made"]) == 2


@pytest.mark.parametrize(
    ("changes", "column", "code"),
    [
        ({"authors": "Nguyễn Văn An 60%; Trần Thị Bình 30%"}, "authors", "initiatives.shares"),
        ({"authors": "Nguyễn Văn An; Trần Thị Bình"}, "authors", "initiatives.author_unread"),
        (
            {"programme": "1 triệu sáng kiến"},
            "applied_on",
            "initiatives.outside_window",
        ),
        (
            {"recognised_on": date(2026, 2, 28)},
            "recognised_on",
            "initiatives.older_than_applied",
        ),
        ({"recognised_on": date(2026, 12, 1)}, "recognised_on", "initiatives.future"),
        ({"effect": None}, "effect", "initiatives.no_effect"),
        ({"benefit": 5_000_000}, "reckoning", "initiatives.no_reckoning"),
        ({"recognition_no": None}, "recognition_no", "sheets.required"),
        ({"unit": "VN-KHONG-CO"}, "unit", "sheets.unit_unknown"),
        ({"unit": "VN-SONG-HUONG"}, "unit", "sheets.unit_unknown"),
        ({"unit": "VN-HA-NOI"}, "unit", "sheets.not_reached"),
        (
            {"applied_on": date(2025, 1, 1), "recognised_on": date(2025, 6, 30)},
            "",
            "initiatives.unit_not_living",
        ),
    ],
)
def test_a_wrong_row_says_what_is_wrong(officer, changes, column, code):
    assert (column, code) in faults_of(officer, ROW | changes)


def test_the_same_row_twice_is_said_in_the_second(officer):
    again = ROW | {"title": "MAY CAT cải tiến", "authors": "Tran Thi Binh 40; Nguyen Van An 60"}
    assert faults_of(officer, ROW, again) == [("", "sheets.twice")]


def test_the_file_again_writes_nothing(country, officer):
    take_in(officer, ROW)
    plan = plan_initiatives(officer, source_of(ROW).read, {})
    assert plan.counts[Verdict.SAME] == 1
    with pytest.raises(Conflict, match="nothing"):
        take_in(officer, ROW)
    assert total(country["tu-liem"]) == Figure(1, 0)


def test_what_only_looks_recorded_is_asked_about(country, officer, chair):
    enter_initiative(actor=chair, draft=draft(title="May cat cai tien"), send=True)
    number = source_of(ROW).read.rows[0].number
    with pytest.raises(Conflict, match="unanswered"):
        take_in(officer, ROW)
    take_in(officer, ROW, answers={number: "new"})
    assert total(country["tu-liem"]) == Figure(1, 0)
    assert Initiative.objects.count() == 2


def test_two_rows_of_one_title_are_asked_about(officer):
    other = ROW | {"recognition_no": "02/QĐ", "authors": "Lê Hoài Nam"}
    read = source_of(ROW, other).read
    plan = plan_initiatives(officer, read, {})
    asked = plan.of(Verdict.ASKED)
    assert [line.candidates[0].row for line in asked] == [read.rows[0].number]
    left = plan_initiatives(officer, read, {asked[0].number: "skip"})
    assert (left.counts[Verdict.NEW], left.counts[Verdict.LEFT_OUT]) == (1, 1)


def test_a_helper_and_a_member_take_nothing_in(country, helper):
    with pytest.raises(Forbidden):
        take_in(helper, ROW)
    chair = country.actor("chu-tich-cdcs", "anh-duong")
    take_in(chair, ROW)
    assert Initiative.objects.count() == 1


def test_a_confidential_row_leaves_its_description_behind(officer):
    take_in(officer, ROW | {"confidential": "Có", "solution": "Bí quyết"})
    assert Initiative.objects.get().solution == ""


def test_what_is_exported_may_be_taken_in_elsewhere(country, officer):
    take_in(officer, ROW | {"benefit": 5_000_000, "reckoning": "Giờ công", "field": "Sản xuất"})
    written = list(rows_of(officer, InitiativeFilter(state="confirmed")))
    Author.objects.all().delete()
    Initiative.objects.all().delete()
    take_in(officer, *written)
    assert list(rows_of(officer, InitiativeFilter(state="confirmed"))) == written


def test_rows_cost_few_statements(officer):
    def asked(count: int, number: str) -> int:
        rows = [
            ROW | {"title": f"Máy {number} {n}", "recognition_no": f"{n}/QĐ"} for n in range(count)
        ]
        source = source_of(*rows)
        seen = plan_initiatives(officer, source.read, {}).seen
        with CaptureQueriesContext(connection) as queries:
            import_initiatives(actor=officer, source=source, answers={}, seen=seen)
        return len(queries)

    # The first file of a unit also settles where its figures stand: once.
    assert 40 >= asked(2, "một") >= asked(60, "hai")
    assert Fact.objects.count() == 62
