"""Hà Nội on 30/6/2025 and on 1/7/2025: the district leaves the tree, its records still open."""

import pytest
from playwright.sync_api import expect
from tests.e2e.visiting import CITY_LEADER

DISTRICT = "Liên đoàn Lao động quận Nam Từ Liêm"
WARD = "Công đoàn phường Cầu Diễn"


@pytest.fixture
def leader(visit, house):
    leader = visit(house)
    leader.enter(CITY_LEADER)
    leader.open("/don-vi/")
    return leader


def look_at(leader, day):
    """Choose a day in the page's head, as a person does."""
    leader.page.locator(".as-of summary").click()
    leader.page.get_by_label("Ngày", exact=True).fill(day)
    leader.press("Xem", within=leader.page.locator(".as-of"))
    expect(leader.page.get_by_text(f"Đang xem tại ngày {day}")).to_be_visible()


def test_the_district_stands_on_its_last_day_and_is_gone_on_the_next(leader):
    look_at(leader, "30/06/2025")
    leader.follow(DISTRICT)
    leader.sees("Đơn vị hoạt động đến hết ngày 30/06/2025.")
    leader.follow(WARD)
    leader.heading(WARD)

    leader.open("/don-vi/")
    look_at(leader, "01/07/2025")
    expect(leader.page.get_by_role("link", name=DISTRICT)).to_have_count(0)

    leader.follow("Về hôm nay")
    expect(leader.page.get_by_text("Đang xem tại ngày")).to_have_count(0)


def test_a_union_that_has_ended_still_opens_and_tells_its_life(leader):
    look_at(leader, "30/06/2025")
    leader.follow(DISTRICT)
    leader.follow(WARD)
    leader.follow("Về hôm nay")

    expect(leader.page.get_by_text("Đang xem tại ngày")).to_have_count(0)
    leader.sees("đã kết thúc hoạt động")
    leader.sees("Kết thúc hoạt động; hồ sơ do")


def test_figures_as_filed_and_as_organised_today_have_the_same_sum(leader):
    leader.open("/so-lieu/")
    filed = leader.page.get_by_role("link", name="119").first
    expect(filed).to_be_visible()
    leader.follow("Theo tổ chức hôm nay")
    expect(leader.page.get_by_role("link", name="119").first).to_be_visible()
