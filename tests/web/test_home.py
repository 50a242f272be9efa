"""The first page: what is to be done, for each role, and nothing twice."""

from datetime import date

import pytest
from tests.apps.campaigns.cascade import boss, drafted, given, launched

from thidua.apps.campaigns.services.launching import close_campaign
from thidua.apps.campaigns.services.receiving import receive_directive
from thidua.apps.campaigns.services.targets import set_targets
from thidua.apps.figures.models import Indicator
from thidua.apps.figures.services import install_indicators
from thidua.base.actor import SYSTEM
from thidua.web.areas.home.todo import items_for

ROLES = [
    ("lanh-dao", "tld"),
    ("lanh-dao", "tu-liem"),
    ("can-bo-thi-dua", "tu-liem"),
    ("chu-tich-cdcs", "anh-duong"),
    ("can-bo-cdcs", "anh-duong"),
    ("quan-tri", "tld"),
]


def todo(client):
    response = client.get("/")
    assert response.status_code == 200
    return [
        (item.sentence, item.tone, item.action_label, item.action_url)
        for item in response.context["items"]
    ]


def test_a_stranger_is_sent_to_sign_in(client, db):
    assert client.get("/").url == "/tai-khoan/dang-nhap/?next=%2F"


@pytest.mark.parametrize(("role", "slug"), ROLES)
def test_every_role_has_a_first_page(client_of, role, slug):
    page = client_of(role, slug).get("/")

    assert page.status_code == 200
    assert "<h1" in page.content.decode()


def test_the_administrator_keeps_lists_and_sees_no_work(client_of):
    text = client_of("quan-tri", "tld").get("/").content.decode()

    assert "Danh sách đơn vị" in text
    assert "Việc hôm nay</h1>" not in text


def test_what_a_superior_gave_asks_for_one_act_after_another(country, client_of):
    ward = launched(country, "tu-liem", due_on=date(2026, 11, 30))
    directive = given(ward, country, "anh-duong")
    client = client_of("chu-tich-cdcs", "anh-duong")
    above = f"/ke-hoach/{ward.public_id}/"

    assert todo(client) == [
        ("Cấp trên giao: 81/KH-TLĐ – chưa tiếp nhận", "warn", "Mở và tiếp nhận", above)
    ]
    assert "còn 8 ngày" in client.get("/").content.decode()

    receive_directive(actor=boss(country, "anh-duong"), directive_id=directive.public_id)
    assert todo(client) == [
        ("Đã tiếp nhận 81/KH-TLĐ – chưa có kế hoạch", "wait", "Lập kế hoạch", above)
    ]

    own = drafted(country, "anh-duong", directive, number="5/KH-CĐCS")
    assert todo(client) == [
        (
            "Đã có kế hoạch thực hiện 81/KH-TLĐ – chưa phát động",
            "wait",
            "Mở kế hoạch",
            f"/ke-hoach/{own.public_id}/",
        )
    ]


def test_nothing_is_asked_once_the_own_plan_is_launched_or_the_superiors_closed(country, client_of):
    ward = launched(country, "tu-liem")
    launched(country, "anh-duong", ward)
    close_campaign(actor=boss(country, "tu-liem"), campaign_id=ward.public_id)

    assert todo(client_of("chu-tich-cdcs", "anh-duong")) == []
    assert todo(client_of("chu-tich-cdcs", "binh-minh")) == []


def test_the_helper_is_not_asked_to_decide(country, client_of):
    launched(country, "tu-liem")

    assert todo(client_of("can-bo-cdcs", "anh-duong")) == []


def test_the_giver_is_told_who_waits_and_which_draft_is_open(country, client_of):
    ward = launched(country, "tu-liem")
    draft = drafted(country, "tu-liem", number="82/KH-CĐP", title="Kế hoạch quý I")

    assert todo(client_of("can-bo-thi-dua", "tu-liem")) == [
        (
            "Bản soạn chờ phát động: Kế hoạch quý I",
            "neutral",
            "Mở bản soạn",
            f"/ke-hoach/{draft.public_id}/",
        ),
        (
            "3 đơn vị chưa tiếp nhận 81/KH-TLĐ",
            "neutral",
            "Xem và nhắc",
            f"/ke-hoach/{ward.public_id}/trien-khai/",
        ),
    ]


def test_a_closed_plan_asks_for_no_reminder(country, client_of):
    ward = launched(country, "tu-liem")
    close_campaign(actor=boss(country, "tu-liem"), campaign_id=ward.public_id)

    assert todo(client_of("can-bo-thi-dua", "tu-liem")) == []


def test_a_draft_whose_superiors_plan_was_closed_is_not_lost(country, client_of):
    ward = launched(country, "tu-liem")
    draft = drafted(country, "anh-duong", given(ward, country, "anh-duong"), title="Của đơn vị")
    close_campaign(actor=boss(country, "tu-liem"), campaign_id=ward.public_id)

    assert [item[-1] for item in todo(client_of("chu-tich-cdcs", "anh-duong"))] == [
        f"/ke-hoach/{draft.public_id}/"
    ]


def test_the_most_pressing_comes_first(country):
    one = launched(country, "tu-liem")
    launched(country, "tu-liem", number="82/KH-CĐP")
    drafted(country, "anh-duong", number="5/KH-CĐCS", title="Riêng")
    receive_directive(
        actor=boss(country, "anh-duong"), directive_id=given(one, country, "anh-duong").public_id
    )
    actor = boss(country, "anh-duong")

    from thidua.apps.campaigns.queries import latest_of  # noqa: PLC0415

    tones = [item.tone for item in items_for(actor, latest_of(actor))]
    assert tones == ["warn", "wait", "neutral"]


def test_targets_of_the_plan_that_is_on_stand_on_the_first_page(country, client_of):
    install_indicators(actor=SYSTEM)
    code = Indicator.objects.filter(aggregate="sum").order_by("position")[0].code
    plan = launched(country, "tu-liem")
    actor = boss(country, "tu-liem")
    set_targets(
        actor=actor,
        campaign_id=plan.public_id,
        unit_id=country["tu-liem"].public_id,
        values={code: 1200},
        illustrative=True,
    )

    page = client_of("can-bo-thi-dua", "tu-liem").get("/")
    below = client_of("chu-tich-cdcs", "anh-duong").get("/")

    text = page.content.decode()
    assert page.context["standing"].campaign == plan
    assert "1.200" in text
    assert "đợt 2: còn 39 ngày" in text
    assert "chỉ tiêu minh họa" in text
    assert "Tính đến hết ngày 22/11/2026" in text
    assert below.context["figures"] == []


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("role", "slug", "queries"), [("chu-tich-cdcs", "anh-duong", 8), ("lanh-dao", "tu-liem", 10)]
)
def test_the_first_page_costs_the_same_with_one_and_three(
    country, client_of, django_assert_num_queries, role, slug, queries, count
):
    for number in range(count):
        launched(country, "tu-liem", number=f"{number + 1}/KH-CĐP")
    client = client_of(role, slug)
    client.get("/")

    with django_assert_num_queries(queries):
        page = client.get("/")

    assert len(page.context["items"]) == count
