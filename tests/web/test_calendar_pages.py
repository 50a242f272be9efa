"""The calendar: what runs, what happens day by day, and the load on one chair."""

from datetime import date

import pytest
from tests.apps.campaigns.cascade import boss, given, launched
from tests.apps.conferences.stage import planned
from tests.web.test_plan_rows import text_of

from thidua.apps.figures.services import install_indicators
from thidua.apps.reporting.services import Asked, open_period
from thidua.base.actor import SYSTEM
from thidua.domain.plan_draft import (
    CommemorationDraft,
    MilestoneDraft,
    PeakDraft,
    PhaseDraft,
)

CALENDAR = "/ke-hoach/lich/"
PHASES = (PhaseDraft(date(2026, 1, 1), date(2026, 6, 30)),)


@pytest.fixture
def busy(country):
    """The ward's plan with its parts, answered by Ánh Dương; a report is due in November."""
    install_indicators(actor=SYSTEM)
    parts = {
        "peaks": (PeakDraft("Cao điểm tháng 6", date(2026, 6, 10), date(2026, 7, 20)),),
        "milestones": (MilestoneDraft("Sơ kết", date(2026, 6, 20)),),
        "commemorations": (CommemorationDraft("thanh-lap-cong-doan"),),
    }
    plan = launched(country, "tu-liem", due_on=date(2026, 12, 5), **parts)
    answer = launched(country, "anh-duong", plan)
    open_period(
        actor=boss(country, "tu-liem"),
        first_day=date(2026, 10, 1),
        last_day=date(2026, 10, 31),
        due_on=date(2026, 11, 5),
        asked=(Asked("sang-kien"),),
    )
    return plan, answer


def load_of(page, month):
    return next(load for load in page.context["months"] if load.month == month)


def test_a_chair_sees_what_falls_due_in_each_month(country, client_of, busy):
    page = client_of("chu-tich-cdcs", "anh-duong").get(f"{CALENDAR}?nam=2026")

    june, november, december = (load_of(page, month) for month in (6, 11, 12))
    assert (june.plans, june.ends, june.total) == (2, 1, 1)  # only its own đợt is its work
    assert (november.reports, november.total) == (1, 1)
    assert (december.answers, december.ends, december.total) == (1, 1, 2)


def test_a_month_is_told_day_by_day(country, client_of, busy):
    text = text_of(client_of("chu-tich-cdcs", "anh-duong").get(f"{CALENDAR}?nam=2026&thang=7"))

    for words in ("Hết cao điểm: Cao điểm tháng 6", "97 năm Ngày thành lập Công đoàn Việt Nam"):
        assert words in text
    assert "Sơ kết" not in text


def test_a_superior_looks_at_the_load_on_one_chair(country, client_of, busy):
    key = country["anh-duong"].public_id
    page = client_of("lanh-dao", "tu-liem").get(f"{CALENDAR}?nam=2026&don-vi={key}")

    assert page.context["unit_name"] == "CĐCS Công ty Ánh Dương"
    assert load_of(page, 12).total == 2
    assert key in dict(page.context["units"])


@pytest.mark.parametrize(("role", "slug"), [("chu-tich-cdcs", "binh-minh"), ("lanh-dao", "hue")])
def test_nobody_looks_beside(country, client_of, busy, role, slug):
    key = country["anh-duong"].public_id

    assert client_of(role, slug).get(f"{CALENDAR}?don-vi={key}").status_code == 404


@pytest.mark.parametrize("query", ["?nam=x", "?nam=99999", "?thang=13", "?thang=²", ""])
def test_a_wrong_address_shows_this_year(country, client_of, query):
    page = client_of("chu-tich-cdcs", "anh-duong").get(CALENDAR + query)

    assert (page.status_code, page.context["year"], page.context["month"]) == (200, 2026, None)


def test_a_conference_stands_on_its_day_and_counts_as_work(client_of, officer):
    planned(officer, on_day=date(2026, 12, 4))
    client = client_of("can-bo-thi-dua", "tu-liem")

    page = client.get(f"{CALENDAR}?nam=2026")

    december = load_of(page, 12)
    assert (december.meetings, december.total) == (1, 1)
    assert "Hội nghị phát động thi đua năm 2026" in text_of(page)


def test_a_conference_elsewhere_is_no_work_of_the_unit(client_of, officer):
    planned(officer, on_day=date(2026, 12, 4))

    page = client_of("chu-tich-cdcs", "anh-duong").get(f"{CALENDAR}?nam=2026")

    assert load_of(page, 12).total == 0


def test_a_plan_without_end_runs_on(country, client_of):
    launched(country, "anh-duong", last_day=None, end_event="Đại hội XIV", phases=PHASES)

    page = client_of("chu-tich-cdcs", "anh-duong").get(f"{CALENDAR}?nam=2027&thang=3")

    assert "đến khi kết thúc Đại hội XIV" in text_of(page)


@pytest.mark.parametrize("count", [1, 3])
def test_the_calendar_costs_the_same_with_one_and_three(
    country, client_of, django_assert_num_queries, busy, count
):
    client = client_of("chu-tich-cdcs", "binh-minh")
    plan, _answer = busy
    for number in range(count):
        launched(country, "binh-minh", number=f"{number}/KH-CĐ")
    assert given(plan, country, "binh-minh")
    client.get(CALENDAR)

    with django_assert_num_queries(9):
        assert client.get(CALENDAR).status_code == 200
