"""Pages of reorganisations: drawn up row by row, previewed, carried out with one press."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, include, path, reverse

from thidua.apps.org import queries, services
from thidua.apps.org.models import Reorganisation, Unit
from thidua.apps.org.services.reorganise import draft_reorganisation
from thidua.apps.org.services.reorganising_rows import HeadDraft, RowDraft
from thidua.apps.org.sheets import PLAN
from thidua.base.actor import SYSTEM
from thidua.config.urls import urlpatterns as site
from thidua.office.sheets import read_workbook, write_rows
from thidua.web.areas.reorganisation.forms import MOST_ROWS

ON = date(2026, 12, 1)
HEAD = {
    "title": "Sắp xếp công đoàn phường",
    "effective_on": "01/12/2026",
    "basis": "QĐ 12/QĐ-LĐLĐ",
    "note": "",
    "dong-INITIAL_FORMS": "0",
}

urlpatterns = site
try:
    reverse("reorganisation:list")
except NoReverseMatch:
    area = include("thidua.web.areas.reorganisation.urls")
    urlpatterns = [path("sap-xep/", area), *site]
pytestmark = pytest.mark.urls(__name__)


def rows(*typed):
    data = {**HEAD, "dong-TOTAL_FORMS": str(len(typed))}
    for place, row in enumerate(typed):
        data |= {f"dong-{place}-{name}": value for name, value in row.items()}
    return data


FOUND = {
    "act": "found",
    "code": "VN-MOI",
    "name": "CĐCS Công ty Mới",
    "short_name": "",
    "kind": "cdcs",
    "sector": "doanh-nghiep",
    "parent": "phuong tu liem",
}
MERGE = {"act": "merge", "code": "anh duong", "heir": "vn-moi", "children": ""}


@pytest.fixture
def leader_page(country, client_of):
    return client_of("lanh-dao", "ha-noi")


def text_of(response):
    return " ".join(response.content.decode().split())


def kept(country, actor, *given):
    return draft_reorganisation(
        actor=actor,
        unit_id=actor.unit_public_id,
        head=HeadDraft("Sắp xếp", ON, "QĐ 12"),
        rows=given,
    )


def page(name, made):
    return reverse(f"reorganisation:{name}", args=[made])


def test_drawn_up_previewed_and_carried_out(country, leader_page):
    """Names are typed without accents; the new unit is named by its code in another row."""
    country.person("chu-tich-cdcs", "anh-duong")
    answer = leader_page.post(reverse("reorganisation:new"), rows(FOUND, MERGE))
    made = Reorganisation.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == page("plan", made.public_id)
    assert list(made.changes.values_list("code", "parent", "heir")) == [
        ("VN-MOI", "VN-TU-LIEM", ""),
        ("VN-ANH-DUONG", "", "VN-MOI"),
    ]

    told = text_of(leader_page.get(answer["Location"]))
    assert "Nhập CĐCS Công ty Ánh Dương vào CĐCS Công ty Mới." in told

    preview = text_of(leader_page.get(page("carry_out", made.public_id)))
    assert "CĐCS Công ty Mới → Công đoàn phường Từ Liêm" in preview
    assert "Chủ tịch công đoàn cơ sở anh-duong: Chủ tịch công đoàn cơ sở" in preview
    assert "1 phân công thôi hiệu lực từ ngày này" in preview
    assert "ngày sắp tới" in preview

    done = leader_page.post(page("carry_out", made.public_id), {"version": "1"}, follow=True)
    assert "Đã ghi: tổ chức mới tự có hiệu lực từ ngày 01/12/2026." in text_of(done)
    assert "Chờ đến ngày thực hiện" in text_of(done)
    assert not queries.lives_on(country["anh-duong"].pk, ON)
    assert "Hủy dự thảo" not in text_of(done)


def test_the_preview_says_who_sees_what(country, leader_page, leader):
    move = RowDraft("move", "VN-ANH-DUONG", parent="VN-GIAO-DUC-HN")
    made = kept(country, leader, move)
    shown = text_of(leader_page.get(page("carry_out", made)))

    assert (
        "CĐCS Công ty Ánh Dương – từ Công đoàn phường Từ Liêm → Công đoàn Giáo dục Hà Nội" in shown
    )
    assert "Công đoàn phường Từ Liêm: thôi theo dõi 1 đơn vị" in shown
    assert "Công đoàn Giáo dục Hà Nội: thêm 1 đơn vị" in shown
    assert "LĐLĐ thành phố Hà Nội:" not in shown


def test_rows_come_and_go_without_losing_what_was_typed(country, leader_page):
    new = reverse("reorganisation:new")
    more = leader_page.post(new, {**rows(FOUND), "add": "merge"})
    assert more.status_code == 200
    assert 'value="CĐCS Công ty Mới"' in more.content.decode()
    assert "Dòng 2: Sáp nhập, hợp nhất" in text_of(more)

    less = leader_page.post(new, {**rows(FOUND, MERGE), "drop": "0"})
    assert "Dòng 1: Sáp nhập, hợp nhất" in text_of(less)
    assert "Dòng 2" not in text_of(less)
    assert 'value="anh duong"' in less.content.decode()
    assert not Reorganisation.objects.exists()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({**MERGE, "code": "khong co"}, "Không tìm thấy đơn vị nào ứng với “khong co”"),
        ({**MERGE, "heir": "cong ty"}, "Có nhiều đơn vị ứng với “cong ty”"),
        ({**MERGE, "heir": ""}, "Dòng 1, đơn vị tiếp nhận:"),
        ({**FOUND, "kind": ""}, "Dòng 1, loại đơn vị:"),
        ({**MERGE, "code": "song huong"}, "Không tìm thấy đơn vị nào ứng với “song huong”"),
        ({"act": "burn"}, "Dòng 1"),
    ],
)
def test_what_cannot_be_read_is_said_beside_what_was_typed(country, leader_page, row, said):
    answer = leader_page.post(reverse("reorganisation:new"), rows(row))

    assert answer.status_code == 422
    assert said in text_of(answer)
    assert f'value="{HEAD["title"]}"' in answer.content.decode()


def test_the_summary_leads_to_the_row_that_is_wrong(leader_page):
    answer = leader_page.post(reverse("reorganisation:new"), rows({**MERGE, "heir": ""}))

    assert '<a href="#id_dong-0-heir">Dòng 1, đơn vị tiếp nhận:' in text_of(answer)
    assert "Còn 1 chỗ cần sửa" in text_of(answer)


def test_refusals_stand_in_place_of_the_press(country, leader_page, leader):
    made = kept(
        country,
        leader,
        RowDraft("end", "VN-TU-LIEM"),
        RowDraft("move", "VN-HOA-SEN", parent="VN-GIAO-DUC-HN"),
    )
    shown = text_of(leader_page.get(page("carry_out", made)))
    assert "Dòng 1:</strong> Còn 2 đơn vị trực thuộc đang hoạt động" in shown
    assert "Thực hiện sắp xếp</span>" not in shown

    pressed = leader_page.post(page("carry_out", made), {"version": "1"})
    assert pressed.status_code == 422
    assert "Chưa thực hiện" in text_of(pressed)
    assert queries.lives_on(country["tu-liem"].pk, ON)


def test_a_draft_changed_meanwhile_is_not_carried_out(country, leader_page, leader):
    made = kept(country, leader, RowDraft("end", "VN-ANH-DUONG"))
    first = leader_page.post(
        page("edit", made), {**rows({"act": "end", "code": "VN-BINH-MINH"}), "version": "1"}
    )
    assert first.status_code == 302
    again = leader_page.post(page("carry_out", made), {"version": "1"})

    assert again.status_code == 422
    assert "Phương án vừa được sửa" in text_of(again)
    assert queries.lives_on(country["anh-duong"].pk, ON)


def test_a_kept_draft_is_shown_with_names(country, leader_page, leader):
    made = kept(country, leader, RowDraft("end", "VN-ANH-DUONG", heir="VN-BINH-MINH"))
    shown = leader_page.get(page("edit", made)).content.decode()

    assert 'value="VN-ANH-DUONG"' in shown
    assert "CĐCS Công ty Ánh Dương" in shown


def test_withdrawn_stays_withdrawn(country, leader_page, leader):
    made = kept(country, leader, RowDraft("end", "VN-ANH-DUONG"))
    assert leader_page.post(page("withdraw", made)).status_code == 302
    shown = text_of(leader_page.get(page("plan", made)))

    assert "Đã hủy" in shown
    assert leader_page.post(page("carry_out", made), {"version": "1"}).status_code == 409
    assert leader_page.get(page("carry_out", made)).status_code == 302


def test_who_may_open_what(country, client, client_of, leader):
    made = kept(country, leader, RowDraft("end", "VN-ANH-DUONG"))
    pages = [reverse("reorganisation:list"), reverse("reorganisation:new"), page("plan", made)]

    assert {client.get(each).status_code for each in pages} == {302}
    officer = client_of("can-bo-thi-dua", "ha-noi")
    assert {officer.get(each).status_code for each in pages} == {403}
    elsewhere = client_of("lanh-dao", "hue")
    assert elsewhere.get(page("plan", made)).status_code == 404
    assert elsewhere.get(page("carry_out", made)).status_code == 404
    assert elsewhere.post(page("withdraw", made)).status_code == 404
    below = client_of("lanh-dao", "tu-liem")
    assert below.get(page("plan", made)).status_code == 404
    keeper = client_of("quan-tri", "tld")
    assert keeper.get(page("plan", made)).status_code == 200


def test_the_list_shows_each_with_its_state(country, leader_page, leader):
    kept(country, leader, RowDraft("end", "VN-ANH-DUONG"))
    shown = text_of(leader_page.get(reverse("reorganisation:list")))

    assert "Dự thảo" in shown
    assert "01/12/2026" in shown


def test_pages_ask_few_questions(country, leader_page, leader):
    """The preview works out a plan of every act; what it asks does not grow with the units below."""
    country.person("chu-tich-cdcs", "anh-duong")
    made = kept(
        country,
        leader,
        RowDraft("found", "VN-MOI", parent="VN-HA-NOI", kind="cd-xa-phuong", name="CĐ phường Mới"),
        RowDraft("move", "VN-HOA-SEN", parent="VN-MOI"),
        RowDraft("end", "VN-TU-LIEM", heir="VN-MOI", children="heir"),
        RowDraft("merge", "VN-ANH-DUONG", heir="VN-BINH-MINH"),
        RowDraft("side", "VN-BINH-MINH", parent="VN-GIAO-DUC-HN"),
        RowDraft("rename", "VN-GIAO-DUC-HN", name="Công đoàn Giáo dục mới"),
    )
    for name in ("plan", "edit", "carry_out"):
        leader_page.get(page(name, made))
        with CaptureQueriesContext(connection) as captured:
            answer = leader_page.get(page(name, made))
        assert answer.status_code == 200
        assert len(captured) <= 12, (name, len(captured))
    assert "Thực hiện sắp xếp</span>" in text_of(answer)
    assert not re.search(r"style=|onclick=", text_of(leader_page.get(page("edit", made))))
    assert not Unit.objects.filter(code="VN-MOI").exists()


def test_what_was_done_for_a_day_to_come_is_taken_back_and_corrected(country, leader_page, leader):
    made = kept(country, leader, RowDraft("end", "VN-ANH-DUONG"))
    leader_page.post(page("carry_out", made), {"version": "1"})
    shown = text_of(leader_page.get(page("plan", made)))
    assert "Tổ chức mới tự có hiệu lực từ ngày 01/12/2026." in shown
    assert not queries.lives_on(country["anh-duong"].pk, ON)

    empty = leader_page.post(page("recall", made), {"reason": " "})
    assert empty.status_code == 422
    assert "Chưa ghi lý do thu hồi" in text_of(empty)
    recalled = leader_page.post(page("recall", made), {"reason": "Chờ văn bản"}, follow=True)
    assert "Đã thu hồi: tổ chức giữ như trước." in text_of(recalled)
    assert "Sửa dự thảo" in text_of(recalled)
    assert queries.lives_on(country["anh-duong"].pk, ON)
    again = leader_page.post(page("recall", made), {"reason": "Lần hai"})
    assert again.status_code == 409


def test_a_recall_that_cannot_be_keeps_the_reason(country, leader_page, leader):
    made = kept(country, leader, RowDraft("move", "VN-ANH-DUONG", parent="VN-GIAO-DUC-HN"))
    leader_page.post(page("carry_out", made), {"version": "1"})
    services.end_unit(
        actor=SYSTEM, unit_id=country["anh-duong"].public_id, on=date(2026, 12, 20), heir_id=None
    )
    answer = leader_page.post(page("recall", made), {"reason": "Ghi nhầm đơn vị"})

    assert answer.status_code == 409
    assert "đã được ghi thay đổi tiếp" in text_of(answer)
    assert "Ghi nhầm đơn vị" in text_of(answer)


def test_from_an_excel_plan_to_the_draft_and_back(country, leader_page):
    upload = reverse("imports:upload", args=["sap-xep"])
    assert upload in leader_page.get(reverse("reorganisation:list")).content.decode()
    rows_in = [
        {"act": "Kết thúc hoạt động", "code": f"VN-{unit}", "on": ON, "basis": "QĐ 12"}
        for unit in ("ANH-DUONG", "BINH-MINH")
    ]
    file = SimpleUploadedFile("phương án.xlsx", write_rows(PLAN, rows_in))
    preview = leader_page.post(upload, {"file": file})["Location"]
    shown = text_of(leader_page.get(preview))
    assert "Kết thúc hoạt động: CĐCS Công ty Ánh Dương (VN-ANH-DUONG)" in shown
    assert "2 dòng thành một dự thảo" in shown

    seen = shown.partition('name="seen" value="')[2].partition('"')[0]
    press = {"do": "commit", "seen": seen, "request_key": "k1"}
    made = Reorganisation.objects
    first, twice = leader_page.post(preview, press), leader_page.post(preview, press)
    assert first["Location"] == twice["Location"] == page("plan", made.get().public_id)
    assert "CĐCS Công ty Ánh Dương kết thúc hoạt động" in text_of(
        leader_page.get(first["Location"])
    )

    out = leader_page.get(page("export", made.get().public_id))
    found = read_workbook(out.content, PLAN)
    assert [row.values["code"] for row in found.rows] == ["VN-ANH-DUONG", "VN-BINH-MINH"]
    assert found.rows[0].values["called"] == "CĐCS Công ty Ánh Dương"


def test_a_wrong_row_keeps_an_excel_plan_out(country, leader_page):
    rows_in = [
        {"act": "Kết thúc hoạt động", "code": "VN-ANH-DUONG", "on": ON, "basis": "QĐ 12"},
        {"act": "Kết thúc hoạt động", "code": "VN-LA", "on": ON},
    ]
    file = SimpleUploadedFile("phương án.xlsx", write_rows(PLAN, rows_in))
    upload = reverse("imports:upload", args=["sap-xep"])
    preview = leader_page.post(upload, {"file": file})["Location"]
    shown = text_of(leader_page.get(preview))

    assert "Không tìm thấy đơn vị có mã VN-LA" in shown
    assert "còn 1 dòng lỗi" in shown
    assert "Lập dự thảo từ tệp" not in shown
    assert leader_page.post(preview, {"do": "commit", "seen": ""}).status_code == 409
    assert not Reorganisation.objects.exists()


def test_the_head_of_a_long_draft_is_edited_without_its_rows(country, leader_page, leader):
    many = [
        RowDraft("found", f"VN-{n}", parent="VN-TU-LIEM", kind="cdcs", name=f"CĐCS Số {n}")
        for n in range(MOST_ROWS + 1)
    ]
    made = kept(country, leader, *many)
    shown = leader_page.get(page("edit", made))
    assert "101 dòng, nhiều hơn số dòng sửa được trên màn hình" in text_of(shown)

    data = {**HEAD, "title": "Tên khác", "dong-TOTAL_FORMS": "0", "version": "1"}
    assert leader_page.post(page("edit", made), data).status_code == 302
    draft = Reorganisation.objects.get()
    assert (draft.title, draft.changes.count()) == ("Tên khác", MOST_ROWS + 1)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"dong-TOTAL_FORMS": "x"},
        {**rows(), "dong-TOTAL_FORMS": "9999999"},
        {**rows(), "dong-TOTAL_FORMS": "²"},
        {**rows({"act": "end", "code": "A" * 5000})},
        {**rows(MERGE), "add": "burn", "drop": "-1"},
        {**rows({"act": "split", "code": "VN-ANH-DUONG", "heir": "VN-BINH-MINH", "share": "all"})},
    ],
)
def test_forms_that_no_page_has_made_are_refused(country, leader_page, data):
    answer = leader_page.post(reverse("reorganisation:new"), data)

    assert answer.status_code == 422
    assert not Reorganisation.objects.exists()
