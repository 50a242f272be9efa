"""Pages of handover: the sheet of who comes, giving a post, the session of who goes."""

from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from tests.apps.campaigns.cascade import boss, drafted, launched
from tests.apps.conferences.stage import hold, planned, write
from tests.conftest import make_user

from thidua.apps.accounts.models import AccessLink, User
from thidua.apps.accounts.services import invite_person
from thidua.apps.campaigns.services.targets import set_targets
from thidua.apps.conferences.services import ConclusionDraft, write_conclusions
from thidua.apps.figures.services import install_indicators
from thidua.apps.files.models import StoredFile
from thidua.apps.org import queries, services
from thidua.apps.org.models import Assignment
from thidua.apps.org.services.handover import hand_over
from thidua.apps.reporting.models import Report
from thidua.apps.reporting.services import (
    Asked,
    Entry,
    open_period,
    return_report,
    save_draft,
    send_report,
    start_report,
)
from thidua.base import clock
from thidua.base.actor import SYSTEM
from thidua.base.models import AuditEvent

# The area under its own address, whether or not the site has mounted it already.

MOST_QUERIES = 12
NEWCOMER = {
    "act": "newcomer",
    "newcomer-full_name": "Trần Thị Bình",
    "newcomer-sign_in_name": "0912 345 678",
    "newcomer-role": "chu-tich-cdcs",
    "request_key": "một lần bấm",
}


@pytest.fixture(autouse=True)
def _no_left_over_limits():
    cache.clear()


def text_of(response):
    return " ".join(response.content.decode().split())


def sheet(client):
    response = client.get(reverse("handover:received"))
    assert response.status_code == 200
    return text_of(response)


def page_for(country, role="chu-tich-cdcs", slug="anh-duong"):
    post = country.person(role, slug).post_id
    return reverse("handover:give", args=[country[slug].public_id, post])


def month(actor, year, number, due_on):
    """A period of one month that asks for sáng kiến."""
    first, last = date(year, number, 1), date(year, number, 28)
    asked = (Asked("doi-thoai", required=True, evidence="none"),)
    return open_period(actor=actor, first_day=first, last_day=last, due_on=due_on, asked=asked)


def sent(chair, period):
    report = Report.objects.get(public_id=start_report(actor=chair, period_id=period))
    send_report(
        actor=chair,
        report_id=report.public_id,
        version=report.version,
        entries={"doi-thoai": Entry(3)},
    )
    return report.public_id


@pytest.fixture
def busy(country, chair, officer):
    """A unit with a plan on, one waiting, one drafted; reports late, returned, due, sent last year."""
    install_indicators(actor=SYSTEM)
    unit_id = country["anh-duong"].public_id
    ward = launched(country, "tu-liem")
    own = launched(country, "anh-duong", ward, number="5/KH-CĐCS", title="Kế hoạch của Ánh Dương")
    set_targets(
        actor=boss(country, "anh-duong"),
        campaign_id=own.public_id,
        unit_id=unit_id,
        values={"doi-thoai": 7},
    )
    drafted(country, "anh-duong", number="6/KH-CĐCS", title="Bản soạn quý sau")
    launched(country, "tu-liem", number="90/KH-CĐTL", title="Chăm lo Tết", due_on=date(2026, 12, 1))
    sent(chair, month(officer, 2025, 9, date(2025, 10, 5)))
    back = sent(chair, month(officer, 2026, 8, date(2026, 9, 5)))
    return_report(actor=officer, report_id=back, reason="Ghi rõ số quyết định.")
    month(officer, 2026, 10, date(2026, 11, 5))
    month(officer, 2026, 11, date(2026, 11, 30))
    StoredFile.objects.create(
        unit=country["anh-duong"], sha256="0" * 64, media_type="image/jpeg", size=1, width=1,
        height=1, original_name="anh.jpg", created_at=clock.now(),
    )  # fmt: skip
    services.record_headcount(actor=SYSTEM, unit_id=unit_id, on=date(2026, 1, 1), members=4812)
    return country


def test_a_stranger_is_sent_to_sign_in(country, client):
    for address in (reverse("handover:received"), page_for(country)):
        assert reverse("account_login") in client.get(address)["Location"]


