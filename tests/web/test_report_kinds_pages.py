"""Pages of reports that show what others gave: counted rows, places, parts, units below, receiving."""

# ruff: noqa: F401, F811 - fixtures come by import

import re
from datetime import date

import pytest
from tests.apps.reporting.stage import ASKED, draft, indicators, november, send, sent
from tests.web.test_reporting_pages import (
    MOST_QUERIES,
    TYPED,
    fill_url,
    office,
    phone,
    post,
    queries_of,
    text_of,
)

from thidua.apps.figures.models import Indicator
from thidua.apps.figures.services.derived import Counted, record_derived
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.reporting.models import Report
from thidua.apps.reporting.services import Asked, open_period, start_report
from thidua.base import clock


@pytest.fixture
def with_initiatives(indicators, officer, chair, country):
    """November also asks for confirmed initiatives, which are counted; there are three."""
    Indicator.objects.filter(code="sang-kien").update(source="derived", counted_as="đã xác nhận")
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    period = open_period(
        actor=officer,
        first_day=first,
        last_day=last,
        due_on=last,
        asked=(*ASKED, Asked("sang-kien")),
    )
    count_initiatives(country, 1, 2, 3)
    return period


def count_initiatives(country, *numbers):
    pk = Indicator.objects.get(code="sang-kien").pk
    unit, day = country["anh-duong"].pk, date(2026, 11, 18)
    rows = [Counted(f"sk_{n}", 1, unit, "", day, {pk: 1}) for n in numbers]
    record_derived("initiative", rows)


def test_what_is_counted_elsewhere_is_there_and_opens(phone, with_initiatives, country):
    page = text_of(phone.get(fill_url(with_initiatives)))
    assert "3 sáng kiến đã xác nhận" in page
    assert 'name="v-sang-kien"' not in page
    answer = post(phone, with_initiatives, **TYPED)
    assert "3 sáng kiến đã xác nhận" in text_of(phone.get(answer["Location"]))
    opened = f"/so-lieu/{country['anh-duong'].public_id}/sang-kien/?tu=2026-11-01&den=2026-12-01"
    behind = text_of(phone.get(opened))
    assert behind.count("18/11/2026") >= 3


def test_what_came_after_the_acceptance_is_accepted_by_one_press(
    phone, office, with_initiatives, country
):
    location = post(phone, with_initiatives, **TYPED)["Location"]
    office.post(f"{location}duyet/", {})
    assert "Bổ sung sau khi duyệt" not in text_of(office.get(location))
    count_initiatives(country, 4)
    page = text_of(office.get(location))
    assert "khi gửi 3, nay 4, đã duyệt 3" in page
    assert "Duyệt phần bổ sung" in page
    assert "Duyệt phần bổ sung" not in text_of(phone.get(location))
    assert office.post(f"{location}duyet-bo-sung/").status_code == 302
    assert "khi gửi 3, nay 4, đã duyệt 4" in text_of(office.get(location))
    assert office.post(f"{location}duyet-bo-sung/").status_code == 409


def test_what_came_afterwards_is_accepted_with_the_next_report(
    phone, office, with_initiatives, officer, country
):
    november = post(phone, with_initiatives, **TYPED)["Location"]
    office.post(f"{november}duyet/", {})
    first, last = date(2026, 12, 1), date(2026, 12, 31)
    december = open_period(
        actor=officer, first_day=first, last_day=last, due_on=last, asked=(*ASKED,)
    )
    with clock.pinned(date(2026, 12, 28)):
        following = post(phone, december, **TYPED)["Location"]
        count_initiatives(country, 4)
        assert "của các báo cáo trước, nếu có, được duyệt luôn" in text_of(office.get(following))
        answer = office.post(f"{following}duyet/", {}, follow=True)
        assert "Đã duyệt cả phần bổ sung của Báo cáo tháng 11/2026." in text_of(answer)
        assert "khi gửi 3, nay 4, đã duyệt 4" in text_of(office.get(november))


def test_two_periods_of_one_name_say_who_reports(office, officer, november):
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    asked = (Asked("kinh-phi-khen-thuong", required=False, evidence="none"),)
    own = open_period(
        actor=officer, first_day=first, last_day=last, due_on=last, asks="own", asked=asked
    )
    whose = "Chính đơn vị, kết quả của cấp mình"
    assert text_of(office.get("/bao-cao/")).count(whose) == 1
    assert f"Báo cáo tháng 11/2026 – {whose}</option>" in text_of(
        office.get(f"/bao-cao/ky/{november}/")
    )
    assert f"<span>{whose}</span>" in text_of(office.get(f"/bao-cao/ky/{own}/"))


