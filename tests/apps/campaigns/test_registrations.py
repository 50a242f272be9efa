"""A registration: for oneself or for others, its life, its figures, what comes after the last day."""

from datetime import date

import pytest
from tests.apps.campaigns.cascade import boss, drafted, event_of, events, launched
from tests.apps.campaigns.pledged import TASK, counted, enter, photos

from thidua.apps.campaigns.models import Registration
from thidua.apps.campaigns.queries.pledging import campaigns_to_register_in, expected_of
from thidua.apps.campaigns.queries.registrations import (
    own_registrations,
    registration_for,
    registrations_of,
    standing_of,
)
from thidua.apps.campaigns.services.fulfilling import (
    attach_photos,
    confirm_all,
    confirm_registration,
    drop_registration,
    finish_registration,
    remove_photo,
    return_registration,
    verify_registration,
)
from thidua.apps.campaigns.services.launching import close_campaign
from thidua.apps.campaigns.services.registering import (
    edit_registration,
    register,
    set_registration_rule,
)
from thidua.apps.org import services as org
from thidua.base.actor import SYSTEM
from thidua.base.messages import sentence
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound

TODAY = date(2026, 11, 22)


@pytest.fixture
def ward_plan(country, indicators):
    return launched(country, "tu-liem")


@pytest.fixture
def plan(country, ward_plan):
    """The company union's own plan."""
    return launched(country, "anh-duong", ward_plan)


@pytest.fixture
def member(country):
    return country.actor("doan-vien", "anh-duong")


@pytest.fixture
def task(chair, plan):
    return enter(chair, plan)


def rule(country, plan, slug="tu-liem", **changes):
    given = {"each_member": True, "each_unit": True, "due_on": None, "refuse_late": False}
    set_registration_rule(actor=boss(country, slug), campaign_id=plan.public_id, **given | changes)


def state(row):
    row.refresh_from_db()
    return row.state


def step(act, actor, row, **more):
    return act(actor=actor, registration_id=row.public_id, **more)


def done(chair, row, **more):
    step(confirm_registration, chair, row)
    return step(finish_registration, chair, row, result="Đã xong", photos=photos(), **more)


def test_an_officer_registers_for_others(country, chair, plan):
    row = enter(chair, plan)

    assert (row.state, row.name, row.member_id, row.late) == (
        "registered",
        "Phạm Thị Lan",
        None,
        False,
    )
    assert (row.entered_name, row.registered_on) == (chair.name, TODAY)
    assert counted(country["tu-liem"], "phan-viec-dang-ky", TODAY) == 1
    assert event_of("register").subject_id == row.public_id


def test_a_member_registers_only_himself_whatever_the_form_says(member, plan):
    row = enter(member, plan, name="Người khác", people=40, subject="tap-the")

    assert (row.name, row.people, row.subject, row.member_id) == (
        member.name,
        1,
        "ca-nhan",
        member.user_id,
    )


@pytest.mark.parametrize("kind", ["hoat-dong", "cong-trinh"])
def test_what_the_unit_registers_is_not_the_members(member, plan, kind):
    with pytest.raises(Invalid) as refused:
        enter(member, plan, kind=kind)

    assert (refused.value.code, refused.value.field) == ("registrations.of_unit", "kind")


def test_a_member_sees_and_touches_only_the_own_record(country, chair, member, plan, task):
    own = enter(member, plan)

    assert list(registrations_of(member, plan, member.unit_id)) == [own]
    assert [row.pk for row in own_registrations(member)] == [own.pk]
    assert set(registrations_of(chair, plan, chair.unit_id)) == {own, task}
    with pytest.raises(NotFound):
        registration_for(member, task.public_id)
    for act in (
        lambda: step(drop_registration, member, task, reason="Thử"),
        lambda: step(finish_registration, member, task, result="Xong", photos=photos()),
        lambda: step(attach_photos, member, task, photos=photos(), purpose="evidence"),
        lambda: step(edit_registration, member, task, version=1, registration=TASK),
    ):
        with pytest.raises(NotFound):
            act()
    assert state(task) == "registered"


def test_what_was_promised_is_confirmed_done_with_a_photograph_verified_and_counted(
    country, chair, task
):
    done(chair, task)
    assert state(task) == "done"
    assert counted(country["ha-noi"], "phan-viec-hoan-thanh", TODAY) == 0

    step(verify_registration, chair, task)

    assert state(task) == "verified"
    assert (task.verified_on, task.verified_name) == (TODAY, chair.name)
    assert counted(country["ha-noi"], "phan-viec-hoan-thanh", TODAY) == 1


@pytest.mark.parametrize(
    ("kind", "code"), [("hoat-dong", "hoat-dong-cdcs"), ("cong-trinh", "cong-trinh-gan-bien")]
)
def test_activities_and_works_count_once_verified(country, chair, plan, kind, code):
    row = enter(chair, plan, kind=kind, subject="tap-the")
    done(chair, row)
    step(verify_registration, chair, row)

    assert counted(country["anh-duong"], code, TODAY) == 1
    assert counted(country["anh-duong"], "phan-viec-dang-ky", TODAY) == 0


