"""Around every page: who is let in, sessions that ended, refusals with a sentence, a busy database."""

import time
from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.db import OperationalError
from django.test import Client, RequestFactory
from tests.apps.campaigns.cascade import drafted, given, launched

from thidua.apps.campaigns import queries
from thidua.apps.org.services import end_post
from thidua.base.actor import SYSTEM, Actor
from thidua.base.messages import sentence
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import ROLES
from thidua.domain.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from thidua.web.access import PUBLIC, SIGNED_IN, public, requires, signed_in
from thidua.web.errors import status_of
from thidua.web.http import count_in
from thidua.web.navigation import items_for

LOGIN = "/tai-khoan/dang-nhap/"
EXPIRED = "Phiên làm việc đã hết."
LIST = "/ke-hoach/"


def rest(client, minutes):
    """Let the session lie still for so long."""
    session = client.session
    session["seen"] = int(time.time()) - minutes * 60
    session.save()


# Sessions


def test_a_session_that_rested_too_long_is_ended_and_comes_back_to_its_page(client_of):
    client = client_of("chu-tich-cdcs", "anh-duong")
    rest(client, 31)

    answer = client.get(f"{LIST}?nam=2026")

    assert answer.url == f"{LOGIN}?next=%2Fke-hoach%2F%3Fnam%3D2026"
    assert client.get(LIST).url.startswith(LOGIN)


def test_a_session_in_use_goes_on(client_of):
    client = client_of("chu-tich-cdcs", "anh-duong")
    rest(client, 29)

    assert client.get(LIST).status_code == 200
    assert time.time() - client.session["seen"] < 5


def test_the_moment_is_noted_once_a_minute(client_of):
    client = client_of("chu-tich-cdcs", "anh-duong")
    client.get(LIST)
    seen = client.session["seen"]
    session = client.session
    session["seen"] = seen - 30
    session.save()

    client.get(LIST)

    assert client.session["seen"] == seen - 30


@pytest.mark.parametrize("idle", [True, False])
def test_a_form_sent_after_the_session_ended_leads_back_to_the_form(country, client_of, idle):
    directive = given(launched(country, "tu-liem"), country, "anh-duong")
    client = client_of("chu-tich-cdcs", "anh-duong") if idle else Client()
    if idle:
        rest(client, 31)
    address = f"/ke-hoach/moi/?giao={directive.public_id}"

    answer = client.post(
        address, {"title": "Đang gõ dở"}, headers={"referer": f"http://testserver{address}"}
    )

    assert answer.url == f"{LOGIN}?next=%2Fke-hoach%2Fmoi%2F%3Fgiao%3D{directive.public_id}"
    assert EXPIRED in client.get(answer.url).content.decode()


def test_a_partial_page_sends_the_whole_window_to_sign_in(db):
    client = Client()

    answer = client.post(
        "/ke-hoach/moi/",
        headers={"hx-request": "true", "referer": "http://testserver/ke-hoach/moi/"},
    )

    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["HX-Redirect"] == f"{LOGIN}?next=%2Fke-hoach%2Fmoi%2F"


def test_a_form_without_a_known_page_leads_to_the_first_page(db):
    assert Client().post("/ke-hoach/moi/").url == f"{LOGIN}?next=%2F"


def test_a_person_whose_post_ended_is_told_so_and_not_sent_round(country, client_of):
    client = client_of("chu-tich-cdcs", "anh-duong")
    end_post(
        actor=SYSTEM,
        post_id=country.person("chu-tich-cdcs", "anh-duong").post_id,
        on=date(2026, 11, 22),
    )

    answer = client.get("/", follow=True)

    assert [step for step, _ in answer.redirect_chain] == ["/tai-khoan/chua-co-vai-tro/"]
    assert answer.status_code == 403


# The second factor


@pytest.fixture
def decider(country, settings):
    """A leader signed in without app or passkey, where that is asked for."""
    settings.THIDUA_DEMO = False
    person = country.person("lanh-dao", "tu-liem")
    person.user.set_password("mot-mat-khau-dai")
    person.user.save()
    client = Client()
    client.force_login(person.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client, person


@pytest.mark.parametrize("address", ["/", LIST, "/nhat-ky/"])
def test_who_decides_sets_up_a_second_factor_first(decider, address):
    client, _ = decider

    answer = client.get(address)

    assert answer.url == "/xac-thuc/totp/activate/"
    assert "xác thực hai bước" in str(next(iter(answer.wsgi_request._messages)))


def test_the_way_to_the_second_factor_is_open(decider):
    client, _ = decider

    answer = client.get("/xac-thuc/totp/activate/", follow=True)

    assert answer.status_code == 200
    assert [step.partition("?")[0] for step, _ in answer.redirect_chain] == [
        "/tai-khoan/xac-nhan-lai/"
    ]
    assert client.post("/tai-khoan/dang-xuat/").url == LOGIN


def test_who_has_a_second_factor_works_on(decider):
    client, person = decider
    Authenticator.objects.create(user=person.user, type=Authenticator.Type.WEBAUTHN, data={})

    assert client.get(LIST).status_code == 200


def test_who_does_not_decide_needs_none(country, settings):
    settings.THIDUA_DEMO = False
    person = country.person("can-bo-thi-dua", "tu-liem")
    client = Client()
    client.force_login(person.user, backend="allauth.account.auth_backends.AuthenticationBackend")

    assert client.get(LIST).status_code == 200


# Refusals


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFound("base.not_found"), 404),
        (Forbidden("base.forbidden"), 403),
        (Conflict("base.stale"), 409),
        (Conflict("base.key_reused"), 422),
        (Invalid("base.required", name="title"), 422),
        (DomainError("base.busy"), 422),
    ],
)
def test_a_refusal_is_answered_with_its_status_and_sentence(client_of, monkeypatch, error, status):
    def refuse(*_):
        raise error

    client = client_of("chu-tich-cdcs", "anh-duong")
    monkeypatch.setattr(queries, "visible_campaigns", refuse)

    answer = client.get(LIST)

    assert (answer.status_code, status_of(error)) == (status, status)
    assert sentence(error) in answer.content.decode()


