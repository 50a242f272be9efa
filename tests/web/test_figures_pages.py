"""Pages of figures: totals of a unit, a figure opened down to the report, who may, query counts."""

# ruff: noqa: F401, F811 - fixtures come by import

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.apps.reporting.stage import ASKED, draft, indicators, november, send, sent

from thidua.apps.figures.services import install_indicators
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.reporting.models import Report
from thidua.apps.reporting.services import Asked, accept_report, open_period, start_report
from thidua.base.actor import SYSTEM

MOST_QUERIES = 12
YEAR = "?tu=2026-01-01&den=2027-01-01"


def text_of(response):
    return " ".join(response.content.decode().split())


def open_url(country, slug, code="doi-thoai", query=YEAR):
    return f"/so-lieu/{country[slug].public_id}/{code}/{query}"


def report_of(country, slug, period, value):
    chair = country.actor("chu-tich-cdcs", slug)
    report = Report.objects.get(public_id=start_report(actor=chair, period_id=period))
    send(report, chair, **{"doi-thoai": value, "suat-qua": 0})
    fold_pending()
    return report


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_the_overview_shows_the_quarter_and_the_year(country, client_of, sent):
    fold_pending()
    page = text_of(client_of("lanh-dao", "ha-noi").get("/so-lieu/"))
    assert "Quý IV/2026" in page
    assert page.count(">3<span") == 2
    assert "đã duyệt 0" in page
    assert ">3<span" not in text_of(client_of("lanh-dao", "hue").get("/so-lieu/"))


def test_the_overview_folds_away_what_is_nothing_all_year(country, client_of, sent):
    fold_pending()
    page = client_of("lanh-dao", "ha-noi").get("/so-lieu/").content.decode()
    table, folded = (
        page[page.index("<table") : page.index("</table>")],
        page[page.index("</table>") :],
    )
    assert "Đối thoại tại nơi làm việc" in table
    assert "Suất quà" not in table
    assert "nội dung chưa có số liệu trong năm" in folded
    assert "Suất quà trao đoàn viên, người lao động</a>" in folded
    empty = text_of(client_of("lanh-dao", "ha-noi").get("/so-lieu/?nam=2024"))
    assert "<table" not in empty
    assert "Năm 2024 chưa có số liệu" in empty
    assert "Đối thoại tại nơi làm việc</a>" in empty


def test_a_part_stands_under_its_whole_in_the_overview(country, client_of, officer, indicators):
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    asked = tuple(
        Asked(code, required=False, evidence="none")
        for code in ("cong-nhan-gioi", "cong-nhan-gioi-thanh-pho", "doi-thoai")
    )
    period = open_period(actor=officer, first_day=first, last_day=last, due_on=last, asked=asked)
    chair = country.actor("chu-tich-cdcs", "anh-duong")
    report = Report.objects.get(public_id=start_report(actor=chair, period_id=period))
    send(report, chair, **{"cong-nhan-gioi": 3, "cong-nhan-gioi-thanh-pho": 1})
    fold_pending()
    page = text_of(client_of("lanh-dao", "ha-noi").get("/so-lieu/"))
    whole, part = (
        "Công nhân giỏi được biểu dương",
        '<span class="part">trong đó cấp Thành phố</span>',
    )
    assert 0 < page.index(whole) < page.index(part) < page.index("</table>")
    assert "Công nhân giỏi cấp Thành phố <span" not in page


def test_a_year_long_ago_leads_back_to_this_one(country, client_of, sent):
    page = text_of(client_of("lanh-dao", "ha-noi").get("/so-lieu/?nam=2022"))
    for year in (2026, 2023, 2021):
        assert f'href="?nam={year}"' in page


