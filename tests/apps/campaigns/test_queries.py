"""Reading campaigns: what is in sight, the board, the chain with its pilots, what waits."""

from datetime import date

import pytest
from tests.apps.campaigns.cascade import boss, cascade, drafted, given, launched, plan_of

from thidua.apps.campaigns import queries
from thidua.apps.campaigns.models import Campaign
from thidua.apps.campaigns.services.drafting import PhaseDraft
from thidua.apps.campaigns.services.launching import close_campaign
from thidua.apps.campaigns.services.receiving import receive_directive
from thidua.base import clock
from thidua.domain.errors import NotFound


def seen(actor):
    return set(queries.visible_campaigns(actor))


def test_a_line_sees_launched_plans_up_and_down_and_only_its_own_drafts(country):
    top, city, ward, company = cascade(country)
    sibling = launched(country, "binh-minh", ward)
    aside = launched(country, "hue", top)
    drafts = {slug: drafted(country, slug, number="9/KH-X") for slug in ("ha-noi", "anh-duong")}

    assert seen(boss(country, "anh-duong")) == {top, city, ward, company, drafts["anh-duong"]}
    assert seen(country.actor("can-bo-cdcs", "anh-duong")) == seen(boss(country, "anh-duong"))
    assert seen(boss(country, "ha-noi")) == {top, city, ward, company, sibling, drafts["ha-noi"]}
    assert seen(boss(country, "hue")) == {top, aside}
    assert seen(country.actor("quan-tri", "tld")) == set()


def test_a_plan_of_the_side_superior_is_in_sight(country):
    side = launched(country, "giao-duc-hn")

    assert side in seen(boss(country, "hoa-sen"))
    assert side not in seen(boss(country, "anh-duong"))


def test_a_plan_out_of_sight_is_not_found(country):
    company = launched(country, "anh-duong")

    assert queries.campaign_for(boss(country, "tu-liem"), company.public_id) == company
    for actor in (boss(country, "binh-minh"), country.actor("quan-tri", "tld")):
        with pytest.raises(NotFound):
            queries.campaign_for(actor, company.public_id)


def test_years_are_those_of_plans_in_sight_newest_first(country):
    drafted(country, "tu-liem")
    drafted(country, "tu-liem", starts_on=date(2027, 1, 1), last_day=date(2027, 3, 1), phases=())
    drafted(country, "hue", starts_on=date(2025, 1, 1), last_day=date(2025, 3, 1), phases=())

    assert queries.campaign_years(boss(country, "tu-liem")) == [2027, 2026]


# The board


def test_the_board_puts_who_has_not_received_first(country):
    ward = launched(country, "tu-liem")
    launched(country, "anh-duong", ward)
    receive_directive(
        actor=boss(country, "binh-minh"), directive_id=given(ward, country, "binh-minh").public_id
    )

    assert [(country.slug_of(row.unit_id), row.state) for row in queries.board(ward)] == [
        ("hoa-sen", "pending"),
        ("binh-minh", "received"),
        ("anh-duong", "launched"),
    ]
    assert queries.board_counts(ward) == {
        "pending": 1,
        "received": 1,
        "planned": 0,
        "launched": 1,
    }


def test_the_board_of_one_state(country):
    ward = launched(country, "tu-liem")
    drafted(country, "binh-minh", given(ward, country, "binh-minh"))

    assert [country.slug_of(row.unit_id) for row in queries.board(ward, "planned")] == ["binh-minh"]
    assert [row.state for row in queries.board(ward, "no-such-state")] == [
        "pending",
        "pending",
        "planned",
    ]


def test_who_has_not_received_is_counted_for_each_plan(country):
    one = launched(country, "tu-liem")
    two = launched(country, "tu-liem", number="82/KH-CĐP", only=("anh-duong",))
    drafted(country, "anh-duong", given(one, country, "anh-duong"))
    none_asked = launched(country, "tu-liem", number="83/KH-CĐP", only=())

    found = {plan.pk: plan.not_received for plan in queries.latest_of(boss(country, "tu-liem"))}

    assert found == {one.pk: 2, two.pk: 1, none_asked.pk: 0}


