"""Nam Từ Liêm 2015–2020 and Công đoàn Viên chức 2022: the sums are those of the articles."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from thidua.apps.documents.models import Paper
from thidua.apps.documents.to_domain import content_of, figures_of
from thidua.apps.figures.queries import contributions, indicator, told_of
from thidua.apps.initiatives.models import Initiative, InitiativePraise
from thidua.apps.reporting.models import Report, ReportLine
from thidua.apps.reporting.queries import checked, summary_of
from thidua.domain.documents import Item, plain
from thidua.domain.spans import DateSpan

pytestmark = pytest.mark.slow
_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
STAGE = DateSpan(date(2015, 1, 1), date(2021, 1, 1))
HALF = DateSpan(date(2022, 1, 1), date(2022, 7, 1))
REAL = ("HN-NTL", "HN-VC")


def years(told, code):
    every = (DateSpan(date(y, 1, 1), date(y + 1, 1, 1)) for y in range(2016, 2021))
    return [told[code].within(year).sent for year in every]


def page_of(name, *keys):
    client = Client()
    leader = get_user_model().objects.get(sign_in_name="demo-tp-lanh-dao")
    client.force_login(leader, backend=_BACKEND)
    answer = client.get(reverse(name, args=keys))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def test_149_are_five_years_and_10_are_among_them(demo):
    told = told_of(demo.unit("HN-NTL").pk, [STAGE])
    assert years(told, "cong-nhan-gioi") == [24, 28, 30, 33, 34]
    assert years(told, "cong-nhan-gioi-thanh-pho") == [1, 2, 2, 2, 3]
    assert told["cong-nhan-gioi"].within(STAGE).sent == 149
    assert told["cong-nhan-gioi-thanh-pho"].within(STAGE).sent == 10
    # No total anywhere above adds the part to its whole.
    city = told_of(demo.unit("HN").pk, [STAGE])
    assert city["cong-nhan-gioi"].within(STAGE).sent == 149
    assert 159 not in {one.within(STAGE).sent for one in city.values()}


def test_26_initiatives_are_rows_of_which_the_city_praised_2(demo):
    district = demo.unit("HN-NTL")
    told = told_of(district.pk, [STAGE])
    assert years(told, "sang-kien") == [4, 5, 5, 6, 6]
    assert told["sang-kien"].within(STAGE).sent == 26
    assert told["sang-kien-thanh-pho"].within(STAGE).sent == 2
    rows = Initiative.objects.filter(recognised_on__year__lte=2020)
    assert rows.count() == 26
    assert not rows.exclude(unit__code__contains="-MH-").exists()
    praises = InitiativePraise.objects.filter(initiative__in=rows)
    of_level = {level: praises.filter(level=level).count() for level in ("cap-huyen", "bo-tinh")}
    assert of_level == {"cap-huyen": 26, "bo-tinh": 2}
    opened = contributions(district.pk, indicator("sang-kien").pk, STAGE)
    assert sum(row.figure.sent for row in opened.units) == 26


def test_the_rest_of_the_five_years_is_what_the_article_gives(demo):
    told = told_of(demo.unit("HN-NTL").pk, [STAGE])
    values = {code: one.within(STAGE).sent for code, one in told.items()}
    assert values["dien-hinh-tap-the"] + values["dien-hinh-ca-nhan"] == 30 + 101 == 131
    assert years(told, "hoi-thi-nghe-gioi") == [0, 0, 1, 1, 0]
    assert values["nha-giao-tam-huyet"] == 12
    [(span, _figure)] = told["nha-giao-tam-huyet"].parts
    assert span == DateSpan(date(2018, 9, 1), date(2019, 9, 1))
    assert 10**11 <= values["gia-tri-sang-kien"] < 10**12


def test_the_page_says_it_in_the_words_of_the_brief(demo):
    page = page_of("figures:stage", demo.unit("HN-NTL").public_id, 2015, 2020)
    for words in (
        "Giai đoạn 2015–2020",
        ">149</a>",
        ">10</a> cấp Thành phố",
        "30 + 101 = <strong>131</strong>",
        "năm học 2018–2019",
        "Công đoàn Khách sạn JW Marriott Hà Nội",
        "* Số minh họa từng năm",
        "hàng trăm tỷ đồng",
    ):
        assert words in page
    assert "159" not in page


def test_what_the_article_does_not_give_is_marked(demo):
    lines = ReportLine.objects.filter(report__unit__code__in=REAL, value__isnull=False)
    invented = lines.filter(
        indicator__code__in=(
            "cong-nhan-gioi", "cong-nhan-gioi-thanh-pho", "sang-kien-thanh-pho",
            "gia-tri-sang-kien", "kinh-phi-khen-thuong",
        )
    )  # fmt: skip
    of_2022 = invented.filter(indicator__code="cong-nhan-gioi", report__unit__code="HN-VC")
    assert invented.difference(of_2022).count() == 5 + 5 + 2 + 1 + 1
    assert all("minh họa" in line.note for line in invented if line not in set(of_2022))
    assert set(Report.objects.filter(unit__code__in=REAL).values_list("state", flat=True)) == {
        "accepted"
    }


def test_the_half_year_of_2022_is_that_of_the_article(demo):
    summary = summary_of(demo.unit("HN-VC").pk, HALF)
    values = {line.indicator.code: line.figure.sent for line in summary.lines}
    assert values["sang-kien"] == 906
    assert (values["nu-gvn-dvn-tap-the"], values["nu-gvn-dvn-ca-nhan"]) == (8, 97)
    assert values["cong-nhan-gioi"] == 14
    families, good, brave = (
        values[code] for code in ("gia-dinh-tieu-bieu", "con-hoc-gioi", "con-vuot-kho")
    )
    assert (families, good, brave) == (60, 84, 5)
    paid = (families + good) * 1_000_000 + brave * 1_500_000
    assert values["kinh-phi-khen-thuong"] == paid == 151_500_000
    page = page_of("reporting:summary", demo.unit("HN-VC").public_id, 2022, "6-thang-dau")
    for words in (
        "713*",
        "127,1 %",
        "chỉ tiêu minh họa; 906 và 127 % cho biết chỉ tiêu từ 711 đến 716",
        "151.500.000",
        "đồng*",
        "thành tích năm 2021",
    ):
        assert words in page


def test_the_report_of_the_half_year_is_there_and_every_number_of_it_still_holds(demo):
    paper = Paper.objects.get(unit__code="HN-VC")
    content, figures = content_of(paper), figures_of(paper)
    said = [plain(block.text) for block in content.blocks if isinstance(block, Item)]
    assert any(
        "906 sáng kiến, đạt 127,1 % chỉ tiêu 713" in line.replace("\xa0", " ") for line in said
    )
    assert any("24 đơn vị đã tiếp nhận" in line for line in said)
    assert all(row.same for row in checked(paper.unit_id, HALF, figures))
    assert {one.text for one in figures} >= {"906", "713", "127,1 %", "8", "97", "60", "84", "5"}
    listed = content.annexes[-1]
    assert len(listed.rows) == len(figures)


def test_no_child_is_named_in_the_report(demo):
    lines = ReportLine.objects.filter(indicator__code__in=("con-hoc-gioi", "con-vuot-kho"))
    assert {line.note for line in lines} == {"Năm học 2021–2022."}
