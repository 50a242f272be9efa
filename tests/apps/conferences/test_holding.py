"""Holding and cancelling; what a held conference counts for."""

from datetime import date

import pytest
from tests.apps.conferences.stage import DRAFT, fresh, hold, planned

from thidua.apps.conferences import services
from thidua.apps.figures.models import Fact, Indicator
from thidua.apps.figures.services import install_indicators
from thidua.base.actor import SYSTEM
from thidua.domain.errors import Conflict, Invalid

COUNTED = "hoi-nghi-nguoi-lao-dong"


@pytest.fixture
def indicator(country):
    install_indicators(actor=SYSTEM)
    return Indicator.objects.get(code=COUNTED)


def facts():
    return list(Fact.objects.order_by("id").values_list("unit_id", "starts_on", "until", "value"))


def test_the_outcome_is_kept(officer, conference):
    row = hold(officer, conference, attended=85, remarks=" Đúng giờ. ")
    assert (row.state, row.attended, row.remarks) == ("held", 85, "Đúng giờ.")


def test_a_conference_is_not_held_before_its_day(officer):
    row = planned(officer, on_day=date(2026, 11, 23))
    with pytest.raises(Invalid, match=r"conferences\.not_yet"):
        hold(officer, row)
    assert fresh(row).state == "planned"


@pytest.mark.parametrize("reason", ["", "  "])
def test_cancelling_needs_a_reason(officer, conference, reason):
    with pytest.raises(Invalid, match=r"conferences\.no_reason"):
        services.cancel_conference(actor=officer, conference_id=conference.public_id, reason=reason)


def test_what_was_held_is_neither_held_again_nor_cancelled(officer, held):
    with pytest.raises(Conflict, match=r"workflow\.wrong_state"):
        hold(officer, held)
    with pytest.raises(Conflict, match=r"workflow\.wrong_state"):
        services.cancel_conference(actor=officer, conference_id=held.public_id, reason="Lý do")


def test_the_outcome_is_corrected_only_of_a_held_conference(officer, conference):
    given = {"actor": officer, "conference_id": conference.public_id, "remarks": ""}
    with pytest.raises(Conflict, match=r"conferences\.not_held"):
        services.note_outcome(**given, version=1, attended=3)
    row = hold(officer, conference, attended=2)
    services.note_outcome(**given, version=row.version, attended=3)
    assert fresh(row).attended == 3


def test_a_held_conference_of_workers_counts_once_on_its_day(officer, indicator, country):
    row = planned(officer, kinds=("nguoi-lao-dong", "cbccvc"))
    assert facts() == []
    hold(officer, row)
    unit = country["tu-liem"].pk
    assert facts() == [(unit, date(2026, 11, 20), date(2026, 11, 21), 1)]


def test_other_kinds_and_typed_indicators_count_nothing(officer, indicator):
    hold(officer, planned(officer, kinds=("phat-dong",)))
    Indicator.objects.update(source="typed")
    hold(officer, planned(officer, kinds=("nguoi-lao-dong",)))
    assert facts() == []


def test_what_is_counted_follows_a_correction(officer, indicator, country):
    row = hold(officer, planned(officer, kinds=("nguoi-lao-dong",)))
    draft = services.ConferenceDraft(
        kinds=("phat-dong",), title=DRAFT.title, on_day=date(2026, 11, 19)
    )
    services.edit_conference(
        actor=officer, conference_id=row.public_id, version=row.version, draft=draft
    )
    assert sum(value for *_rest, value in facts()) == 0
