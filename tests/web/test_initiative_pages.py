"""Pages of initiatives: entered on a phone, confirmed in two taps, counted in named places."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.access.world import PLAN
from tests.apps.initiatives.stage import draft, total
from tests.office.files_made_here import picture

from thidua.apps.campaigns.services.drafting import draft_campaign
from thidua.apps.campaigns.services.launching import launch_campaign
from thidua.apps.campaigns.services.targets import set_targets
from thidua.apps.figures.queries import Figure
from thidua.apps.figures.services import install_indicators
from thidua.apps.initiatives.models import Initiative
from thidua.apps.initiatives.services import confirm_initiative, enter_initiative
from thidua.apps.reporting.services import Asked, open_period
from thidua.base.actor import SYSTEM


@pytest.fixture(autouse=True)
def indicators(country):
    install_indicators(actor=SYSTEM)


@pytest.fixture
def page(client_of):
    return client_of("chu-tich-cdcs", "anh-duong")


@pytest.fixture
def submitted(chair):
    return enter_initiative(actor=chair, draft=draft(), send=True)


MOST_QUERIES = 12
TYPED = {
    "title": "Cải tiến giá treo",
    "kind": "ky-thuat",
    "applied_on": "01/09/2026",
    "effect": "Nhanh hơn.",
    "exclusion": "khong",
    "recognised_by": "Giám đốc",
    "recognition_no": "15/QĐ",
    "recognised_on": "18/11/2026",
    "level": "co-so",
    "tac-gia-TOTAL_FORMS": "2",
    "tac-gia-INITIAL_FORMS": "0",
    "tac-gia-0-name": "Nguyễn Văn An",
    "tac-gia-0-share": "66,5",
    "tac-gia-1-name": "Trần Thị Bình",
    "tac-gia-1-share": "33,5",
    "do": "send",
}


def one(public_id):
    return reverse("initiatives:one", args=[public_id])


def queries_of(client, address, query=None):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address, query).status_code == 200
    return len(captured)


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_a_member_enters_with_a_photograph_and_the_union_has_it(client_of, chair):
    phone = client_of("doan-vien", "anh-duong")
    photo = SimpleUploadedFile("anh.jpg", picture())
    answer = phone.post(reverse("initiatives:new"), {**TYPED, "photos": [photo]}, follow=True)

    made = Initiative.objects.get()
    assert (made.state, made.photos.count(), made.authors.count()) == ("submitted", 1, 2)
    assert "chờ công đoàn xác nhận" in text_of(answer)
    assert "Xác nhận của công đoàn" not in text_of(answer)


def test_a_member_finds_the_own_name_filled_in(client_of, country):
    phone = client_of("doan-vien", "anh-duong")
    name = country.actor("doan-vien", "anh-duong").name
    assert f'value="{name}"' in phone.get(reverse("initiatives:new")).content.decode()


def test_a_refused_sending_keeps_all_that_was_typed_and_the_photograph(page):
    wrong = TYPED | {"tac-gia-1-share": "30", "request_key": "a"}
    photo = SimpleUploadedFile("anh.jpg", picture())
    answer = page.post(reverse("initiatives:new"), {**wrong, "photos": [photo]})

    kept = Initiative.objects.get()
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "96,5 %, phải đúng 100 %" in said
    assert (kept.state, kept.photos.count()) == ("draft", 1)
    assert f'action="{reverse("initiatives:edit", args=[kept.public_id])}"' in said
    assert f'name="version" value="{kept.version}"' in said

    right = TYPED | {"version": str(kept.version), "request_key": "b"}
    page.post(reverse("initiatives:edit", args=[kept.public_id]), right)
    assert Initiative.objects.get().state == "submitted"


def test_all_that_is_wrong_is_said_at_once(page):
    wrong = {
        "kind": "",
        "tac-gia-1-share": "30",
        "benefit": "12.000.000",
        "exclusion": "",
        "recognised_on": "01/08/2026",
        "level": "",
    }
    answer = page.post(reverse("initiatives:new"), TYPED | wrong)

    assert answer.status_code == 422
    summary = answer.content.decode().partition("error-summary")[2].partition("<form")[0]
    told = re.findall(r'<a href="#([\w-]+)">', summary)
    assert sorted(told) == sorted(
        [
            "id_authors",
            "id_kind",
            "id_reckoning",
            "id_exclusion",
            "id_recognised_on",
            "id_recognised_by",
        ]
    )
    assert 'id="id_authors"' in answer.content.decode()
    assert Initiative.objects.get().state == "draft"


def test_the_same_decision_entered_twice_is_said_before_it_is_confirmed(page, submitted):
    page.post(reverse("initiatives:new"), TYPED)
    other = Initiative.objects.exclude(public_id=submitted).get()
    assert "Cùng tên với sáng kiến" not in text_of(page.get(one(other.public_id)))

    row = Initiative.objects.get(public_id=submitted)
    day = f"{row.recognised_on:%d/%m/%Y}"
    for number, told in ((row.recognition_no, True), ("99/QĐ", False)):
        again = TYPED | {
            "title": row.title,
            "recognition_no": number,
            "recognised_on": day,
            "applied_on": f"{row.applied_on:%d/%m/%Y}",
        }
        answer = page.post(reverse("initiatives:new"), again, follow=True)
        assert ("trùng cả số và ngày quyết định" in text_of(answer)) is told
        Initiative.objects.order_by("-id").first().delete()


def test_a_second_press_of_sending_sends_once(page):
    for _ in range(2):
        answer = page.post(reverse("initiatives:new"), TYPED | {"request_key": "a"})
        assert answer.status_code == 302
    assert Initiative.objects.get().state == "submitted"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": ""}, "Tên sáng kiến"),
        ({"applied_on": "cuối năm"}, "“cuối năm” không phải là ngày"),
        ({"benefit": "mười triệu"}, "không phải là số nguyên"),
        ({"tac-gia-0-share": "nửa"}, "“nửa” không phải là số"),
        ({"tac-gia-0-name": ""}, "Hãy nhập họ và tên"),
        ({"recognised_on": "01/08/2026"}, "quyết định không thể có trước sáng kiến"),
        ({"recognition_no": ""}, "Sáng kiến được gửi sau khi đã được công nhận"),
        ({"exclusion": "dang-bao-ho"}, "Nghị định số 13/2012/NĐ-CP"),
        ({"programme": "mot-trieu-sang-kien"}, "từ 01/09/2021 đến hết ngày 01/09/2023"),
    ],
)
def test_bad_input_is_said_and_kept(page, changes, said):
    answer = page.post(reverse("initiatives:new"), TYPED | changes)
    assert answer.status_code == 422
    assert said in text_of(answer)
    for name, value in changes.items():
        if value and name not in {"exclusion", "programme"}:
            assert f'value="{value}"' in answer.content.decode()


def test_a_further_author_gets_a_row_and_nothing_is_lost(page):
    answer = page.post(reverse("initiatives:new"), TYPED | {"do": "add"})
    said = answer.content.decode()
    assert 'name="tac-gia-2-name"' in said
    assert 'value="33,5"' in said
    assert 'value="Cải tiến giá treo"' in said
    assert not Initiative.objects.exists()


def test_what_another_saved_meanwhile_is_not_overwritten(page, chair):
    made = enter_initiative(actor=chair, draft=draft())
    Initiative.objects.filter(public_id=made).update(version=5)
    answer = page.post(reverse("initiatives:edit", args=[made]), TYPED | {"version": "1"})
    assert answer.status_code == 409
    assert 'value="Cải tiến giá treo"' in answer.content.decode()


def test_the_home_says_what_waits_and_two_taps_confirm(page, country, submitted):
    home = page.get(reverse("home"))
    assert "1 sáng kiến chờ xác nhận" in text_of(home)
    assert one(submitted) in home.content.decode()

    shown = page.get(one(submitted))
    assert "Quyết định công nhận số 15/QĐ-CT ngày 18/11/2026 của Giám đốc Công ty" in text_of(shown)
    done = page.post(
        reverse("initiatives:confirm", args=[submitted]), {"version": "1"}, follow=True
    )
    assert "Đã xác nhận. Đã cộng vào: hồ sơ tác giả." in text_of(done)
    assert total(country["tu-liem"]) == Figure(1, 0)


def test_it_names_every_place_where_it_is_counted(page, country, client_of, submitted):
    ward = country.actor("lanh-dao", "tu-liem")
    plan = draft_campaign(actor=ward, unit_id=country["tu-liem"].public_id, plan=PLAN)
    set_targets(
        actor=ward,
        campaign_id=plan,
        unit_id=country["tu-liem"].public_id,
        values={"sang-kien": 120},
    )
    launch_campaign(actor=ward, campaign_id=plan)
    days = {"first_day": date(2026, 11, 1), "last_day": date(2026, 11, 30)}
    asked = (Asked("sang-kien", required=False),)
    period = open_period(actor=ward, **days, due_on=date(2026, 11, 30), asked=asked)

    done = page.post(reverse("initiatives:confirm", args=[submitted]), follow=True)

    said = done.content.decode()
    assert "báo cáo tháng 11/2026, hồ sơ tác giả." in text_of(done)
    assert "Được tính vào 3 nơi, cộng 1 lần" in text_of(done)
    assert reverse("campaigns:results", args=[plan]) in said
    assert reverse("reporting:begin", args=[period]) in said
    assert "tac-gia=Nguy" in said
    above = client_of("lanh-dao", "tu-liem").get(one(submitted)).content.decode()
    assert reverse("reporting:board", args=[period]) in above


def test_a_member_is_not_led_where_he_may_not_go(client_of, country):
    member = country.actor("doan-vien", "anh-duong")
    made = enter_initiative(actor=member, draft=draft(), send=True)
    confirm_initiative(actor=country.actor("chu-tich-cdcs", "anh-duong"), initiative_id=made)
    phone = client_of("doan-vien", "anh-duong")
    said = phone.get(one(made)).content.decode()
    assert reverse("reporting:list") not in said.partition("<main")[2]
    assert phone.get(reverse("initiatives:list")).status_code == 200


def test_a_return_needs_a_reason_and_shows_it(page, submitted):
    where = reverse("initiatives:return", args=[submitted])
    assert page.post(where, {"reason": ""}).status_code == 422
    done = page.post(where, {"reason": "Thiếu ngày", "version": "1"}, follow=True)
    assert "Thiếu ngày" in text_of(done)
    late = page.post(where, {"reason": "Nữa", "version": "1"})
    assert late.status_code == 409


def test_the_page_of_a_figure_leads_to_the_initiative(page, country, chair, submitted):
    confirm_initiative(actor=chair, initiative_id=submitted)
    total(country["anh-duong"])
    where = reverse("figures:open", args=[country["anh-duong"].public_id, "sang-kien"])
    shown = page.get(f"{where}?tu=2026-01-01&den=2027-01-01")
    assert one(submitted) in shown.content.decode()
    assert "15/QĐ-CT" in text_of(shown)
    assert "18/11/2026" in text_of(shown)


def test_the_list_searches_pages_and_goes_out_as_excel(page, chair, submitted):
    found = page.get(reverse("initiatives:list"), {"tim": "gia treo do nghe"})
    assert one(submitted) in found.content.decode()
    assert (
        one(submitted)
        not in page.get(reverse("initiatives:list"), {"tim": "máy bay"}).content.decode()
    )
    assert (
        one(submitted)
        not in page.get(reverse("initiatives:list"), {"nam": "2025"}).content.decode()
    )
    book = page.get(reverse("initiatives:export"), {"trang-thai": "submitted"})
    assert book.content.startswith(b"PK")


@pytest.mark.parametrize(
    "odd", [{"nam": "hai"}, {"sau": "sk_khong"}, {"loai": "<b>"}, {"don-vi": "x"}]
)
def test_an_odd_address_is_no_fault(page, submitted, odd):
    assert page.get(reverse("initiatives:list"), odd).status_code == 200


def test_many_rows_cost_as_many_queries_as_few(page, country, chair, submitted):
    for number in range(12):
        enter_initiative(actor=chair, draft=draft(title=f"Giá treo {number}"), send=True)
    unit = {"don-vi": country["anh-duong"].public_id, "sau": submitted}
    assert queries_of(page, reverse("initiatives:list"), unit) <= MOST_QUERIES
    assert queries_of(page, one(submitted)) <= MOST_QUERIES
    confirm_initiative(actor=chair, initiative_id=submitted)
    assert queries_of(page, one(submitted)) <= MOST_QUERIES
