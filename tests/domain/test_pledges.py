"""Rules of pacts and registrations: what may be signed, registered, confirmed, done, dropped."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.domain.errors import Conflict, DomainError
from thidua.domain.pacts import (
    MOST_COMMITMENTS,
    MOST_PARTIES,
    NamedParty,
    TypedCommitment,
    commitment_faults,
    party_faults,
)
from thidua.domain.registrations import (
    Coverage,
    Kind,
    Typed,
    fault_of,
    is_late,
    late_refusal,
    registered_counts,
    verified_counts,
)
from thidua.domain.workflow.pacts import PACT, PactSubject
from thidua.domain.workflow.registrations import REGISTRATION, RegistrationSubject

TODAY = date(2026, 11, 22)
SIGNABLE = {
    "parties": (("Công đoàn phường", "Lê Mai"), ("CĐCS", "Phạm Bình")),
    "commitments": 1,
    "signed_on": TODAY,
    "today": TODAY,
}


def objection(machine, step, state, subject):
    try:
        machine.check(step, state, subject)
    except DomainError as refusal:
        return refusal.code
    return ""


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, ""),
        ({"parties": ()}, "pacts.parties_few"),
        ({"parties": (("CĐCS", "Phạm Bình"),)}, "pacts.parties_few"),
        ({"parties": (("A", "Lê Mai"), ("B", ""))}, "pacts.no_signatory"),
        ({"commitments": 0}, "pacts.no_commitment"),
        ({"signed_on": None}, "base.required"),
        ({"signed_on": TODAY + timedelta(days=1)}, "pacts.signed_ahead"),
        ({"signed_on": TODAY - timedelta(days=400)}, ""),
    ],
)
def test_when_a_pact_may_be_signed(changes, code):
    assert objection(PACT, "sign", "draft", PactSubject(**SIGNABLE | changes)) == code


def test_a_missing_signatory_is_named():
    subject = PactSubject(parties=(("A", ""), ("B", "Lê Mai"), ("C", "")), commitments=1)

    with pytest.raises(DomainError) as refused:
        PACT.check("sign", "draft", subject)

    assert refused.value.params["names"] == ["A", "C"]


@pytest.mark.parametrize(
    ("state", "open_steps"),
    [("draft", {"sign", "cancel"}), ("signed", {"cancel"}), ("cancelled", set())],
)
def test_what_is_open_to_a_pact(state, open_steps):
    assert {step.name for step in PACT.open_steps(state)} == open_steps


@pytest.mark.parametrize(
    ("parties", "codes"),
    [
        ([], []),
        ([NamedParty("A", "1"), NamedParty("B", "2")], []),
        ([NamedParty("A", "1"), NamedParty("A khác", "1")], ["pacts.party_twice"]),
        ([NamedParty("", "1")], ["pacts.party_unnamed"]),
        ([NamedParty(str(n), str(n)) for n in range(MOST_PARTIES)], []),
        ([NamedParty(str(n), str(n)) for n in range(MOST_PARTIES + 1)], ["pacts.parties_many"]),
    ],
)
def test_parties_are_named_once(parties, codes):
    assert [fault.code for fault in party_faults(parties)] == codes


@pytest.mark.parametrize(
    ("commitments", "codes"),
    [
        ([TypedCommitment("Thi đua")], []),
        ([TypedCommitment("Sáng kiến", "sang-kien", 0)], []),
        ([TypedCommitment("", "sang-kien", 12)], ["pacts.commitment_empty"]),
        ([TypedCommitment("Sáng kiến", "", 12)], ["pacts.target_of_nothing"]),
        ([TypedCommitment("Sáng kiến", "sang-kien", -1)], ["pacts.target_negative"]),
        ([TypedCommitment("x")] * (MOST_COMMITMENTS + 1), ["pacts.commitments_many"]),
    ],
)
def test_a_commitment_has_words_and_a_target_of_something(commitments, codes):
    assert [fault.code for fault in commitment_faults(commitments)] == codes


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, None),
        ({"text": ""}, "base.required"),
        ({"name": ""}, "base.required"),
        ({"people": 0}, "registrations.people"),
        ({"people": -3}, "registrations.people"),
        ({"people": 41}, None),
        ({"people": 41, "kind": Kind.ACTIVITY}, "registrations.people_of_tasks"),
        ({"plaque_text": "Chào mừng"}, "registrations.plaque_of_works"),
        ({"plaque_text": "Chào mừng", "kind": Kind.WORK}, None),
    ],
)
def test_what_may_be_registered(changes, code):
    typed = {"kind": Kind.TASK, "subject": "ca-nhan", "name": "Lê Mai", "text": "Cải tiến"}
    fault = fault_of(Typed(**typed | changes))

    assert (fault.code if fault else None) == code


@pytest.mark.parametrize(
    ("state", "step", "subject", "code"),
    [
        ("registered", "confirm", {}, ""),
        ("registered", "confirm", {"is_list": True, "people": 41}, "registrations.no_list"),
        ("registered", "confirm", {"is_list": True, "people": 41, "photos": 1}, ""),
        ("confirmed", "confirm", {}, "workflow.wrong_state"),
        ("registered", "finish", {"photos": 1, "result": "Xong"}, "workflow.wrong_state"),
        ("confirmed", "finish", {"photos": 1}, "base.required"),
        ("confirmed", "finish", {"result": "Xong"}, "registrations.no_evidence"),
        ("confirmed", "finish", {"photos": 1, "result": "Xong"}, ""),
        (
            "confirmed",
            "finish",
            {"photos": 1, "result": "Xong", "people": 41, "people_done": 42},
            "registrations.done_more",
        ),
        ("confirmed", "verify", {}, "workflow.wrong_state"),
        ("done", "verify", {}, ""),
        ("done", "send_back", {}, "registrations.no_reason"),
        ("done", "send_back", {"reason": "Thiếu ảnh"}, ""),
        ("registered", "drop", {}, "registrations.no_reason"),
        ("registered", "drop", {"reason": "Chuyển công tác"}, ""),
        ("done", "drop", {"reason": "x", "is_finished": True}, "registrations.drop_finished"),
        ("verified", "drop", {"reason": "x", "is_finished": True, "is_keeper": True}, ""),
        ("dropped", "drop", {"reason": "x"}, "workflow.wrong_state"),
    ],
)
def test_the_life_of_a_registration(state, step, subject, code):
    assert objection(REGISTRATION, step, state, RegistrationSubject(**subject)) == code


@given(st.dates(), st.dates(), st.booleans())
def test_only_after_the_last_day_one_is_late(day, due_on, refuse):
    refusal = late_refusal(day, due_on, refuse_late=refuse)

    assert is_late(day, due_on) == (day > due_on)
    assert isinstance(refusal, Conflict) == (refuse and day > due_on)
    assert not is_late(day, None)
    assert late_refusal(day, None, refuse_late=refuse) is None


@given(st.integers(0, 10**6), st.none() | st.integers(0, 10**6))
def test_registered_and_missing_make_up_the_expected(registered, expected):
    coverage = Coverage(registered, expected)

    assert coverage.missing >= 0
    if expected is not None and registered <= expected:
        assert coverage.registered + coverage.missing == expected
    assert coverage.is_whole == (expected is not None and coverage.missing == 0)


@given(st.sampled_from(list(Kind)), st.sampled_from(REGISTRATION.states), st.integers(1, 500))
def test_what_a_registration_counts_for_follows_its_state(kind, state, people):
    registered, verified = (
        registered_counts(kind, state, people),
        verified_counts(kind, state, people),
    )

    assert registered == (
        {"phan-viec-dang-ky": people} if kind is Kind.TASK and state != "dropped" else {}
    )
    assert bool(verified) == (state == "verified" and kind in {Kind.TASK, Kind.ACTIVITY, Kind.WORK})
    assert all(value == people for value in verified.values())
