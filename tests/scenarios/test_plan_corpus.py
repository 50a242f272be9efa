"""Real plans and announcements, entered through the service and read back: the model holds each shape."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from thidua.apps.campaigns.models import Campaign, Movement
from thidua.apps.campaigns.services.drafting import draft_campaign
from thidua.apps.campaigns.services.movements import (
    MovementDraft,
    add_movement,
    install_movements,
)
from thidua.apps.campaigns.to_domain import draft_of
from thidua.base.actor import SYSTEM
from thidua.domain.audience import audience_kind
from thidua.domain.plan_draft import (
    AwardDraft,
    CommemorationDraft,
    ContentDraft,
    GoalDraft,
    IssuerDraft,
    MilestoneDraft,
    PhaseDraft,
    PlanDraft,
)
from thidua.lawbook.commemorations import founding_day_called
from thidua.lawbook.movements import movement_called

CASES = Path(__file__).resolve().parents[3] / "shared/plan-corpus/cases"
PLANS = ("000", "001", "003", "004", "005", "007", "011", "013", "032", "036", "038", "039", "043", "049", "050")  # fmt: skip
SECTORS = {"enterprise": "doanh-nghiep", "public": "hanh-chinh-su-nghiep"}
KINDS = SECTORS | {
    "party_mass": "dang-doan-the",
    "locality": "dia-phuong",
    "collective": "tap-the",
    "individual": "ca-nhan",
}
# What a campaign does not keep of such a text: who issues is the unit, results and news of the day
# are reports. The launch day is kept with the launch.
NOT_OF_A_PLAN = {"issuer", "results", "launch_date"}

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the shared corpus is not here")


@cache
def case(number):
    return json.loads((CASES / f"{number}.json").read_text("utf-8"))


def value(truth, name, default=""):
    return truth[name]["value"] if name in truth else default


def day(text):
    return date.fromisoformat(text) if text else None


def figure(number):
    return None if number is None else Decimal(str(number))


# From a truth to a plan as it would be typed


def plan_of(truth, movements):
    period = truth.get("period", {})
    phases = tuple(map(phase_of, truth.get("phases", [])))
    starts_on = day(period.get("start")) or (phases[0].starts_on if phases else begins(truth))
    last_day = day(period.get("end")) or (phases[-1].last_day if phases else ends(truth))
    months = period.get("precision") == "month"
    event = period.get("end_event", "")
    eligible = truth.get("eligibility")
    return PlanDraft(
        title=case_title(truth),
        starts_on=starts_on,
        last_day=None if event else last_day,
        number=value(truth, "doc_number"),
        issued_on=day(value(truth, "doc_date")),
        signer_name=value(truth, "signer"),
        theme=value(truth, "theme"),
        start_form="issue" if period.get("start_is") else "month" if months else "day",
        end_form="month" if months else "day",
        end_event=event,
        duration=value(truth, "duration_days", None),
        duration_kind="days-nights" if "duration_days" in truth else "",
        contents=tuple(contents_of(truth)),
        audience=tuple(bloc["label"] for bloc in truth.get("blocs", [])),
        phases=phases,
        commemorations=tuple(map(commemoration_of, truth.get("commemorations", []))),
        goals=tuple(map(goal_of, truth.get("targets", []))),
        awards=tuple(map(award_of, truth.get("awards", []))),
        milestones=(
            *(MilestoneDraft(d["what"], day(d["date"])) for d in truth.get("deadlines", [])),
            *(
                [MilestoneDraft("Sáng kiến được xét", day(eligible["end"]), day(eligible["start"]))]
                if eligible
                else []
            ),
        ),
        movements=movements,
    )


def case_title(truth):
    return "Kế hoạch " + (value(truth, "theme") or value(truth, "doc_number") or "thi đua")[:250]


def begins(truth):
    """The first day of a text that gives none: its launch, its paper, or its year."""
    known = day(value(truth, "launch_date")) or day(value(truth, "doc_date"))
    return known or date(value(truth, "year", 2017), 1, 1)


def ends(truth):
    return None if "duration_days" in truth else date(begins(truth).year, 12, 31)


def contents_of(truth):
    """Contents as the truth gives them; a text with khối but without contents has one in each."""
    items = truth.get("contents", [])
    for place, item in enumerate(items, start=1):
        yield ContentDraft(item.get("value") or f"Nội dung {place} của văn bản")
    if not items:
        for bloc in truth.get("blocs", []):
            if bloc["code"] in SECTORS:
                yield ContentDraft(f"Nội dung của {bloc['label']}", SECTORS[bloc["code"]])


def phase_of(phase):
    return PhaseDraft(
        starts_on=day(phase["start"]),
        last_day=day(phase["end"]),
        theme=phase.get("theme", ""),
        month_start=phase.get("precision") == "month-start",
    )


def commemoration_of(one):
    return CommemorationDraft(name=one["event"], years=one["years"])


def goal_of(target):
    return GoalDraft(
        name=target["indicator"],
        comparator=target["comparator"],
        value=figure(target["value"]),
        value2=figure(target.get("value2")),
        measure=target.get("unit", ""),
        per=target.get("per", ""),
    )


def award_of(award):
    return AwardDraft(
        title=award["title"],
        nature=award["nature"],
        recipient=award.get("recipient", ""),
        collective=award.get("collective"),
        individual=award.get("individual"),
        total=award.get("total"),
    )


# The case, entered and read back


def movement_ids(truth, actor):
    """The movements of the text: known ones by any way of writing them, others as the unit's own."""
    ids = []
    for item in truth.get("movements", []):
        known = movement_called(item["value"])
        ids.append(
            Movement.objects.get(code=known.code).public_id
            if known
            else add_movement(
                actor=actor, unit_id=actor.unit_public_id, movement=MovementDraft(item["value"])
            )
        )
    return tuple(dict.fromkeys(ids))


