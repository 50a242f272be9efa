"""A giai đoạn: parts within their whole, never added; years that add up; remarks with their marks."""

from datetime import date

import pytest
from django.urls import reverse
from tests.apps.reporting.told import tell

from thidua.apps.figures.models import Indicator
from thidua.apps.figures.queries import Told, row_of
from thidua.apps.figures.services import install_indicators
from thidua.base.actor import SYSTEM
from thidua.domain.figures.totals import Figure
from thidua.domain.spans import DateSpan
from thidua.web.areas.figures import stage as staging

STAGE = DateSpan(date(2015, 1, 1), date(2021, 1, 1))
WORKERS = {2016: 24, 2017: 28, 2018: 30, 2019: 33, 2020: 34}
OF_CITY = {2016: 1, 2017: 2, 2018: 2, 2019: 2, 2020: 3}


def text_of(answer):
    return " ".join(answer.content.decode().split())


def year(number):
    return date(number, 1, 1), date(number + 1, 1, 1)


@pytest.fixture
def district(country):
    """Two figures of five years, one of them a part of the other, and one of a school year."""
    install_indicators(actor=SYSTEM)
    Indicator.objects.filter(code="luot-tuyen-truyen").update(
        part_of="cong-nhan-gioi", part_words="cấp Thành phố"
    )
    for number, value in WORKERS.items():
        tell(country, "nam-tu-liem", "cong-nhan-gioi", *year(number), value, value)
    for number, value in OF_CITY.items():
        tell(country, "nam-tu-liem", "luot-tuyen-truyen", *year(number), value, value)
    tell(country, "cau-dien", "doi-thoai", date(2018, 9, 1), date(2019, 9, 1), 12, 12)
    return country["nam-tu-liem"]


def address(unit, first=2015, last=2020):
    return reverse("figures:stage", args=[unit.public_id, first, last])


def test_a_part_stands_within_its_whole_and_is_never_added(district, client_of):
    answer = client_of("lanh-dao", "ha-noi").get(address(district))

    [workers, talks] = answer.context["rows"]
    assert workers.whole.figure.sent == 149
    assert [part.whole.figure.sent for part in workers.parts] == [10]
    assert "159" not in text_of(answer)
    assert [cell.figure.sent for _year, cell in workers.years] == [24, 28, 30, 33, 34]
    assert sum(cell.figure.sent for _year, cell in workers.years) == 149
    assert talks.indicator.code == "doi-thoai"


def test_a_year_without_figures_has_no_column_and_a_school_year_stands_apart(district, client_of):
    answer = client_of("lanh-dao", "ha-noi").get(address(district))

    assert answer.context["years"] == [2016, 2017, 2018, 2019, 2020]
    [talks] = [row for row in answer.context["rows"] if row.others]
    assert [(cell.figure.sent) for cell in talks.others] == [12]
    assert all(cell is None for _year, cell in talks.years)


def test_each_number_opens(district, client_of):
    client = client_of("lanh-dao", "ha-noi")
    [workers, talks] = client.get(address(district)).context["rows"]

    for cell in (workers.whole, workers.years[0][1], workers.parts[0].whole, talks.others[0]):
        opened = client.get(cell.href)
        assert opened.context["parts"].total.sent == cell.figure.sent


def test_a_remark_gets_one_mark_wherever_it_is_said():
    first, second = (DateSpan(*year(number)) for number in (2016, 2017))
    remarks = staging.Remarks(
        {("a", first): "Số minh họa", ("a", second): "Lần đầu", ("b", first): "Số minh họa"}
    )

    keys = (("a", first), ("b", first), ("a", second), ("b", second))
    marks = [remarks.mark(*key) for key in keys]

    # A star says that the number stands for one no source gives.
    assert marks == ["*", "*", "¹", ""]
    assert list(remarks) == [("*", "Số minh họa"), ("¹", "Lần đầu")]


def test_a_remark_on_the_whole_marks_the_total(district):
    told = Told(row_of(Indicator.objects.get(code="doi-thoai")), [(STAGE, Figure(7, 7))])

    _years, [row] = staging.rows_of(
        "dv_x", {"doi-thoai": told}, STAGE, staging.Remarks({("doi-thoai", STAGE): "Số minh họa"})
    )

    assert row.whole.mark == "*"
    assert [(cell.figure.sent, cell.mark) for cell in row.others] == [(7, "*")]


def test_what_collectives_and_individuals_were_given_adds_up_to_certificates():
    rows = staging.rows_of(
        "dv_x",
        {
            code: Told(
                row_of(Indicator(pk=place, code=code, aggregate="sum", position=place)),
                [(DateSpan(*year(2020)), Figure(value, value))],
            )
            for place, (code, value) in enumerate(
                [("dien-hinh-tap-the", 30), ("dien-hinh-ca-nhan", 101)], start=1
            )
        },
        STAGE,
        staging.Remarks({}),
    )[1]

    assert [total for _groups, _people, total in staging.together(rows)] == [131]


@pytest.mark.parametrize(
    ("first", "last"), [(2020, 2015), (2015, 2021), (2015, 2015), (1995, 2000), (2027, 2030)]
)
def test_what_is_no_giai_doan_is_not_there(district, client_of, first, last):
    assert client_of("lanh-dao", "ha-noi").get(address(district, first, last)).status_code == 404


@pytest.mark.parametrize(
    ("role", "slug", "status"),
    [
        ("lanh-dao", "ha-noi", 200),
        ("lanh-dao", "tld", 200),
        ("lanh-dao", "hue", 404),
        ("chu-tich-cdcs", "anh-duong", 404),
        ("quan-tri", "tld", 403),
    ],
)
def test_the_figures_of_a_unit_are_for_itself_and_its_superiors(
    district, client_of, role, slug, status
):
    assert client_of(role, slug).get(address(district)).status_code == status


def test_the_way_leads_from_the_unit_to_its_latest_giai_doan(district, client_of):
    client = client_of("lanh-dao", "ha-noi")
    ways = reverse("figures:stages", args=[district.public_id])

    assert ways in text_of(client.get(reverse("org:unit", args=[district.public_id])))
    assert client.get(ways)["Location"] == address(district)


def test_an_empty_giai_doan_says_what_will_stand_here(district, client_of):
    assert "Chưa có số liệu" in text_of(
        client_of("lanh-dao", "ha-noi").get(address(district, 2021, 2025))
    )


def test_the_page_costs_no_more_with_more(district, country, client_of, django_assert_num_queries):
    client = client_of("lanh-dao", "ha-noi")
    client.get(address(district))
    with django_assert_num_queries(9):
        client.get(address(district))
    for code in ("tham-hoi", "tro-cap", "suat-qua"):
        tell(country, "cau-dien", code, *year(2019), 3, 3)

    with django_assert_num_queries(9):
        client.get(address(district))