def test_titles_and_ideas_are_decided_elsewhere_and_count_for_nothing(country, chair, plan):
    row = enter(chair, plan, kind="danh-hieu")
    done(chair, row)
    step(verify_registration, chair, row)

    assert counted(country["anh-duong"], "phan-viec-hoan-thanh", TODAY) == 0


def test_dropping_takes_back_what_was_counted_and_keeps_the_record(country, chair, task):
    done(chair, task)
    step(verify_registration, chair, task)
    step(drop_registration, chair, task, reason="Ghi nhầm người")

    assert (state(task), task.reason) == ("dropped", "Ghi nhầm người")
    for code in ("phan-viec-dang-ky", "phan-viec-hoan-thanh"):
        assert counted(country["ha-noi"], code, TODAY) == 0


def test_a_signed_list_stands_for_many(country, chair, plan):
    row = enter(chair, plan, name="Danh sách toàn đơn vị", people=41)
    with pytest.raises(Invalid) as refused:
        step(confirm_registration, chair, row)
    assert sentence(refused.value).startswith("Chưa xác nhận được: con số 41 người")

    step(attach_photos, chair, row, photos=photos(), purpose="list")
    done(chair, row, people_done=38)
    step(verify_registration, chair, row)

    assert counted(country["ha-noi"], "phan-viec-dang-ky", TODAY) == 41
    assert counted(country["ha-noi"], "phan-viec-hoan-thanh", TODAY) == 38
    org.record_headcount(
        actor=SYSTEM, unit_id=chair.unit_public_id, on=date(2026, 1, 1), members=48
    )
    standing = standing_of(plan, chair.unit_id, expected_of(plan), 48)
    assert (standing.members.registered, standing.members.expected) == (41, 48)
    assert standing.members.missing == 7
    assert [(k.kind, k.registered, k.verified) for k in standing.kinds] == [("phan-viec", 41, 38)]


def test_what_was_dropped_leaves_the_coverage(chair, plan, task):
    enter(chair, plan, name="Đỗ Văn Ba")
    step(drop_registration, chair, task, reason="Chuyển công tác")

    assert standing_of(plan, chair.unit_id, expected_of(plan), 48).members.registered == 1


def test_done_without_a_photograph_is_refused_and_nothing_is_lost(chair, task):
    step(confirm_registration, chair, task)

    with pytest.raises(Invalid) as refused:
        step(finish_registration, chair, task, result="Đã xong")

    assert (refused.value.code, refused.value.field) == ("registrations.no_evidence", "photos")
    assert state(task) == "confirmed"


@pytest.mark.parametrize("day", [date(2026, 11, 21), date(2026, 11, 23)])
def test_the_day_it_was_done_lies_between_registering_and_today(chair, task, day):
    step(confirm_registration, chair, task)

    with pytest.raises(Invalid) as refused:
        step(finish_registration, chair, task, result="Xong", photos=photos(), done_on=day)

    assert refused.value.code == "registrations.done_on"


def test_what_is_not_yet_done_goes_back_with_the_reason(chair, task):
    done(chair, task)
    with pytest.raises(Invalid):
        step(return_registration, chair, task, reason=" ")

    step(return_registration, chair, task, reason="Ảnh chưa rõ")
    assert (state(task), task.reason) == ("confirmed", "Ảnh chưa rõ")
    step(finish_registration, chair, task, result="Xong hẳn")
    assert (state(task), task.reason) == ("done", "")


def test_what_is_too_long_is_said(chair, task):
    with pytest.raises(Invalid) as refused:
        step(drop_registration, chair, task, reason="x" * 1001)

    assert refused.value.code == "registrations.long"


def test_a_member_withdraws_only_what_is_not_done(chair, member, plan):
    row = enter(member, plan)
    step(confirm_registration, chair, row)
    step(finish_registration, member, row, result="Xong", photos=photos())

    with pytest.raises(Forbidden) as refused:
        step(drop_registration, member, row, reason="Đổi ý")

    assert refused.value.code == "registrations.drop_finished"
    step(drop_registration, chair, row, reason="Trùng")
    assert state(row) == "dropped"


def test_a_registration_is_changed_until_it_is_confirmed(chair, task):
    change = {
        "version": 1,
        "registration": TASK.__class__(**{**TASK.__dict__, "text": "Việc khác"}),
    }
    step(edit_registration, chair, task, **change)
    task.refresh_from_db()
    assert (task.text, task.version) == ("Việc khác", 2)
    with pytest.raises(Conflict) as stale:
        step(edit_registration, chair, task, **change)
    assert stale.value.code == "base.stale"

    step(confirm_registration, chair, task)
    with pytest.raises(Conflict) as locked:
        step(edit_registration, chair, task, **change | {"version": 2})
    assert locked.value.code == "registrations.locked"


