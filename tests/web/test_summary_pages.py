"""Pages of a summed-up period and of its paper: who opens them, what stands on them, what they cost."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from tests.apps.campaigns.cascade import boss, launched
from tests.apps.reporting.told import tell

from thidua.apps.campaigns.services.targets import set_targets
from thidua.apps.documents.models import Paper
from thidua.apps.figures.services import install_indicators
from thidua.base.actor import SYSTEM

FEB, MAR = date(2026, 2, 1), date(2026, 3, 1)


def text_of(answer):
    return " ".join(answer.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.fixture
def ward(country):
    install_indicators(actor=SYSTEM)
    plan = launched(country, "tu-liem", number="08/KH-CĐP")
    set_targets(
        actor=boss(country, "tu-liem"),
        campaign_id=plan.public_id,
        unit_id=country["tu-liem"].public_id,
        values={"sang-kien": 713},
        illustrative=True,
        published="127",
    )
    tell(country, "anh-duong", "sang-kien", FEB, MAR, 906, 900)
    tell(country, "binh-minh", "suat-qua", FEB, MAR, 12, 12)
    return country["tu-liem"]


def summary(unit, year=2026, part="6-thang-dau"):
    return reverse("reporting:summary", args=[unit.public_id, year, part])


def test_the_figure_stands_beside_its_target_with_what_the_percentage_tells(ward, client_of):
    text = text_of(client_of("lanh-dao", "ha-noi").get(summary(ward)))

    assert "906" in text
    assert "713" in text
    assert "127,1 %" in text
    assert "chỉ tiêu minh họa; 906 và 127 % cho biết chỉ tiêu từ 711 đến 716" in text
    assert "Tính đến hết ngày 30/06/2026" in text
    assert "08/KH-CĐP" in text


@pytest.mark.parametrize(
    ("role", "slug", "status", "drafts"),
    [
        ("can-bo-thi-dua", "tu-liem", 200, True),
        ("lanh-dao", "ha-noi", 200, False),
        ("chu-tich-cdcs", "anh-duong", 404, False),
        ("lanh-dao", "hue", 404, False),
        ("quan-tri", "tld", 403, False),
    ],
)
def test_a_unit_and_its_superiors_read_and_only_the_unit_drafts(
    ward, client_of, role, slug, status, drafts
):
    answer = client_of(role, slug).get(summary(ward))

    assert answer.status_code == status
    assert ("Lập báo cáo (Word, PDF)" in text_of(answer)) is drafts


@pytest.mark.parametrize(
    ("year", "part"), [(2027, "6-thang-dau"), (1999, "ca-nam"), (2026, "quy-5"), (9999, "ca-nam")]
)
def test_a_period_that_is_none_or_has_not_begun_is_not_there(ward, client_of, year, part):
    assert client_of("lanh-dao", "tu-liem").get(summary(ward, year, part)).status_code == 404


@pytest.mark.parametrize(
    ("year", "offered"), [(2026, [2025]), (2025, [2026]), (2024, [2025]), (2000, [2001])]
)
def test_the_years_lead_as_far_back_as_there_are_figures(ward, country, client_of, year, offered):
    tell(country, "anh-duong", "sang-kien", date(2025, 9, 1), date(2025, 10, 1), 5, 5)

    page = client_of("lanh-dao", "tu-liem").get(summary(ward, year)).content.decode()

    others = [other for other in range(1999, 2028) if other != year]
    assert [other for other in others if summary(ward, other) in page] == offered


def drafted(client, ward):
    answer = client.post(summary(ward) + "lap/")
    assert answer.status_code == 302
    return answer["Location"]


def test_drafting_leads_to_the_paper_and_a_second_press_makes_no_second(ward, client_of):
    client = client_of("can-bo-thi-dua", "tu-liem")
    key = {"request_key": "mot-lan"}

    first = client.post(summary(ward) + "lap/", key)["Location"]
    second = client.post(summary(ward) + "lap/", key)["Location"]

    assert first == second
    assert Paper.objects.count() == 1
    page = text_of(client.get(first))
    assert "BÁO CÁO" in page
    assert "Sáng kiến được công nhận: 906 sáng kiến" in page
    assert first in text_of(client_of("lanh-dao", "ha-noi").get(summary(ward)))


@pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_the_paper_comes_as_word_and_pdf(ward, client_of, form, start):
    pytest.importorskip("docx")
    client = client_of("can-bo-thi-dua", "tu-liem")

    answer = client.get(f"{drafted(client, ward)}?dang={form}")

    assert answer.content.startswith(start)
    assert f".{form}" in answer["Content-Disposition"]


def test_word_carries_the_id_of_each_number(ward, client_of):
    docx = pytest.importorskip("docx")
    client = client_of("can-bo-thi-dua", "tu-liem")
    answer = client.get(f"{drafted(client, ward)}?dang=docx")
    paper = Paper.objects.get()

    body = docx.Document(BytesIO(answer.content)).element.body.xml
    for figure in paper.figures.all():
        assert f'w:val="{paper.public_id}/S{figure.number}"' in body


def test_the_check_tells_what_changed_since(ward, country, client_of):
    client = client_of("can-bo-thi-dua", "tu-liem")
    check = drafted(client, ward) + "doi-chieu/"
    assert "Mọi số trong văn bản khớp" in text_of(client.get(check))

    tell(country, "hoa-sen", "sang-kien", FEB, MAR, 4, 4)

    text = text_of(client_of("lanh-dao", "ha-noi").get(check))
    assert "số đã đổi kể từ khi lập văn bản" in text
    assert "127,6 %" in text
    assert "910 / 713" in text


def test_a_paper_is_for_its_unit_and_superiors(ward, client_of):
    paper = drafted(client_of("can-bo-thi-dua", "tu-liem"), ward)

    for tail in ("", "doi-chieu/"):
        assert client_of("lanh-dao", "tld").get(paper + tail).status_code == 200
        assert client_of("chu-tich-cdcs", "anh-duong").get(paper + tail).status_code == 404
        assert client_of("lanh-dao", "hue").get(paper + tail).status_code == 404
        assert client_of("quan-tri", "tld").get(paper + tail).status_code == 403


def test_the_ways_to_the_report_are_on_the_pages_of_unit_figures_and_plan(ward, client_of):
    client = client_of("lanh-dao", "tu-liem")
    plan = reverse("campaigns:list")

    figures = text_of(client.get(reverse("figures:overview")))
    unit = text_of(client.get(reverse("org:unit", args=[ward.public_id])))
    results = client.get(plan).context["rows"][0][0]
    plan_page = text_of(client.get(reverse("campaigns:results", args=[results.public_id])))

    assert summary(ward) in figures
    assert summary(ward, 2026, "6-thang-cuoi") in unit
    assert summary(ward) in plan_page


@pytest.mark.parametrize("many", [False, True])
def test_the_pages_cost_the_same_with_little_and_much(
    ward, country, client_of, django_assert_max_num_queries, many
):
    client = client_of("can-bo-thi-dua", "tu-liem")
    paper = drafted(client, ward)
    if many:
        launched(country, "tu-liem", number="09/KH-CĐP")
        for code in ("tham-hoi", "tro-cap", "doi-thoai"):
            tell(country, "anh-duong", code, FEB, MAR, 3, 3)
        drafted(client, ward)
    client.get(summary(ward))

    for page in (summary(ward), paper, paper + "doi-chieu/"):
        with django_assert_max_num_queries(12):
            assert client.get(page).status_code == 200
