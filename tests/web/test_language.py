"""Vietnamese unless the person chose English; English pages hold no Vietnamese but data."""

import html
import re
from datetime import date

import pytest
from django.apps import apps
from django.db.models import CharField, TextField
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from tests.apps.campaigns.cascade import cascade

from thidua.apps.figures.services import install_indicators
from thidua.base.actor import SYSTEM
from thidua.lawbook.commemorations import founding_days
from thidua.lawbook.kinds import unit_kinds

VIETNAMESE = re.compile(r"[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
SHOWN = re.compile(r'\s(?:aria-label|title|placeholder|alt|content|data-[\w-]+)="([^"]*)"')
# The numbers of papers carry the short names of unions, in examples too.
NAMED = re.compile(r"\d+/\w+-\w+")
ROOMS = ("org", "accounts", "figures", "campaigns", "reporting", "base")
SIGN_IN = "/tai-khoan/dang-nhap/"


def choose(client, language, back="/"):
    return client.post(reverse("set_language"), {"language": language, "next": back})


def pieces(page):
    """What a person reads or hears of a page: its text and its labels."""
    # What is marked as Vietnamese is data on its page, such as the text of a paper.
    page = re.sub(r"<(\w+)[^>]*\slang=\"vi\".*?</\1>", "", page, flags=re.DOTALL)
    for piece in [*SHOWN.findall(page), *re.split(r"<[^>]*>", page)]:
        yield html.unescape(piece).strip()


def data_words():
    """All that people wrote, and the names that the law and the unions give, longest first."""
    words = {kind.name for kind in unit_kinds().values()}
    words |= {day.name for day in founding_days().values()}
    for model in (model for room in ROOMS for model in apps.get_app_config(room).get_models()):
        fields = [f.name for f in model._meta.concrete_fields if type(f) in {CharField, TextField}]
        for row in model._base_manager.values_list(*fields):
            words |= {line for text in row if text for line in str(text).splitlines()}
    return sorted(filter(VIETNAMESE.search, words), key=len, reverse=True)


def left_over(page, data):
    """The pieces that are still Vietnamese once data is taken out."""
    found = set()
    for piece in pieces(page):
        rest = piece
        for word in data:
            rest = rest.replace(word, "")
        if VIETNAMESE.search(NAMED.sub("", rest)):
            found.add(piece)
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("accepted", ["en", "en-GB,en;q=0.9", "fr", "vi"])
def test_vietnamese_whatever_the_browser_asks_for(accepted):
    page = Client(headers={"accept-language": accepted}).get(SIGN_IN)

    assert '<html lang="vi">' in page.text
    assert "Đăng nhập" in page.text


@pytest.mark.django_db
def test_the_choice_stays_until_it_is_changed():
    client = Client(headers={"accept-language": "vi"})
    assert choose(client, "en", SIGN_IN).url == SIGN_IN

    for _visit in range(2):
        page = client.get(SIGN_IN)
        assert '<html lang="en">' in page.text
        assert "Sign in" in page.text

    choose(client, "vi")
    assert '<html lang="vi">' in client.get(SIGN_IN).text


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["fr", "../en", ""])
def test_an_unknown_language_changes_nothing(asked):
    client = Client()
    choose(client, asked)

    assert '<html lang="vi">' in client.get(SIGN_IN).text


@pytest.mark.django_db
def test_the_switch_leads_nowhere_else():
    assert choose(Client(), "en", "https://elsewhere.example/").url == "/"


@pytest.mark.parametrize(
    ("language", "msgid", "shown"),
    [
        ("en", "Việc hôm nay", "Today"),
        ("vi", "Việc hôm nay", "Việc hôm nay"),
        ("vi", "This field is required.", "Chưa nhập ô này."),
        ("en", "This field is required.", "This field is required."),
        ("vi", "Incorrect code.", "Mã chưa đúng."),
    ],
)
def test_the_compiled_catalogues_are_used(language, msgid, shown):
    with translation.override(language):
        assert gettext(msgid) == shown


@pytest.mark.parametrize(
    ("role", "slug"), [("can-bo-thi-dua", "tu-liem"), ("chu-tich-cdcs", "anh-duong")]
)
def test_pages_in_english_hold_no_vietnamese_but_data(country, client_of, role, slug):
    install_indicators(actor=SYSTEM)
    plans = {plan.unit_id: plan for plan in cascade(country, due_on=date(2026, 11, 30))}
    plan, unit = plans[country[slug].pk].public_id, country[slug].public_id
    client = client_of(role, slug)
    choose(client, "en")

    left = look_through(
        client,
        *map(reverse, ("home", "campaigns:list", "reporting:list", "figures:overview", "org:list")),
        *map(reverse, ("campaigns:new", "account:home", "account:posts", "mfa_index")),
        *(reverse(f"campaigns:{page}", args=[plan]) for page in ("plan", "hand_down", "results")),
        *(reverse(name, args=[unit]) for name in ("org:unit", "account:people")),
        reverse("campaigns:history", args=[plan]),
    )

    assert left == {}


def test_the_lists_that_the_administrator_keeps_are_in_english_too(country, client_of):
    client = client_of("quan-tri", "tld")
    choose(client, "en")
    ward = country["tu-liem"].public_id

    left = look_through(
        client,
        *map(reverse, ("home", "org:list", "history:list", "mfa_list_webauthn")),
        *(reverse(f"org:{form}", args=[ward]) for form in ("found", "change", "move", "end")),
    )

    assert left == {}


def look_through(client, *paths):
    pages = {path: client.get(path) for path in paths}
    data = data_words()

    assert {page.status_code for page in pages.values()} == {200}
    assert all('<html lang="en">' in page.text for page in pages.values())
    return {path: left for path in paths if (left := left_over(pages[path].text, data))}


@pytest.mark.parametrize(
    ("language", "said", "unsaid"),
    [
        ("vi", "Chưa nhập ô này.", "This field is required."),
        ("en", "This field is required.", "Chưa nhập ô này."),
    ],
)
def test_a_form_complains_in_the_language_of_the_page(country, client_of, language, said, unsaid):
    client = client_of("can-bo-thi-dua", "tu-liem")
    choose(client, language)
    page = client.post(reverse("campaigns:new"), {"request_key": "khoa-cua-bieu-mau"}).text

    assert said in page
    assert unsaid not in page


@pytest.mark.parametrize(
    "planted",
    [
        "<p>Kế hoạch</p>",
        '<a title="Mở Ánh Dương">x</a>',
        "<b>Số: 81/KH-TLĐ</b>",
        "<b>quý IV/2026</b>",
    ],
)
def test_the_gate_on_english_pages_bites(planted):
    assert left_over(planted, ["Ánh Dương"])
    assert not left_over('<p>No. 81/KH-TLĐ</p><a title="Open Ánh Dương">x</a>', ["Ánh Dương"])
