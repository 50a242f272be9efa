"""Pages of reporting: filling on the phone, bad input, the board, review, proofs, query counts."""

# ruff: noqa: F401, F811 - fixtures come by import

import re
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image
from tests.apps.reporting.stage import ASKED, draft, indicators, november, send, sent

from thidua.apps.figures.models import Fact, Indicator
from thidua.apps.figures.services.derived import Counted, record_derived
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.org.services import found_unit
from thidua.apps.reporting.models import Evidence, Period, Report
from thidua.apps.reporting.services import (
    Asked,
    Entry,
    open_period,
    return_report,
    save_draft,
    start_report,
)
from thidua.base import clock
from thidua.base.actor import SYSTEM

MOST_QUERIES = 12
TYPED = {"v-doi-thoai": "3", "v-suat-qua": "0", "version": "1"}


@pytest.fixture
def phone(country, client_of):
    return client_of("chu-tich-cdcs", "anh-duong")


@pytest.fixture
def office(country, client_of):
    return client_of("can-bo-thi-dua", "tu-liem")


def fill_url(period_id):
    return f"/bao-cao/ky/{period_id}/nhap/"


def post(client, period_id, do="send", **typed):
    return client.post(fill_url(period_id), {"do": do, **typed})


def text_of(response):
    return " ".join(response.content.decode().split())


def jpeg(name="anh.jpg"):
    out = BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_a_stranger_is_asked_to_sign_in(client, november):
    for address in ("/bao-cao/", fill_url(november), f"/bao-cao/ky/{november}/"):
        assert client.get(address).status_code == 302


def test_looking_writes_nothing(phone, november):
    page = phone.get(fill_url(november))
    assert page.status_code == 200
    assert 'inputmode="numeric"' in text_of(page)
    assert "còn 8 ngày" in text_of(page)
    assert not Report.objects.exists()


def test_a_report_is_sent_with_one_press(phone, november):
    answer = post(phone, november, **TYPED, request_key="k")
    report = Report.objects.get()
    assert answer["Location"] == f"/bao-cao/{report.public_id}/"
    assert report.state == "sent"
    page = text_of(phone.get(answer["Location"]))
    assert "Công đoàn phường Từ Liêm đã nhận." in page
    assert "gửi báo cáo." in page


def test_a_second_press_changes_nothing(phone, november):
    for _ in range(2):
        assert post(phone, november, **TYPED, request_key="k").status_code == 302
    assert (Report.objects.count(), Fact.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("12,5", "không phải là số nguyên"),
        ("1.23", "không phải là số nguyên"),
        ("-4", "không thể là số âm"),
        ("12345678901234567890", "lớn hơn mức hệ thống nhận"),
        ("", "Chưa nhập. Không có thì nhập 0."),
    ],
)
def test_bad_figures_are_told_beside_the_field_and_nothing_is_lost(
    phone, november, typed, sentence
):
    answer = post(
        phone,
        november,
        **{
            **TYPED,
            "v-doi-thoai": typed,
            "v-tro-cap": "7",
            "n-tro-cap": "quỹ",
            "remark": "Kính gửi",
        },
    )
    page = text_of(answer)
    assert answer.status_code == 422
    assert page.count(sentence) == 2
    assert f'value="{typed}"' in page or typed == ""
    assert 'value="7"' in page
    assert "Kính gửi</textarea>" in page
    report = Report.objects.get()
    assert report.state == "draft"
    assert dict(report.lines.values_list("indicator__code", "value"))["tro-cap"] == 7


def test_an_over_long_remark_is_kept_on_the_page(phone, november):
    answer = post(phone, november, **TYPED, **{"n-tro-cap": "x" * 301})
    assert answer.status_code == 422
    assert "x" * 301 in text_of(answer)
    assert Report.objects.get().state == "draft"


def test_a_stale_form_shows_both_and_saves_on_the_second_press(phone, draft, helper, november):
    entries = {"doi-thoai": Entry(9)}
    save_draft(actor=helper, report_id=draft.public_id, version=1, entries=entries)
    answer = post(phone, november, **TYPED)
    page = text_of(answer)
    assert answer.status_code == 409
    assert "vừa được người khác sửa" in page
    assert 'value="3"' in page
    assert "Bản đang lưu (người khác vừa sửa): <strong>9</strong>" in page
    assert 'name="version" value="2"' in page
    assert post(phone, november, **{**TYPED, "version": "2"}).status_code == 302
    draft.refresh_from_db()
    assert draft.state == "sent"