def test_all_that_wait_are_confirmed_at_once_but_lists(chair, plan, task):
    others = [enter(chair, plan, name=f"Người {n}") for n in range(2)]
    many = enter(chair, plan, name="Danh sách", people=9)

    confirm_all(actor=chair, unit_id=chair.unit_public_id, campaign_id=plan.public_id)

    assert {state(row) for row in (task, *others)} == {"confirmed"}
    assert state(many) == "registered"


def test_photographs_come_and_go_until_it_is_done(chair, task):
    step(attach_photos, chair, task, photos=photos(2), purpose="evidence")
    first = task.photos.order_by("id").first().file.public_id
    step(remove_photo, chair, task, file_id=first)
    assert task.photos.count() == 1
    with pytest.raises(NotFound):
        step(remove_photo, chair, task, file_id=first)
    with pytest.raises(Invalid) as many:
        step(attach_photos, chair, task, photos=photos() * 20, purpose="evidence")
    assert many.value.code == "registrations.photos_many"

    step(drop_registration, chair, task, reason="Thử")
    with pytest.raises(Conflict):
        step(attach_photos, chair, task, photos=photos(), purpose="evidence")


# The rule of a campaign


def test_a_plan_below_follows_the_rule_of_the_plan_it_answers(country, ward_plan, plan):
    assert expected_of(plan).each_member is False

    rule(country, ward_plan, due_on=date(2026, 11, 30))
    assert (expected_of(plan).each_member, expected_of(plan).given_by) == (True, ward_plan)

    rule(country, plan, "anh-duong", each_member=False)
    assert (expected_of(plan).each_member, expected_of(plan).given_by) == (False, plan)


def test_after_the_last_day_it_is_kept_and_marked(country, chair, ward_plan, plan):
    rule(country, ward_plan, due_on=date(2026, 11, 21))

    assert enter(chair, plan).late is True


def test_a_plan_that_takes_no_late_ones_says_so(country, chair, ward_plan, plan):
    rule(country, ward_plan, due_on=date(2026, 11, 21), refuse_late=True)

    with pytest.raises(Conflict) as refused:
        enter(chair, plan)

    assert sentence(refused.value).startswith("Hạn đăng ký là hết ngày 21/11/2026")
    assert not Registration.objects.exists()


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2027, 1, 1)])
def test_the_last_day_lies_within_the_plan(country, ward_plan, day):
    with pytest.raises(Invalid) as refused:
        rule(country, ward_plan, due_on=day)

    assert (refused.value.code, refused.value.field) == ("registrations.due_outside", "due_on")


def test_the_rule_is_for_who_writes_the_plan(country, plan, helper, member):
    for actor, refusal in ((helper, Forbidden), (member, Forbidden)):
        with pytest.raises(refusal):
            set_registration_rule(
                actor=actor, campaign_id=plan.public_id, each_member=True, each_unit=True
            )


def test_one_registers_in_what_is_on(country, chair, plan):
    draft = drafted(country, "anh-duong", number="83/KH-CĐ")
    assert [p.pk for p in campaigns_to_register_in(chair)] == [plan.pk]
    with pytest.raises(Conflict) as refused:
        enter(chair, draft)
    assert refused.value.code == "registrations.not_on"

    close_campaign(actor=chair, campaign_id=plan.public_id)
    with pytest.raises(Conflict):
        enter(chair, plan)


def test_who_has_no_own_plan_registers_in_the_superiors(country, ward_plan):
    member = country.actor("doan-vien", "binh-minh")

    assert [p.pk for p in campaigns_to_register_in(member)] == [ward_plan.pk]
    assert enter(member, ward_plan).campaign == ward_plan


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("lanh-dao", "tu-liem", Forbidden),
        ("doan-vien", "binh-minh", NotFound),
        ("chu-tich-cdcs", "binh-minh", NotFound),
        ("quan-tri", "tld", Forbidden),
    ],
)
def test_nobody_registers_for_another_unit(country, plan, task, role, slug, refusal):
    actor, before = country.actor(role, slug), events()

    with pytest.raises(refusal):
        register(
            actor=actor,
            unit_id=country["anh-duong"].public_id,
            campaign_id=plan.public_id,
            registration=TASK,
        )
    for act in (confirm_registration, verify_registration):
        with pytest.raises(refusal):
            step(act, actor, task)
    assert (state(task), events()) == ("registered", before)


@pytest.mark.parametrize("who", ["helper", "member"])
def test_confirming_and_verifying_is_for_the_chair(request, who, task):
    with pytest.raises(Forbidden):
        step(confirm_registration, request.getfixturevalue(who), task)


def test_the_same_press_twice_registers_once(chair, plan):
    keyed = chair.with_key("press")

    assert enter(keyed, plan).pk == enter(keyed, plan).pk
    assert Registration.objects.count() == 1