def test_a_figure_opens_down_to_the_report(country, client_of, sent, officer, november):
    report_of(country, "binh-minh", november, 1000)
    accept_report(actor=officer, report_id=sent.public_id)
    fold_pending()
    client = client_of("lanh-dao", "ha-noi")
    top = text_of(client.get(open_url(country, "ha-noi")))
    assert "1.003" in top
    assert country["tu-liem"].public_id in top
    middle = text_of(client.get(open_url(country, "tu-liem")))
    assert middle.index("Bình Minh") < middle.index("Ánh Dương")
    leaf = text_of(client.get(open_url(country, "anh-duong")))
    assert f"/bao-cao/{sent.public_id}/#row-doi-thoai" in leaf
    assert "Báo cáo tháng 11/2026" in leaf
    assert client.get(f"/bao-cao/{sent.public_id}/").status_code == 200


def test_what_came_along_the_side_line_stands_apart(country, client_of, november):
    report_of(country, "hoa-sen", november, 7)
    page = text_of(client_of("lanh-dao", "giao-duc-hn").get(open_url(country, "giao-duc-hn")))
    assert "theo tuyến ngành" in page
    assert "CĐCS Trường Mầm non Hoa Sen" in page
    city = text_of(client_of("lanh-dao", "ha-noi").get(open_url(country, "ha-noi")))
    assert "theo tuyến ngành" not in city
    assert "không xếp được" not in city


def test_a_figure_without_rows_says_why(country, client_of):
    install_indicators(actor=SYSTEM)
    page = text_of(client_of("chu-tich-cdcs", "anh-duong").get(open_url(country, "anh-duong")))
    assert "Chưa có báo cáo nào đã gửi nằm trọn trong kỳ này" in page


@pytest.mark.parametrize("query", ["", "?tu=x&den=y", "?tu=2027-01-01&den=2026-01-01"])
def test_odd_days_in_the_address_mean_this_year(country, client_of, sent, query):
    address = open_url(country, "anh-duong", query=query)
    assert "Năm 2026" in text_of(client_of("chu-tich-cdcs", "anh-duong").get(address))


def test_figures_open_within_reach_only(country, client_of, client, sent):
    assert client.get("/so-lieu/").status_code == 302
    for role, slug, target, status in (
        ("chu-tich-cdcs", "anh-duong", "anh-duong", 200),
        ("chu-tich-cdcs", "anh-duong", "tu-liem", 404),
        ("chu-tich-cdcs", "anh-duong", "binh-minh", 404),
        ("can-bo-thi-dua", "tu-liem", "ha-noi", 404),
        ("lanh-dao", "ha-noi", "nam-tu-liem", 200),
        ("lanh-dao", "hue", "anh-duong", 404),
        ("quan-tri", "tld", "anh-duong", 403),
    ):
        answer = client_of(role, slug).get(open_url(country, target))
        assert answer.status_code == status, (role, slug, target)
    assert client_of("lanh-dao", "ha-noi").get(open_url(country, "ha-noi", "la")).status_code == 404


@pytest.mark.parametrize(
    ("role", "slug", "page", "count"),
    [
        ("chu-tich-cdcs", "anh-duong", "overview", 6),
        ("lanh-dao", "ha-noi", "overview", 6),
        ("chu-tich-cdcs", "anh-duong", "open", 10),
        ("can-bo-thi-dua", "tu-liem", "open", 9),
        ("lanh-dao", "giao-duc-hn", "open", 10),
    ],
)
def test_pages_take_the_same_few_queries_with_any_number_of_rows(
    role, slug, page, count, country, client_of, officer, sent, november
):
    report_of(country, "hoa-sen", november, 7)
    address = "/so-lieu/" if page == "overview" else open_url(country, slug)
    client = client_of(role, slug)
    assert queries_of(client, address) == count <= MOST_QUERIES
    report_of(country, "binh-minh", november, 1)
    for month in (9, 10):
        day = date(2026, month, 1)
        period = open_period(actor=officer, first_day=day, last_day=day, due_on=day, asked=ASKED)
        for chair in ("anh-duong", "binh-minh", "hoa-sen"):
            report_of(country, chair, period, month)
    assert queries_of(client, address) == count