def test_the_own_autosave_is_no_conflict(phone, draft, november):
    saved = post(phone, november, do="autosave", **TYPED)
    assert saved.status_code == 200
    assert 'value="2"' in text_of(saved)
    assert post(phone, november, **{**TYPED, "v-doi-thoai": "4"}).status_code == 302
    draft.refresh_from_db()
    assert draft.state == "sent"
    assert draft.lines.get(indicator__code="doi-thoai").value == 4


def test_autosave_keeps_what_can_be_read_and_names_the_rest(phone, november):
    answer = post(phone, november, do="autosave", **{**TYPED, "v-suat-qua": "12,5"})
    assert "“12,5” không phải là số nguyên" in text_of(answer)
    lines = Report.objects.get().lines
    assert lines.get(indicator__code="doi-thoai").value == 3
    assert lines.get(indicator__code="suat-qua").value is None


def test_autosave_over_someone_elses_change_is_refused(phone, draft, helper, november):
    save_draft(actor=helper, report_id=draft.public_id, version=1, entries={"doi-thoai": Entry(9)})
    assert post(phone, november, do="autosave", **TYPED).status_code == 409


def test_photographs_are_kept_with_what_was_typed(phone, november):
    answer = post(
        phone,
        november,
        do="attach",
        photos=[jpeg("mot.jpg"), jpeg("hai.jpg")],
        photo_for="suat-qua",
        caption="Trao quà",
        **{**TYPED, "v-suat-qua": "12"},
    )
    assert answer["Location"] == fill_url(november)
    page = text_of(phone.get(fill_url(november)))
    assert page.count('alt="Trao quà"') == 2
    assert 'value="12"' in page
    assert post(phone, november, **{**TYPED, "v-suat-qua": "12"}).status_code == 302


def test_good_photographs_stay_when_another_is_refused(phone, november):
    heic = SimpleUploadedFile("IMG_1.heic", b"\0\0\0\x18ftypheic\0\0\0\0heic", "image/heic")
    answer = post(phone, november, photos=[jpeg(), heic], **TYPED)
    page = text_of(answer)
    assert answer.status_code == 422
    assert "IMG_1.heic" in page
    assert 'value="3"' in page
    assert Evidence.objects.count() == 1
    assert Report.objects.get().state == "draft"


def test_forty_photographs_at_once_are_refused_with_a_sentence(phone, november):
    answer = post(phone, november, photos=[jpeg(f"{n}.jpg") for n in range(40)], **TYPED)
    page = text_of(answer)
    assert answer.status_code == 422
    assert "40" in page
    assert "20" in page
    assert 'value="3"' in page
    assert not Evidence.objects.exists()


def test_a_required_proof_is_asked_for_beside_its_figure(phone, november):
    answer = post(phone, november, **{**TYPED, "v-suat-qua": "12"})
    assert answer.status_code == 422
    assert "phải kèm ảnh minh chứng" in text_of(answer)


