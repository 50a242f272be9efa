"""The progress of a plan: what stands in each chart, who sees it, what the workbook holds."""

import io
from datetime import date

import openpyxl
import pytest
from django.db import connection
from tests.apps.campaigns.cascade import boss, launched

from thidua.apps.campaigns.services.targets import set_targets
from thidua.apps.figures.enums import Stage
from thidua.apps.figures.queries import indicators_by_code
from thidua.apps.figures.services import install_indicators
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.figures.services.ledger import record_facts
from thidua.base.actor import SYSTEM

SENT, ACCEPTED = Stage.SENT, Stage.ACCEPTED
# For each unit by month what it sent, and how much of it was accepted.
FIGURES = {
    "anh-duong": {1: (3, 3), 7: (5, 0)},
    "binh-minh": {1: (1, 1), 2: (9, 9)},
}
SECTORS = {"anh-duong": "doanh-nghiep", "binh-minh": "hanh-chinh-su-nghiep"}


def text_of(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def indicator(country):
    install_indicators(actor=SYSTEM)
    return indicators_by_code(["sang-kien"])["sang-kien"]


def say(country, indicator, unit, source, span, sent, accepted=0):
    for stage, value in ((SENT, sent), (ACCEPTED, accepted)):
        record_facts(
            unit_id=country[unit].pk,
            sector=SECTORS.get(unit, ""),
            starts_on=span[0],
            until=span[1],
            stage=stage,
            values={indicator.pk: value},
            source_type="report",
            source_id=source,
            source_version=1,
        )
    if connection.vendor != "sqlite":
        fold_pending()


@pytest.fixture
def plan(country, indicator):
    campaign = launched(country, "tu-liem")
    for unit, value in (("tu-liem", 20), ("anh-duong", 8), ("binh-minh", 10)):
        set_targets(
            actor=boss(country, "tu-liem"),
            campaign_id=campaign.public_id,
            unit_id=country[unit].public_id,
            values={"sang-kien": value},
        )
    for unit, months in FIGURES.items():
        for month, (sent, accepted) in months.items():
            span = date(2026, month, 1), date(2026, month + 1, 1)
            say(country, indicator, unit, f"{unit}-{month}", span, sent, accepted)
    return campaign


def page(client, plan, tail=""):
    return client.get(f"/ke-hoach/{plan.public_id}/tien-do/{tail}")


def test_each_view_adds_up_to_the_figure(plan, client_of):
    progress = page(client_of("can-bo-thi-dua", "tu-liem"), plan).context["progress"]

    assert (progress.figure.sent, progress.figure.accepted) == (18, 13)
    months = [point.value for point in progress.by_month.points]
    assert months == [4, 9, 0, 0, 0, 0, 5, 0, 0, 0, 0, None]
    assert [point.value for point in progress.reached.points][:7] == [4, 13, 13, 13, 13, 13, 18]
    assert [(line.value, line.accepted) for line in progress.phases] == [(13, 13), (5, 0)]
    assert {name: sum(p.value or 0 for p in s.points) for name, s in progress.sectors} == {
        "Doanh nghiệp": 8,
        "Hành chính, sự nghiệp": 10,
    }
    assert [(line.value, line.target) for line in progress.units] == [(10, 10), (8, 8), (0, None)]
    assert not progress.beside
    assert progress.not_by_month == 0


def test_what_was_said_for_a_longer_time_is_named_not_spread(country, plan, indicator, client_of):
    say(country, indicator, "anh-duong", "quy", (date(2026, 4, 1), date(2026, 7, 1)), 6)
    client = client_of("can-bo-thi-dua", "tu-liem")

    answer = page(client, plan)

    assert answer.context["progress"].not_by_month == 6
    assert answer.context["progress"].reached.points[5].value == 19
    assert "Còn 6 thuộc báo cáo của kỳ dài hơn" in text_of(answer)


def test_what_the_listed_units_did_not_bring_is_named(country, plan, indicator, client_of):
    say(country, indicator, "tu-liem", "own", (date(2026, 3, 1), date(2026, 4, 1)), 2, 2)

    answer = page(client_of("lanh-dao", "tu-liem"), plan)

    assert answer.context["progress"].beside.sent == 2
    assert "Còn 2 (đã duyệt 2) của chính đơn vị" in text_of(answer)


@pytest.mark.parametrize("asked", ["?noi-dung=khong-co", "?noi-dung=", "?noi-dung=%00"])
def test_an_odd_choice_shows_the_first_target(plan, client_of, asked):
    answer = page(client_of("can-bo-thi-dua", "tu-liem"), plan, asked)

    assert answer.context["chosen"].indicator.code == "sang-kien"


def test_without_a_target_the_page_says_what_to_do(country, indicator, client_of):
    campaign = launched(country, "ha-noi")

    answer = page(client_of("lanh-dao", "ha-noi"), campaign)

    assert "Chưa có chỉ tiêu" in text_of(answer)
    assert "Đặt chỉ tiêu của đơn vị" in text_of(answer)
    assert page(client_of("lanh-dao", "ha-noi"), campaign, "excel/").status_code == 404


def test_the_workbook_has_the_same_numbers_with_denominator_and_day(plan, client_of):
    answer = page(client_of("can-bo-thi-dua", "tu-liem"), plan, "excel/")

    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["Đơn vị", "Đợt", "Thời gian", "Khối"]
    units = list(book["Đơn vị"].iter_rows(values_only=True))
    assert units[1][0] == "Sáng kiến được công nhận (sáng kiến), tính đến hết ngày 22/11/2026"
    assert units[3][1:] == ("Toàn đơn vị", 18, 13, 20, "90,0 %")
    assert sum(row[2] for row in units[4:]) == 18
    months = list(book["Thời gian"].iter_rows(min_row=4, values_only=True))
    assert months[6][1:] == ("Tháng 7/2026", 5, 0, 18, "90,0 %")
    assert months[11][2] is None
