"""Launching, handing down, starting, closing: rights, guards, two at once, and the trail."""

from datetime import date

import pytest
from tests.apps.campaigns.cascade import (
    boss,
    cascade,
    drafted,
    event_of,
    events,
    given,
    launched,
    plan_of,
    said_by,
)

from thidua.apps.campaigns.models import Campaign, Directive
from thidua.apps.campaigns.services.drafting import edit_campaign
from thidua.apps.campaigns.services.launching import (
    close_campaign,
    launch_campaign,
    start_campaign,
)
from thidua.apps.campaigns.tasks import start_due_campaigns
from thidua.base import clock, workflow
from thidua.base.actor import SYSTEM
from thidua.base.messages import sentence
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound

NEXT_YEAR = {"starts_on": date(2027, 1, 1), "last_day": date(2027, 12, 31)}


def next_year(country, slug, **changes):
    phase = plan_of().phases[0].__class__(date(2027, 1, 1), date(2027, 6, 30))
    return drafted(country, slug, **NEXT_YEAR, phases=(phase,), **changes)


def launch(actor, campaign, **decided):
    return launch_campaign(actor=actor, campaign_id=campaign.public_id, **decided)


def test_launching_hands_the_plan_to_every_direct_unit(country, frozen_day):
    campaign = drafted(country, "ha-noi")

    launch(boss(country, "ha-noi"), campaign, due_on=date(2026, 12, 15))

    campaign.refresh_from_db()
    assert (campaign.state, campaign.launched_on) == ("running", frozen_day)
    rows = Directive.objects.filter(campaign=campaign)
    assert {country.slug_of(row.unit_id) for row in rows} == {"tu-liem", "giao-duc-hn"}
    assert {(row.state, row.due_on, row.pilot) for row in rows} == {
        ("pending", date(2026, 12, 15), False)
    }
    assert len({row.public_id for row in rows}) == 2
    event = event_of("launch_campaign")
    assert (event.subject_id, event.unit, event.capability) == (
        campaign.public_id,
        country["ha-noi"].pk,
        "campaign.launch",
    )
    assert said_by("launch_campaign")["units"] == 2


def test_only_chosen_direct_units_are_given_the_plan_and_pilots_are_among_them(country):
    campaign = launched(
        country,
        "tu-liem",
        only=("anh-duong", "binh-minh", "song-huong"),
        pilots=("anh-duong", "hoa-sen"),
    )

    rows = Directive.objects.filter(campaign=campaign)
    assert {(country.slug_of(row.unit_id), row.pilot) for row in rows} == {
        ("anh-duong", True),
        ("binh-minh", False),
    }


def test_a_side_unit_is_not_given_the_plan_twice_or_at_all(country):
    campaign = launched(country, "giao-duc")

    assert Directive.objects.filter(campaign=campaign).count() == 0


def test_launching_ahead_waits_for_the_first_day(country):
    campaign = next_year(country, "anh-duong")

    launch(boss(country, "anh-duong"), campaign)
    campaign.refresh_from_db()
    assert campaign.state == "launched"

    with pytest.raises(Invalid) as refused:
        start_campaign(actor=boss(country, "anh-duong"), campaign_id=campaign.public_id)
    assert sentence(refused.value) == "Kế hoạch bắt đầu từ 01/01/2027, chưa đến ngày."


def test_the_worker_starts_what_is_due_and_nothing_else(country):
    campaign = next_year(country, "anh-duong")
    launch(boss(country, "anh-duong"), campaign)
    drafted(country, "binh-minh")

    assert start_due_campaigns() == 0
    with clock.pinned(date(2027, 1, 1)):
        assert start_due_campaigns() == 1
        assert start_due_campaigns() == 0

    campaign.refresh_from_db()
    assert campaign.state == "running"
    event = event_of("start_campaign")
    assert (event.subject_id, event.actor_user, event.unit) == (
        campaign.public_id,
        None,
        country["anh-duong"].pk,
    )


def test_a_plan_without_a_number_may_be_launched(country):
    assert launched(country, "anh-duong", number="").state == "running"


