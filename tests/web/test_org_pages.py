"""Pages of units: who may open them, what they show, what they do, how many queries they take."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from thidua.apps.org import queries, services
from thidua.base.actor import SYSTEM
from thidua.base.models import AuditEvent

MOST_QUERIES = 12
ACTS = ("found", "change", "move", "end")


def url(name, country, slug):
    return reverse(f"org:{name}", args=[country[slug].public_id])


def text_of(response):
    return " ".join(response.content.decode().split())


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.fixture
def keeper(country, client_of):
    return client_of("quan-tri", "tld")


@pytest.fixture
def leader_page(country, client_of):
    return client_of("lanh-dao", "ha-noi")


def test_a_stranger_is_asked_to_sign_in(country, client):
    for name in ("unit", *ACTS):
        answer = client.get(url(name, country, "tu-liem"))
        assert answer.status_code == 302, name
        assert reverse("account_login") in answer["Location"]


@pytest.mark.parametrize(
    ("slug", "status"),
    [("tu-liem", 200), ("hoa-sen", 200), ("tld", 200), ("cau-dien", 200), ("hue", 404)],
)
def test_a_unit_opens_within_view_only(country, leader_page, slug, status):
    assert leader_page.get(url("unit", country, slug)).status_code == status


@pytest.mark.parametrize("name", ACTS)
def test_acts_are_for_those_who_keep_the_list(country, client_of, leader_page, name):
    nearby = client_of("quan-tri", "tu-liem")

    assert leader_page.get(url(name, country, "tu-liem")).status_code == 403
    assert nearby.get(url(name, country, "tu-liem")).status_code == 200
    assert nearby.get(url(name, country, "anh-duong")).status_code == 200
    assert nearby.get(url(name, country, "ha-noi")).status_code == 404
    assert nearby.get(url(name, country, "hue")).status_code == 404


def test_the_list_shows_direct_units_and_offers_what_one_may(country, keeper, leader_page):
    mine = text_of(leader_page.get(reverse("org:list")))
    kept = text_of(keeper.get(reverse("org:list")))

    assert "Công đoàn phường Từ Liêm" in mine
    assert "CĐCS Công ty Ánh Dương" not in mine
    assert url("found", country, "ha-noi") not in mine
    assert url("found", country, "tld") in kept


def test_the_search_covers_all_below_without_accents(country, leader_page):
    page = text_of(leader_page.get(reverse("org:list"), {"tim": "hoa sen"}))
    none = text_of(leader_page.get(reverse("org:list"), {"tim": "sông hương"}))

    assert url("unit", country, "hoa-sen") in page
    assert url("unit", country, "anh-duong") not in page
    assert "Không tìm thấy đơn vị nào" in none


def test_an_ended_unit_says_so(country, leader_page):
    page = text_of(leader_page.get(url("unit", country, "cau-dien")))
    found = text_of(leader_page.get(reverse("org:list"), {"tim": "cau dien"}))

    assert "đến hết ngày 30/06/2025" in page
    assert "Hồ sơ do LĐLĐ quận Nam Từ Liêm giữ" in page
    assert "Đã kết thúc hoạt động" in found


def test_a_unit_page_tells_what_it_is_and_its_life(country, admin, client_of, leader_page):
    services.record_headcount(
        actor=admin,
        unit_id=country["hoa-sen"].public_id,
        on=date(2026, 1, 1),
        members=1234,
        women=1000,
    )
    country.person("chu-tich-cdcs", "hoa-sen")
    page = text_of(leader_page.get(url("unit", country, "hoa-sen")))
    small = text_of(client_of("can-bo-cdcs", "hoa-sen").get(url("unit", country, "hoa-sen")))

    assert "1.234, trong đó nữ 1.000" in page
    assert "Công đoàn Giáo dục Hà Nội" in page
    assert "Chủ tịch công đoàn cơ sở hoa-sen" in page
    assert "Hoạt động với tên CĐCS Trường Mầm non Hoa Sen" in page
    assert "Người giữ vai trò" not in small


def test_who_looks_up_sees_what_a_superior_is_not_what_it_has(country, admin, client_of):
    for slug, members in (("tu-liem", 4321), ("binh-minh", 9753), ("hoa-sen", 77)):
        services.record_headcount(
            actor=admin,
            unit_id=country[slug].public_id,
            on=date(2026, 1, 1),
            members=members,
        )
    below = client_of("chu-tich-cdcs", "hoa-sen")
    above = text_of(below.get(url("unit", country, "tu-liem")))
    found = text_of(below.get(reverse("org:list"), {"tim": "cong doan phuong tu liem"}))
    own = text_of(below.get(url("unit", country, "hoa-sen")))
    beside = text_of(client_of("lanh-dao", "giao-duc").get(url("unit", country, "giao-duc-hn")))

    assert "VN-TU-LIEM" in above
    assert "VN-TU-LIEM" in found
    for secret in ("4.321", "9.753", "CĐCS Công ty Bình Minh"):
        assert secret not in above
        assert secret not in found
    assert "77" in own
    assert "Hoa Sen" not in beside


def test_names_are_escaped(country, admin, leader_page):
    services.rename_unit(
        actor=admin,
        unit_id=country["anh-duong"].public_id,
        name="CĐCS <b>A & B</b>",
        on=date(2026, 1, 1),
    )
    page = leader_page.get(url("unit", country, "anh-duong")).content.decode()

    assert "<b>A" not in page
    assert "&lt;b&gt;A &amp; B" in page


def founding(**changes):
    given = {
        "kind": "cdcs",
        "name": "CĐCS Công ty Mới",
        "short_name": "",
        "code": "MOI-1",
        "sector": "doanh-nghiep",
        "on": "01/01/2026",
        "side": "",
        "basis": "",
        "request_key": "k1",
    }
    return {**given, **changes}


def test_founding_leads_to_the_new_unit(country, keeper):
    address = url("found", country, "tu-liem")
    answer = keeper.post(address, founding(side="giao duc ha noi"))
    again = keeper.post(address, founding(side="giao duc ha noi"))
    [row] = queries.search_units(SYSTEM, "cong ty moi") or queries.search_units(
        country.actor("quan-tri", "tld"), "cong ty moi"
    )

    assert answer["Location"] == again["Location"] == reverse("org:unit", args=[row.public_id])
    assert queries.side_parent_id(row.id) == country["giao-duc-hn"].pk
    assert "Đã thành lập đơn vị" in text_of(keeper.get(answer["Location"]))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"code": "vn-anh-duong"}, "đã cấp cho một đơn vị khác"),
        ({"on": "31/02/2026"}, "không phải là ngày"),
        ({"kind": "nghiep-doan", "side": "khong co that"}, "Không tìm thấy đơn vị đang hoạt động"),
        ({"side": "công ty"}, "Có nhiều đơn vị ứng với"),
        ({"side": "vn-ha-noi"}, "đã là cấp trên theo tuyến trực thuộc"),
        ({"name": "ă" * 201}, "200"),
    ],
)
def test_a_refused_founding_says_why_and_keeps_what_was_typed(country, keeper, changes, says):
    answer = keeper.post(url("found", country, "tu-liem"), founding(**changes))
    page = text_of(answer)

    assert answer.status_code == 422
    assert says in page
    assert 'value="MOI-1"' in page or "vn-anh-duong" in page
    assert queries.search_units(country.actor("quan-tri", "tld"), "cong ty moi") == []


def test_kinds_that_have_ended_or_begun_say_until_or_from_when(country, keeper):
    page = text_of(keeper.get(url("found", country, "ha-noi")))

    assert "thành phố thuộc tỉnh (đến hết ngày 30/06/2025)" in page
    assert "Công đoàn xã, phường, đặc khu (từ ngày 01/07/2025)" in page
    assert "Tổ công đoàn" not in page


def test_name_sector_and_headcount_change_one_by_one(country, keeper):
    address, unit = url("change", country, "anh-duong"), country["anh-duong"]
    keeper.post(
        address,
        {
            "act": "rename",
            "rename-name": "CĐCS Rạng Đông",
            "rename-on": "1/3/2026",
            "rename-basis": "",
        },
    )
    keeper.post(address, {"act": "sector", "sector-sector": "doanh-nghiep"})
    keeper.post(
        address,
        {"act": "headcount", "headcount-members": "1.250", "headcount-on": "01/03/2026"},
    )

    assert queries.name_of(unit.pk) == "CĐCS Rạng Đông"
    assert queries.unit_row(unit.pk).sector == "doanh-nghiep"
    assert queries.count_of(unit.pk).members == 1250


def test_a_wrong_headcount_stays_on_its_form(country, keeper):
    answer = keeper.post(
        url("change", country, "anh-duong"),
        {
            "act": "headcount",
            "headcount-members": "10",
            "headcount-women": "11",
            "headcount-on": "01/03/2026",
        },
    )

    assert answer.status_code == 422
    assert "lớn hơn số đoàn viên" in text_of(answer)
    assert keeper.post(url("change", country, "anh-duong"), {"act": "khac"}).status_code == 200


def test_moving_and_the_side_line(country, keeper):
    address, unit = url("move", country, "anh-duong"), country["anh-duong"].pk
    keeper.post(
        address,
        {"act": "main", "main-parent": "vn-giao-duc-hn", "main-on": "01/03/2026", "main-basis": ""},
    )
    assert queries.main_parent_id(unit) == country["giao-duc-hn"].pk
    keeper.post(address, {"act": "side", "side-parent": "vn-tu-liem", "side-on": "01/04/2026"})
    assert queries.side_parent_id(unit) == country["tu-liem"].pk
    keeper.post(address, {"act": "side", "side-parent": "", "side-on": "01/05/2026"})
    assert queries.side_parent_id(unit) is None
    refused = keeper.post(
        address, {"act": "main", "main-parent": "vn-giao-duc-hn", "main-on": "01/06/2026"}
    )

    assert refused.status_code == 422
    assert "không có gì thay đổi" in text_of(refused)


def test_the_end_is_explained_before_it_is_asked_for(country, keeper):
    country.person("chu-tich-cdcs", "anh-duong")
    page = text_of(keeper.get(url("end", country, "anh-duong")))
    blocked = text_of(keeper.get(url("end", country, "tu-liem")))

    assert "1 phân công thôi từ ngày hôm sau" in page
    assert "Ghi kết thúc hoạt động" in page
    assert "Còn 3 đơn vị trực thuộc" in blocked
    assert "Ghi kết thúc hoạt động" not in blocked


def test_ending_takes_the_last_day_and_the_heir(country, keeper):
    unit = country["anh-duong"].pk
    answer = keeper.post(
        url("end", country, "anh-duong"),
        {"last_day": "30/11/2026", "heir": "binh minh", "basis": "QĐ 9", "request_key": "e"},
    )

    assert answer.status_code == 302
    assert queries.last_living_day(unit) == date(2026, 11, 30)
    assert queries.record_keeper_id(unit, date(2026, 12, 1)) == country["binh-minh"].pk
    assert AuditEvent.objects.latest("id").operation == "end_unit"
    assert "đã được ghi hoạt động đến hết ngày 30/11/2026" in text_of(
        keeper.get(url("end", country, "anh-duong"))
    )


def test_a_long_list_turns_its_pages(country, keeper):
    for number in range(51):
        services.found_unit(
            actor=SYSTEM,
            parent_id=country["hue"].public_id,
            kind="cdcs",
            name=f"CĐCS số {number}",
            code=f"H-{number}",
            on=date(2026, 1, 1),
        )
    first = text_of(keeper.get(url("unit", country, "hue")))
    second = text_of(keeper.get(url("unit", country, "hue"), {"page": "2"}))
    odd = keeper.get(url("unit", country, "hue"), {"page": "-9"})

    assert "CĐCS số 48<" in first
    assert "CĐCS số 50<" not in first
    assert "page=2" in first
    assert "CĐCS số 50<" in second
    assert odd.status_code == 200


@pytest.mark.parametrize(
    ("role", "slug"), [("quan-tri", "tld"), ("lanh-dao", "ha-noi"), ("chu-tich-cdcs", "hoa-sen")]
)
def test_every_page_keeps_to_its_queries_with_one_row_and_three(country, client_of, role, slug):
    client = client_of(role, slug)
    pages = [reverse("org:list"), f"{reverse('org:list')}?tim=cong", url("unit", country, slug)]
    one = [queries_of(client, page) for page in pages]
    for number in range(3):
        unit = services.found_unit(
            actor=SYSTEM,
            parent_id=country[slug].public_id,
            kind="to-cong-doan" if slug == "hoa-sen" else "cd-tap-doan",
            name=f"Công đoàn thêm {number}",
            code=f"T-{number}",
            on=date(2026, 1, 1),
        )
        services.place_unit(
            actor=SYSTEM,
            unit_id=country["hoa-sen"].public_id,
            parent_id=country["giao-duc-hn"].public_id if number % 2 else None,
            line="side",
            on=date(2026, 2 + number, 1),
        )
        assert queries.unit_by_public_id(unit)
    three = [queries_of(client, page) for page in pages]

    assert three == one
    assert max(three) <= MOST_QUERIES


@pytest.mark.parametrize("name", ACTS)
def test_acting_pages_keep_to_their_queries(country, keeper, name):
    assert queries_of(keeper, url(name, country, "hoa-sen")) <= MOST_QUERIES
