"""Pages of campaigns: who opens what, what they show, what they cost, and what bad input meets."""

from datetime import date

import pytest
from django.test import Client
from tests.apps.campaigns.cascade import (
    PLAN,
    boss,
    cascade,
    drafted,
    given,
    launched,
)

from thidua.apps.campaigns.models import Directive
from thidua.apps.campaigns.services.drafting import PhaseDraft
from thidua.apps.campaigns.services.launching import close_campaign
from thidua.apps.campaigns.services.targets import set_targets
from thidua.apps.figures.models import Indicator
from thidua.apps.figures.services import install_indicators
from thidua.base.actor import SYSTEM
from thidua.web.areas.campaigns.views import browse

LIST = "/ke-hoach/"
NEW = "/ke-hoach/moi/"
TABS = ("", "van-ban/", "trien-khai/", "ket-qua/", "dien-bien/")


def text_of(answer):
    return " ".join(answer.content.decode().split())


def url(campaign, tail=""):
    return f"{LIST}{campaign.public_id}/{tail}"


@pytest.fixture
def office(client_of):
    """The officer of the ward union, who drafts but does not launch."""
    return client_of("can-bo-thi-dua", "tu-liem")


@pytest.fixture
def leader_page(client_of):
    return client_of("lanh-dao", "tu-liem")


# Who opens what: status of (own, above, below, sibling) for each tab


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize(
    ("role", "slug", "status", "course"),
    [
        ("can-bo-thi-dua", "tu-liem", 200, 200),
        ("lanh-dao", "ha-noi", 200, 200),
        ("chu-tich-cdcs", "anh-duong", 200, 403),
        ("can-bo-cdcs", "anh-duong", 200, 403),
        ("lanh-dao", "hue", 404, 404),
        ("quan-tri", "tld", 403, 403),
        (None, None, 302, 302),
    ],
)
def test_a_launched_plan_opens_along_its_line(country, client_of, role, slug, status, course, tab):
    plan = launched(country, "tu-liem")
    client = client_of(role, slug) if role else Client()

    # Who did what to a superior's plan names its officers: that is for the unit and those above.
    expected = course if tab == "dien-bien/" else status
    assert client.get(url(plan, tab)).status_code == expected


@pytest.mark.parametrize(
    ("role", "slug", "status"),
    [
        ("can-bo-thi-dua", "tu-liem", 200),
        ("lanh-dao", "ha-noi", 404),
        ("chu-tich-cdcs", "anh-duong", 404),
    ],
)
def test_a_draft_is_seen_by_its_unit_only(country, client_of, role, slug, status):
    assert client_of(role, slug).get(url(drafted(country, "tu-liem"))).status_code == status


@pytest.mark.parametrize(
    ("role", "slug", "status"),
    [
        ("can-bo-thi-dua", "tu-liem", 409),  # its own, but launched: no longer to be edited
        ("lanh-dao", "ha-noi", 403),
        ("chu-tich-cdcs", "anh-duong", 403),
        ("can-bo-cdcs", "anh-duong", 403),
        ("lanh-dao", "hue", 404),
        ("quan-tri", "tld", 403),
    ],
)
def test_nobody_opens_the_form_of_a_plan_that_is_not_his_to_edit(
    country, client_of, role, slug, status
):
    plan = launched(country, "tu-liem")
    client = client_of(role, slug)

    answer = client.get(url(plan, "sua/"))

    assert answer.status_code == status
    assert PLAN.note not in text_of(answer)
    if status != 409:
        assert client.post(url(plan, "sua/"), {"title": "x", "version": "1"}).status_code == status


@pytest.mark.parametrize(
    ("role", "slug", "status"),
    [("can-bo-thi-dua", "tu-liem", 403), ("lanh-dao", "ha-noi", 403), ("lanh-dao", "hue", 404)],
)
def test_closing_is_for_those_who_decide_at_the_unit(country, client_of, role, slug, status):
    plan = launched(country, "tu-liem")

    assert client_of(role, slug).post(url(plan, "ket-thuc/")).status_code == status
    plan.refresh_from_db()
    assert plan.state == "running"


