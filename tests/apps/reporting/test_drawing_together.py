"""Longer reports and those of upper levels: they show what others gave and add nothing to it twice."""

from datetime import date

import pytest
from tests.apps.reporting.stage import ASKED, send, total

from thidua.apps.figures.models import Fact
from thidua.apps.figures.queries import totals_for
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.reporting.models import Report
from thidua.apps.reporting.queries import blank_report, period_to_fill, report_for, unsent_below
from thidua.apps.reporting.queries.home import due_items, review_items
from thidua.apps.reporting.services import (
    Asked,
    Entry,
    accept_report,
    open_period,
    save_draft,
    start_report,
)
from thidua.base import clock
from thidua.domain.errors import Invalid, NotFound
from thidua.domain.figures.totals import Figure

QUARTER = date(2026, 10, 1), date(2026, 12, 31)
CODE = "doi-thoai"


def opened(actor, days=QUARTER, asked=ASKED, asks="lowest"):
    first, last = days
    return open_period(
        actor=actor, first_day=first, last_day=last, due_on=last, asked=asked, asks=asks
    )


def begun(actor, period):
    return Report.objects.get(public_id=start_report(actor=actor, period_id=period))


def line_of(actor, report, code=CODE):
    fold_pending()
    lines = report_for(actor, report.public_id).lines
    return next(line for line in lines if line.code == code)


@pytest.fixture
def quarter(sent, officer):
    """A quarter beside November, which the chair has sent with 3; it also asks for visits."""
    return opened(officer, asked=(*ASKED[:1], Asked("tham-hoi")))


def test_a_longer_report_shows_what_the_months_gave_and_adds_nothing(
    quarter, chair, officer, country, indicators
):
    report = begun(chair, quarter)
    assert (line_of(chair, report).shown, line_of(chair, report).asked.typed) == (3, False)
    send(report, chair, **{"tham-hoi": 7})
    assert report.lines.get(indicator=indicators[CODE]).counted == 3
    accept_report(actor=officer, report_id=report.public_id)
    assert total(country["tld"], indicators[CODE]) == Figure(3, 0)
    assert total(country["tld"], indicators["tham-hoi"]) == Figure(7, 7)
    assert Fact.objects.filter(source_id=report.public_id, indicator=indicators[CODE]).count() == 0


def test_what_months_give_is_not_typed_again(quarter, chair):
    report = begun(chair, quarter)
    entries = {CODE: Entry(5)}
    with pytest.raises(Invalid) as refused:
        save_draft(actor=chair, report_id=report.public_id, version=1, entries=entries)
    assert (refused.value.code, refused.value.field) == ("reports.given_elsewhere", CODE)


def test_a_month_corrected_later_is_said_in_the_longer_report(quarter, sent, chair, officer):
    report = send(begun(chair, quarter), chair, **{"tham-hoi": 0})
    Report.objects.filter(pk=sent.pk).update(state="returned")
    sent.refresh_from_db()
    send(sent, chair, **{CODE: 5})
    line = line_of(officer, report)
    assert (line.shown, line.added) == (3, 2)


@pytest.fixture
def upward(sent, leader):
    """The city asks its direct units for the quarter, each with what is below it."""
    return opened(leader, asked=(Asked(CODE), Asked("cong-nhan-gioi")), asks="direct")


def test_an_upper_unit_s_report_is_drafted_from_what_its_units_sent(
    upward, officer, leader, country, indicators
):
    fold_pending()
    blank = blank_report(officer, period_to_fill(officer, upward), "Từ Liêm")
    assert [(line.code, line.shown, line.together) for line in blank.lines] == [
        (CODE, 3, True),
        ("cong-nhan-gioi", None, True),
    ]
    report = begun(officer, upward)
    send(report, officer, **{"cong-nhan-gioi": 2})
    view = report_for(leader, report.public_id)
    assert [line.shown for line in view.lines] == [3, 2]
    accept_report(actor=leader, report_id=report.public_id)
    assert total(country["tu-liem"], indicators[CODE]) == Figure(3, 0)
    assert total(country["tld"], indicators["cong-nhan-gioi"]) == Figure(2, 2)
    assert [line.shown for line in report_for(leader, report.public_id).lines] == [3, 2]
    assert not report_for(leader, report.public_id).additions


def test_own_level_results_stand_beside_those_below(upward, officer, country, indicators):
    report = begun(officer, upward)
    fold_pending()
    send(report, officer, **{CODE: 4})
    line = line_of(officer, report)
    assert (line.value, line.counted, line.shown, line.added) == (4, 3, 7, 0)
    assert total(country["ha-noi"], indicators[CODE]) == Figure(7, 0)


def test_what_was_written_a_moment_ago_counts_at_once(upward, officer):
    """Totals may wait for their folder; a report that is sent and read meanwhile does not."""
    report = send(begun(officer, upward), officer, **{CODE: 4})
    assert report.lines.get(indicator__code=CODE).counted == 3
    line = next(line for line in report_for(officer, report.public_id).lines if line.code == CODE)
    assert (line.value, line.counted, line.shown, line.added) == (4, 3, 7, 0)


