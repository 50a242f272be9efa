"""Targets: who sets them for whom, and how they stand beside what was reached."""

from datetime import date

import pytest
from tests.apps.campaigns.cascade import boss, drafted, event_of, events, launched, said_by

from thidua.apps.campaigns.models import Target
from thidua.apps.campaigns.queries import newest_standing, table_below, target_lines
from thidua.apps.campaigns.services.launching import close_campaign
from thidua.apps.campaigns.services.targets import set_targets
from thidua.apps.figures.models import Indicator
from thidua.apps.figures.services import install_indicators
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.figures.services.ledger import record_facts
from thidua.base.actor import SYSTEM
from thidua.base.messages import sentence
from thidua.domain.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from thidua.domain.figures.totals import Figure


@pytest.fixture
def sums(country):
    """Two indicators that add up."""
    install_indicators(actor=SYSTEM)
    return list(Indicator.objects.filter(aggregate="sum").order_by("position")[:2])


@pytest.fixture
def plan(country, sums):
    return launched(country, "tu-liem")


def ask(actor, campaign, unit, values, **more):
    return set_targets(
        actor=actor,
        campaign_id=campaign.public_id,
        unit_id=unit.public_id,
        values=values,
        **more,
    )


def report(country, slug, indicator, sent, accepted=None, source="bc_1"):
    stages = {"sent": sent} | ({"accepted": accepted} if accepted is not None else {})
    for stage, value in stages.items():
        record_facts(
            unit_id=country[slug].pk,
            sector=country[slug].sector,
            starts_on=date(2026, 10, 1),
            until=date(2026, 11, 1),
            stage=stage,
            values={indicator.pk: value},
            source_type="report",
            source_id=source,
            source_version=1,
        )
    fold_pending()


def test_targets_are_set_changed_and_taken_back(country, plan, sums, officer):
    one, two = sums

    ask(officer, plan, country["anh-duong"], {one.code: 5, two.code: 0})
    ask(officer, plan, country["anh-duong"], {one.code: 7, two.code: None})

    assert list(Target.objects.values_list("unit", "indicator", "value", "illustrative")) == [
        (country["anh-duong"].pk, one.pk, 7, False)
    ]
    event = event_of("set_targets")
    assert (event.subject_id, event.unit, event.capability) == (
        plan.public_id,
        officer.unit_id,
        "campaign.edit",
    )
    assert said_by("set_targets")["targets"] == {one.code: 7, two.code: None}


def test_a_negative_target_is_refused_whole(country, plan, sums, officer):
    one, two = sums

    with pytest.raises(Invalid) as refused:
        ask(officer, plan, country["anh-duong"], {one.code: 5, two.code: -1})

    assert sentence(refused.value) == (f"Chỉ tiêu “{two.name}” phải là số không âm, không phải -1.")
    assert Target.objects.count() == 0


@pytest.mark.parametrize("slug", ["song-huong", "ha-noi", "hue", "tld"])
def test_targets_go_to_the_own_unit_and_its_direct_units_only(country, plan, sums, officer, slug):
    with pytest.raises(DomainError):
        ask(officer, plan, country[slug], {sums[0].code: 5})

    assert Target.objects.count() == 0


def test_an_indicator_nobody_knows_is_refused(country, plan, sums, officer):
    with pytest.raises(DomainError):
        ask(officer, plan, country["tu-liem"], {"khong-co": 5})

    assert Target.objects.count() == 0


@pytest.mark.parametrize(
    ("role", "slug", "refusal"),
    [
        ("chu-tich-cdcs", "anh-duong", Forbidden),
        ("lanh-dao", "ha-noi", Forbidden),
        ("lanh-dao", "hue", NotFound),
        ("quan-tri", "tld", Forbidden),
    ],
)
def test_only_the_unit_of_the_plan_sets_targets(country, plan, sums, role, slug, refusal):
    actor = country.actor(role, slug)
    before = events()

    with pytest.raises(refusal):
        ask(actor, plan, country["anh-duong"], {sums[0].code: 5})

    assert (Target.objects.count(), events()) == (0, before)