def test_a_directive_is_taken_and_marked_by_the_right_side_only(country, client_of, office):
    directive = given(launched(country, "tu-liem"), country, "anh-duong")
    take, mark = (f"{LIST}giao/{directive.public_id}/{act}/" for act in ("tiep-nhan", "diem"))

    assert client_of("chu-tich-cdcs", "binh-minh").post(take).status_code == 404
    assert client_of("chu-tich-cdcs", "anh-duong").post(mark, {"pilot": "1"}).status_code == 404
    assert office.get(take).status_code == 405
    assert office.post(mark, {"pilot": "1"}).url.endswith("/trien-khai/")
    assert client_of("chu-tich-cdcs", "anh-duong").post(take).status_code == 302
    directive.refresh_from_db()
    assert (directive.state, directive.pilot) == ("received", True)


# What the pages show


def test_the_plan_shows_all_its_parts(country, office):
    text = text_of(office.get(url(drafted(country, "tu-liem"))))

    for part in (PLAN.title, PLAN.theme, PLAN.number, PLAN.signer_name, PLAN.note):
        assert part in text
    for part in (*PLAN.bases, *PLAN.contents):
        assert part in text
    assert "Đợt 1: từ ngày 01/01/2026 đến hết ngày 30/06/2026" in text
    assert "Đợt 2: từ ngày 01/07/2026 đến hết ngày 31/12/2026" in text
    assert "Đang soạn" in text


def test_the_inner_note_stays_inside(country, client_of):
    plan = launched(country, "tu-liem")

    for role, slug in (("lanh-dao", "ha-noi"), ("chu-tich-cdcs", "anh-duong")):
        assert PLAN.note not in text_of(client_of(role, slug).get(url(plan)))


def test_buttons_are_only_those_that_work(country, office, leader_page):
    draft = drafted(country, "tu-liem")
    plan = launched(country, "tu-liem", number="82/KH-CĐP")

    assert "Sửa bản soạn" in text_of(office.get(url(draft)))
    assert "Phát động…" not in text_of(office.get(url(draft)))
    assert "Phát động…" in text_of(leader_page.get(url(draft)))
    assert "Kết thúc kế hoạch này" not in text_of(office.get(url(plan)))
    assert "Kết thúc kế hoạch này" in text_of(leader_page.get(url(plan)))
    assert "Sửa bản soạn" not in text_of(leader_page.get(url(plan)))


def test_what_was_given_offers_the_next_step(country, client_of):
    plan = launched(country, "tu-liem", pilots=("anh-duong",), due_on=date(2026, 11, 30))
    client = client_of("chu-tich-cdcs", "anh-duong")

    text = text_of(client.get(url(plan)))
    assert "Đơn vị phát động điểm" in text
    assert "30/11/2026 (còn 8 ngày)" in text
    assert "mark-warn" in text
    assert "/tiep-nhan/" in text
    helper = client_of("can-bo-cdcs", "anh-duong")
    assert "/tiep-nhan/" not in text_of(helper.get(url(plan)))

    close_campaign(actor=boss(country, "tu-liem"), campaign_id=plan.public_id)
    text = text_of(client.get(url(plan)))
    assert "/tiep-nhan/" not in text
    assert "Lập kế hoạch của đơn vị" not in text


def test_a_difference_to_the_superiors_phases_is_said(country, client_of):
    top = launched(country, "tld")
    phases = (PhaseDraft(date(2026, 1, 1), date(2026, 5, 31)),)
    city = launched(country, "ha-noi", top, phases=phases)

    text = text_of(client_of("lanh-dao", "ha-noi").get(url(city)))

    assert "Đợt 1: đến hết 31/05/2026 so với 30/06/2026 của cấp trên." in text
    assert f'<a href="{url(top)}">81/KH-TLĐ</a>' in text
    chain = text_of(client_of("lanh-dao", "ha-noi").get(url(city, "trien-khai/")))
    assert "đợt khác cấp trên: 31/5 so với 30/6" in chain


