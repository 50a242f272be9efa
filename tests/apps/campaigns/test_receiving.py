"""Receiving what was handed down, and naming pilots."""

import pytest
from tests.apps.campaigns.cascade import boss, drafted, event_of, events, given, launched, said_by

from thidua.apps.campaigns.services.launching import close_campaign
from thidua.apps.campaigns.services.receiving import mark_pilot, receive_directive
from thidua.base.messages import sentence
from thidua.domain.errors import Conflict, Forbidden, NotFound


@pytest.fixture
def handed(country):
    """What the ward union has given to its company union."""
    return given(launched(country, "tu-liem"), country, "anh-duong")


def receive(actor, directive):
    return receive_directive(actor=actor, directive_id=directive.public_id)


def mark(actor, directive, *, pilot=True):
    return mark_pilot(actor=actor, directive_id=directive.public_id, pilot=pilot)


def test_a_unit_takes_what_it_was_given(handed, chair):
    assert receive(chair, handed) == handed.public_id

    handed.refresh_from_db()
    assert (handed.state, handed.received_name) == ("received", chair.name)
    assert handed.received_at is not None
    event = event_of("receive_directive")
    assert (event.subject_id, event.unit, event.capability) == (
        handed.public_id,
        handed.unit_id,
        "directive.receive",
    )
    assert said_by("receive_directive") == {"campaign": handed.campaign.public_id}


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("can-bo-cdcs", "anh-duong", Forbidden),
        ("lanh-dao", "tu-liem", Forbidden),
        ("chu-tich-cdcs", "binh-minh", NotFound),
        ("quan-tri", "tld", Forbidden),
    ],
)
def test_taking_part_is_an_act_of_the_unit_itself(country, handed, role, slug, refusal):
    actor = country.actor(role, slug)
    before = events()

    with pytest.raises(refusal):
        receive(actor, handed)

    handed.refresh_from_db()
    assert (handed.state, handed.received_name, events()) == ("pending", "", before)


def test_a_directive_is_received_once(handed, chair):
    receive(chair, handed)

    with pytest.raises(Conflict) as refused:
        receive(chair, handed)

    assert sentence(refused.value) == (
        "Việc này không làm được khi giao triển khai ở trạng thái “đã tiếp nhận”."
    )


def test_the_same_press_twice_receives_once(handed, chair):
    keyed = chair.with_key("press-1")

    assert receive(keyed, handed) == receive(keyed, handed)


def test_the_same_key_for_another_directive_is_refused(country, handed, chair):
    other = given(launched(country, "tu-liem", number="82/KH-CĐP"), country, "anh-duong")
    keyed = chair.with_key("press-1")
    receive(keyed, handed)

    with pytest.raises(Conflict) as refused:
        receive(keyed, other)

    assert refused.value.code == "base.key_reused"


def test_what_has_a_plan_already_is_not_received_afterwards(country, handed, chair):
    drafted(country, "anh-duong", handed)

    with pytest.raises(Conflict) as refused:
        receive(chair, handed)

    assert refused.value.code == "workflow.wrong_state"


def test_a_closed_plan_is_not_received_any_more(country, handed, chair):
    close_campaign(actor=boss(country, "tu-liem"), campaign_id=handed.campaign.public_id)

    with pytest.raises(Conflict) as refused:
        receive(chair, handed)

    assert sentence(refused.value) == (
        "Việc này không làm được khi kế hoạch ở trạng thái “đã kết thúc”."
    )
    handed.refresh_from_db()
    assert handed.state == "pending"


@pytest.mark.parametrize("act", [receive, mark])
def test_a_directive_that_is_not_there_is_not_found(handed, chair, act):
    handed.public_id = "gt_none"

    with pytest.raises(NotFound):
        act(chair, handed)


def test_the_giver_names_a_pilot_and_takes_the_name_back(handed, officer):
    mark(officer, handed)
    handed.refresh_from_db()
    assert handed.pilot is True
    assert said_by("mark_pilot") == {"before": False, "after": True}

    mark(officer, handed, pilot=False)
    handed.refresh_from_db()
    assert handed.pilot is False
    assert event_of("mark_pilot").subject_id == handed.public_id
    assert event_of("mark_pilot").unit == officer.unit_id


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("chu-tich-cdcs", "anh-duong", Forbidden),
        ("lanh-dao", "ha-noi", Forbidden),
        ("lanh-dao", "hue", NotFound),
    ],
)
def test_only_the_giver_names_pilots(country, handed, role, slug, refusal):
    with pytest.raises(refusal):
        mark(country.actor(role, slug), handed)

    handed.refresh_from_db()
    assert handed.pilot is False


def test_a_closed_plan_has_no_new_pilots(country, handed, officer):
    close_campaign(actor=boss(country, "tu-liem"), campaign_id=handed.campaign.public_id)

    with pytest.raises(Conflict):
        mark(officer, handed)

    handed.refresh_from_db()
    assert handed.pilot is False
