"""A signed pact and a draft of Công đoàn phường Từ Liêm; what CĐCS Công ty Ánh Dương has registered."""

from dataclasses import replace
from datetime import date

from tests.access.things import LEAF, MIDDLE, Thing
from tests.apps.campaigns.pledged import TASK, photos
from tests.conftest import Country

from thidua.apps.campaigns.models import PactScan, RegistrationPhoto
from thidua.apps.campaigns.services.pacts import (
    CommitmentDraft,
    PactDraft,
    PartyDraft,
    attach_scan,
    draft_pact,
    sign_pact,
)
from thidua.apps.campaigns.services.registering import register

PACT = PactDraft(
    title="Giao ước Hoa Sữa",
    signed_on=date(2026, 11, 20),
    parties=(
        PartyDraft(name="Khối doanh nghiệp", kind="bo-phan", representative="Lê Mai"),
        PartyDraft(name="Khối hành chính", kind="bo-phan", representative="Trần An"),
    ),
    commitments=(CommitmentDraft("Thi đua lao động giỏi"),),
)
ACTIVITY = replace(TASK, kind="hoat-dong", subject="tap-the", text="Ngày hội Hoa Gạo")


def pledge_things(country: Country, plan: str) -> dict[str, Thing]:
    """Return a signed pact with its scan, a drafted one, a registration with its photograph."""
    leader, chair = country.actor(*MIDDLE["own"]), country.actor(*LEAF["own"])
    place = {"unit_id": leader.unit_public_id, "campaign_id": plan}
    signed = draft_pact(actor=leader, **place, pact=PACT)
    sign_pact(actor=leader, pact_id=signed)
    attach_scan(actor=leader, pact_id=signed, photos=photos())
    begun = draft_pact(actor=leader, **place, pact=replace(PACT, title="Giao ước Hoa Ban"))
    unit = {"unit_id": chair.unit_public_id, "campaign_id": plan}
    done = register(actor=chair, **unit, registration=ACTIVITY, photos=photos())
    scan = PactScan.objects.select_related("file").get(pact__public_id=signed)
    photo = RegistrationPhoto.objects.select_related("file").get()
    pact = {"campaign_id": plan, "pact_id": signed, "file_id": scan.file.public_id}
    row = {"campaign_id": plan, "registration_id": done, "file_id": photo.file.public_id}
    task = Thing(LEAF, row, ACTIVITY.text)
    return {
        "pact": Thing(MIDDLE, pact, PACT.title),
        "pactdraft": Thing(MIDDLE, {"campaign_id": plan, "pact_id": begun}, "Giao ước Hoa Ban"),
        "task": task,
        "taskdrop": replace(task, ids=row | {"step": "drop"}),
        "taskok": replace(task, ids=row | {"step": "confirm"}),
        "unittask": replace(task, query={"don-vi": chair.unit_public_id}),
    }


def more_pledges(country: Country, plan: str, number: int) -> None:
    """Another pact, signed and with its scan, and another registration of the same units."""
    leader, chair = country.actor(*MIDDLE["own"]), country.actor(*LEAF["own"])
    place = {"unit_id": leader.unit_public_id, "campaign_id": plan}
    signed = draft_pact(actor=leader, **place, pact=replace(PACT, title=f"Giao ước {number}"))
    sign_pact(actor=leader, pact_id=signed)
    attach_scan(actor=leader, pact_id=signed, photos=photos())
    unit = {"unit_id": chair.unit_public_id, "campaign_id": plan}
    register(actor=chair, **unit, registration=replace(ACTIVITY, text=f"Việc {number}"))