def test_a_proof_is_served_as_a_picture_and_nothing_else(phone, client_of, office, november):
    post(phone, november, do="attach", photos=[jpeg()], **TYPED)
    report, proof = Report.objects.get(), Evidence.objects.get()
    address = f"/bao-cao/{report.public_id}/minh-chung/{proof.file.public_id}/"
    picture = phone.get(address)
    assert picture["Content-Type"] == "image/jpeg"
    assert picture["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in picture["Content-Security-Policy"]
    assert "script-src" not in picture["Content-Security-Policy"]
    assert picture["Content-Disposition"].startswith("inline;")
    assert office.get(address).status_code == 404
    assert client_of("chu-tich-cdcs", "binh-minh").get(address).status_code == 404
    post(phone, november, do=f"remove:{proof.file.public_id}", **TYPED)
    assert phone.get(address).status_code == 404


def test_late_is_said_and_allowed(phone, november, settings):
    settings.THIDUA_PINNED_DAY = "2026-12-03"
    assert "quá hạn 3 ngày" in text_of(phone.get(fill_url(november)))
    answer = post(phone, november, **TYPED)
    assert "gửi sau hạn" in text_of(phone.get(answer["Location"]))


def test_what_came_in_time_and_was_returned_is_not_called_late(
    phone, office, officer, sent, november, settings
):
    return_report(actor=officer, report_id=sent.public_id, reason="Kiểm tra lại.")
    settings.THIDUA_PINNED_DAY = "2026-12-03"
    home = text_of(phone.get("/"))
    assert "Sửa và gửi lại" in home
    assert "quá hạn" not in home
    form = text_of(phone.get(fill_url(november)))
    assert "gửi sau hạn" not in form
    version = Report.objects.get(pk=sent.pk).version
    answer = post(phone, november, **(TYPED | {"version": str(version)}))
    assert "sau hạn" not in text_of(phone.get(answer["Location"]))


def test_the_superior_accepts(office, phone, sent):
    address = f"/bao-cao/{sent.public_id}/"
    assert "Duyệt báo cáo" in text_of(office.get(address))
    assert "Trả lại báo cáo" not in text_of(phone.get(address))
    answer = office.post(f"{address}duyet/", {"version": sent.version, "request_key": "k"})
    assert answer.status_code == 302
    assert "Đã duyệt" in text_of(office.get(address))
    again = office.post(f"{address}duyet/", {"version": sent.version})
    assert again.status_code == 409


def test_a_return_needs_a_reason_and_the_unit_reads_it(office, phone, sent):
    address = f"/bao-cao/{sent.public_id}/"
    empty = office.post(f"{address}tra-lai/", {"version": sent.version, "reason": " "})
    assert empty.status_code == 422
    assert "phải ghi lý do" in text_of(empty)
    given = {"version": sent.version, "reason": "Thiếu ảnh trao quà"}
    assert office.post(f"{address}tra-lai/", given).status_code == 302
    page = phone.get(address, follow=True)
    assert page.redirect_chain[-1][0] == fill_url(sent.period.public_id)
    assert "Thiếu ảnh trao quà" in text_of(page)


def test_a_reason_is_kept_when_the_report_changed_meanwhile(office, officer, chair, sent):
    seen = sent.version
    return_report(actor=officer, report_id=sent.public_id, reason="sửa")
    send(sent, chair, **{"doi-thoai": 5})
    address = f"/bao-cao/{sent.public_id}/tra-lai/"
    answer = office.post(address, {"version": seen, "reason": "Lý do đã gõ"})
    assert answer.status_code == 409
    assert "Lý do đã gõ</textarea>" in text_of(answer)
    assert "vừa gửi lại báo cáo" in text_of(answer)


def test_who_may_not_review_is_told(client_of, sent, phone):
    address = f"/bao-cao/{sent.public_id}/duyet/"
    assert phone.post(address).status_code == 403
    assert client_of("lanh-dao", "ha-noi").post(address).status_code == 403
    assert client_of("lanh-dao", "hue").post(address).status_code == 404
    assert client_of("can-bo-thi-dua", "tu-liem").get(address).status_code == 405


def test_a_period_is_opened_on_screen(office, indicators):
    page = text_of(office.get("/bao-cao/ky/moi/"))
    assert "Tháng 11/2026" in page
    typed = {
        "which": "2026-11-01_2026-11-30",
        "due_on": "30/11/2026",
        "ask-doi-thoai": "on",
        "asks": "lowest",
        "req-doi-thoai": "on",
        **{f"ev-{code}": "optional" for code in indicators},
    }
    answer = office.post("/bao-cao/ky/moi/", typed)
    period = Period.objects.get()
    assert answer["Location"] == f"/bao-cao/ky/{period.public_id}/"
    assert [row.indicator.code for row in period.asked.all()] == ["doi-thoai"]
    twice = office.post("/bao-cao/ky/moi/", typed)
    assert twice.status_code == 422
    assert "nhập hai lần" in text_of(twice)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"due_on": "31/02/2026"}, "không phải là ngày"),
        ({"due_on": "01/11/2026"}, "sớm hơn ngày cuối kỳ"),
        ({"which": "custom"}, "Hãy nhập ngày"),
        ({"ask-doi-thoai": ""}, "ít nhất một nội dung số liệu"),
    ],
)
def test_a_wrong_period_is_explained_and_what_was_typed_stays(office, indicators, change, sentence):
    typed = {
        "which": "2026-11-01_2026-11-30",
        "due_on": "30/11/2026",
        "name": "Báo cáo nhanh",
        "ask-doi-thoai": "on",
        "asks": "lowest",
        **{f"ev-{code}": "optional" for code in indicators},
        **change,
    }
    answer = office.post("/bao-cao/ky/moi/", {key: value for key, value in typed.items() if value})
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert 'value="Báo cáo nhanh"' in text_of(answer)
    assert not Period.objects.exists()