@pytest.mark.parametrize(
    ("role", "slug", "status"),
    [
        ("chu-tich-cdcs", "anh-duong", 200),
        ("can-bo-thi-dua", "tu-liem", 200),
        ("lanh-dao", "ha-noi", 200),
        ("can-bo-cdcs", "anh-duong", 403),
        ("quan-tri", "tld", 403),
    ],
)
def test_the_sheet_is_for_those_who_answer_for_a_unit(client_of, role, slug, status):
    assert client_of(role, slug).get(reverse("handover:received")).status_code == status


def test_all_that_runs_is_due_and_is_late_stands_on_one_sheet(busy, client_of):
    text = sheet(client_of("chu-tich-cdcs", "anh-duong"))

    for shown in (
        "CĐCS Công ty Ánh Dương", "VN-ANH-DUONG", "4.812", "22/11/2026",
        "5/KH-CĐCS · Kế hoạch của Ánh Dương", "Đang thực hiện", "Bản soạn quý sau", "Đang soạn",
        "90/KH-CĐTL · Chăm lo Tết", "Chưa tiếp nhận", "còn 9 ngày",
        "Trả lại", "quá hạn 78 ngày", "Chưa gửi, quá hạn", "quá hạn 17 ngày", "còn 8 ngày",
        "Báo cáo đã gửi năm 2025", "gửi sau hạn", "Ảnh minh chứng đang lưu</dt><dd>1<",
        "Kết quả so với chỉ tiêu",
    ):  # fmt: skip
        assert shown in text, shown


def test_the_sheet_of_another_unit_shows_nothing_of_it(busy, client_of):
    text = sheet(client_of("chu-tich-cdcs", "binh-minh"))

    for hidden in ("Ánh Dương", "4.812", "Trả lại", "Bản soạn quý sau"):
        assert hidden not in text
    assert "90/KH-CĐTL · Chăm lo Tết" in text


def test_every_conference_in_preparation_stands_there_and_what_conferences_asked(
    country, client_of, officer
):
    far = planned(officer, title="Hội nghị tổng kết năm", on_day=date(2027, 1, 15))
    held = hold(officer, planned(officer, title="Hội nghị sơ kết", on_day=date(2026, 11, 2)))
    row = ConclusionDraft("Nộp danh sách", country["anh-duong"].public_id, date(2026, 11, 10))
    write(write_conclusions, officer, held, row)

    office = sheet(client_of("can-bo-thi-dua", "tu-liem"))
    below = sheet(client_of("chu-tich-cdcs", "anh-duong"))

    assert far.title in office
    assert "15/01/2027 (còn 54 ngày)" in office
    assert "Đang chuẩn bị" in office
    assert held.title not in office
    assert "Kết luận hội nghị: Nộp danh sách" in below
    assert "10/11/2026 (quá hạn 12 ngày)" in below
    assert far.title not in below


def test_an_idle_unit_says_that_nothing_waits(country, client_of):
    text = sheet(client_of("chu-tich-cdcs", "anh-duong"))

    assert "Không có báo cáo nào đang chờ." in text
    assert "Không có kế hoạch nào của cấp trên đang chờ." in text
    assert "Đơn vị không có kế hoạch nào" in text
    assert "Không có hội nghị nào đang chuẩn bị" in text


def test_an_officer_finds_what_waits_for_review(busy, client_of, country):
    sent(
        country.actor("chu-tich-cdcs", "binh-minh"),
        month(country.actor("can-bo-thi-dua", "tu-liem"), 2026, 7, date(2026, 11, 10)),
    )
    text = sheet(client_of("can-bo-thi-dua", "tu-liem"))

    assert "1 báo cáo chờ duyệt" in text
    assert "2 đơn vị chưa gửi" in text
    assert "Báo cáo đã gửi năm" not in text


def test_people_of_the_unit_past_and_invited(busy, officer, client_of):
    unit_id = busy["anh-duong"].public_id
    invite_person(
        actor=officer, unit_id=unit_id, role="can-bo-cdcs", full_name="Hồ Thị Chờ",
        sign_in_name="cb-77",
    )  # fmt: skip
    old = busy.person("chu-tich-cdcs", "anh-duong")
    new = make_user("0900000009", "Lê Văn Mới")
    hand_over(actor=officer, post_id=old.post_id, to_user_id=new.public_id, on=date(2026, 11, 20))
    text = sheet(signed_in(new))

    assert "Hồ Thị Chờ" in text
    assert "Chưa đặt mật khẩu" in text
    assert "Đã giữ trước đây" in text
    assert "01/01/2026 – 19/11/2026" in text


