"""Pages of people and accounts: who opens them, what they say, how many queries they take."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from thidua.apps.accounts import queries, services
from thidua.apps.accounts.models import AccessLink, User
from thidua.apps.org.models import Assignment
from thidua.apps.org.services import assign_post
from thidua.base.actor import SYSTEM

MOST_QUERIES = 12
PASSWORD = {"password1": "mùa thu Hà Nội 1945", "password2": "mùa thu Hà Nội 1945"}
FORM = {
    "full_name": "Trần Thị Bình",
    "sign_in_name": "0912 345 678",
    "contact_phone": "",
    "role": "chu-tich-cdcs",
}


@pytest.fixture(autouse=True)
def _no_left_over_limits():
    cache.clear()


def page_of(name, country, slug="anh-duong"):
    return reverse(f"account:{name}", args=[country[slug].public_id])


def invite(actor, country, number=0, slug="anh-duong", role="can-bo-cdcs"):
    return services.invite_person(
        actor=actor,
        unit_id=country[slug].public_id,
        role=role,
        full_name="Trần Thị Bình",
        sign_in_name=f"cb-{number}",
    )


def secret_of(user_id):
    return queries.token_of(AccessLink.objects.get(user__public_id=user_id).public_id)


@pytest.mark.parametrize("name", ["people", "invite"])
@pytest.mark.parametrize(
    ("role", "at", "people", "invite"),
    [
        ("chu-tich-cdcs", "anh-duong", 200, 200),
        ("can-bo-cdcs", "anh-duong", 403, 403),
        ("can-bo-thi-dua", "tu-liem", 200, 200),
        ("lanh-dao", "ha-noi", 200, 200),
        ("quan-tri", "tld", 200, 200),
        ("chu-tich-cdcs", "binh-minh", 404, 404),
        ("lanh-dao", "hue", 404, 404),
    ],
)
def test_who_sees_and_who_invites_people(country, client_of, name, role, at, people, invite):
    expected = {"people": people, "invite": invite}[name]
    assert client_of(role, at).get(page_of(name, country)).status_code == expected
    assert Client().get(page_of(name, country)).status_code == 302


def test_superiors_are_seen_but_their_people_are_not(country, client_of):
    client = client_of("can-bo-thi-dua", "tu-liem")
    assert client.get(page_of("people", country, "ha-noi")).status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_people_costs_the_same_with_any_number(
    country, client_of, officer, rows, django_assert_max_num_queries
):
    for number in range(rows):
        invite(officer, country, number)
    client = client_of("can-bo-thi-dua", "tu-liem")
    with django_assert_max_num_queries(MOST_QUERIES):
        page = client.get(page_of("people", country)).content.decode()
    assert page.count("Trần Thị Bình") == rows
    assert page.count("Chưa đặt mật khẩu") == rows
    assert page.count("Cho thôi vai trò") == rows


def test_an_empty_unit_says_what_to_do(country, client_of):
    page = client_of("can-bo-thi-dua", "tu-liem").get(page_of("people", country, "binh-minh"))
    assert "Chưa có ai giữ vai trò" in page.content.decode()
    assert page_of("invite", country, "binh-minh") in page.content.decode()


def test_inviting_ends_at_the_link_with_message_code_and_card(
    country, client_of, django_assert_max_num_queries
):
    client = client_of("can-bo-thi-dua", "tu-liem")
    sent = client.post(page_of("invite", country), FORM)
    user = User.objects.get(sign_in_name="0912345678")
    assert sent.url == reverse("account:link", args=[user.public_id])
    with django_assert_max_num_queries(MOST_QUERIES):
        page = client.get(sent.url)
    address = reverse("account:enter", args=[secret_of(user.public_id)])
    text = page.content.decode()
    assert text.count(f"http://testserver{address}") == 2
    assert "Kính gửi đồng chí Trần Thị Bình" in text
    assert "<svg" in text
    assert "no-store" in page["Cache-Control"]
    card = client.get(reverse("account:card", args=[user.public_id])).content.decode()
    assert address in card
    assert "0912 345 678" in card


def test_the_link_is_not_shown_to_another_officer_nor_after_use(country, client_of, officer):
    user_id = invite(officer, country)
    secret = secret_of(user_id)
    other = client_of("lanh-dao", "ha-noi").get(reverse("account:link", args=[user_id]))
    assert other.status_code == 200
    assert secret not in other.content.decode()
    assert (
        client_of("lanh-dao", "hue").get(reverse("account:link", args=[user_id])).status_code == 404
    )
    Client().get(reverse("account:enter", args=[secret]))
    AccessLink.objects.update(used_at=AccessLink.objects.get().made_at)
    maker = client_of("can-bo-thi-dua", "tu-liem")
    assert secret not in maker.get(reverse("account:link", args=[user_id])).content.decode()
    assert maker.get(reverse("account:card", args=[user_id])).status_code == 404


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"full_name": "Bình"}, "họ và tên đầy đủ"),
        ({"sign_in_name": "12"}, "0912 345 678"),
        ({"role": ""}, "Chưa chọn vai trò"),
        ({"role": "quan-tri"}, "quan-tri"),
        ({"full_name": "x" * 300}, "200"),
    ],
)
def test_a_form_with_a_mistake_keeps_what_was_typed(country, client_of, changed, says):
    answer = client_of("can-bo-thi-dua", "tu-liem").post(page_of("invite", country), FORM | changed)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert says in text
    assert (changed.get("full_name") or FORM["full_name"]) in text
    assert not User.objects.filter(full_name=FORM["full_name"]).exists()


def test_a_known_person_is_asked_about_once(country, client_of, officer):
    client = client_of("can-bo-thi-dua", "tu-liem")
    client.post(page_of("invite", country), FORM)
    again = client.post(page_of("invite", country, "binh-minh"), FORM)
    assert again.status_code == 422
    assert 'name="same_person"' in again.content.decode()
    done = client.post(page_of("invite", country, "binh-minh"), FORM | {"same_person": "on"})
    assert done.status_code == 302
    assert Assignment.objects.filter(user__sign_in_name="0912345678").count() == 2


def test_the_way_in_greets_sets_a_password_and_signs_in(country, officer):
    user_id = invite(officer, country, role="chu-tich-cdcs")
    client = Client()
    moved = client.get(reverse("account:enter", args=[secret_of(user_id)]))
    assert moved.url == reverse("account:set_password")
    page = client.get(moved.url).content.decode()
    assert "Chào đồng chí Trần Thị Bình" in page
    assert "CĐCS Công ty Ánh Dương" in page
    short = client.post(moved.url, {"password1": "ngắn", "password2": "ngắn"})
    assert short.status_code == 422
    assert "ít nhất 12 ký tự" in short.content.decode().split("</ul>")[0]
    unlike = client.post(moved.url, PASSWORD | {"password2": "khác"})
    assert "chưa giống nhau" in unlike.content.decode()
    alike = client.post(moved.url, {"password1": "Trần Thị Bình", "password2": "Trần Thị Bình"})
    assert "giống họ tên" in alike.content.decode()
    done = client.post(moved.url, PASSWORD)
    assert done.url == reverse("home")
    assert client.get(reverse("account:home")).status_code == 200
    used = Client().get(reverse("account:enter", args=[secret_of(user_id)]))
    assert used.status_code == 410
    assert "đã dùng" in used.content.decode()


def test_a_link_that_is_late_or_wrong_says_whom_to_ask(country, officer):
    user_id = invite(officer, country)
    address = reverse("account:enter", args=[secret_of(user_id)])
    waiting = Client()
    waiting.get(address)
    late = AccessLink.objects.get().expires_at + timedelta(minutes=1)
    with time_machine.travel(late, tick=False):
        page = Client().get(address)
        assert page.status_code == 410
        assert officer.name in page.content.decode()
    AccessLink.objects.update(expires_at=AccessLink.objects.get().made_at)
    assert waiting.post(reverse("account:set_password"), PASSWORD).status_code == 410
    wrong = Client().get(reverse("account:enter", args=["khong-co"]))
    assert wrong.status_code == 404
    assert "quét lại mã" in wrong.content.decode()
    assert Client().get(reverse("account:set_password")).url == reverse("account_login")


def test_a_reset_asks_once_and_says_why_not(country, client_of, leader):
    chair = country.person("chu-tich-cdcs", "anh-duong").user
    boss = country.person("lanh-dao", "tu-liem").user
    client = client_of("can-bo-thi-dua", "tu-liem")
    page = reverse("account:reset", args=[chair.public_id])
    assert "dùng một lần" in client.get(page).content.decode()
    assert not AccessLink.objects.exists()
    assert client.post(page).url == reverse("account:link", args=[chair.public_id])
    refused = client.post(reverse("account:reset", args=[boss.public_id]))
    assert refused.status_code == 422
    assert "ngoài phạm vi" in refused.content.decode()


def test_ending_a_post_says_what_happens_and_ends_it(country, client_of, frozen_day):
    person = country.person("can-bo-cdcs", "anh-duong")
    client = client_of("can-bo-thi-dua", "tu-liem")
    page = reverse("account:withdraw", args=[country["anh-duong"].public_id, person.post_id])
    assert "22/11/2026" in client.get(page).content.decode()
    assert client.post(page).status_code == 302
    assert Assignment.objects.get(public_id=person.post_id).valid_until == frozen_day
    assert client.get(page).status_code == 404


@pytest.mark.parametrize("posts", [1, 3])
def test_the_own_account_shows_data_posts_and_acts(
    country, client_of, posts, frozen_day, django_assert_max_num_queries
):
    client = client_of("chu-tich-cdcs", "anh-duong")
    user = country.person("chu-tich-cdcs", "anh-duong").user
    for slug in ("binh-minh", "hoa-sen")[: posts - 1]:
        assign_post(
            actor=SYSTEM, user_id=user.pk, role="chu-tich-cdcs",
            unit_id=country[slug].public_id, valid_from=frozen_day,
        )  # fmt: skip
    with django_assert_max_num_queries(MOST_QUERIES):
        text = client.get(reverse("account:home")).content.decode()
    assert text.count('name="assignment"') == posts - 1
    typed = {"full_name": "Nguyễn Văn Đức", "contact_phone": "0912 345 678"}
    assert client.post(reverse("account:home"), typed).status_code == 302
    text = client.get(reverse("account:home")).content.decode()
    assert "Nguyễn Văn Đức" in text
    assert "0912345678" in text
    wrong = client.post(reverse("account:home"), typed | {"contact_phone": "mai gọi"})
    assert wrong.status_code == 422
    assert "mai gọi" in wrong.content.decode()


def test_a_session_acts_under_the_post_that_was_chosen(country, client_of, frozen_day):
    client = client_of("chu-tich-cdcs", "anh-duong")
    user = country.person("chu-tich-cdcs", "anh-duong").user
    post_id = assign_post(
        actor=SYSTEM, user_id=user.pk, role="can-bo-thi-dua",
        unit_id=country["tu-liem"].public_id, valid_from=frozen_day,
    )  # fmt: skip
    assert client.get(page_of("people", country, "tu-liem")).status_code == 403
    before = client.session.session_key
    assert client.post(reverse("account:posts"), {"assignment": post_id}).url == reverse("home")
    assert client.session.session_key != before
    assert client.get(page_of("people", country, "tu-liem")).status_code == 200
    someone = country.person("lanh-dao", "ha-noi").post_id
    assert client.post(reverse("account:posts"), {"assignment": someone}).status_code == 404
