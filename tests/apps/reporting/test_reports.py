"""The life of a report: kept, sent, returned, sent again, accepted; and what each step refuses."""

from datetime import date

import pytest
from tests.apps.reporting.stage import ASKED, send, total

from thidua.apps.figures.models import Fact
from thidua.apps.org.services import end_unit, place_unit
from thidua.apps.reporting.models import Report
from thidua.apps.reporting.services import (
    Entry,
    Texts,
    accept_report,
    open_period,
    receive_report,
    return_report,
    save_draft,
    send_report,
    sending,
    start_report,
)
from thidua.base import clock
from thidua.base.actor import SYSTEM
from thidua.base.models import AuditEvent
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound
from thidua.domain.figures.totals import Figure


def events_of(report):
    events = AuditEvent.objects.filter(subject_id=report.public_id).order_by("id")
    return [event.operation for event in events]


def values_of(report):
    return dict(report.lines.values_list("indicator__code", "value"))


def test_a_draft_has_a_line_for_each_figure_and_no_values(draft, chair, november):
    assert values_of(draft) == {"doi-thoai": None, "suat-qua": None, "tro-cap": None}
    assert start_report(actor=chair, period_id=november) == draft.public_id
    assert Report.objects.count() == 1


def test_remarks_of_the_former_report_are_offered_never_its_figures(draft, officer, chair):
    note = {"tro-cap": Entry(5, "chi từ quỹ xã hội")}
    save_draft(actor=chair, report_id=draft.public_id, version=1, entries=note)
    send(draft, chair, **{"doi-thoai": 1, "suat-qua": 0})
    december = date(2026, 12, 1)
    with clock.pinned(december):
        period = open_period(
            actor=officer, first_day=december, last_day=december, due_on=december, asked=ASKED
        )
        report = Report.objects.get(public_id=start_report(actor=chair, period_id=period))
    line = report.lines.get(indicator__code="tro-cap")
    assert (line.value, line.note) == (None, "chi từ quỹ xã hội")


def test_what_was_typed_is_kept_and_counted_nowhere(draft, chair, country, indicators):
    entries = {"doi-thoai": Entry(4), "not-asked": Entry(9)}
    save_draft(
        actor=chair,
        report_id=draft.public_id,
        version=1,
        entries=entries,
        texts=Texts(note=" Ghi  chú "),
    )
    draft.refresh_from_db()
    assert values_of(draft)["doi-thoai"] == 4
    assert (draft.version, draft.note, draft.state) == (2, "Ghi chú", "draft")
    assert not Fact.objects.exists()
    save_draft(actor=chair, report_id=draft.public_id, version=2, entries=entries)
    draft.refresh_from_db()
    assert draft.version == 2


def test_a_stale_form_changes_nothing(draft, chair, helper):
    first, second = {"doi-thoai": Entry(4)}, {"doi-thoai": Entry(5)}
    save_draft(actor=helper, report_id=draft.public_id, version=1, entries=first)
    with pytest.raises(Conflict, match=r"base\.stale"):
        save_draft(actor=chair, report_id=draft.public_id, version=1, entries=second)
    with pytest.raises(Conflict, match=r"base\.stale"):
        save_draft(actor=chair, report_id=draft.public_id, version=1, entries={})
    assert values_of(draft)["doi-thoai"] == 4


def test_each_sending_is_a_new_version(draft, chair, officer):
    first = send(draft, chair, **{"doi-thoai": 3, "suat-qua": 0}).version
    return_report(actor=officer, report_id=draft.public_id, reason="Xem lại")

    again = send(draft, chair).version

    assert (first, again) == (2, 3)


def test_what_is_saved_while_a_report_is_sent_is_not_sent_over(draft, chair, monkeypatch):
    def saved_meanwhile(*_owed):
        Report.objects.filter(pk=draft.pk).update(version=2)

    monkeypatch.setattr(sending, "must_owe", saved_meanwhile)

    with pytest.raises(Conflict, match=r"base\.stale"):
        send(draft, chair, **{"doi-thoai": 3, "suat-qua": 0})
    draft.refresh_from_db()
    assert (draft.state, values_of(draft)["doi-thoai"]) == ("draft", None)


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (Entry(-1), "reports.negative"),
        (Entry(10**12), "reports.too_big"),
        (Entry(1, "x" * 301), "reports.note_long"),
    ],
)
def test_bad_values_are_refused_by_the_service_too(entry, code, draft, chair):
    with pytest.raises(Invalid) as refused:
        save_draft(actor=chair, report_id=draft.public_id, version=1, entries={"doi-thoai": entry})
    assert refused.value.code == code


def test_sending_counts_at_the_unit_and_everyone_above_once(sent, country, indicators):
    assert (sent.state, sent.sent_name) == ("sent", "Chủ tịch công đoàn cơ sở anh-duong")
    assert sent.first_sent_on == date(2026, 11, 22)
    for slug in ("anh-duong", "tu-liem", "ha-noi", "tld"):
        assert total(country[slug], indicators["doi-thoai"]) == Figure(3, 0)
    for slug in ("binh-minh", "hue", "giao-duc-hn", "nam-tu-liem"):
        assert total(country[slug], indicators["doi-thoai"]) == Figure()
    assert events_of(sent)[-1] == "send_report"