def test_a_busy_database_says_when_to_come_back(client_of, monkeypatch):
    def wait(*_):
        raise OperationalError("database is locked")

    client = client_of("chu-tich-cdcs", "anh-duong")
    monkeypatch.setattr(queries, "visible_campaigns", wait)

    answer = client.get(LIST)

    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "bận" in answer.content.decode()


def test_another_fault_of_the_database_is_not_taken_for_busy(client_of, monkeypatch):
    def fail(*_):
        raise OperationalError("no such table: campaign")

    client = client_of("chu-tich-cdcs", "anh-duong")
    monkeypatch.setattr(queries, "visible_campaigns", fail)

    with pytest.raises(OperationalError):
        client.get(LIST)


def test_an_unknown_address_looks_like_what_is_out_of_scope(country, client_of):
    out_of_scope = drafted(country, "hue").public_id
    client = client_of("chu-tich-cdcs", "anh-duong")

    unknown = client.get("/khong-co-trang-nay/")
    hidden = client.get(f"{LIST}{out_of_scope}/")

    assert (unknown.status_code, hidden.status_code) == (404, 404)


@pytest.mark.parametrize(
    "address", ["/ke-hoach/%00/", "/ke-hoach/moi/?giao=%00", "/ke-hoach/moi/?giao=gt_none"]
)
def test_an_address_that_no_page_has_is_not_found(client_of, address):
    assert client_of("chu-tich-cdcs", "anh-duong").get(address).status_code == 404


def test_a_form_without_its_token_is_refused_with_a_page(client_of):
    inside = client_of("chu-tich-cdcs", "anh-duong")
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = inside.cookies

    answer = strict.post("/ke-hoach/moi/", {"title": "x"})

    assert answer.status_code == 403
    assert "<h1" in answer.content.decode()


# Declarations and the menu


def acting_as(role):
    return Actor(1, "Nguyễn Thị Hoa", "Chức vụ", 1, role, 1)


@pytest.mark.parametrize("role", sorted(ROLES))
@pytest.mark.parametrize("capability", list(Capability))
def test_a_view_opens_to_roles_that_hold_its_capability(rf, role, capability):
    view = requires(capability)(lambda request: "opened")
    request = rf.get("/")
    request.actor = acting_as(role)

    assert view.access == capability
    if capability in ROLES[role].grants:
        assert view(request) == "opened"
    else:
        with pytest.raises(Forbidden):
            view(request)


def test_declarations_are_readable_from_outside():
    assert public(lambda request: None).access == PUBLIC
    assert signed_in(lambda request: None).access == SIGNED_IN
    assert public(lambda request: "opened")(RequestFactory().get("/")) == "opened"


_WORK = [
    *("Việc hôm nay", "Kế hoạch", "Sáng kiến", "Báo cáo", "Số liệu", "Đăng ký", "Hội nghị"),
    "Đơn vị",
]
MENUS = {
    "lanh-dao": [*_WORK, "Sắp xếp tổ chức", "Nhật ký"],
    "can-bo-thi-dua": _WORK,
    "chu-tich-cdcs": _WORK,
    "can-bo-cdcs": _WORK,
    "doan-vien": ["Việc hôm nay", "Kế hoạch", "Sáng kiến", "Đăng ký", "Hội nghị", "Đơn vị"],
    "quan-tri": ["Việc hôm nay", "Đơn vị", "Sắp xếp tổ chức", "Nhập, xuất Excel", "Nhật ký"],
}


@pytest.mark.parametrize("role", sorted(ROLES))
def test_the_menu_holds_what_a_role_can_open(role):
    assert [item.label for item in items_for(acting_as(role), "/")] == MENUS[role]


def test_the_menu_marks_the_current_page_and_is_empty_for_strangers():
    def active(path):
        items = items_for(acting_as("chu-tich-cdcs"), path)
        return [item.label for item in items if item.active]

    assert active("/") == ["Việc hôm nay"]
    assert active("/ke-hoach/abc/trien-khai/") == ["Kế hoạch"]
    assert active("/tai-khoan/") == []
    assert items_for(None, "/") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("", None), ("²", None), ("-1", None), ("9" * 18, 10**18 - 1), ("9" * 19, None)],
)
def test_numbers_in_addresses_are_plain_and_short(text, number):
    assert count_in(text) == number
