"""Inviting: account, post and link in one act, within the gift of the one who invites."""

import dataclasses

import pytest

from thidua.apps.accounts import queries, services
from thidua.apps.accounts.models import AccessLink, User
from thidua.apps.org.models import Assignment
from thidua.base.actor import SYSTEM
from thidua.base.models import AuditEvent
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound


def invite(country, actor, slug="anh-duong", role="can-bo-cdcs", **given):
    values = {"full_name": "Trần Thị Bình", "sign_in_name": "0912 345 678"} | given
    return services.invite_person(actor=actor, unit_id=country[slug].public_id, role=role, **values)


def test_an_invitation_makes_account_post_and_link(country, officer, frozen_day):
    user_id = invite(country, officer, role="chu-tich-cdcs")
    user = User.objects.get(public_id=user_id)
    assert (user.sign_in_name, user.sort_key > "", user.contact_phone) == (
        "0912345678", True, "0912345678",
    )  # fmt: skip
    assert not user.has_usable_password()
    post = Assignment.objects.get(user=user)
    assert (post.role, post.unit, post.valid_from) == (
        "chu-tich-cdcs",
        country["anh-duong"],
        frozen_day,
    )
    link = queries.own_open_link(officer, user_id)
    assert link.user == user
    assert "CĐCS Công ty Ánh Dương" in link.unit_name
    event = AuditEvent.objects.get(operation="invite_person")
    assert (event.subject_id, event.unit) == (user_id, country["anh-duong"].pk)


def test_the_telephone_is_not_readable_in_the_database(country, officer):
    user_id = invite(country, officer, sign_in_name="CB-1", contact_phone="0912345678")
    stored = (
        User.objects.filter(public_id=user_id).extra(select={"raw": "contact_phone"}).values("raw")
    )
    assert "0912345678" not in stored[0]["raw"]
    assert User.objects.get(public_id=user_id).contact_phone == "0912345678"


def test_the_link_is_shown_to_its_maker_only(country, officer, chair):
    user_id = invite(country, officer)
    assert queries.own_open_link(chair, user_id) is None
    assert queries.own_open_link(SYSTEM, user_id) is None


@pytest.mark.parametrize(
    ("role", "at", "gives", "to", "refusal"),
    [
        ("can-bo-thi-dua", "tu-liem", "can-bo-thi-dua", "tu-liem", None),
        ("can-bo-thi-dua", "tu-liem", "chu-tich-cdcs", "anh-duong", None),
        ("can-bo-thi-dua", "tu-liem", "lanh-dao", "tu-liem", Forbidden),
        ("can-bo-thi-dua", "tu-liem", "quan-tri", "tu-liem", Forbidden),
        ("can-bo-thi-dua", "tu-liem", "can-bo-thi-dua", "ha-noi", Forbidden),
        ("can-bo-thi-dua", "tu-liem", "chu-tich-cdcs", "song-huong", NotFound),
        ("lanh-dao", "ha-noi", "lanh-dao", "ha-noi", None),
        ("lanh-dao", "ha-noi", "lanh-dao", "tu-liem", None),
        ("lanh-dao", "ha-noi", "quan-tri", "tu-liem", Forbidden),
        ("lanh-dao", "ha-noi", "can-bo-cdcs", "tu-liem", Forbidden),
        ("quan-tri", "tld", "lanh-dao", "tld", None),
        ("quan-tri", "tld", "quan-tri", "tld", None),
        ("chu-tich-cdcs", "anh-duong", "can-bo-cdcs", "anh-duong", None),
        ("chu-tich-cdcs", "anh-duong", "chu-tich-cdcs", "anh-duong", Forbidden),
        ("chu-tich-cdcs", "anh-duong", "can-bo-cdcs", "binh-minh", NotFound),
        ("can-bo-cdcs", "anh-duong", "can-bo-cdcs", "anh-duong", Forbidden),
    ],
)  # fmt: skip
def test_who_gives_which_role_where(country, role, at, gives, to, refusal):
    actor = country.actor(role, at)
    before = User.objects.count()
    if refusal is None:
        assert invite(country, actor, slug=to, role=gives)
    else:
        with pytest.raises(refusal):
            invite(country, actor, slug=to, role=gives)
        assert User.objects.count() == before


def test_an_unknown_role_is_refused(country, admin):
    with pytest.raises(Forbidden):
        invite(country, admin, slug="tld", role="vua")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"full_name": ""}, "full_name"),
        ({"full_name": "Bình"}, "full_name"),
        ({"full_name": "Trần Bình 2"}, "full_name"),
        ({"full_name": "Trần " + "Thị " * 40}, "full_name"),
        ({"sign_in_name": "12"}, "sign_in_name"),
        ({"contact_phone": "mai gọi"}, "contact_phone"),
    ],
)
def test_bad_input_names_its_field_and_leaves_nothing(country, officer, given, field):
    before = User.objects.count()
    with pytest.raises(Invalid) as refused:
        invite(country, officer, **given)
    assert refused.value.field == field
    assert User.objects.count() == before


def test_names_are_kept_in_one_spelling(country, officer):
    user_id = invite(country, officer, full_name="  Trâ\u0300n   Thi\u0323 Bi\u0300nh ")
    assert User.objects.get(public_id=user_id).full_name == "Trần Thị Bình"


def test_a_foreign_name_of_full_length_fits_its_columns(country, officer):
    user = User.objects.get(public_id=invite(country, officer, full_name="漢 " + "字" * 117))

    user.full_clean(exclude=["password"])

    assert len(user.full_name) == 119


def test_a_known_number_asks_before_a_further_post_is_given(country, officer):
    first = invite(country, officer)
    with pytest.raises(Conflict, match="known_person"):
        invite(country, officer, slug="binh-minh")
    assert invite(country, officer, slug="binh-minh", same_person=True) == first
    assert Assignment.objects.filter(user__public_id=first).count() == 2
    assert AccessLink.objects.filter(used_at=None, withdrawn_at=None).count() == 1


def test_a_known_number_under_another_name_never_tells_whose_it_is(country, officer):
    invite(country, officer)
    with pytest.raises(Conflict, match="name_of_another") as refused:
        invite(country, officer, full_name="Lê Văn Cường", same_person=True)
    assert refused.value.params == {}


def test_the_same_post_is_not_given_twice(country, officer):
    invite(country, officer)
    with pytest.raises(Conflict):
        invite(country, officer, same_person=True)


def test_pressing_twice_invites_once(country, officer):
    pressed = dataclasses.replace(officer, request_key="k1")
    assert invite(country, pressed) == invite(country, pressed)
    assert User.objects.filter(sign_in_name="0912345678").count() == 1


def test_the_first_administrator_is_made_once_and_by_the_installation_only(country, leader):
    given = {
        "unit_id": country["tld"].public_id,
        "full_name": "Ngô Thị Hoa",
        "sign_in_name": "qt-1",
    }
    with pytest.raises(Forbidden):
        services.first_administrator(actor=leader, **given)
    user_id = services.first_administrator(actor=SYSTEM, **given)
    assert Assignment.objects.get(user__public_id=user_id).role == "quan-tri"
    assert queries.own_open_link(SYSTEM, user_id).user.full_name == "Ngô Thị Hoa"
    with pytest.raises(Conflict, match="administrator_exists"):
        services.first_administrator(actor=SYSTEM, **given | {"sign_in_name": "qt-2"})