@pytest.fixture
def entered(country, request):
    """The case of the test, entered by the officer of a unit: (truth, the plan read back)."""
    actor = country.actor("can-bo-thi-dua", "tu-liem")
    install_movements(actor=SYSTEM)
    truth = case(request.getfixturevalue("number"))["truth"]
    typed = plan_of(truth, movement_ids(truth, actor))
    public_id = draft_campaign(actor=actor, unit_id=actor.unit_public_id, plan=typed)
    campaign = Campaign.objects.get(public_id=public_id)
    return truth, campaign, draft_of(campaign)


@pytest.mark.parametrize("number", PLANS)
def test_every_annotated_field_is_read_back(entered, number):
    truth, campaign, kept = entered

    asked = [name for name in case(number)["annotated"] if name not in NOT_OF_A_PLAN]
    assert asked
    for name in asked:
        READ_BACK[name](truth, campaign, kept)


def plain(name, of):
    def check(truth, campaign, kept):
        assert of(campaign, kept) == value(truth, name)

    return check


def has_period(truth, _campaign, kept):
    period = truth["period"]
    assert kept.starts_on == day(period["start"])
    assert kept.last_day == day(period.get("end"))
    assert kept.end_event == period.get("end_event", "")
    assert (kept.start_form == "issue") == ("start_is" in period)
    assert (kept.start_form == kept.end_form == "month") == (period.get("precision") == "month")


def has_phases(truth, _campaign, kept):
    assert kept.phases == tuple(map(phase_of, truth["phases"]))


def has_commemorations(truth, campaign, kept):
    assert [row.years for row in kept.commemorations] == [
        one["years"] for one in truth["commemorations"]
    ]
    for one, row, stored in zip(
        truth["commemorations"], kept.commemorations, campaign.commemorations.all(), strict=True
    ):
        known = founding_day_called(one["event"])
        assert row.event == (known.slug if known else "")
        assert row.name == (known.name if known else one["event"])
        if "date" in one and known:
            assert stored.day == day(one["date"])
        assert (stored.phase is None) == (not kept.phases)


