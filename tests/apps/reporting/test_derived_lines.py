"""Derived figures in a report: shown, never typed, kept when sent, accepted with it or afterwards."""

from datetime import date

import pytest
from tests.apps.reporting.stage import ASKED, FIRST, LAST, send, total

from thidua.apps.figures.models import Fact, Indicator
from thidua.apps.figures.services.derived import Counted, record_derived
from thidua.apps.reporting.models import Report
from thidua.apps.reporting.queries import blank_report, period_to_fill, report_for
from thidua.apps.reporting.services import (
    Asked,
    Entry,
    accept_additions,
    accept_report,
    open_period,
    return_report,
    save_draft,
    start_report,
)
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound
from thidua.domain.figures.totals import Figure

CODE = "sang-kien"


@pytest.fixture
def derived(indicators):
    Indicator.objects.filter(code=CODE).update(source="derived", counted_as="đã xác nhận")
    return indicators[CODE]


@pytest.fixture
def period(derived, officer):
    asked = (*ASKED, Asked(CODE))
    return open_period(actor=officer, first_day=FIRST, last_day=LAST, due_on=LAST, asked=asked)


@pytest.fixture
def report(period, chair):
    return Report.objects.get(public_id=start_report(actor=chair, period_id=period))


@pytest.fixture
def count(derived, country):
    """Say that these initiatives of the chair's unit are confirmed on a day of November."""

    def say(*numbers, value=1, day=date(2026, 11, 18)):
        rows = [
            Counted(f"sk_{n}", 1, country["anh-duong"].pk, "", day, {derived.pk: value})
            for n in numbers
        ]
        record_derived("initiative", rows)

    return say


def line_of(actor, report):
    return next(line for line in report_for(actor, report.public_id).lines if line.code == CODE)


def sent_with(report, chair):
    return send(report, chair, **{"doi-thoai": 1, "suat-qua": 0})


def test_it_is_there_before_anything_is_saved(period, chair, count):
    count(1, 2, 3)
    blank = blank_report(chair, period_to_fill(chair, period), "Ánh Dương")
    line = next(line for line in blank.lines if line.asked.derived)
    assert (line.shown, line.asked.counted_as) == (3, "đã xác nhận")


def test_only_rows_of_the_period_are_shown(report, chair, count):
    count(1)
    count(2, day=date(2026, 10, 31))
    assert line_of(chair, report).shown == 1


def test_it_is_never_typed(report, chair):
    with pytest.raises(Invalid, match=r"reports\.derived_typed"):
        save_draft(actor=chair, report_id=report.public_id, version=1, entries={CODE: Entry(7)})


def test_sending_keeps_it_and_writes_no_fact_for_it(
    report, chair, officer, count, country, derived
):
    count(1, 2)
    sent_with(report, chair)
    assert report.lines.get(indicator=derived).counted == 2
    assert not Fact.objects.filter(indicator=derived, source_type="report").exists()
    count(3)
    line = line_of(officer, report)
    assert (line.shown, line.added) == (2, 1)
    assert total(country["tld"], derived) == Figure(3, 0)


def test_accepting_the_report_accepts_what_was_counted(
    report, chair, officer, count, country, derived
):
    count(1, 2)
    count(9, day=date(2026, 10, 31))
    sent_with(report, chair)
    accept_report(actor=officer, report_id=report.public_id)
    assert total(country["tld"], derived) == Figure(3, 2)


def test_what_comes_after_the_acceptance_is_said_and_accepted_in_its_turn(
    report, chair, officer, count, country, derived
):
    count(1)
    sent_with(report, chair)
    accept_report(actor=officer, report_id=report.public_id)
    assert not report_for(officer, report.public_id).additions
    count(2)
    view = report_for(officer, report.public_id)
    assert [(line.added, line.unaccepted) for line in view.additions] == [(1, 1)]
    assert (view.waits_again, view.judges) == (True, True)
    assert total(country["tld"], derived) == Figure(2, 1)
    accept_additions(actor=officer, report_id=report.public_id)
    assert total(country["tld"], derived) == Figure(2, 2)
    assert not report_for(officer, report.public_id).waits_again
    with pytest.raises(Conflict, match=r"reports\.nothing_added"):
        accept_additions(actor=officer, report_id=report.public_id)


def test_a_row_taken_back_leaves_both_numbers_and_is_said(
    report, chair, officer, count, country, derived
):
    count(1, 2)
    sent_with(report, chair)
    accept_report(actor=officer, report_id=report.public_id)
    count(2, value=0)
    assert total(country["tld"], derived) == Figure(1, 1)
    view = report_for(chair, report.public_id)
    assert [line.added for line in view.additions] == [-1]
    assert not view.waits_again


def test_a_returned_report_shows_what_stands_now(report, chair, officer, count, country, derived):
    count(1)
    sent_with(report, chair)
    return_report(actor=officer, report_id=report.public_id, reason="Xem lại.")
    count(2)
    assert line_of(chair, report).shown == 2
    sent_with(report, chair)
    assert report.lines.get(indicator=derived).counted == 2
    assert total(country["tld"], derived) == Figure(2, 0)


def test_additions_are_accepted_by_the_direct_superior_of_an_accepted_report(
    report, chair, officer, count, country
):
    count(1)
    given = {"report_id": report.public_id}
    sent_with(report, chair)
    with pytest.raises(Conflict, match=r"reports\.not_accepted"):
        accept_additions(actor=officer, **given)
    accept_report(actor=officer, **given)
    count(2)
    with pytest.raises(Forbidden):
        accept_additions(actor=chair, **given)
    with pytest.raises(Forbidden):
        accept_additions(actor=country.actor("can-bo-thi-dua", "ha-noi"), **given)
    with pytest.raises(NotFound):
        accept_additions(actor=country.actor("can-bo-thi-dua", "hue"), **given)
    Report.objects.filter(pk=report.pk).update(sent_by=officer.user_id)
    with pytest.raises(Forbidden, match=r"reports\.own"):
        accept_additions(actor=officer, **given)


def test_it_may_be_asked_in_two_periods_of_the_same_days(period, officer):
    assert open_period(
        actor=officer, first_day=FIRST, last_day=LAST, due_on=LAST, asked=(Asked(CODE),)
    )