def test_the_course_of_a_report_bears_the_days_of_its_acts(office, sent):
    page = text_of(office.get(f"/bao-cao/{sent.public_id}/"))
    when = re.findall(r'<p class="timeline-when"><time [^>]*>([^<]*)<', page)
    assert when == ["22/11/2026"] * 2


def test_the_board_filters_and_offers_a_polite_reminder(office, sent, november):
    page = text_of(office.get(f"/bao-cao/ky/{november}/"))
    row = '<th scope="row">'
    assert page.index(f"{row}CĐCS Công ty Bình Minh") < page.index("Ánh Dương</a></th>")
    assert "Kính gửi các đồng chí: CĐCS Công ty Bình Minh; CĐCS Trường Mầm non Hoa Sen." in page
    only = text_of(office.get(f"/bao-cao/ky/{november}/?trang_thai=sent"))
    assert '<th scope="row">CĐCS Công ty Bình Minh' not in only


def test_others_do_not_open_the_board(client_of, november):
    assert client_of("lanh-dao", "hue").get(f"/bao-cao/ky/{november}/").status_code == 404
    assert client_of("chu-tich-cdcs", "anh-duong").get("/bao-cao/ky/moi/").status_code == 403
    assert client_of("can-bo-thi-dua", "tu-liem").get(fill_url(november)).status_code == 404


def grow(country, officer):
    """Three more units, and two more periods, each with a report of the same unit."""
    for number in range(3):
        found_unit(
            actor=SYSTEM,
            parent_id=country["tu-liem"].public_id,
            kind="cdcs",
            name=f"CĐCS Công ty số {number}",
            code=f"VN-{number}",
            on=date(2025, 7, 1),
        )
    chair = country.actor("chu-tich-cdcs", "anh-duong")
    for month in (9, 10):
        day = date(2026, month, 1)
        period = open_period(actor=officer, first_day=day, last_day=day, due_on=day, asked=ASKED)
        with clock.pinned(date(2026, 11, 22)):
            report = Report.objects.get(public_id=start_report(actor=chair, period_id=period))
            send(report, chair, **{"doi-thoai": 1, "suat-qua": 0})


@pytest.mark.parametrize(
    ("role", "slug", "page", "count"),
    [
        ("chu-tich-cdcs", "anh-duong", "list", 4),
        ("chu-tich-cdcs", "binh-minh", "fill", 8),
        ("can-bo-thi-dua", "tu-liem", "list", 7),
        ("can-bo-thi-dua", "tu-liem", "board", 10),
        ("can-bo-thi-dua", "tu-liem", "report", 9),
        ("can-bo-thi-dua", "tu-liem", "open", 4),
        ("lanh-dao", "ha-noi", "list", 7),
        ("lanh-dao", "ha-noi", "board", 10),
    ],
)
def test_pages_take_the_same_few_queries_with_any_number_of_rows(
    role, slug, page, count, country, client_of, officer, sent, november
):
    address = {
        "list": "/bao-cao/",
        "fill": fill_url(november),
        "board": f"/bao-cao/ky/{november}/",
        "report": f"/bao-cao/{sent.public_id}/",
        "open": "/bao-cao/ky/moi/",
    }[page]
    client = client_of(role, slug)
    assert queries_of(client, address) == count <= MOST_QUERIES
    grow(country, officer)
    assert queries_of(client, address) == count
