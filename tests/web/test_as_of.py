"""Looking at another day: chosen once, shown on each page, one click back; rights stay today's."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.conftest import TODAY, make_user

from thidua.apps.figures.queries import indicators_by_code
from thidua.apps.figures.services import install_indicators
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.figures.services.ledger import record_facts
from thidua.apps.org import services
from thidua.apps.org.models import Reorganisation, Succession
from thidua.base import clock
from thidua.base.actor import SYSTEM
from thidua.web.as_of import QUICK_DAYS, without_day

EVE, REFORM = date(2025, 6, 30), date(2025, 7, 1)
MOST_QUERIES = 12


def text_of(response):
    return " ".join(response.content.decode().split())


def unit_url(country, slug):
    return reverse("org:unit", args=[country[slug].public_id])


def figure_url(country, slug, code="doi-thoai"):
    return reverse("figures:open", args=[country[slug].public_id, code])


def choose(client, typed, back="/don-vi/"):
    return client.post(reverse("as_of"), {"ngay": typed, "next": back})


@pytest.fixture
def leader_page(country, client_of):
    return client_of("lanh-dao", "ha-noi")


@pytest.fixture
def keeper(country, client_of):
    return client_of("quan-tri", "tld")


# choosing


def test_a_day_is_chosen_once_and_left_by_one_click(country, leader_page):
    answer = choose(leader_page, "30/6/2025", "/don-vi/?tim=cau&ngay=2020-01-01&page=3")
    assert (answer.status_code, answer["Location"]) == (302, "/don-vi/?tim=cau")
    page = text_of(leader_page.get("/don-vi/?tim=cau"))
    assert "Đang xem tại ngày <strong>30/06/2025" in page
    assert 'href="/don-vi/?tim=cau&amp;ngay=hom-nay"' in page
    back = text_of(leader_page.get("/don-vi/?tim=cau&ngay=hom-nay"))
    assert "Đang xem tại ngày" not in back
    assert "Đang xem tại ngày" not in text_of(leader_page.get("/don-vi/"))


def test_the_address_chooses_too(country, leader_page):
    assert "30/06/2025" in text_of(leader_page.get("/don-vi/?ngay=2025-06-30"))
    assert "Đang xem tại ngày <strong>30/06/2025" in text_of(leader_page.get("/so-lieu/"))
    leader_page.get("/don-vi/?ngay=khong-phai-ngay")
    assert "Đang xem tại ngày <strong>30/06/2025" in text_of(leader_page.get("/don-vi/"))


def test_today_is_never_another_day(country, leader_page):
    choose(leader_page, "30/6/2025")
    choose(leader_page, TODAY.isoformat())
    assert "as_of" not in leader_page.session
    choose(leader_page, "23/11/2026")
    assert "Đang xem tại ngày" in text_of(leader_page.get("/don-vi/"))
    with clock.pinned(date(2026, 11, 23)):
        assert "Đang xem tại ngày" not in text_of(leader_page.get("/don-vi/"))


def test_what_is_no_day_is_said_and_changes_nothing(country, leader_page):
    choose(leader_page, "30/6/2025")
    for typed in ("31/02/2025", "hôm kia", "9" * 500, "01/01/0001"):
        choose(leader_page, typed)
        page = text_of(leader_page.get("/don-vi/"))
        assert "không phải là ngày" in page
        assert "Đang xem tại ngày <strong>30/06/2025" in page
    answer = leader_page.post(reverse("as_of"), {})
    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.parametrize(
    "back", ["//evil.example/x", "https://evil.example/", "javascript:alert(1)"]
)
def test_the_way_back_stays_on_this_site(country, leader_page, back):
    assert choose(leader_page, "30/6/2025", back)["Location"] == "/"


def test_choosing_is_for_those_signed_in_and_by_form(country, client, leader_page):
    assert reverse("account_login") in choose(client, "30/6/2025")["Location"]
    assert leader_page.get(reverse("as_of")).status_code == 405
    assert client.get("/?ngay=2025-06-30").status_code == 302


def test_quick_days_are_for_the_demonstration(country, leader_page, settings):
    button = f'name="ngay" value="{QUICK_DAYS[0].isoformat()}"'
    settings.THIDUA_DEMO = False
    assert button not in text_of(leader_page.get("/don-vi/"))
    settings.THIDUA_DEMO = True
    assert button in text_of(leader_page.get("/don-vi/"))
    leader_page.post(reverse("as_of"), {"ngay": ["", "2025-06-30"], "next": "/don-vi/"})
    assert leader_page.session["as_of"] == "2025-06-30"


def test_an_address_keeps_what_is_not_of_one_day():
    assert without_day("/a/?x=1&ngay=2&page=3&x=2") == "/a/?x=1&x=2"
    assert without_day("?ngay=2") == "/"


# what is shown


def test_the_district_leaves_the_tree_and_its_record_still_opens(country, leader_page):
    eve = text_of(leader_page.get(f"/don-vi/?ngay={EVE}"))
    assert "LĐLĐ quận Nam Từ Liêm" in eve
    assert "Công đoàn phường Từ Liêm" not in eve
    ward = text_of(leader_page.get(unit_url(country, "cau-dien")))
    assert "Đã kết thúc hoạt động" not in ward
    assert f'<a href="{unit_url(country, "nam-tu-liem")}">LĐLĐ quận Nam Từ Liêm</a>' in ward

    after = text_of(leader_page.get(f"/don-vi/?ngay={REFORM}"))
    assert "LĐLĐ quận Nam Từ Liêm" not in after
    assert "Công đoàn phường Từ Liêm" in after
    found = text_of(leader_page.get("/don-vi/?tim=cau dien"))
    assert "Đã kết thúc hoạt động" in found
    ward = text_of(leader_page.get(unit_url(country, "cau-dien")))
    assert "Đã kết thúc hoạt động" in ward
    assert "hoạt động đến hết ngày 30/06/2025" in ward
    assert "vẫn mở để xem" in ward


def test_a_unit_shows_name_superior_people_and_numbers_of_the_day(country, admin, leader_page):
    unit = country["hoa-sen"].public_id
    for on, members in ((date(2026, 1, 1), 41), (date(2026, 6, 1), 57)):
        services.record_headcount(actor=admin, unit_id=unit, on=on, members=members)
    services.rename_unit(actor=admin, unit_id=unit, name="CĐCS Sen Mới", on=date(2026, 6, 1))
    user = make_user("cu", "Lê Thị Cũ")
    post = services.assign_post(
        actor=SYSTEM, user_id=user.pk, role="chu-tich-cdcs", unit_id=unit, valid_from=REFORM
    )
    services.end_post(actor=SYSTEM, post_id=post, on=date(2026, 6, 1))

    then = text_of(leader_page.get(unit_url(country, "hoa-sen") + "?ngay=2026-05-31"))
    facts = then[: then.index("<h2>Quá trình")]
    assert "<h1>CĐCS Trường Mầm non Hoa Sen</h1>" in facts
    assert "41 <span" in facts
    assert "Lê Thị Cũ" in facts
    now = text_of(leader_page.get(unit_url(country, "hoa-sen") + "?ngay=hom-nay"))
    facts, life = now[: now.index("<h2>Quá trình")], now[now.index("<h2>Quá trình") :]
    assert "<h1>CĐCS Sen Mới</h1>" in facts
    assert "57 <span" in facts
    assert "Lê Thị Cũ" not in facts
    for said in (
        "Lê Thị Cũ thôi vai trò Chủ tịch",
        "Đổi tên thành CĐCS Sen Mới",
        "Có 57 đoàn viên",
    ):
        assert said in life


def test_before_its_first_day_a_unit_says_so(country, leader_page):
    page = text_of(leader_page.get(unit_url(country, "anh-duong") + f"?ngay={EVE}"))
    assert "<h1>CĐCS Công ty Ánh Dương</h1>" in page
    assert "Ngày 30/06/2025 đơn vị chưa hoạt động; đơn vị hoạt động từ ngày 01/07/2025" in page


def test_a_change_to_come_is_seen_on_its_day(country, admin, leader_page):
    services.place_unit(
        actor=admin,
        unit_id=country["anh-duong"].public_id,
        parent_id=country["giao-duc-hn"].public_id,
        line="main",
        on=date(2026, 12, 1),
    )
    link = f'<a href="{unit_url(country, "giao-duc-hn")}">Công đoàn Giáo dục Hà Nội</a>'
    address = unit_url(country, "anh-duong")
    assert link not in text_of(leader_page.get(address))
    assert link in text_of(leader_page.get(f"{address}?ngay=2026-12-01"))


def test_heirs_are_named_and_open_where_the_reader_sees_them(country, client_of, leader_page):
    decided = Reorganisation.objects.create(
        unit=country["ha-noi"],
        title="Sắp xếp",
        effective_on=REFORM,
        basis="Quyết định 12/QĐ-LĐLĐ",
        state="done",
        changed_at=clock.now(),
    )
    for heir, share in (("anh-duong", "main"), ("song-huong", "part")):
        Succession.objects.create(
            reorganisation=decided,
            predecessor=country["cau-dien"],
            successor=country[heir],
            share=share,
        )
    page = text_of(leader_page.get(unit_url(country, "cau-dien")))
    assert (
        f'Tiếp nối bởi <a href="{unit_url(country, "anh-duong")}">CĐCS Công ty Ánh Dương</a>'
        in page
    )
    assert "CĐCS Công ty Sông Hương (một phần)." in page
    assert unit_url(country, "song-huong") not in page
    assert "Tiếp nối bởi CĐCS Công ty Ánh Dương. Căn cứ: Quyết định 12/QĐ-LĐLĐ." in page
    heir = text_of(leader_page.get(unit_url(country, "anh-duong")))
    assert f'Tiếp nối <a href="{unit_url(country, "cau-dien")}">Công đoàn phường Cầu Diễn' in heir
    eve = text_of(leader_page.get(unit_url(country, "cau-dien") + f"?ngay={EVE}"))
    assert "Tiếp nối bởi <a" not in eve


# rights


def test_a_former_officer_gains_nothing_by_looking_back(country, client_of):
    person = country.person("can-bo-thi-dua", "tu-liem")
    services.assign_post(
        actor=SYSTEM,
        user_id=person.user.pk,
        role="can-bo-thi-dua",
        unit_id=country["hue"].public_id,
        valid_from=date(2026, 6, 1),
    )
    services.end_post(actor=SYSTEM, post_id=person.post_id, on=date(2026, 6, 1))
    client = client_of("can-bo-thi-dua", "tu-liem")
    choose(client, "31/05/2026")

    assert client.get(unit_url(country, "hue")).status_code == 200
    assert client.get(unit_url(country, "tu-liem")).status_code == 404
    assert client.get(figure_url(country, "tu-liem")).status_code == 404
    assert "Ánh Dương" not in text_of(client.get("/don-vi/?tim=anh duong"))


def test_a_former_superior_does_not_see_what_has_left_its_line(country, admin, client_of):
    services.place_unit(
        actor=admin,
        unit_id=country["anh-duong"].public_id,
        parent_id=country["hue"].public_id,
        line="main",
        on=date(2026, 6, 1),
    )
    former, present = client_of("lanh-dao", "tu-liem"), client_of("lanh-dao", "hue")
    for client in (former, present):
        choose(client, "31/05/2026")

    assert former.get(unit_url(country, "anh-duong")).status_code == 404
    assert "Ánh Dương" not in text_of(former.get("/don-vi/"))
    page = text_of(present.get(unit_url(country, "anh-duong")))
    assert "Công đoàn phường Từ Liêm" in page
    assert unit_url(country, "tu-liem") not in page


def test_todays_superior_sees_a_unit_that_has_ended(country, client_of):
    city = client_of("lanh-dao", "ha-noi")
    for day in (EVE, REFORM, TODAY):
        choose(city, day.isoformat())
        assert city.get(unit_url(country, "cau-dien")).status_code == 200


# what is offered


def test_only_late_entry_is_offered_on_another_day(country, keeper, client_of):
    choose(keeper, "01/10/2026")
    page = text_of(keeper.get(unit_url(country, "anh-duong")))
    assert "ghi bổ sung thay đổi từ ngày đó" in page
    assert "Xem và mời người" not in page
    assert reverse("org:found", args=[country["tld"].public_id]) not in text_of(
        keeper.get("/don-vi/")
    )
    change = text_of(keeper.get(reverse("org:change", args=[country["anh-duong"].public_id])))
    assert "Ghi bổ sung: ngày 01/10/2026 đã điền sẵn" in change
    assert change.count('value="01/10/2026"') >= 2
    choose(keeper, EVE.isoformat())
    assert "Chuyển trực thuộc" not in text_of(keeper.get(unit_url(country, "anh-duong")))
    officer = client_of("can-bo-thi-dua", "tu-liem")
    new = reverse("campaigns:new")
    assert new in text_of(officer.get("/ke-hoach/"))
    choose(officer, "01/10/2026")
    assert new not in text_of(officer.get("/ke-hoach/"))


# figures


@pytest.fixture
def filed(country):
    """Ánh Dương reported 5 in 2026 under Từ Liêm, Cầu Diễn 7 in the first quarter of 2025."""
    install_indicators(actor=SYSTEM)
    pk = indicators_by_code(["doi-thoai"])["doi-thoai"].pk
    for slug, first, until, value in (
        ("anh-duong", date(2026, 1, 1), date(2026, 2, 1), 5),
        ("cau-dien", date(2025, 1, 1), date(2025, 4, 1), 7),
        ("hoa-sen", date(2026, 1, 1), date(2026, 2, 1), 3),
    ):
        record_facts(
            unit_id=country[slug].pk,
            sector="",
            starts_on=first,
            until=until,
            stage="sent",
            values={pk: value},
            source_type="report",
            source_id=f"bc_{slug}",
            source_version=1,
        )
    fold_pending()
    return country


def test_no_figure_of_the_past_has_changed(filed, leader_page):
    pages = [text_of(leader_page.get(f"/so-lieu/?ngay={day}")) for day in (EVE, REFORM)]
    for page in pages:
        assert "Năm 2025" in page
        assert ">7<span" in page
        assert "Quý III/2025" not in page
        assert "Quý IV/2025" not in page
    assert "6 tháng đầu năm 2025" in pages[0]
    assert "Quý IV/2026" in text_of(leader_page.get("/so-lieu/?ngay=hom-nay"))
    eve = text_of(leader_page.get(f"{figure_url(filed, 'ha-noi')}?ngay={EVE}"))
    assert f'href="{figure_url(filed, "nam-tu-liem")}?' in eve


def test_the_switch_shows_todays_tree_and_is_carried_along(filed, admin, leader_page, client_of):
    services.place_unit(
        actor=admin,
        unit_id=filed["anh-duong"].public_id,
        parent_id=filed["hue"].public_id,
        line="main",
        on=date(2026, 11, 1),
    )
    hue = client_of("lanh-dao", "hue")
    as_filed = text_of(leader_page.get("/so-lieu/"))
    today = text_of(leader_page.get("/so-lieu/?theo=hom-nay"))
    assert ">8<span" in as_filed
    assert ">3<span" in today
    assert ">8<span" not in today
    assert "&amp;theo=hom-nay" in today
    assert ">5<span" not in text_of(hue.get("/so-lieu/"))
    assert ">5<span" in text_of(hue.get("/so-lieu/?theo=hom-nay"))
    opened = text_of(hue.get(figure_url(filed, "hue") + "?theo=hom-nay"))
    assert "CĐCS Công ty Ánh Dương" in opened
    assert (
        f"{figure_url(filed, 'anh-duong')}?tu=2026-01-01&amp;den=2027-01-01&amp;theo=hom-nay"
        in (opened)
    )
    assert 'href="/so-lieu/?theo=hom-nay"' in opened


def test_an_ended_unit_stands_under_its_keeper_in_todays_tree(filed, leader_page):
    page = text_of(
        leader_page.get(figure_url(filed, "ha-noi") + "?tu=2025-01-01&den=2026-01-01&theo=hom-nay")
    )
    assert "LĐLĐ quận Nam Từ Liêm</a>" in page
    assert "Đã kết thúc hoạt động" in page
    assert "không xếp được" not in page


def test_the_side_line_is_said_to_be_part_of_the_figure(filed, leader_page, client_of):
    trade = client_of("lanh-dao", "giao-duc-hn")
    for theo in ("", "?theo=hom-nay"):
        assert "trong đó (theo ngành) 3" in text_of(trade.get(f"/so-lieu/{theo}"))
        assert "trong đó (theo ngành)" not in text_of(leader_page.get(f"/so-lieu/{theo}"))
        page = text_of(trade.get(figure_url(filed, "giao-duc-hn") + theo))
        assert "Trong đó, theo tuyến ngành" in page
        assert "CĐCS Trường Mầm non Hoa Sen" in page


# the chain, and the cost


@pytest.mark.parametrize("day", ["2025-06-30", "2026-06-01", "2027-01-01"])
def test_pages_keep_to_their_queries_on_any_day(filed, leader_page, keeper, day):
    pages = [unit_url(filed, slug) for slug in ("ha-noi", "tu-liem", "cau-dien", "hoa-sen")]
    pages += ["/don-vi/", "/don-vi/?tim=cong", "/so-lieu/", figure_url(filed, "ha-noi")]
    pages += [figure_url(filed, "ha-noi") + "?theo=hom-nay", "/ke-hoach/", "/bao-cao/", "/"]
    choose(leader_page, day)
    for page in pages:
        leader_page.get(page)
        with CaptureQueriesContext(connection) as captured:
            assert leader_page.get(page).status_code == 200, page
        assert len(captured) <= MOST_QUERIES, page