def has_movements(truth, campaign, _kept):
    names = list(campaign.carried.values_list("movement__name", flat=True))
    for item in truth["movements"]:
        known = movement_called(item["value"])
        assert (known.name if known else item["value"]) in names


def has_contents(truth, _campaign, kept):
    assert [content.text for content in kept.contents] == [
        item.get("value") or f"Nội dung {place} của văn bản"
        for place, item in enumerate(truth["contents"], start=1)
    ]


def has_blocs(truth, campaign, kept):
    assert list(kept.audience) == [bloc["label"] for bloc in truth["blocs"]]
    assert list(campaign.audience.values_list("kind", flat=True)) == [
        KINDS[bloc["code"]] for bloc in truth["blocs"]
    ]


def has_targets(truth, _campaign, kept):
    assert kept.goals == tuple(map(goal_of, truth["targets"]))


def has_awards(truth, _campaign, kept):
    assert kept.awards == tuple(map(award_of, truth["awards"]))


def has_deadlines(truth, _campaign, kept):
    stones = {(stone.name, stone.last_day) for stone in kept.milestones}
    assert {(d["what"], day(d["date"])) for d in truth["deadlines"]} <= stones


def has_eligibility(truth, _campaign, kept):
    window = truth["eligibility"]
    assert (day(window["start"]), day(window["end"])) in {
        (stone.starts_on, stone.last_day) for stone in kept.milestones
    }


def has_duration(truth, _campaign, kept):
    assert (kept.duration, kept.duration_kind) == (value(truth, "duration_days"), "days-nights")


READ_BACK = {
    "year": plain("year", lambda campaign, _kept: campaign.year),
    "theme": plain("theme", lambda _campaign, kept: kept.theme),
    "doc_number": plain("doc_number", lambda _campaign, kept: kept.number),
    "doc_date": plain("doc_date", lambda _campaign, kept: kept.issued_on.isoformat()),
    "signer": plain("signer", lambda _campaign, kept: kept.signer_name),
    "period": has_period,
    "phases": has_phases,
    "commemorations": has_commemorations,
    "movements": has_movements,
    "contents": has_contents,
    "blocs": has_blocs,
    "targets": has_targets,
    "awards": has_awards,
    "deadlines": has_deadlines,
    "eligibility": has_eligibility,
    "duration_days": has_duration,
}


def test_no_plan_and_no_announcement_is_left_out():
    kinds = {
        path.stem: json.loads(path.read_text("utf-8"))["kind"] for path in CASES.glob("*.json")
    }
    assert {number for number, kind in kinds.items() if kind in {"plan", "announcement"}} == set(
        PLANS
    )


@pytest.mark.parametrize("number", ["049"])
def test_a_duration_gives_the_last_day(entered, number):
    _truth, _campaign, kept = entered

    assert (kept.starts_on, kept.last_day) == (date(2024, 8, 18), date(2025, 12, 30))


@pytest.mark.parametrize("number", ["043"])
def test_bodies_outside_the_tree_issue_a_plan_together(country, number):
    """The joint directive of a company and its union: two issuers, one number."""
    actor = country.actor("can-bo-thi-dua", "tu-liem")
    truth = case(number)["truth"]
    company = IssuerDraft("Tổng công ty Truyền tải điện Quốc gia")
    typed = replace(plan_of(truth, ()), joint_issuers=(company,))

    public_id = draft_campaign(actor=actor, unit_id=actor.unit_public_id, plan=typed)

    kept = draft_of(Campaign.objects.get(public_id=public_id))
    assert kept.joint_issuers == (company,)
    assert kept.number == "481/CTLT-CĐEVNNPT-EVNNPT"


@pytest.mark.parametrize("number", ["005", "007"])
def test_the_words_of_an_audience_tell_its_kind(number):
    for bloc in case(number)["truth"]["blocs"]:
        assert audience_kind(bloc["label"]) == KINDS[bloc["code"]]