def test_a_report_with_a_gap_is_not_sent(draft, chair):
    with pytest.raises(Invalid) as refused:
        send(draft, chair, **{"suat-qua": 12})
    assert refused.value.params["names"] == [
        "Đối thoại tại nơi làm việc",
        "minh chứng của “Suất quà trao đoàn viên, người lao động”",
    ]
    draft.refresh_from_db()
    assert values_of(draft)["suat-qua"] is None
    assert not Fact.objects.exists()


def test_a_sent_report_is_locked_for_its_unit(sent, chair):
    with pytest.raises(Conflict, match=r"reports\.locked"):
        send(sent, chair, **{"doi-thoai": 5})
    with pytest.raises(Conflict, match=r"reports\.locked"):
        save_draft(actor=chair, report_id=sent.public_id, version=sent.version, entries={})


def test_late_is_allowed_and_said(draft, chair):
    with clock.pinned(date(2026, 12, 3)):
        send(draft, chair, **{"doi-thoai": 1, "suat-qua": 0})
    assert draft.first_sent_on > draft.period.due_on
    assert AuditEvent.objects.get(operation="send_report").payload.data["late"] is True


def test_a_returned_report_leaves_the_totals_until_it_is_sent_again(
    sent, officer, chair, country, indicators
):
    return_report(actor=officer, report_id=sent.public_id, reason=" Thiếu 1 sáng kiến. ")
    sent.refresh_from_db()
    assert (sent.state, sent.return_reason) == ("returned", "Thiếu 1 sáng kiến.")
    assert total(country["tld"], indicators["doi-thoai"]) == Figure()
    with clock.pinned(date(2026, 12, 3)):
        send(sent, chair, **{"doi-thoai": 4})
    assert (sent.state, sent.return_reason, sent.first_sent_on) == ("sent", "", date(2026, 11, 22))
    assert total(country["tld"], indicators["doi-thoai"]) == Figure(4, 0)


def test_accepted_figures_count_as_both(sent, officer, country, indicators):
    accept_report(actor=officer, report_id=sent.public_id, version=sent.version)
    sent.refresh_from_db()
    assert (sent.state, sent.reviewed_by) == ("accepted", officer.user_id)
    for slug in ("anh-duong", "tu-liem", "tld"):
        assert total(country[slug], indicators["doi-thoai"]) == Figure(3, 3)
    with pytest.raises(Conflict, match=r"workflow\.wrong_state"):
        return_report(actor=officer, report_id=sent.public_id, reason="muộn rồi")
    with pytest.raises(Conflict, match=r"workflow\.wrong_state"):
        accept_report(actor=officer, report_id=sent.public_id)


def test_a_return_says_why(sent, officer):
    with pytest.raises(Invalid, match=r"reports\.no_reason"):
        return_report(actor=officer, report_id=sent.public_id, reason="  ")
    with pytest.raises(Invalid, match=r"reports\.reason_long"):
        return_report(actor=officer, report_id=sent.public_id, reason="x" * 1001)


def test_what_was_sent_anew_is_looked_at_anew(sent, officer, chair):
    seen = sent.version
    return_report(actor=officer, report_id=sent.public_id, reason="sửa")
    send(sent, chair, **{"doi-thoai": 9})
    with pytest.raises(Conflict, match=r"reports\.sent_anew"):
        accept_report(actor=officer, report_id=sent.public_id, version=seen)


def test_only_the_direct_superior_reviews(sent, country, leader, chair):
    with pytest.raises(Forbidden):
        accept_report(actor=leader, report_id=sent.public_id)
    with pytest.raises(Forbidden):
        accept_report(actor=chair, report_id=sent.public_id)
    with pytest.raises(NotFound):
        accept_report(actor=country.actor("can-bo-thi-dua", "hue"), report_id=sent.public_id)


def test_the_superior_beside_sees_the_report_but_does_not_review(country, november):
    chair = country.actor("chu-tich-cdcs", "hoa-sen")
    report = Report.objects.get(public_id=start_report(actor=chair, period_id=november))
    send(report, chair, **{"doi-thoai": 1, "suat-qua": 0})
    beside = country.actor("can-bo-thi-dua", "giao-duc-hn")
    with pytest.raises(Forbidden, match=r"reports\.not_superior"):
        return_report(actor=beside, report_id=report.public_id, reason="không phải việc của tôi")


def test_nobody_judges_the_own_report(sent, officer):
    Report.objects.filter(pk=sent.pk).update(sent_by=officer.user_id)
    with pytest.raises(Forbidden, match=r"reports\.own"):
        accept_report(actor=officer, report_id=sent.public_id)


def test_others_do_not_fill_it(draft, country, officer):
    with pytest.raises(NotFound):
        send(draft, country.actor("chu-tich-cdcs", "binh-minh"), **{"doi-thoai": 1})
    with pytest.raises(Forbidden):
        send(draft, officer, **{"doi-thoai": 1})