def test_a_closed_plan_asks_nothing_more(country, plan, sums, officer):
    close_campaign(actor=boss(country, "tu-liem"), campaign_id=plan.public_id)

    with pytest.raises(Conflict) as refused:
        ask(officer, plan, country["tu-liem"], {sums[0].code: 5})

    assert sentence(refused.value) == (
        "Việc này không làm được khi kế hoạch ở trạng thái “đã kết thúc”."
    )


def test_the_same_press_twice_sets_once(country, plan, sums, officer):
    keyed = officer.with_key("press-1")

    ask(keyed, plan, country["tu-liem"], {sums[0].code: 5})
    before = events()
    ask(keyed, plan, country["tu-liem"], {sums[0].code: 5})

    assert events() == before
    with pytest.raises(Conflict) as refused:
        ask(keyed, plan, country["tu-liem"], {sums[0].code: 6})
    assert refused.value.code == "base.key_reused"


def test_a_standing_shows_target_sent_and_accepted(country, plan, sums, officer, frozen_day):
    one, two = sums
    ask(officer, plan, country["tu-liem"], {two.code: 9, one.code: 10}, illustrative=True)
    ask(officer, plan, country["anh-duong"], {one.code: 4})
    report(country, "anh-duong", one, 3, accepted=3)
    report(country, "binh-minh", one, 4, source="bc_2")
    report(country, "song-huong", one, 100, source="bc_3")

    lines = target_lines(plan)

    assert [(line.indicator_code, line.target, line.illustrative) for line in lines] == [
        (one.code, 10, True),
        (two.code, 9, True),
    ]
    assert [line.figure for line in lines] == [Figure(7, 3), Figure(0, 0)]


def test_figures_outside_the_days_of_the_plan_do_not_count(country, sums, officer):
    plan = launched(country, "tu-liem", starts_on=date(2026, 10, 2), phases=plan_phase())
    ask(officer, plan, country["tu-liem"], {sums[0].code: 10})
    report(country, "anh-duong", sums[0], 3)

    assert target_lines(plan)[0].figure == Figure(0, 0)


def plan_phase():
    from thidua.apps.campaigns.services.drafting import PhaseDraft  # noqa: PLC0415

    return (PhaseDraft(date(2026, 10, 2), date(2026, 12, 31)),)


def test_the_table_below_has_a_row_for_each_direct_unit(country, plan, sums, officer):
    one, two = sums
    ask(officer, plan, country["tu-liem"], {one.code: 10})
    ask(officer, plan, country["anh-duong"], {two.code: 4})
    report(country, "anh-duong", one, 3, accepted=2)

    table = table_below(plan)

    assert table.heads == [(one.name, one.measure), (two.name, two.measure)]
    assert [
        (country.slug_of(row.unit.id), [(c.code, c.target, c.figure) for c in row.cells])
        for row in table.rows
    ] == [
        ("anh-duong", [(one.code, None, Figure(3, 2)), (two.code, 4, Figure(0, 0))]),
        ("binh-minh", [(one.code, None, Figure(0, 0)), (two.code, None, Figure(0, 0))]),
        ("hoa-sen", [(one.code, None, Figure(0, 0)), (two.code, None, Figure(0, 0))]),
    ]


def test_without_targets_there_is_no_table(country, plan):
    table = table_below(plan)

    assert (table.heads, table.rows) == ([], [])


def test_the_newest_standing_is_of_the_first_plan_that_is_on_and_has_targets(
    country, plan, sums, officer, frozen_day
):
    without = launched(country, "tu-liem", number="82/KH-CĐP")
    draft = drafted(country, "tu-liem", number="83/KH-CĐP")
    for campaign in (plan, draft):
        ask(officer, campaign, country["tu-liem"], {sums[0].code: 10})

    standing = newest_standing([draft, without, plan])

    assert standing.campaign == plan
    assert standing.cut_off == frozen_day
    assert [line.target for line in standing.lines] == [10]
    assert newest_standing([draft, without]) is None
    assert newest_standing([]) is None


def test_targets_of_direct_units_alone_are_no_standing_of_the_unit(country, plan, sums, officer):
    ask(officer, plan, country["anh-duong"], {sums[0].code: 10})

    assert newest_standing([plan]) is None