def test_a_board_that_is_whole_counts_no_days(office, officer, country, indicators):
    first, last = date(2026, 10, 1), date(2026, 10, 31)
    october = open_period(actor=officer, first_day=first, last_day=last, due_on=last, asked=ASKED)
    late = "hết ngày 31/10/2026 (quá hạn 22 ngày)"
    assert late in text_of(office.get(f"/bao-cao/ky/{october}/"))
    for slug in ("anh-duong", "binh-minh", "hoa-sen"):
        chair = country.actor("chu-tich-cdcs", slug)
        report = Report.objects.get(public_id=start_report(actor=chair, period_id=october))
        send(report, chair, **{"doi-thoai": 1, "suat-qua": 0})
    page = text_of(office.get(f"/bao-cao/ky/{october}/"))
    assert "hết ngày 31/10/2026</span>" in page
    assert "quá hạn" not in page


def test_the_sender_is_told_who_has_it_and_an_open_page_takes_it_in(phone, office, november):
    answer = post(phone, november, **TYPED)
    page = text_of(phone.get(answer["Location"]))
    assert re.search(r"Đã gửi \d\d:\d\d, Công đoàn phường Từ Liêm đã nhận\.", page)
    location = answer["Location"]
    assert "tiep-nhan/" not in page
    opened = text_of(office.get(location))
    assert 'hx-trigger="load, submit"' in opened
    taken = office.post(f"{location}tiep-nhan/", headers={"HX-Request": "true"})
    assert "tiếp nhận lúc" in text_of(taken)
    again = office.post(f"{location}tiep-nhan/")
    assert again["Location"] == location
    page = text_of(phone.get(location))
    assert "Đã tiếp nhận" in page
    assert "Cán bộ phụ trách thi đua tu-liem tiếp nhận lúc" in page
    assert "tiep-nhan/" not in text_of(office.get(location))


def test_each_figure_says_where_it_counts_and_that_it_counts_once(phone, november, officer):
    asked = (Asked("doi-thoai"),)
    first, last = date(2026, 10, 1), date(2026, 12, 31)
    open_period(actor=officer, first_day=first, last_day=last, due_on=last, asked=asked)
    page = text_of(phone.get(post(phone, november, **TYPED)["Location"]))
    assert page.count("được tính vào 2 nơi, cộng 1 lần") == 1
    assert "Báo cáo quý IV/2026</a>" in page


def test_the_three_texts_are_kept_and_shown(phone, november):
    texts = {"highlights": "Công trình mới.", "difficulties": "Thiếu người.", "remark": "Hỗ trợ."}
    page = text_of(phone.get(post(phone, november, **TYPED, **texts)["Location"]))
    for heading, text in zip(
        ("Kết quả nổi bật", "Khó khăn, vướng mắc", "Kiến nghị, đề xuất"),
        texts.values(),
        strict=True,
    ):
        assert f"{heading}</h3><p>{text}</p>" in page


def test_a_part_over_its_whole_is_said_in_its_row(phone, indicators, officer):
    asked = (Asked("cong-nhan-gioi"), Asked("cong-nhan-gioi-thanh-pho"))
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    period = open_period(actor=officer, first_day=first, last_day=last, due_on=last, asked=asked)
    typed = {"v-cong-nhan-gioi": "8", "v-cong-nhan-gioi-thanh-pho": "10", "version": "1"}
    answer = post(phone, period, **typed)
    assert answer.status_code == 422
    row = (
        text_of(answer).split('id="row-cong-nhan-gioi-thanh-pho"')[1].split('class="figure-row')[0]
    )
    assert "Trong đó, cấp Thành phố" in row
    assert "10 vượt 8" in row
    assert 'value="10"' in row


def test_an_upper_unit_s_report_shows_what_is_below_and_names_who_has_not_sent(
    office, client_of, sent, country
):
    leader = country.actor("lanh-dao", "ha-noi")
    first, last = date(2026, 10, 1), date(2026, 12, 31)
    period = open_period(
        actor=leader,
        first_day=first,
        last_day=last,
        due_on=last,
        asked=(Asked("doi-thoai"),),
        asks="direct",
    )
    fold_pending()
    page = text_of(office.get(fill_url(period)))
    assert "Các đơn vị cấp dưới đã có 3 cuộc" in page
    address = f"/bao-cao/ky/{period}/chua-gui/{country['tu-liem'].public_id}/"
    assert address in page
    named = text_of(office.get(address))
    assert "CĐCS Công ty Bình Minh; CĐCS Trường Mầm non Hoa Sen" in named
    assert "CĐCS Công ty Ánh Dương" not in named
    answer = post(office, period, **{"v-doi-thoai": "4", "version": "1"})
    fold_pending()
    city = client_of("lanh-dao", "ha-noi")
    shown = text_of(city.get(answer["Location"]))
    assert "cấp mình 4, các đơn vị 3" in shown
    assert queries_of(city, answer["Location"]) <= MOST_QUERIES