@pytest.mark.parametrize(
    ("role", "slug"),
    [("chu-tich-cdcs", "anh-duong"), ("can-bo-thi-dua", "tu-liem"), ("lanh-dao", "tu-liem")],
)
def test_the_sheet_takes_few_queries(busy, client_of, role, slug, django_assert_max_num_queries):
    client = client_of(role, slug)
    client.get("/")
    with django_assert_max_num_queries(MOST_QUERIES):
        sheet(client)


def signed_in(user):
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def colleague_form(user, on="22/11/2026"):
    return {"act": "colleague", "colleague-to": user.public_id, "colleague-on": on}


def test_a_live_session_loses_the_unit_at_the_next_request(country, client_of):
    outgoing = client_of("chu-tich-cdcs", "anh-duong")
    incoming = country.person("can-bo-cdcs", "anh-duong").user
    assert outgoing.get("/").status_code == 200
    answer = client_of("can-bo-thi-dua", "tu-liem").post(
        page_for(country), colleague_form(incoming)
    )
    assert answer.url == reverse("account:people", args=[country["anh-duong"].public_id])

    refused = outgoing.get("/")
    assert refused.url == reverse("account:no_post")
    assert "Chưa có vai trò đang hiệu lực" in text_of(outgoing.get(refused.url))


def test_with_another_post_the_session_goes_on_there_and_only_there(country, client_of, officer):
    person = country.person("chu-tich-cdcs", "anh-duong")
    services.assign_post(
        actor=officer, user_id=person.user.pk, role="chu-tich-cdcs",
        unit_id=country["binh-minh"].public_id, valid_from=date(2026, 11, 1),
    )  # fmt: skip
    outgoing = client_of("chu-tich-cdcs", "anh-duong")
    new = make_user("0900000009", "Lê Văn Mới")
    hand_over(actor=officer, post_id=person.post_id, to_user_id=new.public_id, on=clock.today())

    assert "CĐCS Công ty Bình Minh" in text_of(outgoing.get("/"))
    own = reverse("org:unit", args=[country["anh-duong"].public_id])
    assert outgoing.get(own).status_code == 404


def test_a_draft_stays_with_the_unit_and_goes_on(country, chair, officer):
    install_indicators(actor=SYSTEM)
    period = month(officer, 2026, 11, date(2026, 11, 30))
    report = Report.objects.get(public_id=start_report(actor=chair, period_id=period))
    save_draft(
        actor=chair,
        report_id=report.public_id,
        version=report.version,
        entries={"doi-thoai": Entry(41)},
    )
    new = make_user("0900000009", "Lê Văn Mới")
    post_id = country.person("chu-tich-cdcs", "anh-duong").post_id
    hand_over(actor=officer, post_id=post_id, to_user_id=new.public_id, on=clock.today())

    page = signed_in(new).get(reverse("reporting:begin", args=[period]))
    assert 'value="41"' in text_of(page)
    report.refresh_from_db()
    assert report.unit_id == country["anh-duong"].pk


def test_the_page_says_what_it_does_and_to_whom_it_may_go(country, client_of):
    country.person("can-bo-cdcs", "anh-duong")
    text = text_of(client_of("lanh-dao", "ha-noi").get(page_for(country)))

    assert "Chủ tịch công đoàn cơ sở anh-duong" in text
    assert "giữ nguyên ở đơn vị" in text
    assert "Cán bộ công đoàn cơ sở anh-duong" in text
    assert 'value="chu-tich-cdcs"' in text


