"""Registrations from Excel: each row new, known, asked about or wrong; written once, counted at once."""

from datetime import date

import pytest
from tests.apps.campaigns.cascade import boss, launched
from tests.apps.campaigns.pledged import counted, enter

from thidua.apps.campaigns.models import Registration
from thidua.apps.campaigns.services.importing import import_registrations
from thidua.apps.campaigns.services.importing_registrations import plan_registrations
from thidua.apps.campaigns.services.registering import set_registration_rule
from thidua.apps.campaigns.sheets import REGISTRATIONS, registration_rows
from thidua.apps.org.services.importing_plan import AS_NEW, LEAVE_OUT, Source, Verdict
from thidua.base.messages import sentence
from thidua.domain.errors import Conflict, Forbidden
from thidua.office.sheets import read_workbook, write_rows

TODAY = date(2026, 11, 22)
LAN = {"name": "Phạm Thị Lan", "text": "Cải tiến giá để khuôn"}


@pytest.fixture
def plan(country, indicators):
    return launched(country, "anh-duong", launched(country, "tu-liem"))


def read(*rows):
    return read_workbook(write_rows(REGISTRATIONS, rows), REGISTRATIONS)


def planned(actor, *rows, answers=None):
    return plan_registrations(actor, read(*rows), answers or {})


def take_in(actor, *rows, answers=None):
    seen = planned(actor, *rows, answers=answers).seen
    source = Source("0" * 64, "dang-ky.xlsx", read(*rows))
    return import_registrations(actor=actor, source=source, answers=answers or {}, seen=seen)


def verdicts(plan):
    return [line.verdict for line in plan.lines]


def test_rows_are_written_and_counted_in_the_plan_that_is_on(country, chair, plan):
    take_in(chair, LAN, {"name": "Tổ cơ điện", "text": "Ngày hội", "kind": "Hoạt động của đơn vị"})

    rows = Registration.objects.order_by("id")
    assert [(row.name, row.kind, row.campaign, row.state) for row in rows] == [
        ("Phạm Thị Lan", "phan-viec", plan, "registered"),
        ("Tổ cơ điện", "hoat-dong", plan, "registered"),
    ]
    assert counted(country["ha-noi"], "phan-viec-dang-ky", TODAY) == 1


def test_what_is_recorded_is_the_same_and_goes_out_as_it_came_in(chair, plan):
    take_in(chair, LAN)

    out = list(registration_rows(chair, TODAY))
    assert verdicts(planned(chair, LAN)) == [Verdict.SAME]
    assert verdicts(planned(chair, *out)) == [Verdict.SAME]
    with pytest.raises(Conflict):
        take_in(chair, LAN)


def test_another_task_of_the_same_person_is_asked_about(chair, plan):
    row = enter(chair, plan)
    other = LAN | {"text": "Việc khác"}

    asked = planned(chair, other)
    number = asked.lines[0].number
    assert verdicts(asked) == [Verdict.ASKED]
    assert verdicts(planned(chair, other, answers={number: AS_NEW})) == [Verdict.NEW]
    for answer in (LEAVE_OUT, row.public_id):
        assert verdicts(planned(chair, other, answers={number: answer})) == [Verdict.LEFT_OUT]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (
            LAN | {"plan": "Kế hoạch nào đó"},
            "Không có kế hoạch “Kế hoạch nào đó” đang nhận đăng ký",
        ),
        ({"name": "Lan", "text": ""}, "Chưa ghi Nội dung đăng ký"),
        (LAN | {"kind": "Thi hát"}, "không có trong danh mục"),
        (LAN | {"finish_by": "cuối năm"}, "không phải là ngày đầy đủ"),
    ],
)
def test_a_wrong_row_is_said_and_the_others_are_written(chair, plan, row, says):
    found = planned(chair, row, {"name": "Ba", "text": "Sắp xếp kho"})

    assert verdicts(found) == [Verdict.WRONG, Verdict.NEW]
    assert says in " ".join(sentence(problem.refusal) for problem in found.log)


def test_the_same_row_twice_is_refused(chair, plan):
    assert verdicts(planned(chair, LAN, LAN)) == [Verdict.NEW, Verdict.WRONG]


def test_a_plan_is_named_by_its_number_or_title(chair, plan):
    for name in (plan.number, plan.title.upper()):
        assert planned(chair, LAN | {"plan": name}).lines[0].campaign_id == plan.pk


def test_after_the_last_day_rows_are_marked_or_refused(country, chair, plan):
    rule = {"campaign_id": plan.public_id, "each_member": True, "each_unit": False}
    rule["due_on"] = date(2026, 11, 20)
    set_registration_rule(actor=boss(country, "anh-duong"), **rule)
    take_in(chair, LAN)
    assert Registration.objects.get().late is True

    set_registration_rule(actor=boss(country, "anh-duong"), **rule, refuse_late=True)
    assert verdicts(planned(chair, {"name": "Ba", "text": "Kho"})) == [Verdict.WRONG]


@pytest.mark.parametrize("role", ["doan-vien", "can-bo-cdcs"])
def test_a_file_is_taken_in_by_who_keeps_the_registrations(country, chair, plan, role):
    with pytest.raises(Forbidden):
        take_in(country.actor(role, "anh-duong"), LAN)

    assert not Registration.objects.exists()


def test_a_thousand_rows_cost_few_statements(chair, plan, django_assert_max_num_queries):
    rows = [{"name": f"Người {n}", "text": f"Việc {n}"} for n in range(1_000)]
    source = Source("0" * 64, "x.xlsx", read(*rows))
    seen = planned(chair, *rows).seen

    with django_assert_max_num_queries(80):
        import_registrations(actor=chair, source=source, answers={}, seen=seen)

    assert Registration.objects.count() == 1_000
