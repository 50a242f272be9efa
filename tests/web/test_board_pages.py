"""The board of a period: another one is a choice away, the reminder is polite, Excel is whole."""

import io
import re
from datetime import date

import openpyxl
import pytest
from django.urls import reverse
from tests.apps.reporting.stage import ASKED, draft, indicators, november, sent

from thidua.apps.reporting.services import open_period, return_report
from thidua.web.areas.reporting.present import reminder

__all__ = ["draft", "indicators", "november", "sent"]


def text_of(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def officer(country):
    return country.actor("can-bo-thi-dua", "tu-liem")


@pytest.fixture
def chair(country):
    return country.actor("chu-tich-cdcs", "anh-duong")


@pytest.fixture
def office(client_of):
    return client_of("can-bo-thi-dua", "tu-liem")


@pytest.fixture
def october_2025(officer, november):
    first, last = date(2025, 10, 1), date(2025, 10, 31)
    return open_period(actor=officer, first_day=first, last_day=last, due_on=last, asked=ASKED)


def board(period):
    return reverse("reporting:board", args=[period])


def test_another_year_leads_to_its_latest_board_and_keeps_the_other_choices(
    office, november, october_2025
):
    answer = office.get(board(november) + "?nam=2025&trang_thai=missing")

    assert answer["Location"] == board(october_2025) + "?trang_thai=missing"
    back = office.get(board(october_2025) + f"?nam=2025&ky={november}&cap=cdcs")
    assert back["Location"] == board(november) + "?cap=cdcs"


def test_a_year_without_a_period_says_so_and_stays(office, november):
    assert "Năm 2024 chưa có kỳ báo cáo nào." in text_of(office.get(board(november) + "?nam=2024"))
    assert office.get(board(november) + "?nam=99999999").status_code == 200


def test_the_own_unit_is_chosen_already(office, november):
    assert '<option value="">Công đoàn phường Từ Liêm</option>' in text_of(
        office.get(board(november))
    )


def test_home_leads_to_those_who_have_not_sent_and_to_the_text(office, officer, sent, november):
    home = text_of(office.get(reverse("home")))
    assert "Nhắc 2 đơn vị" in home
    assert f"{board(november)}?trang_thai=missing#nhac" in home

    return_report(actor=officer, report_id=sent.public_id, reason="Kiểm tra lại.")
    # What was returned is with its unit, which has been told why.
    assert "Nhắc 2 đơn vị" in text_of(office.get(reverse("home")))
    page = text_of(office.get(f"{board(november)}?trang_thai=missing"))
    assert 'id="nhac"' in page
    assert "Nhắc 2 đơn vị (tin nhắn Zalo)" in page


def test_the_reminder_names_the_button_as_it_reads(client_of, officer, november):
    text = reminder(officer, "Báo cáo tháng 11/2026", date(2026, 11, 30), ["A"], 1)
    home = text_of(client_of("chu-tich-cdcs", "anh-duong").get(reverse("home")))

    [named] = re.findall(r"bấm “(.+?)”", text)
    assert re.search(rf"<a [^>]*>(<[^>]*>)*{named}\W", home)


def test_a_long_reminder_counts_who_is_not_named(officer, frozen_day):
    text = reminder(officer, "Báo cáo tháng 11/2026", date(2026, 11, 30), ["A", "B"], 5)

    assert text.startswith("Kính gửi các đồng chí: A; B; và 3 đơn vị khác.")
    assert "hết ngày 30/11/2026 (còn 8 ngày)" in text
    assert text.endswith("Trân trọng cảm ơn.")


def test_the_workbook_holds_every_unit_that_was_chosen(office, sent, november):
    address = reverse("reporting:board_sheet", args=[november])

    book = openpyxl.load_workbook(io.BytesIO(office.get(address).content))
    [page] = book.worksheets
    rows = list(page.iter_rows(min_row=4, values_only=True))
    assert [(row[2], bool(row[3])) for row in rows] == [
        ("Chưa gửi", False),
        ("Chưa gửi", False),
        ("Đã gửi", True),
    ]
    assert "Hạn gửi hết ngày 30/11/2026" in page["A2"].value
    only = openpyxl.load_workbook(
        io.BytesIO(office.get(f"{address}?trang_thai=sent").content)
    ).worksheets[0]
    assert only.max_row == 4