def test_a_plan_from_above_says_how_far_the_unit_has_come_with_it(country, client_of):
    plan = launched(country, "tu-liem")

    text = text_of(client_of("chu-tich-cdcs", "anh-duong").get(url(plan)))

    assert "Giao triển khai đến đơn vị" in text
    assert "Chưa tiếp nhận" in text


def test_a_unit_without_units_below_shows_no_empty_board(country, client_of):
    plan = launched(country, "anh-duong")

    text = text_of(client_of("chu-tich-cdcs", "anh-duong").get(url(plan, "trien-khai/")))

    assert "Chuỗi triển khai" in text
    assert "Các đơn vị trực thuộc" not in text


def test_the_board_shows_who_has_not_and_a_text_to_copy(country, office):
    plan = launched(country, "tu-liem", pilots=("binh-minh",))
    launched(country, "anh-duong", plan)

    page = office.get(url(plan, "trien-khai/"))
    text = text_of(page)

    assert [(name, str(state.label)) for _, name, state, _ in page.context["rows"]] == [
        ("CĐCS Công ty Bình Minh", "Chưa tiếp nhận"),
        ("CĐCS Trường Mầm non Hoa Sen", "Chưa tiếp nhận"),
        ("CĐCS Công ty Ánh Dương", "Đã phát động"),
    ]
    assert "Còn 2 đơn vị chưa bấm tiếp nhận." in text
    assert "Chọn làm điểm" in text
    assert page.context["total"] == 3
    one = office.get(url(plan, "trien-khai/?trang-thai=launched"))
    assert len(one.context["rows"]) == 1


def test_the_board_turns_its_pages(country, office, monkeypatch):
    monkeypatch.setattr(browse, "PAGE", 2)
    plan = launched(country, "tu-liem")
    address = url(plan, "trien-khai/")

    first, second = office.get(address), office.get(f"{address}?page=2")

    assert "?page=2" in text_of(first)
    assert [len(page.context["rows"]) for page in (first, second)] == [2, 1]


def test_a_chair_sees_the_chain_above_and_neither_siblings_nor_figures(country, client_of):
    *_, ward = cascade(country, depth=3)
    launched(country, "binh-minh", ward)
    Directive.objects.filter(campaign=ward).update(pilot=True)
    install_indicators(actor=SYSTEM)
    code = Indicator.objects.filter(aggregate="sum").order_by("position")[0].code
    for slug in ("tu-liem", "binh-minh"):
        set_targets(
            actor=boss(country, "tu-liem"),
            campaign_id=ward.public_id,
            unit_id=country[slug].public_id,
            values={code: 98765},
        )
    client = client_of("chu-tich-cdcs", "anh-duong")

    board, results = (text_of(client.get(url(ward, tab))) for tab in ("trien-khai/", "ket-qua/"))

    assert "Tổng Liên đoàn Lao động Việt Nam" in board
    assert "Công đoàn phường Từ Liêm" in board
    for hidden in ("Bình Minh", "Hoa Sen", "Các đơn vị trực thuộc", "Zalo"):
        assert hidden not in board
        assert hidden not in results
    assert "98.765" not in results
    assert "Chưa có chỉ tiêu" not in results
    assert "98.765" in text_of(client_of("lanh-dao", "tu-liem").get(url(ward, "ket-qua/")))


def test_the_chain_stands_each_plan_one_step_deeper(country, client_of):
    plans = cascade(country)

    page = client_of("lanh-dao", "tld").get(url(plans[0], "trien-khai/"))

    assert [(node.depth, node.pilot) for node in page.context["chain"]] == [
        (0, False),
        (1, True),
        (2, True),
        (3, True),
    ]


def test_the_course_of_a_plan_is_told_in_sentences(country, office):
    plan = launched(country, "tu-liem")

    text = text_of(office.get(url(plan, "dien-bien/")))

    assert text.index("Phát động và giao triển khai") < text.index("Soạn kế hoạch")
    assert boss(country, "tu-liem").name in text


# The list


