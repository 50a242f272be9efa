"""Plans begun by one press: from the shelf, as a copy, after the model of a pilot unit."""

from datetime import date

import pytest
from tests.apps.campaigns.cascade import PLAN, drafted, given, launched
from tests.apps.conferences.stage import planned
from tests.web.test_plan_rows import text_of

from thidua.apps.campaigns.models import Campaign
from thidua.apps.campaigns.services.movements import install_movements
from thidua.apps.campaigns.to_domain import draft_of
from thidua.base.actor import SYSTEM
from thidua.domain.plan_draft import CommemorationDraft
from thidua.lawbook.shelf import shelf

SHELF = "/ke-hoach/thuong-ky/"


@pytest.fixture
def office(client_of):
    return client_of("can-bo-thi-dua", "tu-liem")


def test_the_shelf_holds_the_plans_of_a_year(country, office):
    text = text_of(office.get(f"{SHELF}?nam=2027"))

    for words in (
        "Tết Sum vầy năm 2027",
        "hội nghị người lao động",
        "Ngày Quốc tế Phụ nữ năm 2027",
        "Tháng hành động về an toàn, vệ sinh lao động năm 2027",
        "Ngày Gia đình Việt Nam",
        "Ngày thành lập Công đoàn Việt Nam năm 2027",
        "năm học 2027 – 2028",
        "Hội Liên hiệp Phụ nữ Việt Nam",
        "tổng kết phong trào thi đua",
    ):
        assert words in text


@pytest.mark.parametrize("slug", shelf())
def test_one_press_makes_a_sound_draft(country, office, slug):
    install_movements(actor=SYSTEM)

    answer = office.post(f"{SHELF}{slug}/", {"nam": "2027"})

    plan = Campaign.objects.get()
    assert answer.url == f"/ke-hoach/{plan.public_id}/sua/"
    kept = draft_of(plan)
    assert (kept.year == 2027) or slug == "tet-sum-vay"
    assert "2027" in kept.title
    assert kept.contents
    assert kept.phases
    assert all(one.years for one in kept.commemorations)
    assert len(kept.movements) == len(shelf()[slug].movements)
    assert office.get(answer.url).status_code == 200


def test_tet_of_the_shelf_ends_on_the_eve(country):
    plan = shelf()["tet-sum-vay"].draft(2026)

    assert (plan.starts_on, plan.last_day) == (date(2026, 1, 3), date(2026, 2, 16))


@pytest.mark.parametrize(("slug", "year"), [("khong-co", "2026"), ("ngay-28-7", "1999")])
def test_what_is_not_on_the_shelf_is_not_found(country, office, slug, year):
    assert office.post(f"{SHELF}{slug}/", {"nam": year}).status_code == 404
    assert Campaign.objects.count() == 0


# Copies


