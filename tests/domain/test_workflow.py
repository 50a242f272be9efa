"""The tables of states: every step from every state, every guard, against tables written by hand."""

from datetime import date

import pytest

from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Forbidden, Invalid
from thidua.domain.workflow.campaigns import CAMPAIGN, CampaignSubject
from thidua.domain.workflow.directives import DIRECTIVE
from thidua.domain.workflow.machine import Step, machine
from thidua.domain.workflow.reports import REPORT, ReportSubject

READY = CampaignSubject(
    contents=1,
    phases=1,
    starts_on=date(2021, 1, 1),
    today=date(2021, 1, 1),
)
FILLED = ReportSubject(sender_id=1, actor_id=2, reason="Thiếu minh chứng")

# machine, subject that no guard objects to, {(state, step): new state}; any other pair is refused.
LIVES = [
    (
        CAMPAIGN,
        READY,
        {
            ("draft", "launch"): "launched",
            ("launched", "start"): "running",
            ("launched", "close"): "closed",
            ("running", "close"): "closed",
        },
    ),
    (
        DIRECTIVE,
        None,
        {
            ("pending", "receive"): "received",
            ("pending", "plan"): "planned",
            ("received", "plan"): "planned",
            ("planned", "launch"): "launched",
        },
    ),
    (
        REPORT,
        FILLED,
        {
            ("draft", "send"): "sent",
            ("returned", "send"): "sent",
            ("sent", "receive"): "received",
            ("sent", "send_back"): "returned",
            ("sent", "accept"): "accepted",
            ("received", "send_back"): "returned",
            ("received", "accept"): "accepted",
        },
    ),
]
PAIRS = [
    (machine_, subject, state, step, moves.get((state, step)))
    for machine_, subject, moves in LIVES
    for state in machine_.states
    for step in machine_.steps
]


@pytest.mark.parametrize(
    ("life", "subject", "state", "step", "target"),
    PAIRS,
    ids=[f"{life.name}-{state}-{step}" for life, _, state, step, _ in PAIRS],
)
def test_a_step_leads_where_the_table_says_or_is_refused(life, subject, state, step, target):
    if target is not None:
        assert life.check(step, state, subject).target == target
        return

    with pytest.raises(Conflict) as refused:
        life.check(step, state, subject)
    assert refused.value.code == "workflow.wrong_state"
    assert refused.value.params == {"machine": life.name, "step": step, "state": state}


@pytest.mark.parametrize(
    ("life", "names"),
    [
        (CAMPAIGN, ("draft", "launched", "running", "closed")),
        (DIRECTIVE, ("pending", "received", "planned", "launched")),
        (REPORT, ("draft", "sent", "received", "returned", "accepted")),
    ],
)
def test_states_are_those_written_and_life_begins_with_the_first(life, names):
    assert life.states == names
    assert life.initial == names[0]


@pytest.mark.parametrize(
    ("life", "step", "capability"),
    [
        (CAMPAIGN, "launch", Capability.CAMPAIGN_LAUNCH),
        (CAMPAIGN, "start", Capability.CAMPAIGN_LAUNCH),
        (CAMPAIGN, "close", Capability.CAMPAIGN_LAUNCH),
        (DIRECTIVE, "receive", Capability.DIRECTIVE_RECEIVE),
        (DIRECTIVE, "plan", Capability.CAMPAIGN_EDIT),
        (DIRECTIVE, "launch", Capability.CAMPAIGN_LAUNCH),
        (REPORT, "send", Capability.REPORT_FILL),
        (REPORT, "send_back", Capability.REPORT_REVIEW),
        (REPORT, "accept", Capability.REPORT_REVIEW),
    ],
)
def test_each_step_asks_for_its_capability(life, step, capability):
    assert life.steps[step].capability == capability


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"contents": 0}, ["contents"]),
        ({"phases": 0}, ["phases"]),
        ({"contents": 0, "phases": 0}, ["contents", "phases"]),
    ],
)
def test_launching_an_incomplete_plan_names_all_that_is_missing(changes, missing):
    subject = CampaignSubject(**{**READY.__dict__, **changes})

    with pytest.raises(Invalid) as refused:
        CAMPAIGN.check("launch", "draft", subject)

    assert refused.value.code == "campaigns.incomplete"
    assert refused.value.params == {"missing": missing}


def test_a_campaign_does_not_run_before_its_first_day():
    early = CampaignSubject(**{**READY.__dict__, "today": date(2020, 12, 31)})

    with pytest.raises(Invalid) as refused:
        CAMPAIGN.check("start", "launched", early)

    assert refused.value.code == "campaigns.not_begun"
    assert refused.value.params == {"starts_on": date(2021, 1, 1)}


def test_a_report_with_gaps_is_not_sent():
    with pytest.raises(Invalid) as refused:
        REPORT.check("send", "draft", ReportSubject(missing=("Sáng kiến",)))

    assert refused.value.code == "reports.missing"
    assert refused.value.params == {"names": ["Sáng kiến"]}


@pytest.mark.parametrize("step", ["accept", "send_back"])
def test_nobody_judges_the_report_he_sent(step):
    own = ReportSubject(sender_id=2, actor_id=2, reason="Thiếu")

    with pytest.raises(Forbidden) as refused:
        REPORT.check(step, "sent", own)

    assert refused.value.code == "reports.own"


def test_a_report_is_returned_with_a_reason_and_accepted_without():
    silent = ReportSubject(sender_id=1, actor_id=2)

    assert REPORT.check("accept", "sent", silent).target == "accepted"
    with pytest.raises(Invalid) as refused:
        REPORT.check("send_back", "sent", silent)
    assert refused.value.code == "reports.no_reason"


def test_wrong_state_is_said_before_any_guard_is_asked():
    with pytest.raises(Conflict):
        CAMPAIGN.check("launch", "closed", CampaignSubject(**{**READY.__dict__, "phases": 0}))


def test_open_steps_are_those_a_page_may_offer():
    assert [step.name for step in CAMPAIGN.open_steps("launched")] == ["start", "close"]
    assert CAMPAIGN.open_steps("closed") == []


def test_a_machine_refuses_steps_between_states_it_does_not_have():
    stray = Step("go", frozenset({"here", "nowhere"}), "there", Capability.CAMPAIGN_EDIT)

    with pytest.raises(ValueError, match="nowhere"):
        machine("trip", ("here", "there"), (stray,))
