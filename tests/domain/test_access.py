"""Roles and reaches, against a table written by hand: who may do what, how far along the tree."""

import pytest

from thidua.domain.access.capabilities import (
    BELOW,
    DIRECT,
    LINE,
    OWN,
    SUBTREE,
    Capability,
)
from thidua.domain.access.roles import ROLES, SYSTEM_CAPABILITIES, SYSTEM_ROLE, reach_of

DEPTHS = (-2, -1, 0, 1, 2)
REACHES = {
    "own": (OWN, {0}),
    "direct": (DIRECT, {1}),
    "below": (BELOW, {1, 2}),
    "subtree": (SUBTREE, {0, 1, 2}),
    "line": (LINE, {-2, -1, 0, 1, 2}),
}

# Columns: lanh-dao, can-bo-thi-dua, chu-tich-cdcs, can-bo-cdcs, doan-vien, quan-tri; "–" means no right.
COLUMNS = (
    "lanh-dao",
    "can-bo-thi-dua",
    "chu-tich-cdcs",
    "can-bo-cdcs",
    "doan-vien",
    "quan-tri",
)
MATRIX = {
    "unit.view": "line line line line own subtree",
    "unit.manage": "– – – – – subtree",
    "unit.reorganise": "subtree – – – – subtree",
    "person.view": "subtree subtree own – – subtree",
    "person.invite": "subtree subtree own – – subtree",
    "account.keep": "own own own own own own",
    "campaign.view": "line line line line line –",
    "campaign.edit": "own own own – – –",
    "campaign.launch": "own – own – – –",
    "directive.view": "subtree subtree subtree subtree – –",
    "directive.receive": "own own own – – –",
    "figure.view": "subtree subtree subtree subtree – –",
    "pact.view": "subtree subtree subtree subtree – –",
    "pact.keep": "own own own – – –",
    "registration.view": "subtree subtree subtree subtree – –",
    "registration.enter": "own own own own own –",
    "registration.keep": "own own own – – –",
    "conference.view": "line line line line own –",
    "conference.keep": "own own own – – –",
    "initiative.view": "subtree subtree subtree subtree – –",
    "initiative.submit": "own own own own own –",
    "initiative.confirm": "own own own – – –",
    "initiative.import": "subtree subtree own – – –",
    "period.open": "own own – – – –",
    "report.view": "subtree subtree subtree subtree – –",
    "report.fill": "own own own own – –",
    "report.review": "direct direct – – – –",
    "history.view": "subtree – – – – subtree",
    "installation.keep": "– – – – – own",
}
CELLS = [
    (capability, role, word)
    for capability, row in MATRIX.items()
    for role, word in zip(COLUMNS, row.split(), strict=True)
]


@pytest.mark.parametrize(("capability", "role", "word"), CELLS)
def test_a_role_reaches_as_far_as_the_table_says(capability, role, word):
    expected = None if word == "–" else REACHES[word][0]

    assert reach_of(role, Capability(capability)) == expected


def test_the_table_names_every_capability_and_every_role():
    assert set(MATRIX) == {capability.value for capability in Capability}
    assert set(COLUMNS) == set(ROLES)


@pytest.mark.parametrize(("reach", "covered"), REACHES.values(), ids=REACHES.keys())
def test_a_reach_covers_its_depths_and_no_other(reach, covered):
    assert {depth for depth in DEPTHS if reach.covers(depth)} == covered


def test_only_those_who_can_launch_for_many_or_keep_accounts_decide():
    assert {slug for slug, role in ROLES.items() if role.decides} == {"lanh-dao", "quan-tri"}


@pytest.mark.parametrize("role", [SYSTEM_ROLE, "", "giam-doc"])
def test_a_role_that_no_person_holds_reaches_nothing(role):
    assert [c for c in Capability if reach_of(role, c) is not None] == []


def test_the_installation_itself_sees_and_fills_nothing():
    assert {
        Capability.UNIT_MANAGE,
        Capability.UNIT_REORGANISE,
        Capability.PERSON_INVITE,
        Capability.INSTALLATION_KEEP,
        Capability.CAMPAIGN_LAUNCH,
    } == SYSTEM_CAPABILITIES
