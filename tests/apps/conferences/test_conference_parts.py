"""Programme, people, pacts, awards: written as a whole, in order; pacts only of the unit's own tree."""

from dataclasses import replace
from datetime import time

import pytest
from tests.apps.campaigns.cascade import launched
from tests.apps.conferences.stage import CHAIR, GUEST, PROGRAMME, fresh, write

from thidua.apps.campaigns.services.pacts import PactDraft, PartyDraft, draft_pact
from thidua.apps.conferences import services
from thidua.apps.conferences.queries import record_of
from thidua.domain.errors import Conflict, Forbidden, Invalid

PARTS = [
    (services.write_programme, "programme", PROGRAMME, "text"),
    (services.write_people, "people", (CHAIR, GUEST), "name"),
    (services.write_pacts, "pacts", (services.PactDraft(parties="Các doanh nghiệp"),), "parties"),
    (services.write_awards, "awards", (services.AwardDraft("CĐCS X", "Giấy khen"),), "recipient"),
]


@pytest.mark.parametrize(("operation", "part", "rows", "name"), PARTS)
def test_a_part_is_replaced_as_a_whole_in_order(officer, conference, operation, part, rows, name):
    former = (replace(rows[0], **{name: "Cũ"}),)
    write(operation, officer, conference, *former)
    write(operation, officer, conference, *rows)
    written = getattr(record_of(officer, conference.public_id), part)
    assert [getattr(row, name) for row in written] == [getattr(row, name) for row in rows]


@pytest.mark.parametrize(("operation", "part", "rows", "name"), PARTS)
def test_of_two_who_write_a_part_one_is_told(officer, conference, operation, part, rows, name):
    given = {"actor": officer, "conference_id": conference.public_id, "version": 1}
    operation(**given, rows=rows)
    with pytest.raises(Conflict, match=r"base\.stale"):
        operation(**given, rows=())
    assert getattr(record_of(officer, conference.public_id), part)


@pytest.mark.parametrize(("operation", "part", "rows", "name"), PARTS)
def test_others_write_no_part(chair, conference, operation, part, rows, name):
    with pytest.raises(Forbidden):
        write(operation, chair, conference, *rows)


@pytest.mark.parametrize(("operation", "part", "rows", "name"), PARTS)
def test_a_cancelled_conference_is_not_written(officer, conference, operation, part, rows, name):
    services.cancel_conference(actor=officer, conference_id=conference.public_id, reason="Bão")
    with pytest.raises(Conflict, match=r"conferences\.cancelled"):
        write(operation, officer, conference, *rows)


def test_the_programme_goes_forward_in_time(officer, conference):
    late = services.ItemDraft("Khai mạc", time(10))
    with pytest.raises(Invalid, match=r"conferences\.time_order"):
        write(services.write_programme, officer, conference, late, PROGRAMME[0])
    assert fresh(conference).programme.count() == 0


def test_a_pact_that_is_kept_is_named_by_its_parties(country, officer, conference):
    plan = launched(country, "tu-liem")
    kept = draft_pact(
        actor=officer,
        unit_id=officer.unit_public_id,
        campaign_id=plan.public_id,
        pact=PactDraft(
            title="Giao ước năm 2026", parties=(PartyDraft("Bên A"), PartyDraft("Bên B"))
        ),
    )
    write(services.write_pacts, officer, conference, services.PactDraft(kept))
    pact = record_of(officer, conference.public_id).pacts[0]
    assert (pact.parties, pact.subject) == ("Bên A – Bên B", "Giao ước năm 2026")


def test_an_unknown_pact_is_refused(officer, conference):
    with pytest.raises(Invalid, match=r"conferences\.pact_not_below"):
        write(services.write_pacts, officer, conference, services.PactDraft("gu_khac"))