def test_the_phase_that_runs_today_stands_beside_its_plan(country):
    phases = (PhaseDraft(clock.today(), date(2026, 12, 31)),)
    on = launched(country, "tu-liem", phases=phases)
    ahead = (PhaseDraft(date(2026, 12, 1), date(2026, 12, 31)),)
    later = launched(country, "tu-liem", number="82/KH-CĐP", phases=ahead)

    found = {
        plan.pk: (plan.phase_now, plan.phase_until)
        for plan in queries.latest_of(boss(country, "tu-liem"))
    }

    assert found == {on.pk: (1, date(2027, 1, 1)), later.pk: (None, None)}


# The chain


def chain_of(country, campaign, actor):
    return [
        (country.slug_of(link.campaign.unit_id), link.depth, link.pilot)
        for link in queries.chain(campaign, actor)
    ]


def test_the_chain_of_four_levels_is_the_same_from_every_level(country):
    plans = cascade(country)
    leader = boss(country, "tld")

    for plan in plans:
        assert chain_of(country, plan, leader) == [
            ("tld", 0, False),
            ("ha-noi", 1, True),
            ("tu-liem", 2, True),
            ("anh-duong", 3, True),
        ]


def test_the_chain_carries_names_and_states(country):
    top, city, *_ = cascade(country, depth=2)
    close_campaign(actor=boss(country, "ha-noi"), campaign_id=city.public_id)

    links = queries.chain(top, boss(country, "tld"))

    assert [(link.unit_name, link.state) for link in links] == [
        ("Tổng Liên đoàn Lao động Việt Nam", "running"),
        ("LĐLĐ thành phố Hà Nội", "closed"),
    ]


def test_units_that_are_no_pilots_are_not_in_the_chain_of_the_superior(country):
    top = launched(country, "tld", pilots=("ha-noi",))
    city = launched(country, "ha-noi", top)
    launched(country, "hue", top)

    assert chain_of(country, top, boss(country, "tld")) == [("tld", 0, False), ("ha-noi", 1, True)]
    assert chain_of(country, city, boss(country, "tld")) == [("tld", 0, False), ("ha-noi", 1, True)]


def test_two_pilots_stand_side_by_side_each_under_its_own_superior(country):
    top = launched(country, "tld", pilots=("ha-noi", "hue"))
    city = launched(country, "ha-noi", top)
    launched(country, "hue", top)
    launched(country, "tu-liem", city)
    ward_directive = given(city, country, "tu-liem")
    ward_directive.pilot = True
    ward_directive.save()

    assert chain_of(country, top, boss(country, "tld")) == [
        ("tld", 0, False),
        ("ha-noi", 1, True),
        ("tu-liem", 2, True),
        ("hue", 1, True),
    ]


def test_a_pilot_that_has_no_launched_plan_is_not_in_the_chain(country):
    top = launched(country, "tld", pilots=("ha-noi", "hue"))
    drafted(country, "ha-noi", given(top, country, "ha-noi"))

    assert chain_of(country, top, boss(country, "tld")) == [("tld", 0, False)]


def test_pilots_elsewhere_do_not_crowd_out_the_own_ones(country):
    top = launched(country, "tld", pilots=("ha-noi", "hue", "giao-duc"))
    city = launched(country, "ha-noi", top)
    for slug in ("hue", "giao-duc"):
        launched(country, slug, top)
    ward = launched(country, "tu-liem", city, pilots=("anh-duong", "binh-minh"))
    for slug in ("anh-duong", "binh-minh"):
        launched(country, slug, ward)

    assert chain_of(country, ward, boss(country, "tld")) == [
        ("tld", 0, False),
        ("ha-noi", 1, True),
        ("tu-liem", 2, False),
        ("anh-duong", 3, True),
        ("binh-minh", 3, True),
    ]


def test_a_chair_sees_the_line_above_and_no_sibling_in_the_chain(country):
    ward = cascade(country, depth=3)[-1]
    launched(country, "anh-duong", ward)
    launched(country, "binh-minh", ward)
    sibling = given(ward, country, "binh-minh")
    sibling.pilot = True
    sibling.save()

    assert chain_of(country, ward, boss(country, "anh-duong")) == [
        ("tld", 0, False),
        ("ha-noi", 1, True),
        ("tu-liem", 2, True),
        ("anh-duong", 3, True),
    ]


