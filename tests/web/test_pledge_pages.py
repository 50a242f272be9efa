"""Pages of pacts and registrations: what they show to whom, what they cost, what bad input meets."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image
from tests.apps.campaigns.cascade import boss, launched
from tests.apps.campaigns.pledged import enter, make_pact, photos
from tests.apps.reporting.stage import indicators
from tests.office.files_made_here import picture

from thidua.apps.campaigns.models import Pact, PactScan, Registration
from thidua.apps.campaigns.services.fulfilling import confirm_registration
from thidua.apps.campaigns.services.pacts import sign_pact
from thidua.apps.campaigns.services.registering import set_registration_rule
from thidua.apps.campaigns.sheets import REGISTRATIONS
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.org import services as org
from thidua.base.actor import SYSTEM
from thidua.domain.documents import PageBreak
from thidua.office.sheets import write_rows

__all__ = ["indicators"]
MOST_QUERIES = 12
ROW = {"ben-TOTAL_FORMS": "2", "ben-INITIAL_FORMS": "0"}
LINE = {"noi-dung-TOTAL_FORMS": "1", "noi-dung-INITIAL_FORMS": "0", "noi-dung-0-text": "Thi đua"}


@pytest.fixture
def ward_plan(country, indicators):
    return launched(country, "tu-liem")


@pytest.fixture
def plan(country, ward_plan):
    return launched(country, "anh-duong", ward_plan)


@pytest.fixture
def office(client_of):
    return client_of("can-bo-thi-dua", "tu-liem")


@pytest.fixture
def chair_page(client_of):
    return client_of("chu-tich-cdcs", "anh-duong")


@pytest.fixture
def member_page(client_of):
    return client_of("doan-vien", "anh-duong")


def text_of(answer):
    return " ".join(answer.content.decode().split())


def photo(name="anh.jpg"):
    return SimpleUploadedFile(name, picture(), "image/jpeg")


def expect(country, plan, **changes):
    given = {"each_member": True, "each_unit": True}
    set_registration_rule(
        actor=boss(country, "tu-liem"), campaign_id=plan.public_id, **given | changes
    )


# Pacts


def pact_form(country, **changes):
    parties = {
        "ben-0-unit_id": country["tu-liem"].public_id,
        "ben-0-representative": "Lê Mai",
        "ben-1-name": "Công ty Ánh Dương",
        "ben-1-kind": "nguoi-su-dung-lao-dong",
    }
    return {"title": "Giao ước mới", "kind": "cap-tren", **ROW, **parties, **LINE, **changes}


def test_a_new_pact_begins_with_own_unit_and_the_plans_contents(office, ward_plan):
    page = office.get(f"/giao-uoc/ke-hoach/{ward_plan.public_id}/moi/")

    text = text_of(page)
    assert "Giao ước thi đua năm 2026" in text
    assert "Thi đua lao động giỏi" in text
    assert "CĐCS Công ty Ánh Dương" in text


def test_a_chair_finds_the_superior_as_second_party(country, chair_page, plan):
    page = chair_page.get(f"/giao-uoc/ke-hoach/{plan.public_id}/moi/")

    chosen = [form["unit_id"].value() for form in page.context["parties"].initial_forms]
    assert chosen == [country["anh-duong"].public_id, country["tu-liem"].public_id]


def test_without_signatory_signing_is_refused_in_words_and_the_pact_kept(
    country, office, ward_plan
):
    made = office.post(f"/giao-uoc/ke-hoach/{ward_plan.public_id}/moi/", pact_form(country))
    pact = Pact.objects.get()
    assert made.url == f"/giao-uoc/{pact.public_id}/"

    answer = office.post(f"{made.url}ky/", {"signed_on": "20/11/2026", "version": "1"})

    assert answer.status_code == 422
    assert "chưa ghi người đại diện ký của Công ty Ánh Dương" in text_of(answer)
    pact.refresh_from_db()
    assert (pact.state, pact.parties.count()) == ("draft", 2)


def test_signed_it_says_so_and_takes_the_scan(country, office, ward_plan):
    pact = make_pact(country, ward_plan)
    address = f"/giao-uoc/{pact.public_id}/"
    office.post(f"{address}ky/", {"signed_on": "20/11/2026", "version": "1"})
    office.post(f"{address}ban-ky/", {"photos": [photo(), photo("b.jpg")]})

    text = text_of(office.get(address))
    assert "Đã ký" in text
    assert "Ghi nhận các bên đã ký" not in text
    scan = PactScan.objects.select_related("file").first()
    assert office.get(f"{address}ban-ky/{scan.file.public_id}/")["Content-Type"] == "image/jpeg"
    listed = text_of(office.get(f"/giao-uoc/ke-hoach/{ward_plan.public_id}/"))
    assert "Đã ký: <strong>1</strong> giao ước" in listed


def test_a_scan_in_pdf_is_shown_page_by_page(country, office, ward_plan):
    pact = make_pact(country, ward_plan)
    address = f"/giao-uoc/{pact.public_id}/"
    office.post(f"{address}ky/", {"signed_on": "20/11/2026", "version": "1"})
    sheet, out = Image.open(BytesIO(picture())).convert("RGB"), BytesIO()
    sheet.save(out, "PDF", save_all=True, append_images=[sheet])
    office.post(f"{address}ban-ky/", {"photos": SimpleUploadedFile("giao-uoc.pdf", out.getvalue())})

    pages = [scan.file for scan in PactScan.objects.select_related("file").order_by("id")]
    assert [file.original_name for file in pages] == ["giao-uoc.pdf 1/2", "giao-uoc.pdf 2/2"]
    assert office.get(f"{address}ban-ky/{pages[1].public_id}/")["Content-Type"] == "image/jpeg"


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"signed_on": "hôm qua", "version": "1"}, "“hôm qua” không phải là ngày"),
        ({"signed_on": "23/11/2026", "version": "1"}, "Ngày ký 23/11/2026 chưa đến"),
        ({"signed_on": "", "version": "1"}, "Chưa nhập ngày ký"),
    ],
)
def test_a_wrong_day_of_signing_is_said(country, office, ward_plan, form, says):
    pact = make_pact(country, ward_plan)

    answer = office.post(f"/giao-uoc/{pact.public_id}/ky/", form)

    assert answer.status_code == 422
    assert says in text_of(answer)


def test_cancelling_asks_why(country, office, ward_plan):
    pact = make_pact(country, ward_plan)
    address = f"/giao-uoc/{pact.public_id}/"

    assert "phải ghi lý do" in text_of(office.post(f"{address}huy/", {"reason": " "}))
    office.post(f"{address}huy/", {"reason": "Đổi nội dung"})
    assert "Đổi nội dung" in text_of(office.get(address))


def test_one_more_row_keeps_what_was_typed(country, office, ward_plan):
    address = f"/giao-uoc/ke-hoach/{ward_plan.public_id}/moi/"

    page = office.post(address, pact_form(country, add_party="1"))

    assert len(page.context["parties"].forms) == 3
    assert 'value="Công ty Ánh Dương"' in page.content.decode()
    assert not Pact.objects.exists()


def test_a_file_that_is_no_photograph_is_refused_beside_the_field(
    country, office, officer, ward_plan
):
    pact = make_pact(country, ward_plan)
    sign_pact(actor=officer, pact_id=pact.public_id)
    address = f"/giao-uoc/{pact.public_id}/ban-ky/"

    wrong = office.post(address, {"photos": SimpleUploadedFile("a.pdf", b"%PDF-1.7 x")})
    none = office.post(address, {})

    other = office.post(address, {"photos": SimpleUploadedFile("a.docx", b"PK\3\4 x")})

    assert (wrong.status_code, other.status_code, none.status_code) == (422, 422, 422)
    assert "Tệp PDF “a.pdf” bị hỏng hoặc không đọc được" in text_of(wrong)
    assert "là tệp ZIP" in text_of(other)
    assert "Chưa chọn ảnh nào" in text_of(none)


# Registrations


def test_a_member_registers_from_the_phone_and_sees_only_that(country, chair, member_page, plan):
    other = enter(chair, plan, name="Phạm Thị Lan", text="Việc của người khác")
    form = {"kind": "phan-viec", "text": "Sắp xếp lại kho vật tư", "goal": "Gọn trong một ca"}

    page = member_page.get(f"/dang-ky/ke-hoach/{plan.public_id}/moi/")
    made = member_page.post(f"/dang-ky/ke-hoach/{plan.public_id}/moi/", form)

    assert "Gắn biển" not in text_of(page)
    row = Registration.objects.exclude(pk=other.pk).get()
    assert made.url == f"/dang-ky/{row.public_id}/"
    listed = text_of(member_page.get(f"/dang-ky/ke-hoach/{plan.public_id}/"))
    assert "Sắp xếp lại kho vật tư" in listed
    assert "Việc của người khác" not in listed
    assert member_page.get(f"/dang-ky/{other.public_id}/").status_code == 404
    assert "Sắp xếp lại kho vật tư" in text_of(member_page.get("/dang-ky/"))
    assert "Sắp xếp lại kho vật tư" in text_of(member_page.get("/"))


def test_a_members_first_page_asks_for_the_task_until_it_is_there(
    country, member_page, ward_plan, plan
):
    expect(country, ward_plan)
    assert "chưa đăng ký phần việc" in text_of(member_page.get("/"))

    enter(country.actor("doan-vien", "anh-duong"), plan)
    assert "chưa đăng ký phần việc" not in text_of(member_page.get("/"))


def test_the_chair_sees_41_of_48_and_a_text_without_names(
    country, chair, chair_page, ward_plan, plan
):
    expect(country, ward_plan, due_on=date(2026, 11, 30))
    enter(chair, plan, name="Danh sách toàn đơn vị", people=40, photos=photos())
    enter(chair, plan, name="Phạm Thị Lan")
    org.record_headcount(
        actor=SYSTEM, unit_id=chair.unit_public_id, on=date(2026, 1, 1), members=48
    )

    page = chair_page.get(f"/dang-ky/ke-hoach/{plan.public_id}/")

    text = text_of(page)
    assert 'class="figure-number">41</span>' in text
    zalo = page.context["zalo"]
    assert "41/48 đồng chí đã đăng ký, còn 7 đồng chí" in zalo
    assert f"http://testserver/dang-ky/ke-hoach/{plan.public_id}/moi/" in zalo
    assert "Lan" not in zalo
    assert "<svg" in page.context["qr"]
    assert "41/48 đoàn viên" in text_of(chair_page.get("/"))


def test_those_above_see_their_direct_units_with_what_opens(
    country, chair, office, ward_plan, plan
):
    enter(chair, plan)
    fold_pending()

    page = office.get(f"/dang-ky/ke-hoach/{ward_plan.public_id}/")
    text = text_of(page)
    assert "CĐCS Công ty Bình Minh" in text
    assert f"/so-lieu/{country['anh-duong'].public_id}/phan-viec-dang-ky/" in text
    below = office.get(
        f"/dang-ky/ke-hoach/{ward_plan.public_id}/?don-vi={country['anh-duong'].public_id}"
    )
    assert "Cải tiến giá để khuôn" in text_of(below)


def test_the_plan_of_a_unit_below_opens_with_what_that_unit_registered(chair, office, plan):
    enter(chair, plan)

    page = office.get(f"/dang-ky/ke-hoach/{plan.public_id}/")
    text = text_of(page)

    assert page.context["unit_name"] == "CĐCS Công ty Ánh Dương"
    assert "Cải tiến giá để khuôn" in text
    assert f'href="/ke-hoach/{plan.public_id}/trien-khai/"' in text, "the tabs of the plan stay"


def test_what_is_late_is_said_before_and_after(country, chair_page, ward_plan, plan):
    expect(country, ward_plan, due_on=date(2026, 11, 20))
    address = f"/dang-ky/ke-hoach/{plan.public_id}/moi/"
    form = {"kind": "phan-viec", "subject": "ca-nhan", "name": "Lan", "text": "Cải tiến"}

    assert "sẽ ghi “sau hạn”" in text_of(chair_page.get(address))
    made = chair_page.post(address, form)
    assert "đăng ký sau hạn" in text_of(chair_page.get(made.url))

    expect(country, ward_plan, due_on=date(2026, 11, 20), refuse_late=True)
    refused = chair_page.post(address, form)
    assert refused.status_code == 422
    assert "Hạn đăng ký là hết ngày 20/11/2026" in text_of(refused)
    assert 'value="Lan"' in refused.content.decode()


def test_done_without_a_photograph_keeps_what_was_typed(chair, chair_page, plan):
    row = enter(chair, plan)
    confirm_registration(actor=chair, registration_id=row.public_id)
    address = f"/dang-ky/{row.public_id}/buoc/finish/"

    answer = chair_page.post(address, {"result": "Giảm 12 phút mỗi ca"})
    assert answer.status_code == 422
    assert "cần ít nhất một ảnh minh chứng" in text_of(answer)
    assert "Giảm 12 phút mỗi ca" in text_of(answer)

    chair_page.post(address, {"result": "Giảm 12 phút mỗi ca", "photos": photo()})
    chair_page.post(f"/dang-ky/{row.public_id}/buoc/verify/")
    assert "Đã hoàn thành" in text_of(chair_page.get(f"/dang-ky/{row.public_id}/"))


def test_a_step_that_is_none_is_not_found(chair, chair_page, plan):
    row = enter(chair, plan)

    assert chair_page.post(f"/dang-ky/{row.public_id}/buoc/bay/").status_code == 404


def test_a_plaque_is_entered_with_a_work(chair_page, plan):
    form = {
        "kind": "cong-trinh",
        "subject": "tap-the",
        "name": "Tổ cơ điện",
        "text": "Nhà để xe cho đoàn viên",
        "plaque_on": "28/07/2026",
        "plaque_place": "Cổng số 2",
        "plaque_text": "Công trình chào mừng",
    }

    made = chair_page.post(f"/dang-ky/ke-hoach/{plan.public_id}/moi/", form)

    assert "“Công trình chào mừng”" in text_of(chair_page.get(made.url))


def test_the_chair_may_invite_a_member(client_of, country):
    page = client_of("chu-tich-cdcs", "anh-duong").get(
        f"/don-vi/{country['anh-duong'].public_id}/nguoi/moi/"
    )

    assert 'value="doan-vien"' in page.content.decode()


# What a page costs


def test_no_page_asks_more_than_it_may(
    country,
    chair,
    officer,
    office,
    chair_page,
    member_page,
    ward_plan,
    plan,
):
    expect(country, ward_plan)
    pact = make_pact(country, ward_plan)
    sign_pact(actor=officer, pact_id=pact.public_id)
    rows = [enter(chair, plan, name=f"Người {number}") for number in range(5)]
    enter(country.actor("doan-vien", "anh-duong"), plan)
    pages = [
        (office, f"/giao-uoc/ke-hoach/{ward_plan.public_id}/"),
        (office, f"/giao-uoc/{pact.public_id}/"),
        (office, f"/giao-uoc/ke-hoach/{ward_plan.public_id}/moi/"),
        (office, f"/dang-ky/ke-hoach/{ward_plan.public_id}/"),
        (chair_page, f"/dang-ky/ke-hoach/{plan.public_id}/"),
        (chair_page, f"/dang-ky/{rows[0].public_id}/"),
        (chair_page, "/dang-ky/"),
        (chair_page, f"/dang-ky/ke-hoach/{plan.public_id}/moi/"),
        (chair_page, f"/dang-ky/ke-hoach/{plan.public_id}/yeu-cau/"),
        (chair_page, "/"),
        (member_page, "/"),
        (member_page, f"/dang-ky/ke-hoach/{plan.public_id}/"),
    ]

    costs = {}
    for client, address in pages:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        costs[address] = len(asked)

    assert max(costs.values()) <= MOST_QUERIES, costs


# Papers


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("in", b"%PDF")])
def test_every_paper_is_given_as_word_and_pdf(
    country, chair, office, chair_page, ward_plan, plan, form, begins
):
    pact = make_pact(country, ward_plan)
    row = enter(chair, plan)
    for client, address in (
        (office, f"/giao-uoc/{pact.public_id}/"),
        (office, f"/giao-uoc/ke-hoach/{ward_plan.public_id}/ban-trang/"),
        (chair_page, f"/dang-ky/{row.public_id}/ban-dang-ky/"),
        (chair_page, f"/dang-ky/ke-hoach/{plan.public_id}/danh-sach/"),
        (chair_page, f"/dang-ky/ke-hoach/{plan.public_id}/ban-trang/"),
    ):
        answer = client.get(address, {"dang": form})

        assert answer.status_code == 200, address
        assert answer.content.startswith(begins), address


def test_blank_pacts_have_a_page_for_each_direct_unit(office, ward_plan):
    page = office.get(f"/giao-uoc/ke-hoach/{ward_plan.public_id}/ban-trang/")

    paper = page.context["paper"]
    assert page.context["count"] == 3
    assert sum(isinstance(block, PageBreak) for block in paper.blocks) == 2
    for name in ("CĐCS Công ty Ánh Dương", "CĐCS Công ty Bình Minh", "Hoa Sen"):
        assert name in text_of(page)


def test_a_unit_without_units_below_prints_no_blank_pacts(chair_page, plan):
    assert chair_page.get(f"/giao-uoc/ke-hoach/{plan.public_id}/ban-trang/").status_code == 404


# Excel


def test_the_chair_takes_a_list_in_and_out(chair_page, plan):
    page = chair_page.get(f"/dang-ky/ke-hoach/{plan.public_id}/")
    assert 'href="/nhap-excel/dang-ky/"' in page.content.decode()
    data = write_rows(REGISTRATIONS, [{"name": "Phạm Thị Lan", "text": "Cải tiến giá để khuôn"}])
    file = SimpleUploadedFile("danh sách.xlsx", data)

    preview = chair_page.post("/nhap-excel/dang-ky/", {"file": file}).url
    shown = text_of(chair_page.get(preview))
    seen = shown.partition('name="seen" value="')[2].partition('"')[0]
    done = chair_page.post(preview, {"do": "commit", "seen": seen, "request_key": "k"})

    assert done.status_code == 302
    assert Registration.objects.get().name == "Phạm Thị Lan"
    out = chair_page.get("/nhap-excel/dang-ky/xuat/")
    assert out.content.startswith(b"PK")


def test_a_member_takes_no_list_in(member_page, plan):
    assert member_page.get("/nhap-excel/dang-ky/").status_code == 403
