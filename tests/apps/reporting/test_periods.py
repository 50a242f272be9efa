"""Opening a period: who may, what is refused, and that nobody is asked for the same work twice."""

from datetime import date

import pytest
from tests.apps.reporting.stage import ASKED, FIRST, LAST, send

from thidua.apps.reporting.models import Period, Report
from thidua.apps.reporting.queries import asked_by, periods_of_year
from thidua.apps.reporting.services import Asked, open_period, start_report
from thidua.base.models import AuditEvent
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound


def opened(actor, first=FIRST, last=LAST, due=None, asked=ASKED, **more):
    return open_period(
        actor=actor, first_day=first, last_day=last, due_on=due or last, asked=asked, **more
    )


def test_a_period_is_named_after_its_days_and_audited(november, officer, country):
    period = Period.objects.get(public_id=november)
    assert (period.name, period.kind) == ("Báo cáo tháng 11/2026", "month")
    assert (period.unit_id, period.until) == (country["tu-liem"].pk, date(2026, 12, 1))
    assert [
        (row.code, row.required, row.evidence) for row in asked_by(period, country["anh-duong"].pk)
    ] == [
        ("doi-thoai", True, "optional"),
        ("suat-qua", True, "required"),
        ("tro-cap", False, "none"),
    ]
    event = AuditEvent.objects.get(subject_id=november)
    assert (event.operation, event.unit) == ("open_period", country["tu-liem"].pk)
    assert [row.name for row in periods_of_year(officer, 2026)] == ["Báo cáo tháng 11/2026"]
    assert periods_of_year(officer, 2025) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"asked": ()}, "reports.no_indicators"),
        ({"due": date(2026, 11, 29)}, "reports.due_before_end"),
        ({"first": date(2026, 12, 1)}, "base.dates_reversed"),
        ({"first": date(2025, 11, 1)}, "reports.period_long"),
    ],
)
def test_what_makes_no_sense_is_refused(change, code, indicators, officer):
    with pytest.raises(Invalid) as refused:
        opened(officer, **change)
    assert refused.value.code == code
    assert not Period.objects.exists()


def test_an_unknown_figure_is_refused(indicators, officer):
    with pytest.raises(NotFound):
        opened(officer, asked=(Asked("khong-co"),))


def test_a_grassroots_chair_opens_nothing(indicators, chair):
    with pytest.raises(Forbidden):
        opened(chair)


def test_nobody_is_asked_twice_for_the_same_days_and_figures(november, officer, country, leader):
    with pytest.raises(Conflict) as refused:
        opened(officer, date(2026, 11, 10), date(2026, 12, 31))
    assert refused.value.params["other"] == "Báo cáo tháng 11/2026 (Công đoàn phường Từ Liêm)"
    with pytest.raises(Conflict, match=r"reports\.period_overlap"):
        opened(leader, asked=ASKED[:1])
    with pytest.raises(Conflict, match=r"reports\.period_overlap"):
        opened(officer, LAST, date(2026, 12, 5), asked=ASKED[2:])


def test_other_days_other_figures_and_other_lines_are_free(november, officer, country):
    assert opened(officer, date(2026, 12, 1), date(2026, 12, 31))
    assert opened(officer, asked=(Asked("tham-hoi"),))
    assert opened(country.actor("lanh-dao", "hue"))


def test_a_longer_period_may_ask_for_what_months_give_already(november, officer):
    assert opened(officer, date(2026, 10, 1), date(2026, 12, 31))


def test_a_month_is_refused_once_a_longer_report_was_typed(indicators, officer, chair):
    quarter = opened(officer, date(2026, 10, 1), date(2026, 12, 31), asked=ASKED[:1])
    report = Report.objects.get(public_id=start_report(actor=chair, period_id=quarter))
    assert opened(officer, date(2026, 10, 1), date(2026, 10, 31), asked=ASKED[:1])
    Period.objects.exclude(public_id=quarter).delete()
    send(report, chair, **{"doi-thoai": 3})
    with pytest.raises(Conflict, match=r"reports\.period_overlap"):
        opened(officer, date(2026, 10, 1), date(2026, 10, 31), asked=ASKED[:1])


def test_direct_units_or_oneself_may_be_asked_beside_the_lowest(november, leader, officer):
    for asks in ("direct", "own"):
        assert opened(leader, asks=asks)
        with pytest.raises(Conflict, match=r"reports\.period_overlap"):
            opened(leader, asks=asks)
    with pytest.raises(Conflict, match=r"reports\.period_overlap"):
        opened(officer, asks="own")


def test_a_part_is_asked_together_with_its_whole(indicators, officer):
    whole, part = Asked("cong-nhan-gioi"), Asked("cong-nhan-gioi-thanh-pho")
    with pytest.raises(Invalid, match=r"reports\.part_without_whole"):
        opened(officer, asked=(part,))
    assert opened(officer, asked=(whole, part))


def test_a_double_click_opens_one(indicators, officer):
    actor = officer.with_key("once")
    assert opened(actor) == opened(actor)
    assert Period.objects.count() == 1