def test_the_answer_to_a_superior_reports_upwards(country):
    top = launched(country, "tld")
    launched(country, "ha-noi", top)

    assert given(top, country, "ha-noi").state == "launched"
    assert given(top, country, "hue").state == "pending"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"contents": ()}, "nội dung thi đua"),
        ({"phases": ()}, "đợt thi đua"),
        (
            {"contents": (), "phases": ()},
            "nội dung thi đua, đợt thi đua",
        ),
    ],
)
def test_an_incomplete_plan_stays_a_draft(country, changes, words):
    campaign = drafted(country, "tu-liem", **changes)

    with pytest.raises(Invalid) as refused:
        launch(boss(country, "tu-liem"), campaign)

    campaign.refresh_from_db()
    assert sentence(refused.value) == f"Kế hoạch chưa phát động được, còn thiếu: {words}."
    assert (campaign.state, Directive.objects.count()) == ("draft", 0)


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("can-bo-thi-dua", "tu-liem", Forbidden),  # own unit, drafts but does not launch
        ("lanh-dao", "ha-noi", Forbidden),  # above
        ("lanh-dao", "hue", NotFound),  # sideways
        ("chu-tich-cdcs", "anh-duong", Forbidden),  # below
        ("quan-tri", "tld", Forbidden),
    ],
)
@pytest.mark.parametrize("act", [launch_campaign, start_campaign, close_campaign])
def test_only_those_who_decide_at_the_unit_launch_start_and_close(
    country, act, role, slug, refusal
):
    campaign = drafted(country, "tu-liem")
    actor = country.actor(role, slug)
    before = events()

    with pytest.raises(refusal):
        act(actor=actor, campaign_id=campaign.public_id)

    campaign.refresh_from_db()
    assert (campaign.state, events()) == ("draft", before)


def test_a_second_launch_finds_the_plan_launched(country):
    campaign = launched(country, "tu-liem")
    before = Directive.objects.count()

    with pytest.raises(Conflict) as refused:
        launch(boss(country, "tu-liem"), campaign)

    assert sentence(refused.value) == (
        "Việc này không làm được khi kế hoạch ở trạng thái “đang thực hiện”."
    )
    assert Directive.objects.count() == before


def test_of_two_who_launch_at_once_the_second_is_told(country, monkeypatch):
    campaign = drafted(country, "tu-liem")
    real = workflow.advance_many

    def overtaken(rows, machine, step, **fields):
        # Another transaction commits between reading the state and writing it.
        Campaign.objects.filter(pk=campaign.pk).update(state="launched")
        return real(rows, machine, step, **fields)

    monkeypatch.setattr(workflow, "advance_many", overtaken)
    with pytest.raises(Conflict) as refused:
        launch(boss(country, "tu-liem"), campaign)

    assert refused.value.code == "workflow.overtaken"
    assert sentence(refused.value).startswith("Người khác vừa xử lý kế hoạch này trước.")
    assert Directive.objects.count() == 0


def test_the_same_press_twice_hands_down_once(country):
    campaign = drafted(country, "tu-liem")
    keyed = boss(country, "tu-liem").with_key("press-1")

    first = launch(keyed, campaign)
    before = (Directive.objects.count(), events())

    assert launch(keyed, campaign) == first
    assert (Directive.objects.count(), events()) == before == (3, before[1])


def test_the_same_key_with_other_decisions_is_refused(country):
    campaign = drafted(country, "tu-liem")
    keyed = boss(country, "tu-liem").with_key("press-1")
    launch(keyed, campaign)

    with pytest.raises(Conflict) as refused:
        launch(keyed, campaign, due_on=date(2026, 12, 1))

    assert refused.value.code == "base.key_reused"


def test_a_plan_changed_since_the_launch_page_was_opened_is_not_launched(country, officer):
    campaign = drafted(country, "tu-liem")
    edit_campaign(
        actor=officer, campaign_id=campaign.public_id, version=1, plan=plan_of(title="Đã sửa")
    )

    with pytest.raises(Conflict) as refused:
        launch(boss(country, "tu-liem"), campaign, version=1)

    assert refused.value.code == "base.stale"
    assert launch(boss(country, "tu-liem"), campaign, version=2) == campaign.public_id


def test_closing_ends_the_plan_and_is_done_once(country):
    campaign = launched(country, "tu-liem")

    close_campaign(actor=boss(country, "tu-liem"), campaign_id=campaign.public_id)

    campaign.refresh_from_db()
    assert campaign.state == "closed"
    assert event_of("close_campaign").subject_id == campaign.public_id
    with pytest.raises(Conflict) as refused:
        close_campaign(actor=boss(country, "tu-liem"), campaign_id=campaign.public_id)
    assert refused.value.code == "workflow.wrong_state"


def test_a_draft_is_neither_started_nor_closed(country):
    campaign = drafted(country, "tu-liem")

    for act in (start_campaign, close_campaign):
        with pytest.raises(Conflict):
            act(actor=boss(country, "tu-liem"), campaign_id=campaign.public_id)


def test_the_installation_may_start_but_not_write(country):
    campaign = launched(country, "tu-liem")

    with pytest.raises(Forbidden):
        edit_campaign(actor=SYSTEM, campaign_id=campaign.public_id, version=1, plan=plan_of())


def test_a_cascade_of_four_levels_keeps_its_root(country):
    plans = cascade(country)

    assert [plan.parent_id for plan in plans] == [None, *(plan.pk for plan in plans[:3])]
    assert {plan.root_id for plan in plans[1:]} == {plans[0].pk}
    assert [plan.state for plan in plans] == ["running"] * 4