def test_who_has_not_sent_is_named(upward, officer, country):
    period = Report.objects.get(pk=begun(officer, upward).pk).period
    (unsent,) = unsent_below(country["tu-liem"].pk, period)
    assert unsent.period == "Báo cáo tháng 11/2026"
    assert unsent.units == ["CĐCS Công ty Bình Minh", "CĐCS Trường Mầm non Hoa Sen"]


def test_only_direct_units_owe_it_and_the_asker_reviews_it(upward, officer, leader, chair, country):
    names = [item.name for item in due_items(officer)]
    assert names == ["Báo cáo quý IV/2026"]
    assert "Báo cáo quý IV/2026" not in [item.name for item in due_items(chair)]
    with pytest.raises(NotFound):
        start_report(actor=chair, period_id=upward)
    quarter = {item.name: item.missing for item in review_items(leader)}["Báo cáo quý IV/2026"]
    assert quarter == 2, "Từ Liêm and Giáo dục; Nam Từ Liêm ended in 2025"


def test_a_unit_reports_its_own_level_and_its_superior_accepts(
    indicators, officer, leader, country
):
    period = opened(
        officer, (date(2026, 1, 1), date(2026, 12, 31)), (Asked("cong-nhan-gioi"),), asks="own"
    )
    assert [item.name for item in due_items(officer)] == ["Báo cáo năm 2026"]
    report = send(begun(officer, period), officer, **{"cong-nhan-gioi": 24})
    assert [(i.name, i.to_review) for i in review_items(leader)] == [("Báo cáo năm 2026", 1)]
    accept_report(actor=leader, report_id=report.public_id)
    assert total(country["tu-liem"], indicators["cong-nhan-gioi"]) == Figure(24, 24)


def test_a_stage_of_years_adds_up_with_its_part(indicators, country):
    """149 công nhân giỏi, trong đó 10 cấp Thành phố: ten of the 149, never 159."""
    hue = country.actor("lanh-dao", "hue")
    asked = (Asked("cong-nhan-gioi"), Asked("cong-nhan-gioi-thanh-pho"))
    given = zip(range(2016, 2021), (24, 28, 30, 33, 34), (1, 2, 2, 2, 3), strict=True)
    for year, whole, part in given:
        period = opened(hue, (date(year, 1, 1), date(year, 12, 31)), asked, asks="own")
        values = {"cong-nhan-gioi": whole, "cong-nhan-gioi-thanh-pho": part}
        send(begun(hue, period), hue, **values)
    days = date(2016, 1, 1), date(2020, 12, 31)
    stage = begun(hue, opened(hue, days, asked, asks="own"))
    assert line_of(hue, stage, "cong-nhan-gioi").shown == 149
    assert line_of(hue, stage, "cong-nhan-gioi-thanh-pho").shown == 10
    send(stage, hue)
    fold_pending()
    span = date(2016, 1, 1), date(2021, 1, 1)
    ids = [indicators[row.code].pk for row in asked]
    assert [totals_for(country["hue"].pk, ids, *span)[pk].sent for pk in ids] == [149, 10]


def test_a_figure_that_stands_is_carried_over(indicators, officer, chair):
    asked = (Asked("thoa-uoc-con-hieu-luc", evidence="none"), Asked(CODE))
    october = opened(officer, (date(2026, 10, 1), date(2026, 10, 31)), asked)
    send(begun(chair, october), chair, **{"thoa-uoc-con-hieu-luc": 1, CODE: 9})
    november = opened(officer, (date(2026, 11, 1), date(2026, 11, 30)), asked)
    blank = blank_report(chair, period_to_fill(chair, november), "")
    assert [line.value for line in blank.lines] == [1, None]
    values = begun(chair, november).lines.values_list("value", flat=True)
    assert sorted(values, key=str) == [1, None]


def test_a_part_larger_than_its_whole_is_not_sent(indicators, officer, chair, country):
    asked = (Asked("cong-nhan-gioi"), Asked("cong-nhan-gioi-thanh-pho"))
    report = begun(chair, opened(officer, asked=asked))
    with pytest.raises(Invalid) as refused:
        send(report, chair, **{"cong-nhan-gioi": 8, "cong-nhan-gioi-thanh-pho": 10})
    assert (refused.value.code, refused.value.field) == (
        "reports.part_over",
        "cong-nhan-gioi-thanh-pho",
    )
    send(report, chair, **{"cong-nhan-gioi": 149, "cong-nhan-gioi-thanh-pho": 10})
    assert total(country["tld"], indicators["cong-nhan-gioi"]) == Figure(149, 0)


def test_months_still_to_come_may_be_opened_beside_their_quarter(quarter, officer):
    with clock.pinned(date(2026, 12, 1)):
        assert opened(officer, (date(2026, 12, 1), date(2026, 12, 31)), ASKED)