@pytest.mark.parametrize(
    ("role", "at", "status"),
    [
        ("quan-tri", "tld", 200),
        ("lanh-dao", "ha-noi", 200),
        ("can-bo-thi-dua", "tu-liem", 200),
        ("chu-tich-cdcs", "anh-duong", 403),
        ("can-bo-cdcs", "anh-duong", 403),
        ("chu-tich-cdcs", "binh-minh", 404),
        ("lanh-dao", "hue", 404),
    ],
)
def test_who_opens_the_page_and_who_may_press(country, client_of, role, at, status):
    client, page = client_of(role, at), page_for(country)
    helper = country.person("can-bo-cdcs", "anh-duong").user
    assert client.get(page).status_code == status
    pressed = client.post(page, colleague_form(helper)).status_code
    assert pressed == (302 if status == 200 else status)
    held = Assignment.objects.on(clock.today()).filter(user=helper, role="chu-tich-cdcs")
    assert held.exists() == (status == 200)


def test_a_newcomer_is_invited_and_takes_over_at_once(country, client_of):
    client, page = client_of("can-bo-thi-dua", "tu-liem"), page_for(country)
    old = country.person("chu-tich-cdcs", "anh-duong")
    answer = client.post(page, NEWCOMER)
    user = User.objects.get(sign_in_name="0912345678")

    assert answer.url == reverse("account:link", args=[user.public_id])
    assert AccessLink.objects.filter(user=user, used_at=None).count() == 1
    assert [post.role for post in queries.assignments_of(user.pk)] == ["chu-tich-cdcs"]
    assert queries.assignments_of(old.user.pk) == []
    events = AuditEvent.objects.count()
    assert client.post(page, NEWCOMER).url == answer.url
    assert AuditEvent.objects.count() == events


def test_when_the_handover_is_refused_nobody_is_invited(country, client_of):
    page = reverse("handover:give", args=[country["anh-duong"].public_id, "pc_khong_co"])
    client = client_of("can-bo-thi-dua", "tu-liem")

    assert client.post(page, NEWCOMER).status_code == 404
    assert not User.objects.filter(sign_in_name="0912345678").exists()
    assert not AccessLink.objects.exists()


def test_a_post_is_handed_over_on_the_page_of_its_own_unit_only(country, client_of):
    post = country.person("chu-tich-cdcs", "binh-minh").post_id
    page = reverse("handover:give", args=[country["anh-duong"].public_id, post])
    client = client_of("can-bo-thi-dua", "tu-liem")

    assert client.get(page).status_code == client.post(page, NEWCOMER).status_code == 404
    assert Assignment.objects.get(public_id=post).valid_until.year == 9999
    assert not User.objects.filter(sign_in_name="0912345678").exists()


def test_a_known_number_is_asked_about_before_it_takes_over(country, client_of, officer):
    invite_person(
        actor=officer, unit_id=country["binh-minh"].public_id, role="can-bo-cdcs",
        full_name="Trần Thị Bình", sign_in_name="0912345678",
    )  # fmt: skip
    client, page = client_of("can-bo-thi-dua", "tu-liem"), page_for(country)
    asked = client.post(page, NEWCOMER)
    assert asked.status_code == 422
    assert 'name="newcomer-same_person"' in text_of(asked)
    assert "Trần Thị Bình" in text_of(asked)

    assert client.post(page, NEWCOMER | {"newcomer-same_person": "on"}).status_code == 302


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"colleague-on": "hôm qua"}, "không phải là ngày"),
        ({"colleague-on": "01/01/2020"}, "không nằm trong thời gian giữ vai trò"),
        ({"colleague-to": ""}, "Chưa chọn người nhận bàn giao"),
    ],
)
def test_a_mistake_is_said_and_what_was_typed_stays(country, client_of, changed, says):
    helper = country.person("can-bo-cdcs", "anh-duong").user
    client = client_of("can-bo-thi-dua", "tu-liem")
    answer = client.post(page_for(country), colleague_form(helper) | changed)

    assert answer.status_code == 422
    assert says in text_of(answer)
    assert changed.get("colleague-on", "22/11/2026") in text_of(answer)
    assert not AuditEvent.objects.filter(operation="hand_over").exists()


def test_a_newcomers_mistake_is_said_beside_the_field(country, client_of):
    client = client_of("can-bo-thi-dua", "tu-liem")
    answer = client.post(page_for(country), NEWCOMER | {"newcomer-full_name": "Bình"})

    assert answer.status_code == 422
    assert "họ và tên đầy đủ" in text_of(answer)
    assert "0912 345 678" in text_of(answer)
    assert not User.objects.filter(sign_in_name="0912345678").exists()