def test_who_is_not_asked_does_not_begin(november, officer, country):
    for actor in (officer, country.actor("chu-tich-cdcs", "song-huong")):
        with pytest.raises(NotFound):
            start_report(actor=actor, period_id=november)


def test_a_period_to_come_is_not_yet_filled(indicators, officer, chair):
    first = date(2026, 12, 1)
    period = open_period(actor=officer, first_day=first, last_day=first, due_on=first, asked=ASKED)
    with pytest.raises(Conflict, match=r"reports\.period_future"):
        start_report(actor=chair, period_id=period)


def test_a_unit_that_ends_inside_the_period_owes_nothing(november, country, chair):
    end_unit(actor=SYSTEM, unit_id=country["binh-minh"].public_id, on=date(2026, 11, 25))
    other = country.actor("chu-tich-cdcs", "binh-minh")
    with pytest.raises(Conflict, match=r"reports\.unit_ended"):
        start_report(actor=other, period_id=november)


def test_figures_are_not_counted_twice_after_a_move_between_two_periods(sent, country, indicators):
    """Huế asks for other days; the unit, which sent November at Từ Liêm, has moved there since."""
    hue = country.actor("lanh-dao", "hue")
    first, last = date(2026, 11, 10), date(2026, 12, 31)
    quarter = open_period(actor=hue, first_day=first, last_day=last, due_on=last, asked=ASKED[:1])
    place_unit(
        actor=SYSTEM,
        unit_id=country["anh-duong"].public_id,
        parent_id=country["hue"].public_id,
        line="main",
        on=date(2026, 12, 1),
    )
    chair = country.actor("chu-tich-cdcs", "anh-duong")
    with clock.pinned(date(2026, 12, 20)):
        report = Report.objects.get(public_id=start_report(actor=chair, period_id=quarter))
        with pytest.raises(Invalid) as refused:
            send(report, chair, **{"doi-thoai": 3})
        assert refused.value.params["other"] == "Báo cáo tháng 11/2026"
        assert refused.value.field == "doi-thoai"
        send(report, chair, **{"doi-thoai": 0})
    assert total(country["hue"], indicators["doi-thoai"]) == Figure()
    assert total(country["tu-liem"], indicators["doi-thoai"]) == Figure(3, 0)


def test_a_double_click_sends_once(draft, chair):
    actor = chair.with_key("once")
    send(draft, actor, **{"doi-thoai": 3, "suat-qua": 0})
    entries = {"doi-thoai": Entry(3), "suat-qua": Entry(0)}
    again = send_report(actor=actor, report_id=draft.public_id, version=1, entries=entries)
    assert again == draft.public_id
    assert Fact.objects.count() == 1
    assert events_of(draft).count("send_report") == 1


def test_receiving_says_who_has_it_and_since_when(sent, officer, country, indicators):
    receive_report(actor=officer, report_id=sent.public_id)
    sent.refresh_from_db()
    assert (sent.state, sent.received_by, sent.received_name) == (
        "received",
        officer.user_id,
        officer.name,
    )
    assert total(country["tld"], indicators["doi-thoai"]) == Figure(3, 0)
    with pytest.raises(Conflict, match=r"workflow\.wrong_state"):
        receive_report(actor=officer, report_id=sent.public_id)
    accept_report(actor=officer, report_id=sent.public_id)
    assert total(country["tld"], indicators["doi-thoai"]) == Figure(3, 3)


def test_a_received_report_may_be_returned_and_is_received_anew(sent, officer, chair):
    receive_report(actor=officer, report_id=sent.public_id)
    return_report(actor=officer, report_id=sent.public_id, reason="Xem lại.")
    send(sent, chair, **{"doi-thoai": 4})
    assert (sent.state, sent.received_at, sent.received_name) == ("sent", None, "")


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("can-bo-thi-dua", "ha-noi", Forbidden),
        ("chu-tich-cdcs", "anh-duong", Forbidden),
        ("can-bo-thi-dua", "hue", NotFound),
    ],
)
def test_only_the_direct_superior_receives(role, slug, refusal, sent, country):
    with pytest.raises(refusal):
        receive_report(actor=country.actor(role, slug), report_id=sent.public_id)


def test_the_three_texts_are_kept_apart_and_have_a_limit(draft, chair):
    texts = Texts("Có 2 sáng kiến lớn.", "Thiếu kinh phí.\n\nThiếu người.", "Hỗ trợ thêm.")
    given = {"actor": chair, "report_id": draft.public_id, "entries": {}}
    save_draft(version=1, texts=texts, **given)
    draft.refresh_from_db()
    assert (draft.highlights, draft.difficulties, draft.note) == (
        "Có 2 sáng kiến lớn.",
        "Thiếu kinh phí.\n\nThiếu người.",
        "Hỗ trợ thêm.",
    )
    save_draft(version=2, texts=Texts(highlights=""), **given)
    draft.refresh_from_db()
    assert (draft.highlights, draft.note) == ("", "Hỗ trợ thêm.")
    with pytest.raises(Invalid) as refused:
        save_draft(version=3, texts=Texts(note="x" * 2001), **given)
    assert (refused.value.code, refused.value.field) == ("reports.text_long", "remark")
