"""Pages of conferences: who opens what, rows added by buttons, nothing typed is lost, what it costs."""

# ruff: noqa: F401, F811 - fixtures come by import

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from tests.apps.campaigns.cascade import launched
from tests.apps.conferences.stage import (
    CHAIR,
    GUEST,
    PROGRAMME,
    conference,
    fresh,
    held,
    planned,
    write,
)

from thidua.apps.conferences import services
from thidua.apps.conferences.models import Assigned, Conference, ConferencePhoto
from thidua.apps.conferences.queries import record_of

LIST, NEW = "/hoi-nghi/", "/hoi-nghi/moi/"
MOST_QUERIES = 12
HEAD = {"kinds": ["phat-dong"], "title": "Hội nghị mới", "on_day": "20/11/2026"}


def text_of(answer):
    return " ".join(answer.content.decode().split())


def url(row, tail=""):
    return f"{LIST}{row.public_id}/{tail}"


def rows(*typed, do="save", version=1):
    data = {"do": do, "version": str(version), "dong-TOTAL_FORMS": str(len(typed))}
    data["dong-INITIAL_FORMS"] = "0"
    for place, row in enumerate(typed):
        data |= {f"dong-{place}-{name}": value for name, value in row.items()}
    return data


def jpeg():
    out = BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "JPEG")
    return SimpleUploadedFile("anh.jpg", out.getvalue(), "image/jpeg")


@pytest.fixture
def office(client_of):
    return client_of("can-bo-thi-dua", "tu-liem")


@pytest.fixture
def below(client_of):
    return client_of("chu-tich-cdcs", "anh-duong")


def test_a_conference_is_planned_for_a_plan(country, office):
    plan = launched(country, "tu-liem")
    page = text_of(office.get(f"{NEW}?ke-hoach={plan.public_id}"))
    assert "Hội nghị phát động thi đua năm 2026" in page
    assert f'value="{plan.public_id}" selected' in page
    answer = office.post(
        NEW,
        HEAD
        | {
            "starts_at": "8h30",
            "campaign_id": plan.public_id,
            "host_id": country["anh-duong"].public_id,
        },
    )
    row = Conference.objects.get()
    assert answer.url == url(row)
    assert (row.starts_at.hour, row.campaign, row.host) == (8, plan, country["anh-duong"])


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"on_day": "31/02/2026"}, "“31/02/2026” không phải là ngày"),
        ({"starts_at": "sáng sớm"}, "“sáng sớm” không phải là giờ"),
        ({"title": ""}, "Tên hội nghị"),
        ({"kinds": []}, "Loại hội nghị"),
    ],
)
def test_what_is_wrong_is_said_and_kept(office, typed, sentence):
    answer = office.post(NEW, HEAD | {"place": "Nơi đã nhập"} | typed)
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert "Nơi đã nhập" in text_of(answer)
    assert not Conference.objects.exists()


def test_a_head_changed_meanwhile_is_not_written_over_unseen(office, officer, conference):
    write(services.write_people, officer, conference, CHAIR)
    answer = office.post(url(conference, "sua/"), HEAD | {"version": "1"})
    assert answer.status_code == 422
    assert "vừa được người khác sửa" in text_of(answer)
    assert "Hội nghị mới" in text_of(answer)
    again = office.post(url(conference, "sua/"), HEAD | {"version": "2"})
    assert again.status_code == 302
    assert fresh(conference).title == "Hội nghị mới"


def test_rows_are_added_lifted_and_dropped_by_buttons(office, conference):
    programme = url(conference, "phan/chuong-trinh/")
    page = text_of(office.get(programme))
    assert page.count('name="dong-2-text"') == 1, "three blank rows to begin with"
    first = {"text": "Khai mạc", "part": "general", "at": "8h"}
    second = {"text": "Phát động", "part": "launch", "who": "Trần Văn A, Chủ tịch"}
    blank = {"text": "", "part": "general"}
    answer = office.post(programme, rows(first, second, blank, do="add"))
    assert answer.url == programme
    assert 'name="dong-2-text"' in text_of(office.get(programme)), "one blank row behind the two"
    office.post(programme, rows(first, second, do="up:1", version=2))
    assert [item.text for item in fresh(conference).programme.all()] == ["Phát động", "Khai mạc"]
    office.post(programme, rows(second, first, do="drop:0", version=3))
    assert [item.text for item in fresh(conference).programme.all()] == ["Khai mạc"]


def test_a_wrong_row_says_where_and_keeps_all_that_was_typed(office, conference):
    typed = rows(
        {"text": "Khai mạc", "part": "general", "at": "25h"},
        {"text": "", "part": "general", "who": "Ai đó"},
    )
    answer = office.post(url(conference, "phan/chuong-trinh/"), typed)
    page = text_of(answer)
    assert answer.status_code == 422
    for words in ("“25h” không phải là giờ", "Dòng 2", "Hãy nhập nội dung", "Ai đó", "Khai mạc"):
        assert words in page
    assert 'href="#id_dong-0-at"' in page
    assert "Còn 2 chỗ cần sửa" in page
    assert not fresh(conference).programme.exists()


