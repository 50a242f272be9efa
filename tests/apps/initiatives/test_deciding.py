"""Confirming counts once on the day of recognition, in every total above; withdrawing takes it back."""

from datetime import date

import pytest
from tests.apps.initiatives.stage import draft, total

from thidua.apps.figures.queries import Figure
from thidua.apps.initiatives.models import Initiative
from thidua.apps.initiatives.services import (
    confirm_initiative,
    edit_initiative,
    enter_initiative,
    praise_initiative,
    return_initiative,
    take_back_praise,
    withdraw_initiative,
)
from thidua.apps.reporting.models import Report
from thidua.apps.reporting.services import (
    Asked,
    accept_report,
    open_period,
    send_report,
    start_report,
)
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound

ONE = Figure(1, 0)


@pytest.fixture
def submitted(member):
    return enter_initiative(actor=member, draft=draft(), send=True)


@pytest.fixture
def confirmed(submitted, chair):
    return confirm_initiative(actor=chair, initiative_id=submitted)


def row(public_id: str) -> Initiative:
    return Initiative.objects.get(public_id=public_id)


def test_a_submitted_one_counts_nowhere(country, submitted):
    assert not total(country["anh-duong"])


def test_a_confirmed_one_counts_once_for_all_above(country, confirmed):
    for slug in ("anh-duong", "tu-liem", "ha-noi", "tld"):
        assert total(country[slug]) == ONE, slug
    assert not total(country["binh-minh"])


def test_it_counts_on_its_day(country, confirmed):
    ward = country["tu-liem"]
    assert total(ward, date(2026, 11, 18), date(2026, 11, 19)) == ONE
    assert total(ward, date(2026, 11, 1), date(2026, 12, 1)) == ONE
    assert not total(ward, date(2026, 11, 19), date(2026, 12, 1))


def test_the_chair_confirms_what_the_chair_entered(country, chair):
    made = enter_initiative(actor=chair, draft=draft(), send=True)
    confirm_initiative(actor=chair, initiative_id=made)
    assert total(country["anh-duong"]) == ONE


def test_a_second_press_counts_once(country, chair, submitted):
    keyed = chair.with_key("một lần")
    for _ in range(2):
        confirm_initiative(actor=keyed, initiative_id=submitted)
    with pytest.raises(Conflict):
        confirm_initiative(actor=chair, initiative_id=submitted)
    assert total(country["tu-liem"]) == ONE


def test_what_changed_meanwhile_is_not_confirmed_unseen(chair, member, submitted):
    return_initiative(actor=chair, initiative_id=submitted, reason="Sửa số")
    edit_initiative(actor=member, initiative_id=submitted, version=1, draft=draft(), send=True)
    with pytest.raises(Conflict, match=r"base\.stale"):
        confirm_initiative(actor=chair, initiative_id=submitted, version=1)
    confirm_initiative(actor=chair, initiative_id=submitted, version=2)


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("can-bo-cdcs", "anh-duong", Forbidden),
        ("doan-vien", "anh-duong", Forbidden),
        ("lanh-dao", "tu-liem", Forbidden),
        ("chu-tich-cdcs", "binh-minh", NotFound),
        ("quan-tri", "tld", Forbidden),
    ],
)
def test_only_the_union_of_the_unit_confirms(country, submitted, role, slug, refusal):
    with pytest.raises(refusal):
        confirm_initiative(actor=country.actor(role, slug), initiative_id=submitted)
    assert row(submitted).state == "submitted"


def test_a_return_says_why_and_opens_it_again(country, chair, member, submitted):
    with pytest.raises(Invalid, match="no_reason"):
        return_initiative(actor=chair, initiative_id=submitted, reason="  ")
    with pytest.raises(Invalid, match="reason_long"):
        return_initiative(actor=chair, initiative_id=submitted, reason="a" * 1001)
    return_initiative(actor=chair, initiative_id=submitted, reason="Thiếu số quyết định")
    assert (row(submitted).state, row(submitted).reason) == ("returned", "Thiếu số quyết định")

    edit_initiative(actor=member, initiative_id=submitted, version=1, draft=draft(), send=True)
    assert (row(submitted).state, row(submitted).reason) == ("submitted", "")


def test_a_withdrawn_one_leaves_every_total(country, chair, confirmed):
    with pytest.raises(Invalid, match="no_reason"):
        withdraw_initiative(actor=chair, initiative_id=confirmed, reason="")
    withdraw_initiative(actor=chair, initiative_id=confirmed, reason="Nhập nhầm")
    for slug in ("anh-duong", "tu-liem", "tld"):
        assert not total(country[slug])


def test_one_accepted_with_its_report_leaves_both_numbers(country, chair, confirmed):
    ward = country.actor("lanh-dao", "tu-liem")
    days = {"first_day": date(2026, 11, 1), "last_day": date(2026, 11, 30)}
    asked = (Asked("sang-kien", required=False), Asked("suat-qua", required=False))
    period = open_period(actor=ward, **days, due_on=date(2026, 11, 30), asked=asked)
    report = start_report(actor=chair, period_id=period)
    send_report(actor=chair, report_id=report, version=Report.objects.get().version)
    accept_report(actor=ward, report_id=report)
    withdraw_initiative(actor=chair, initiative_id=confirmed, reason="Nhập nhầm")
    assert not total(country["tu-liem"])


def test_praise_is_recorded_once_a_level_and_changes_no_count(country, chair, confirmed):
    given = {"praised_by": "LĐLĐ thành phố", "praised_on": date(2026, 11, 20)}
    praise_initiative(actor=chair, initiative_id=confirmed, level="cap-huyen", **given)
    praise_initiative(actor=chair, initiative_id=confirmed, level="bo-tinh", **given)
    with pytest.raises(Conflict, match="praised_already"):
        praise_initiative(actor=chair, initiative_id=confirmed, level="bo-tinh", **given)

    assert row(confirmed).praises.count() == 2
    assert total(country["tu-liem"]) == ONE
    take_back_praise(actor=chair, initiative_id=confirmed, level="bo-tinh")
    with pytest.raises(NotFound):
        take_back_praise(actor=chair, initiative_id=confirmed, level="bo-tinh")
    assert row(confirmed).praises.get().level == "cap-huyen"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"praised_on": date(2026, 11, 17)}, "initiatives.praise_day"),
        ({"praised_on": date(2026, 11, 23)}, "initiatives.praise_day"),
        ({"praised_by": " "}, "initiatives.praise_by"),
        ({"level": "cap-xom"}, "initiatives.unknown"),
    ],
)
def test_a_praise_that_does_not_fit_is_refused(chair, confirmed, changes, code):
    given = {"level": "bo-tinh", "praised_by": "LĐLĐ", "praised_on": date(2026, 11, 20)}
    with pytest.raises(Invalid) as refusal:
        praise_initiative(actor=chair, initiative_id=confirmed, **(given | changes))
    assert refusal.value.code == code


def test_what_is_not_confirmed_is_not_praised(chair, submitted):
    with pytest.raises(Conflict, match="praise_early"):
        praise_initiative(
            actor=chair,
            initiative_id=submitted,
            level="bo-tinh",
            praised_by="LĐLĐ",
            praised_on=date(2026, 11, 20),
        )
