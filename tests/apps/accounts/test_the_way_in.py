"""The way in: the demonstration's one press, and pages that are ours from first to last."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from thidua.apps.accounts import services
from thidua.apps.accounts.models import User
from thidua.base.actor import SYSTEM

PASSWORD = "mùa thu Hà Nội 1945"


@pytest.fixture(autouse=True)
def _no_left_over_limits():
    cache.clear()


def test_the_demonstration_signs_in_by_one_press_and_only_there(country, settings):
    shown = country.person("lanh-dao", "tld").user
    hidden = country.person("lanh-dao", "ha-noi").user
    User.objects.filter(pk=shown.pk).update(sign_in_name="demo-tld")
    client, page = Client(), reverse("account:demo")
    text = client.get(page).content.decode()
    assert "với vai trò Lãnh đạo công đoàn, Tổng Liên đoàn Lao động Việt Nam" in text
    assert page in client.get(reverse("account_login")).content.decode()
    assert client.post(page, {"person": hidden.public_id}).status_code == 404
    assert client.post(page, {"person": shown.public_id}).url == reverse("home")
    assert client.get(reverse("account:home")).status_code == 200
    settings.THIDUA_DEMO = False
    assert Client().get(page).status_code == 404
    assert Client().post(page, {"person": shown.public_id}).status_code == 404


def test_an_unloaded_demonstration_says_so(db):
    assert "Chưa nạp bản minh họa" in Client().get(reverse("account:demo")).content.decode()


@pytest.mark.parametrize(
    "name",
    [
        "account_logout", "account_inactive", "account_change_password", "account_set_password",
        "account_reauthenticate", "mfa_index", "mfa_activate_totp", "mfa_list_webauthn",
        "mfa_add_webauthn", "mfa_generate_recovery_codes", "account:home", "account:posts",
        "account:no_post",
    ],
)  # fmt: skip
@pytest.mark.parametrize("signed", [True, False])
def test_every_page_of_the_way_in_is_ours_and_without_inline_code(country, name, signed):
    client = Client()
    if signed:
        user = country.person("chu-tich-cdcs", "anh-duong").user
        user.set_password(PASSWORD)
        user.save()
        typed = {"login": user.sign_in_name, "password": PASSWORD}
        client.post(reverse("account_login"), typed)
    answer = client.get(reverse(name), follow=True)
    text = answer.content.decode()
    assert answer.status_code in {200, 403}
    for never in ("style=", "onclick=", "Sign In", "Two-Factor", "Security Key", "Are you sure"):
        assert never not in text
    assert 'id="content"' in text


def test_people_of_the_demonstration_are_not_shown_as_waiting(country, client_of):
    services.invite_person(
        actor=SYSTEM,
        unit_id=country["anh-duong"].public_id,
        role="can-bo-cdcs",
        full_name="Trần Thị Bình (minh họa)",
        sign_in_name="demo-binh",
    )
    page = reverse("account:people", args=[country["anh-duong"].public_id])
    text = client_of("can-bo-thi-dua", "tu-liem").get(page).content.decode()
    assert "Trần Thị Bình (minh họa)" in text
    assert "Chưa đặt mật khẩu" not in text