def test_hours_that_go_back_are_said(office, conference):
    typed = rows(
        {"text": "Một", "part": "general", "at": "9h"},
        {"text": "Hai", "part": "general", "at": "8h"},
    )
    answer = office.post(url(conference, "phan/chuong-trinh/"), typed)
    assert answer.status_code == 422
    assert "Mục 2 (08:00) bắt đầu trước mục 1 (09:00)" in text_of(answer)


def test_rows_changed_meanwhile_are_not_written_over_unseen(office, officer, conference):
    write(services.write_programme, officer, conference, *PROGRAMME)
    typed = rows({"text": "Của tôi", "part": "general"})
    answer = office.post(url(conference, "phan/chuong-trinh/"), typed)
    assert answer.status_code == 422
    assert "Của tôi" in text_of(answer)
    assert 'name="version" value="2"' in text_of(answer)


@pytest.mark.parametrize(
    ("part", "row", "shown"),
    [
        ("dai-bieu", {"role": "guest", "presence": "invited", "post": "Giám đốc"}, "Giám đốc"),
        ("giao-uoc", {"parties": "Các bên"}, "Các bên"),
        ("trao-thuong", {"recipient": "CĐCS X", "recipient_kind": "collective"}, "CĐCS X"),
    ],
)
def test_each_part_is_entered_and_shown(office, conference, part, row, shown):
    assert office.post(url(conference, f"phan/{part}/"), rows(row)).status_code == 302
    assert shown in text_of(office.get(url(conference)))


def test_conclusions_are_given_seen_at_home_and_marked(country, office, below, officer, held):
    unit = country["anh-duong"].public_id
    typed = rows(
        {"text": "Gửi báo cáo tháng", "unit_id": unit, "due_on": "25/11/2026"},
        version=held.version,
    )
    assert office.post(url(held, "phan/ket-luan/"), typed).status_code == 302
    home = text_of(below.get("/"))
    assert "Kết luận hội nghị giao: Gửi báo cáo tháng" in home
    assert "còn 3 ngày" in home
    assigned = Assigned.objects.get()
    mark = {"done": "1", "remark": "Xong", "conference_id": held.public_id}
    answer = below.post(f"{LIST}viec/{assigned.public_id}/", mark)
    assert answer.url == url(held)
    assert "Gửi báo cáo tháng" not in text_of(below.get("/"))
    assert "đã làm" in text_of(office.get(url(held)))


def test_the_outcome_then_the_news_item(office, officer, conference):
    write(services.write_programme, officer, conference, *PROGRAMME)
    assert "Chưa viết được tin bài" in text_of(office.get(url(conference, "tin-bai/")))
    wrong = office.post(url(conference, "ket-qua/"), {"attended": "tám mươi", "remarks": "Tốt"})
    assert wrong.status_code == 422
    assert "Tốt" in text_of(wrong)
    assert office.post(url(conference, "ket-qua/"), {"attended": "1.200"}).status_code == 302
    page = text_of(office.get(url(conference, "tin-bai/")))
    assert "Dự Hội nghị có 1200 đại biểu" in page
    assert "[Trích phát biểu của đồng chí Lê Thị B]" in page
    assert "ngắn hơn 300 chữ" in page
    version = fresh(conference).version
    office.post(url(conference, "ket-qua/"), {"attended": "90", "version": str(version)})
    assert fresh(conference).attended == 90


def test_cancelling_asks_why_and_shows_it(office, below, conference):
    assert office.post(url(conference, "huy/"), {"reason": ""}).status_code == 422
    assert office.post(url(conference, "huy/"), {"reason": "Bão số 9"}).status_code == 302
    assert "Bão số 9" in text_of(below.get(url(conference)))
    assert office.get(url(conference, "phan/dai-bieu/")).status_code == 409


def test_photographs_wait_for_consent(office, below, held):
    answer = office.post(url(held, "anh/"), {"do": "attach", "photos": jpeg(), "caption": "Ký"})
    assert answer.status_code == 302
    file_id = ConferencePhoto.objects.get().file.public_id
    picture = url(held, f"anh/{file_id}/")
    assert office.get(picture)["Content-Type"] == "image/jpeg"
    assert below.get(picture).status_code == 404
    assert file_id not in text_of(below.get(url(held)))
    assert file_id not in text_of(office.get(url(held, "tin-bai/")))
    office.post(url(held, "anh/"), {"do": f"change:{file_id}", "caption": "Ký", "consent": "on"})
    assert below.get(picture).status_code == 200
    assert file_id in text_of(office.get(url(held, "tin-bai/")))
    office.post(url(held, "anh/"), {"do": f"remove:{file_id}"})
    assert office.get(picture).status_code == 404


