"""Planning and editing: what is asked, who may, what two people at once meet."""

from dataclasses import replace
from datetime import date

import pytest
from tests.apps.campaigns.cascade import launched
from tests.apps.conferences.stage import DRAFT, fresh, hold, planned

from thidua.apps.conferences import services
from thidua.domain.errors import Conflict, Forbidden, Invalid, NotFound


def edit(actor, row, version=None, **changes):
    services.edit_conference(
        actor=actor,
        conference_id=row.public_id,
        version=version or fresh(row).version,
        draft=replace(DRAFT, **changes),
    )


def test_a_conference_is_kept_as_typed(country, officer):
    plan = launched(country, "tu-liem")
    row = planned(
        officer,
        title="  Hội nghị   phát động ",
        kinds=("ky-giao-uoc", "phat-dong"),
        host_id=country["anh-duong"].public_id,
        campaign_id=plan.public_id,
    )
    assert (row.title, row.kinds, row.state) == (
        "Hội nghị phát động",
        ["phat-dong", "ky-giao-uoc"],
        "planned",
    )
    assert (row.host, row.campaign, row.unit) == (country["anh-duong"], plan, country["tu-liem"])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": " "}, r"base\.required"),
        ({"kinds": ()}, r"conferences\.no_kind"),
        ({"kinds": ("tiec",)}, r"conferences\.no_kind"),
    ],
)
def test_what_a_conference_cannot_be_without(officer, changes, code):
    with pytest.raises(Invalid, match=code):
        planned(officer, **changes)


@pytest.mark.parametrize("slug", ["ha-noi", "hue", "giao-duc-hn"])
def test_the_host_is_the_unit_or_one_below(country, officer, slug):
    with pytest.raises(Invalid, match=r"conferences\.host_not_below"):
        planned(officer, host_id=country[slug].public_id)


def test_a_host_chosen_before_stays_when_it_is_no_longer_below(country, officer, conference):
    conference.host = country["hue"]
    conference.save()
    edit(officer, conference, host_id=country["hue"].public_id)
    assert fresh(conference).host == country["hue"]


def test_a_plan_out_of_sight_is_none(country, officer):
    with pytest.raises(NotFound):
        planned(officer, campaign_id=launched(country, "hue").public_id)


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("lanh-dao", "ha-noi", Forbidden),
        ("chu-tich-cdcs", "anh-duong", Forbidden),
        ("lanh-dao", "hue", NotFound),
        ("quan-tri", "tld", Forbidden),
    ],
)
def test_only_the_unit_keeps_its_conferences(country, conference, role, slug, refusal):
    actor = country.actor(role, slug)
    with pytest.raises(refusal):
        edit(actor, conference)
    with pytest.raises(refusal):
        services.plan_conference(actor=actor, unit_id=conference.unit.public_id, draft=DRAFT)


def test_helper_and_member_keep_none(country, helper):
    with pytest.raises(Forbidden):
        services.plan_conference(actor=helper, unit_id=helper.unit_public_id, draft=DRAFT)


def test_of_two_who_edit_one_is_told(officer, conference):
    edit(officer, conference, version=1, title="Của người thứ nhất")
    with pytest.raises(Conflict, match=r"base\.stale"):
        edit(officer, conference, version=1, title="Của người thứ hai")
    assert fresh(conference).title == "Của người thứ nhất"


def test_a_held_conference_does_not_move_into_the_future(officer, held):
    with pytest.raises(Invalid, match=r"conferences\.not_yet"):
        edit(officer, held, on_day=date(2026, 12, 1))


def test_a_cancelled_conference_is_not_edited(officer, conference):
    services.cancel_conference(actor=officer, conference_id=conference.public_id, reason="Mưa bão")
    with pytest.raises(Conflict, match=r"conferences\.cancelled"):
        edit(officer, conference)


def test_a_repeated_press_plans_once(officer):
    keyed = officer.with_key("một lần")
    assert planned(keyed) == planned(keyed)


def test_hold_helper_reads_back(officer, conference):
    assert hold(officer, conference).state == "held"
