"""Signing in: one answer for all failures, lock-out, the second step, secrets that stay secret."""

import logging
import re

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from thidua.apps.accounts import services
from thidua.apps.accounts.models import User
from thidua.apps.accounts.queries import token_of
from thidua.base.models import AuditEvent, AuditPayload

PASSWORD = "mùa thu Hà Nội 1945"
LOGIN = "account_login"


@pytest.fixture(autouse=True)
def _no_left_over_limits():
    cache.clear()


@pytest.fixture
def chair_user(country):
    """A chair who signs in with a telephone number."""
    user = country.person("chu-tich-cdcs", "anh-duong").user
    user.sign_in_name = "0912345678"
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def leader_user(country, settings):
    """A leader, outside the demonstration."""
    settings.THIDUA_DEMO = False
    user = country.person("lanh-dao", "ha-noi").user
    user.sign_in_name = "ld-hanoi"
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client, login, password=PASSWORD, **extra):
    return client.post(reverse(LOGIN), {"login": login, "password": password}, **extra)


def code_for(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def plain(response):
    """The page without what differs each time: tokens and the name that was typed."""
    text = re.sub(
        r'name="csrfmiddlewaretoken" value="\w+"|X-CSRFToken": "\w+"', "", response.content.decode()
    )
    return re.sub(r'name="login" value="[^"]*"', "", text)


@pytest.mark.parametrize("typed", ["0912345678", "+84 912.345.678", " 0912 345 678 "])
def test_the_name_is_understood_however_it_is_typed(client, chair_user, typed):
    response = sign_in(client, typed)
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(chair_user.pk)


def test_an_unknown_name_and_a_wrong_password_get_the_same_answer(client, chair_user):
    wrong, unknown = sign_in(client, "0912345678", "sai"), sign_in(client, "0987654321", "sai")
    waiting = User.objects.create(sign_in_name="0911111111", full_name="A B", sort_key="a")
    waiting.set_unusable_password()
    waiting.save()
    not_yet = sign_in(client, "0911111111", "sai")
    assert wrong.status_code == unknown.status_code == not_yet.status_code == 200
    assert plain(wrong) == plain(unknown) == plain(not_yet)
    assert "chưa đúng" in plain(wrong)


def test_five_wrong_passwords_close_the_door_for_this_name_from_here(
    client, chair_user, leader_user
):
    answers = [sign_in(client, "+84 912 345 678", f"sai {i}").status_code for i in range(5)]
    assert answers[:4] == [200] * 4
    closed = sign_in(client, "0912345678")
    assert closed.status_code == 429
    text = closed.content.decode()
    assert re.search(r"Thử lại sau .*\d\d:\d\d", text)
    assert "công đoàn cấp trên trực tiếp" in text
    assert sign_in(client, "ld-hanoi").status_code == 302
    client.logout()
    elsewhere = sign_in(client, "0912345678", REMOTE_ADDR="10.0.0.9")
    assert elsewhere.status_code == 302


def test_the_door_opens_again_after_a_while(client, chair_user):
    with time_machine.travel("2026-11-22T08:00:00Z", tick=False) as clock:
        for i in range(6):
            sign_in(client, "0912345678", f"sai {i}")
        assert sign_in(client, "0912345678").status_code == 429
        clock.shift(16 * 60)
        assert sign_in(client, "0912345678").status_code == 302


def test_a_session_gets_a_new_key_at_sign_in(client, chair_user):
    client.get(reverse("account:demo"))
    client.session["x"] = 1
    before = client.session.session_key
    sign_in(client, "0912345678")
    assert client.session.session_key != before


def test_without_a_post_today_no_session_begins(client, chair_user):
    chair_user.assignments.update(valid_until="2026-11-22")
    response = sign_in(client, "0912345678")
    assert response.url == reverse("account:no_post")
    assert "_auth_user_id" not in client.session
    page = client.get(response.url)
    assert page.status_code == 403
    assert "công đoàn cấp trên trực tiếp" in page.content.decode()


def test_nobody_signs_up_and_no_mail_pages_exist(client, chair_user):
    for path in ("signup/", "dang-ky/", "password/reset/", "email/", "login/code/confirm/"):
        assert client.get(f"/tai-khoan/{path}").status_code == 404


def test_who_decides_sets_up_the_second_step_first_and_its_secret_is_sealed(client, leader_user):
    sign_in(client, "ld-hanoi")
    pushed = client.get(reverse("account:home"))
    assert pushed.url == reverse("mfa_activate_totp")
    page = client.get(pushed.url)
    assert page.status_code == 200
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    wrong = client.post(pushed.url, {"code": "000000"})
    assert "Mã chưa đúng" in wrong.content.decode()
    done = client.post(pushed.url, {"code": code_for(secret)})
    assert done.url == reverse("mfa_view_recovery_codes")
    assert client.get(reverse("account:home")).status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        stored = repr(cursor.fetchall())
    assert secret not in stored
    assert stored.count("v1:") == 2
    codes = client.get(done.url).context["unused_codes"]
    assert all(code not in stored for code in codes)


def with_app(client, user):
    """Give a signed-in person an app; return its secret and the codes on paper."""
    sign_in(client, user.sign_in_name)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    codes = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    client.post(reverse("account_logout"))
    cache.clear()
    return secret, codes


def test_the_second_step_is_asked_for_and_a_paper_code_works_once(client, leader_user):
    secret, codes = with_app(client, leader_user)
    assert sign_in(client, "ld-hanoi").url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    page = client.get(reverse("mfa_authenticate"))
    assert "data-passkey" in page.content.decode()
    wrong = client.post(reverse("mfa_authenticate"), {"code": "123"})
    assert "Mã chưa đúng" in wrong.content.decode()
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert "_auth_user_id" in client.session
    for expected in (True, False):
        client.post(reverse("account_logout"))
        sign_in(client, "ld-hanoi")
        client.post(reverse("mfa_authenticate"), {"code": codes[0]})
        assert ("_auth_user_id" in client.session) == expected


def test_guessing_codes_ends_after_a_few(client, leader_user):
    secret, _codes = with_app(client, leader_user)
    sign_in(client, "ld-hanoi")
    for _ in range(6):
        answer = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "nhiều lần" in answer.content.decode()
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert "_auth_user_id" not in client.session


def test_a_fresh_sign_in_is_proof_enough_and_an_old_one_is_not(client, chair_user):
    with time_machine.travel("2026-11-22T08:00:00Z", tick=False) as clock:
        sign_in(client, "0912345678")
        assert client.get(reverse("mfa_activate_totp")).status_code == 200
        clock.shift(6 * 60)
        asked = client.get(reverse("mfa_activate_totp"))
        assert asked.url.startswith(reverse("account_reauthenticate"))
        assert "Xác nhận lại" in client.get(asked.url).content.decode()
        proved = client.post(asked.url, {"password": PASSWORD})
        assert proved.url == reverse("mfa_activate_totp")
        assert client.get(proved.url).status_code == 200


def test_changes_of_the_second_step_are_in_the_trail(
    client, leader_user, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        with_app(client, leader_user)
    noted = AuditEvent.objects.filter(operation="note_sign_in_change", actor_user=leader_user.pk)
    assert [row.payload.data["what"] for row in noted] == ["totp_activated"]


def test_a_changed_password_ends_other_sessions_and_is_nowhere_in_the_clear(
    client, chair_user, caplog
):
    caplog.set_level(logging.DEBUG)
    other = Client()
    sign_in(other, "0912345678")
    assert other.get(reverse("account:home")).status_code == 200
    sign_in(client, "0912345678")
    new = "bốn mùa xuân hạ thu đông"
    short = client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "ngắn", "password2": "ngắn"},
    )
    assert short.status_code == 200
    assert "ngắn quá: cần ít nhất 12 ký tự" in short.content.decode()
    done = client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert done.status_code == 302
    assert "_auth_user_id" not in client.session
    assert other.get(reverse("account:home")).status_code == 302
    assert sign_in(client, "0912345678", new).status_code == 302
    assert AuditEvent.objects.filter(operation="change_own_password").count() == 1
    written = caplog.text + repr([*AuditEvent.objects.values(), *AuditPayload.objects.values()])
    assert new not in written
    assert PASSWORD not in written


def test_a_person_without_a_password_is_told_how_to_get_one(client_of):
    client = client_of("can-bo-cdcs", "anh-duong")
    moved = client.get(reverse("account_change_password"))
    assert moved.url == reverse("account_set_password")
    assert "công đoàn cấp trên trực tiếp" in client.get(moved.url).content.decode()


def test_a_reset_does_not_get_around_the_second_step(client, leader_user, admin):
    with_app(client, leader_user)
    services.issue_reset(actor=admin, user_id=leader_user.public_id)
    link = leader_user.links.get()
    client.get(reverse("account:enter", args=[token_of(link.public_id)]))
    typed = {"password1": "một câu khác rất dài", "password2": "một câu khác rất dài"}
    assert client.post(reverse("account:set_password"), typed).url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
