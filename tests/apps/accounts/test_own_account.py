"""The own account: details, password, the second step, and the fixed people of the demonstration."""

import pytest
from allauth.mfa.models import Authenticator

from thidua.apps.accounts import queries, services
from thidua.apps.accounts.models import User
from thidua.base.models import AuditEvent, AuditPayload
from thidua.domain.access.roles import ROLES
from thidua.domain.errors import Conflict, Invalid


def own(actor):
    return User.objects.get(pk=actor.user_id)


def test_a_person_corrects_the_own_name_and_number(chair):
    services.change_own_details(
        actor=chair, full_name="Nguyễn Văn Đức", contact_phone="0912.345.678"
    )
    row = own(chair)
    assert (row.full_name, row.full_name_fold, row.contact_phone) == (
        "Nguyễn Văn Đức", "nguyen van duc", "0912345678",
    )  # fmt: skip
    assert AuditEvent.objects.filter(operation="change_own_details").count() == 1
    assert "0912345678" not in repr(AuditPayload.objects.values())


def test_a_bad_number_changes_nothing(chair):
    before = own(chair).full_name
    with pytest.raises(Invalid):
        services.change_own_details(actor=chair, full_name="Lê Văn Tám", contact_phone="12")
    assert own(chair).full_name == before


def test_a_new_own_password_closes_an_open_link(country, officer, chair):
    person = own(chair)
    services.issue_reset(actor=officer, user_id=person.public_id)
    services.change_own_password(actor=chair, password_hash=services.sealed("một câu rất dài"))
    assert own(chair).check_password("một câu rất dài")
    assert queries.own_open_link(officer, person.public_id) is None


def test_people_of_the_demonstration_belong_to_all_visitors(country, chair, settings):
    User.objects.filter(pk=chair.user_id).update(sign_in_name="demo-chu-tich")
    with pytest.raises(Conflict, match="demo_fixed"):
        services.change_own_details(actor=chair, full_name="Lê Văn Tám", contact_phone="")
    with pytest.raises(Conflict, match="demo_fixed"):
        services.change_own_password(actor=chair, password_hash=services.sealed("x" * 12))
    settings.THIDUA_DEMO = False
    services.change_own_details(actor=chair, full_name="Lê Văn Tám", contact_phone="")
    assert own(chair).full_name == "Lê Văn Tám"


def test_a_change_of_the_second_step_is_in_the_trail(chair):
    services.note_sign_in_change(actor=chair, what="totp_activated")
    assert [act.operation for act in queries.own_acts(chair)] == ["note_sign_in_change"]


@pytest.mark.parametrize("role", sorted(ROLES))
@pytest.mark.parametrize("held", [None, "totp", "webauthn", "recovery_codes"])
def test_who_decides_needs_a_second_step(country, settings, role, held):
    settings.THIDUA_DEMO = False
    slug = "anh-duong" if role.endswith(("cdcs", "doan-vien")) else "tld"
    user = country.person(role, slug).user
    if held:
        Authenticator.objects.create(user=user, type=held, data={})
    enough = held in {"totp", "webauthn"}
    decides = role in {"quan-tri", "lanh-dao"}
    assert queries.needs_second_factor(user, role) == (decides and not enough)


def test_the_demonstration_never_asks_for_a_second_step(country):
    assert not queries.needs_second_factor(country.person("lanh-dao", "tld").user, "lanh-dao")


def test_people_of_a_unit_stand_in_vietnamese_order(country, officer, chair, helper):
    for role, login, name in (
        ("can-bo-cdcs", "b1", "Lê Thị Ánh"),
        ("can-bo-cdcs", "b2", "Đỗ Văn An"),
    ):
        services.invite_person(
            actor=officer, unit_id=country["anh-duong"].public_id, role=role,
            full_name=name, sign_in_name=f"cb-{login}",
        )  # fmt: skip
    rows = queries.people_at(officer, country["anh-duong"]).rows
    assert [row.full_name for row in rows][:2] == ["Đỗ Văn An", "Lê Thị Ánh"]
    assert all(row.in_gift for row in rows)
    assert {row.waiting for row in rows} == {True, False}
    seen_by_chair = {
        row.full_name: row.in_gift for row in queries.people_at(chair, country["anh-duong"]).rows
    }
    assert seen_by_chair["Lê Thị Ánh"]
    assert not seen_by_chair[chair.name]


def test_demo_people_are_those_with_a_post_today_in_order_of_their_names(
    country, django_assert_num_queries
):
    for number, (role, slug) in enumerate([("lanh-dao", "tld"), ("chu-tich-cdcs", "anh-duong")]):
        user = country.person(role, slug).user
        User.objects.filter(pk=user.pk).update(sign_in_name=f"demo-{number}")
    with django_assert_num_queries(3):
        people = queries.demo_people()
    assert [person.role for person in people] == ["lanh-dao", "chu-tich-cdcs"]
    assert people[0].unit_name == "Tổng Liên đoàn Lao động Việt Nam"


def test_without_people_of_the_demonstration_there_is_nobody_to_choose(country, chair):
    assert queries.demo_people() == []