def test_the_chain_of_a_unit_that_has_ended_is_still_told(country):
    with clock.pinned(date(2021, 1, 5)):
        span = {
            "starts_on": date(2021, 1, 1),
            "last_day": date(2021, 12, 31),
            "phases": (PhaseDraft(date(2021, 1, 1), date(2021, 6, 30)),),
        }
        superior = None
        for slug, role in (
            ("tld", "lanh-dao"),
            ("ha-noi", "lanh-dao"),
            ("nam-tu-liem", "lanh-dao"),
        ):
            superior = _launched_then(country, slug, role, superior, span)

    assert chain_of(country, superior, boss(country, "tld")) == [
        ("tld", 0, False),
        ("ha-noi", 1, False),
        ("nam-tu-liem", 2, False),
    ]


def _launched_then(country, slug, role, superior, span):
    """Launch in the past: the post is given in the past too."""
    from tests.conftest import make_user  # noqa: PLC0415

    from thidua.apps.campaigns.services.drafting import draft_campaign  # noqa: PLC0415
    from thidua.apps.campaigns.services.launching import launch_campaign  # noqa: PLC0415
    from thidua.apps.org.queries import actor_for  # noqa: PLC0415
    from thidua.apps.org.services import assign_post  # noqa: PLC0415
    from thidua.base.actor import SYSTEM  # noqa: PLC0415

    user = make_user(f"then-{slug}", f"Người ở {slug}")
    post = assign_post(
        actor=SYSTEM,
        user_id=user.pk,
        role=role,
        unit_id=country[slug].public_id,
        valid_from=date(2021, 1, 1),
    )
    actor = actor_for(user.pk, user.full_name, post)
    directive_id = given(superior, country, slug).public_id if superior else ""
    public_id = draft_campaign(
        actor=actor,
        unit_id=country[slug].public_id,
        plan=plan_of(**span),
        directive_id=directive_id,
    )
    launch_campaign(actor=actor, campaign_id=public_id)
    return Campaign.objects.get(public_id=public_id)


# What differs, what waits, what is current


def test_phases_that_end_on_another_day_than_the_superiors_are_named(country):
    top = launched(country, "tld")
    own = (
        PhaseDraft(date(2026, 1, 1), date(2026, 5, 31)),
        PhaseDraft(date(2026, 6, 1), date(2026, 12, 31)),
    )
    city = drafted(country, "ha-noi", given(top, country, "ha-noi"), phases=own)

    assert queries.different_phase_ends(city) == [(1, date(2026, 6, 1), date(2026, 7, 1))]
    assert queries.different_phase_ends(top) == []


def test_waiting_directives_are_those_not_launched_of_plans_that_are_on(country):
    one = launched(country, "tu-liem")
    two = launched(country, "tu-liem", number="82/KH-CĐP")
    three = launched(country, "tu-liem", number="83/KH-CĐP")
    launched(country, "anh-duong", two)
    close_campaign(actor=boss(country, "tu-liem"), campaign_id=three.public_id)

    waiting = queries.directives_waiting(boss(country, "anh-duong"))

    assert [directive.campaign for directive in waiting] == [one]


def test_only_the_units_own_directive_is_given_out(country):
    ward = launched(country, "tu-liem")
    directive = given(ward, country, "anh-duong")

    assert queries.directive_for(boss(country, "anh-duong"), directive.public_id) == directive
    assert queries.directive_given_by(boss(country, "tu-liem"), directive.public_id) == directive
    assert queries.directive_given_by(boss(country, "ha-noi"), directive.public_id) is None
    for slug in ("binh-minh", "tu-liem"):
        with pytest.raises(NotFound):
            queries.directive_for(boss(country, slug), directive.public_id)


def test_the_latest_plans_are_the_own_ones_newest_first(country):
    first = launched(country, "tu-liem")
    draft = drafted(country, "tu-liem", number="82/KH-CĐP")
    later = drafted(country, "tu-liem", starts_on=date(2026, 2, 1), phases=(), number="")
    close_campaign(actor=boss(country, "tu-liem"), campaign_id=first.public_id)
    launched(country, "ha-noi")

    assert queries.latest_of(boss(country, "tu-liem")) == [later, draft, first]


def test_results_are_shown_as_of_today_or_the_last_day(country, frozen_day):
    past = drafted(country, "tu-liem", last_day=date(2026, 6, 30), phases=())
    now = drafted(country, "hue")

    assert queries.campaign_day(past) == date(2026, 6, 30)
    assert queries.campaign_day(now) == frozen_day
