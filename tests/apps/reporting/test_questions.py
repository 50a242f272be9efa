"""What pages ask: what is due, what waits, the board, and who may see what."""

from datetime import date

import pytest
from tests.apps.reporting.stage import ASKED, send

from thidua.apps.org.services import end_unit
from thidua.apps.reporting import queries
from thidua.apps.reporting.models import Period, Report
from thidua.apps.reporting.queries import BoardFilter, DueItem, ReviewItem
from thidua.apps.reporting.services import (
    accept_report,
    open_period,
    return_report,
    start_report,
)
from thidua.base import clock
from thidua.base.actor import SYSTEM
from thidua.domain.errors import NotFound

DUE = date(2026, 11, 30)
EVERY = BoardFilter()


@pytest.fixture
def period(november):
    return Period.objects.get(public_id=november)


def names_and_states(actor, period, chosen=EVERY):
    return [(row.name, row.state) for row in queries.board(actor, period, chosen).rows]


def test_what_is_due_leaves_the_list_when_sent_and_comes_back_when_returned(
    draft, november, chair, officer
):
    due = DueItem(november, "Báo cáo tháng 11/2026", DUE, returned=False, in_time=False)
    assert queries.due_items(chair) == [due]
    send(draft, chair, **{"doi-thoai": 3, "suat-qua": 0})
    assert queries.due_items(chair) == []
    return_report(actor=officer, report_id=draft.public_id, reason="sửa")
    assert [item.returned for item in queries.due_items(chair)] == [True]


def test_nothing_is_due_for_those_who_are_not_asked(november, officer, country):
    assert queries.due_items(officer) == []
    assert queries.due_items(country.actor("chu-tich-cdcs", "song-huong")) == []
    assert queries.due_items(SYSTEM) == []


def test_a_period_to_come_is_not_due_yet(indicators, officer, chair):
    first = date(2026, 12, 1)
    open_period(actor=officer, first_day=first, last_day=first, due_on=first, asked=ASKED)
    assert queries.due_items(chair) == []
    assert queries.review_items(officer) == []


def test_superiors_see_how_much_waits_and_how_many_have_not_sent(
    sent, november, officer, leader, country
):
    name = "Báo cáo tháng 11/2026"
    assert queries.review_items(officer) == [ReviewItem(november, name, DUE, 1, 2)]
    assert queries.review_items(leader) == []
    accept_report(actor=officer, report_id=sent.public_id)
    assert queries.review_items(officer) == [ReviewItem(november, name, DUE, 0, 2)]
    with clock.pinned(date(2027, 3, 1)):
        assert queries.review_items(officer) == []


def test_a_period_of_a_higher_unit_is_counted_below_each_reader(indicators, leader, officer):
    period = open_period(
        actor=leader, first_day=date(2026, 11, 1), last_day=DUE, due_on=DUE, asked=ASKED
    )
    (above,), (below,) = queries.review_items(leader), queries.review_items(officer)
    assert (above.period_public_id, above.missing) == (period, 4)
    assert (below.period_public_id, below.missing) == (period, 3)


def test_the_board_shows_who_has_not_sent_first_then_in_vietnamese_order(
    sent, period, officer, leader
):
    assert names_and_states(officer, period) == [
        ("CĐCS Công ty Bình Minh", "missing"),
        ("CĐCS Trường Mầm non Hoa Sen", "missing"),
        ("CĐCS Công ty Ánh Dương", "sent"),
    ]
    assert names_and_states(leader, period) == names_and_states(officer, period)
    counts = {"missing": 2, "returned": 0, "sent": 1, "received": 0, "accepted": 0}
    assert queries.board_counts(officer, period, EVERY) == counts
    assert queries.late_names(officer, period, EVERY) == [
        "CĐCS Công ty Bình Minh",
        "CĐCS Trường Mầm non Hoa Sen",
    ]


def test_the_board_is_filtered(sent, period, officer, leader, country):
    assert names_and_states(officer, period, BoardFilter(state="sent")) == [
        ("CĐCS Công ty Ánh Dương", "sent")
    ]
    branch = BoardFilter(branch=country["tu-liem"].public_id)
    assert len(names_and_states(leader, period, branch)) == 3
    other = BoardFilter(branch=country["giao-duc-hn"].public_id)
    assert names_and_states(leader, period, other) == []
    assert len(names_and_states(leader, period, BoardFilter(kind="cdcs"))) == 3
    assert names_and_states(leader, period, BoardFilter(kind="nghiep-doan")) == []


def test_a_chair_sees_the_own_row_only(sent, period, chair, country):
    assert names_and_states(chair, period) == [("CĐCS Công ty Ánh Dương", "sent")]
    with pytest.raises(NotFound):
        queries.period_for(country.actor("lanh-dao", "hue"), period.public_id)


def test_a_unit_that_has_ended_owes_nothing_later(period, officer, country):
    end_unit(actor=SYSTEM, unit_id=country["binh-minh"].public_id, on=date(2026, 11, 25))
    assert len(names_and_states(officer, period)) == 2


def test_to_a_superior_a_draft_is_not_yet_there(draft, period, officer, chair):
    assert queries.report_for(chair, draft.public_id).state == "draft"
    with pytest.raises(NotFound):
        queries.report_for(officer, draft.public_id)
    assert names_and_states(officer, period)[0] == ("CĐCS Công ty Ánh Dương", "missing")


def test_who_may_see_a_sent_report(sent, country):
    for role, slug in (("can-bo-cdcs", "anh-duong"), ("lanh-dao", "tld"), ("lanh-dao", "ha-noi")):
        assert queries.report_for(country.actor(role, slug), sent.public_id)
    for role, slug in (
        ("chu-tich-cdcs", "binh-minh"),
        ("lanh-dao", "hue"),
        ("can-bo-thi-dua", "giao-duc-hn"),
        ("quan-tri", "tld"),
    ):
        with pytest.raises(NotFound):
            queries.report_for(country.actor(role, slug), sent.public_id)


def test_steps_are_offered_to_those_who_may_take_them(sent, officer, leader, chair, helper):
    assert queries.report_for(officer, sent.public_id).may_review
    assert not queries.report_for(leader, sent.public_id).may_review
    assert not queries.report_for(chair, sent.public_id).may_fill
    return_report(actor=officer, report_id=sent.public_id, reason="sửa")
    assert queries.report_for(helper, sent.public_id).may_fill
    assert not queries.report_for(officer, sent.public_id).may_fill
    assert [view.public_id for view in queries.waiting_reports(officer)] == []


def test_the_story_of_a_report(sent, officer, chair):
    return_report(actor=officer, report_id=sent.public_id, reason="thiếu ảnh")
    with clock.pinned(date(2026, 12, 5)):
        send(sent, chair)
    story = [(step.operation, step.reason, step.late) for step in queries.story_of(sent.public_id)]
    assert story == [
        ("start_report", "", False),
        ("send_report", "", False),
        ("return_report", "thiếu ảnh", False),
        ("send_report", "", True),
    ]
    assert not queries.report_for(chair, sent.public_id).late


def test_own_periods_tell_state_and_lateness(november, chair):
    with clock.pinned(date(2026, 12, 3)):
        report = Report.objects.get(public_id=start_report(actor=chair, period_id=november))
        send(report, chair, **{"doi-thoai": 0, "suat-qua": 0})
    (own,) = queries.own_periods(chair, 2026)
    assert (own.report_id, own.state, own.late) == (report.public_id, "sent", True)
    assert queries.own_periods(chair, 2025) == []