def test_the_list_filters_by_year_and_to_the_own_unit(country, office):
    own = drafted(country, "tu-liem")
    launched(country, "ha-noi")
    span = {"starts_on": date(2025, 1, 1), "last_day": date(2025, 12, 31), "phases": ()}
    old = drafted(country, "tu-liem", **span)

    def shown(query):
        return [row for row, *_ in office.get(LIST + query).context["rows"]]

    assert set(shown("")) > {own, old}
    assert shown("?nam=2025") == [old]
    assert set(shown("?cap=minh")) == {own, old}
    assert "selected>2025" in text_of(office.get(f"{LIST}?nam=2025"))


def test_the_list_turns_its_pages_and_keeps_the_filter(country, office, monkeypatch):
    monkeypatch.setattr(browse, "PAGE", 2)
    for number in range(3):
        drafted(country, "tu-liem", number=f"{number}/KH-CĐP")

    first, second = office.get(f"{LIST}?nam=2026"), office.get(f"{LIST}?nam=2026&page=2")

    assert "?nam=2026&amp;page=2" in text_of(first)
    assert [len(page.context["rows"]) for page in (first, second)] == [2, 1]


@pytest.mark.parametrize("year", ["²", "abc", "-1", "9" * 19, "9" * 5000, "999999999999999999", ""])
def test_a_wrong_year_in_the_address_is_no_fault(country, office, year):
    assert office.get(f"{LIST}?nam={year}&page={year}").status_code == 200


# What pages cost


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("query", "queries"), [("", 7), ("?nam=2026&cap=minh", 7)])
def test_the_list_costs_the_same_with_one_and_three(
    country, office, django_assert_num_queries, query, queries, count
):
    for number in range(count):
        drafted(country, "tu-liem", number=f"{number}/KH-CĐP")
    office.get(LIST)

    with django_assert_num_queries(queries):
        assert len(office.get(LIST + query).context["rows"]) == count


COSTS = {"": 8, "van-ban/": 10, "trien-khai/": 11, "ket-qua/": 10, "tien-do/": 11, "dien-bien/": 6}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("tab", "queries"), COSTS.items())
def test_each_tab_costs_the_same_with_one_and_three(
    country, office, django_assert_num_queries, tab, queries, count
):
    install_indicators(actor=SYSTEM)
    indicators = Indicator.objects.filter(aggregate="sum")[:count]
    slugs = ("anh-duong", "binh-minh", "hoa-sen")[:count]
    city = launched(country, "ha-noi")
    plan = launched(country, "tu-liem", city, only=slugs, pilots=slugs)
    for slug in slugs:
        launched(country, slug, plan)
    for slug in ("tu-liem", *slugs):
        set_targets(
            actor=boss(country, "tu-liem"),
            campaign_id=plan.public_id,
            unit_id=country[slug].public_id,
            values={indicator.code: 10 for indicator in indicators},
        )
    office.get(LIST)

    with django_assert_num_queries(queries):
        assert office.get(url(plan, tab)).status_code == 200


# The official paper


def test_the_paper_is_a_tab_with_word_pdf_and_print(country, office):
    plan = launched(country, "tu-liem", number="8/KH-CĐ")
    text = text_of(office.get(url(plan, "van-ban/")))
    word = office.get(url(plan, "van-ban/?dang=docx"))

    assert "Số: 08/KH-CĐ" in text
    assert all(f'href="?dang={form}"' in text for form in ("docx", "pdf", "in"))
    assert word["Content-Disposition"] == 'attachment; filename="ke-hoach-8-kh-cd.docx"'
    assert office.get(url(plan, "van-ban/?dang=pdf")).content.startswith(b"%PDF-")


def test_a_unit_below_reads_the_paper_without_the_targets_of_the_unit_above(
    country, client_of, office
):
    install_indicators(actor=SYSTEM)
    plan = launched(country, "tu-liem")
    set_targets(
        actor=boss(country, "tu-liem"),
        campaign_id=plan.public_id,
        unit_id=country["tu-liem"].public_id,
        values={"sang-kien": 1_234},
    )

    assert "1.234" in text_of(office.get(url(plan, "van-ban/")))
    below = client_of("chu-tich-cdcs", "anh-duong").get(url(plan, "van-ban/"))
    assert "1.234" not in text_of(below)