def test_a_copy_is_a_draft_of_the_own_unit_for_the_chosen_year(country, client_of):
    days = (CommemorationDraft("thanh-lap-cong-doan", years=97),)
    plan = launched(country, "tu-liem", commemorations=days)
    client = client_of("can-bo-thi-dua", "ha-noi")

    assert "Chép thành bản soạn" in text_of(client.get(f"/ke-hoach/{plan.public_id}/"))
    answer = client.post(f"/ke-hoach/{plan.public_id}/chep/", {"nam": "2027"})

    copy = Campaign.objects.get(unit=country["ha-noi"])
    assert answer.url == f"/ke-hoach/{copy.public_id}/sua/"
    kept = draft_of(copy)
    assert (copy.state, copy.parent, kept.number, kept.note) == ("draft", None, "", "")
    assert kept.title == "Kế hoạch phát động thi đua năm 2027"
    assert [one.years for one in kept.commemorations] == [98]
    assert (kept.starts_on, kept.last_day) == (date(2027, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize("year", ["2025", "2040", "x", ""])
def test_a_copy_is_made_for_a_year_that_was_offered(country, office, year):
    plan = drafted(country, "tu-liem")

    answer = office.post(f"/ke-hoach/{plan.public_id}/chep/", {"nam": year})

    assert answer.status_code == 404
    assert Campaign.objects.count() == 1


def test_a_count_changed_in_a_copy_of_2023_is_told_the_right_year(country, office):
    """Minute 2:30 of the story: 94 changed to 93."""
    days = (CommemorationDraft("thanh-lap-cong-doan", years=94),)
    plan = drafted(
        country,
        "tu-liem",
        starts_on=date(2023, 1, 1),
        last_day=date(2023, 12, 31),
        phases=(),
        commemorations=days,
    )
    copied = office.post(f"/ke-hoach/{plan.public_id}/chep/", {"nam": "2023"})
    page = office.get(copied.url)
    assert page.context["sets"]["commemorations"].forms[0]["years"].value() == "94"

    answer = office.post(
        copied.url,
        {
            "title": "Kế hoạch 2023",
            "starts_on": "01/01/2023",
            "last_day": "31/12/2023",
            "version": "1",
            "ngay-TOTAL_FORMS": "1",
            "ngay-INITIAL_FORMS": "0",
            "ngay-0-event": "thanh-lap-cong-doan",
            "ngay-0-years": "93",
        },
    )

    assert answer.status_code == 422
    assert "93 năm là năm 2022; năm 2023 là 94 năm" in text_of(answer)


# The pilot's plan, offered to its siblings


@pytest.fixture
def piloted(country):
    """The ward's plan, launched first by Ánh Dương as pilot; Bình Minh was given it too."""
    plan = launched(country, "tu-liem", pilots=("anh-duong",))
    model = launched(country, "anh-duong", plan, contents=("Của đơn vị điểm",), note="Chỉ nội bộ")
    return plan, model


def test_a_sibling_is_offered_the_pilots_plan_and_may_take_it_as_a_model(
    country, client_of, piloted
):
    plan, model = piloted
    sibling = client_of("chu-tich-cdcs", "binh-minh")
    directive = given(plan, country, "binh-minh")

    page = text_of(sibling.get(f"/ke-hoach/{plan.public_id}/"))
    assert "Đơn vị điểm đã phát động" in page
    assert f"?giao={directive.public_id}&amp;mau={model.public_id}" in page

    form = text_of(sibling.get(f"/ke-hoach/moi/?giao={directive.public_id}&mau={model.public_id}"))
    assert "Của đơn vị điểm" in form
    assert "lấy theo mẫu của đơn vị điểm" in form


def test_a_sibling_reads_the_sheet_of_the_pilots_plan_and_no_more(country, client_of, piloted):
    _plan, model = piloted
    sibling = client_of("chu-tich-cdcs", "binh-minh")

    sheet = sibling.get(f"/ke-hoach/{model.public_id}/")

    assert sheet.status_code == 200
    assert "Của đơn vị điểm" in text_of(sheet)
    assert "Chỉ nội bộ" not in text_of(sheet)
    paper = sibling.get(f"/ke-hoach/{model.public_id}/van-ban/")
    assert paper.status_code == 200
    assert "Của đơn vị điểm" in text_of(paper)
    for tab in ("trien-khai/", "ket-qua/", "dien-bien/", "tien-do/", "sua/"):
        assert sibling.get(f"/ke-hoach/{model.public_id}/{tab}").status_code == 404


def test_the_conference_of_the_pilot_is_told_with_its_plan(country, client_of, piloted):
    plan, model = piloted
    planned(
        country.actor("chu-tich-cdcs", "anh-duong"),
        campaign_id=model.public_id,
        title="Hội nghị phát động điểm",
    )

    page = text_of(client_of("chu-tich-cdcs", "binh-minh").get(f"/ke-hoach/{plan.public_id}/"))

    assert "Hội nghị phát động điểm: 20/11/2026, Hội trường phường" in page


@pytest.mark.parametrize(("role", "slug"), [("lanh-dao", "hue"), ("chu-tich-cdcs", "song-huong")])
def test_who_was_not_given_the_campaign_does_not_see_the_pilots_plan(
    country, client_of, piloted, role, slug
):
    _plan, model = piloted

    assert client_of(role, slug).get(f"/ke-hoach/{model.public_id}/").status_code == 404


def test_a_plan_of_a_unit_that_is_no_pilot_stays_with_its_line(country, client_of, piloted):
    plan, _model = piloted
    other = launched(country, "hoa-sen", plan)
    draft = launched(country, "ha-noi", pilots=("tu-liem",))
    unfinished = drafted(
        country, "tu-liem", given(draft, country, "tu-liem"), number=PLAN.number + "a"
    )
    sibling = client_of("chu-tich-cdcs", "binh-minh")

    assert sibling.get(f"/ke-hoach/{other.public_id}/").status_code == 404
    beside = client_of("lanh-dao", "giao-duc-hn")
    assert beside.get(f"/ke-hoach/{unfinished.public_id}/").status_code == 404


def test_siblings_may_launch_before_the_pilot(country):
    plan = launched(country, "tu-liem", pilots=("anh-duong",))

    assert launched(country, "binh-minh", plan).state == "running"