def test_an_unusable_photograph_is_said(office, held):
    bad = SimpleUploadedFile("anh.jpg", b"khong phai anh", "image/jpeg")
    answer = office.post(url(held, "anh/"), {"do": "attach", "photos": bad}, follow=True)
    assert "anh.jpg" in text_of(answer)
    scan = SimpleUploadedFile("qd.pdf", b"%PDF-1.7 x")
    answer = office.post(url(held, "anh/"), {"do": "attach", "photos": scan}, follow=True)
    assert "“qd.pdf” là tệp PDF; ở đây cần ảnh chụp" in text_of(answer)
    assert not ConferencePhoto.objects.exists()


def test_guests_and_notes_are_not_for_units_below(office, below, officer, held):
    write(services.write_people, officer, held, CHAIR, GUEST)
    for client, seen in ((office, True), (below, False)):
        page = text_of(client.get(url(held)))
        assert ("Phạm Thị Khách" in page) == ("Ghi chú chỉ đơn vị đọc" in page) == seen
        assert "Trần Văn A" in page


@pytest.mark.parametrize("tail", ["sua/", "ket-qua/", "huy/", "phan/chuong-trinh/"])
def test_only_the_unit_writes(below, client_of, office, conference, tail):
    assert office.get(url(conference, tail)).status_code == 200
    assert below.get(url(conference, tail)).status_code == 403
    assert client_of("lanh-dao", "hue").get(url(conference, tail)).status_code == 404
    assert client_of("can-bo-cdcs", "anh-duong").get(url(conference, tail)).status_code == 403


def test_an_unknown_part_is_nowhere(office, conference):
    assert office.get(url(conference, "phan/khac/")).status_code == 404


def test_the_tab_of_a_plan_shows_the_record(country, office, officer):
    plan = launched(country, "tu-liem")
    tab = f"/ke-hoach/{plan.public_id}/hoi-nghi/"
    assert "Chưa có hội nghị" in text_of(office.get(tab))
    row = planned(officer, campaign_id=plan.public_id)
    write(services.write_programme, officer, row, *PROGRAMME)
    page = text_of(office.get(tab))
    for words in ("Phát động thi đua", "Lê Thị B", url(row), "Hội trường phường"):
        assert words in page


def _full(officer):
    row = planned(officer)
    write(services.write_programme, officer, row, *PROGRAMME)
    write(services.write_people, officer, row, CHAIR, GUEST)
    write(services.write_pacts, officer, row, services.PactDraft(parties="A – B"))
    write(services.write_awards, officer, row, services.AwardDraft("CĐCS X", "Giấy khen"))
    asked = services.ConclusionDraft("Việc", services.ALL_DIRECT)
    write(services.write_conclusions, officer, row, asked)
    return row


def test_pages_cost_little(country, office, officer, django_assert_max_num_queries):
    plan = launched(country, "tu-liem")
    row = _full(officer)
    for _time in range(3):
        planned(officer, campaign_id=plan.public_id)
    services.hold_conference(actor=officer, conference_id=row.public_id)
    pages = [LIST, url(row), url(row, "tin-bai/"), url(row, "phan/ket-luan/")]
    pages += [url(row, "sua/"), NEW, f"/ke-hoach/{plan.public_id}/hoi-nghi/"]
    for page in pages:
        office.get(page)
        with django_assert_max_num_queries(MOST_QUERIES):
            assert office.get(page).status_code == 200
    assert record_of(officer, row.public_id).state == "held"
    assert row.on_day < date(2026, 11, 22)


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        ("giay-moi/tat-ca/", "GIẤY MỜI"),
        ("giay-moi/de-trong/", "GIẤY MỜI"),
        ("giay-moi/2/", "GIẤY MỜI"),
        ("van-ban/chuong-trinh/", "CHƯƠNG TRÌNH"),
        ("van-ban/trao-thuong/", "DANH SÁCH"),
        ("tin-bai/", "Tin bài"),
    ],
)
def test_papers_are_seen_and_given_as_word_and_pdf(office, officer, tail, kind):
    row = _full(officer)
    services.hold_conference(actor=officer, conference_id=row.public_id)
    assert kind in text_of(office.get(url(row, tail)))
    assert office.get(url(row, f"{tail}?dang=docx")).content.startswith(b"PK")
    assert office.get(url(row, f"{tail}?dang=pdf")).content.startswith(b"%PDF")


@pytest.mark.parametrize("tail", ["giay-moi/9/", "giay-moi/ai-do/", "van-ban/khac/"])
def test_what_is_no_paper_is_nowhere(office, officer, tail):
    assert office.get(url(_full(officer), tail)).status_code == 404


def test_invitations_are_not_for_units_below(below, officer):
    row = _full(officer)
    assert below.get(url(row, "giay-moi/tat-ca/")).status_code == 403
    assert below.get(url(row, "van-ban/chuong-trinh/")).status_code == 200
