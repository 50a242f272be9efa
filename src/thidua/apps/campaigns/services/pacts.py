"""A pact from its draft to the signed paper: written, signed, cancelled, its scan kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua.apps.campaigns.enums import PactKind, PartyKind
from thidua.apps.campaigns.models import Pact, PactCommitment, PactParty, PactScan
from thidua.apps.campaigns.queries import campaign_for
from thidua.apps.campaigns.services.counting import SIGNED_PACTS, count_pact
from thidua.apps.campaigns.services.drafting import refuse_closed
from thidua.apps.figures.queries import indicators_by_code
from thidua.apps.files.services import KeptPhoto, record_photo
from thidua.apps.org.queries import name_of, unit_by_public_id, visible_unit
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.stateful import next_version
from thidua.base.workflow import advance
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid, NotFound
from thidua.domain.pacts import NamedParty, TypedCommitment, commitment_faults, party_faults
from thidua.domain.workflow.pacts import PACT, PactSubject
from thidua.text.fold import fold
from thidua.text.unicode import clean_line

MOST_SCANS = 20
REASON_LENGTH = 1000


@dataclass(frozen=True)
class PartyDraft:
    """A party as it was typed; `unit_id` is a unit in sight, empty for who stands outside the tree."""

    name: str = ""
    unit_id: str = ""
    kind: str = PartyKind.UNIT.value
    representative: str = ""
    post: str = ""


@dataclass(frozen=True)
class CommitmentDraft:
    """A commitment as it was typed; `indicator` is a code."""

    text: str
    indicator: str = ""
    target: int | None = None


@dataclass(frozen=True)
class PactDraft:
    """All that is typed of a pact."""

    title: str
    kind: str = PactKind.SUPERIOR.value
    place: str = ""
    signed_on: date | None = None
    note: str = ""
    parties: tuple[PartyDraft, ...] = ()
    commitments: tuple[CommitmentDraft, ...] = ()


def find_pact(pact_id: str) -> Pact:
    """Return a pact by its public id; raise NotFound."""
    pact = Pact.objects.select_related("unit", "campaign").filter(public_id=pact_id).first()
    if pact is None:
        raise NotFound("base.not_found")
    return pact


def _unit_of_id(*, unit_id: str, **_: object) -> int:
    return unit_by_public_id(unit_id).pk


def pact_unit(*, pact_id: str, **_: object) -> int:
    """Return the unit that keeps a pact, for `unit_of`."""
    return find_pact(pact_id).unit_id


@operation(Capability.PACT_KEEP, unit_of=_unit_of_id)
def draft_pact(*, actor: Actor, unit_id: str, campaign_id: str, pact: PactDraft) -> str:
    """Write a new pact of a unit in a campaign that it sees."""
    campaign = campaign_for(actor, campaign_id)
    refuse_closed(campaign, "draft_pact")
    row = Pact(
        unit=unit_by_public_id(unit_id),
        campaign=campaign,
        state=PACT.initial,
        changed_at=clock.now(),
        **_columns(pact),
    )
    row.save()
    _write_parts(actor, row, pact)
    note(subject=row, campaign=campaign_id, after=pact)
    return row.public_id


@operation(Capability.PACT_KEEP, unit_of=pact_unit)
def edit_pact(*, actor: Actor, pact_id: str, version: int, pact: PactDraft) -> str:
    """Replace a drafted pact by what was typed, unless it was signed or changed meanwhile."""
    row = find_pact(pact_id)
    if row.state != PACT.initial:
        raise Conflict("pacts.locked")
    next_version(row, version, **_columns(pact))
    row.parties.all().delete()
    row.commitments.all().delete()
    _write_parts(actor, row, pact)
    note(subject=row, after=pact)
    return row.public_id


@operation(Capability.PACT_KEEP, unit_of=pact_unit)
def sign_pact(
    *, actor: Actor, pact_id: str, signed_on: date | None = None, version: int | None = None
) -> str:
    """Record that the parties have signed; from then on the pact counts and is not changed.

    `signed_on` stands for the day on the paper where that is another; `version` is what was seen.
    """
    row = find_pact(pact_id)
    if version is not None and row.version != version:
        raise Conflict("base.stale")
    day = signed_on or row.signed_on
    subject = PactSubject(
        parties=tuple(row.parties.values_list("name", "representative")),
        commitments=row.commitments.count(),
        signed_on=day,
        today=clock.today(),
    )
    advance(row, PACT, "sign", subject=subject, signed_on=day)
    count_pact(row, {SIGNED_PACTS: 1})
    note(subject=row, signed_on=day, parties=len(subject.parties))
    return row.public_id


@operation(Capability.PACT_KEEP, unit_of=pact_unit)
def cancel_pact(*, actor: Actor, pact_id: str, reason: str) -> str:
    """Cancel a pact, signed or not; it stays to be read, and counts no more."""
    row = find_pact(pact_id)
    said = clean_line(reason)
    if len(said) > REASON_LENGTH:
        raise Invalid("pacts.reason_long", field="reason", limit=REASON_LENGTH)
    today = clock.today()
    subject = PactSubject(reason=said)
    advance(row, PACT, "cancel", subject=subject, cancel_reason=said, cancelled_on=today)
    count_pact(row, {})
    note(subject=row, reason=said)
    return row.public_id


@operation(Capability.PACT_KEEP, unit_of=pact_unit)
def attach_scan(*, actor: Actor, pact_id: str, photos: Sequence[KeptPhoto]) -> str:
    """Keep photographs of the signed paper."""
    row = find_pact(pact_id)
    _must_be_signed(row)
    there = row.scans.count()
    if there + len(photos) > MOST_SCANS:
        raise Invalid("pacts.scans_many", field="photos", there=there, limit=MOST_SCANS)
    files = [record_photo(unit_id=row.unit_id, kept=photo) for photo in photos]
    PactScan.objects.bulk_create(PactScan(pact=row, file=file) for file in files)
    note(subject=row, attached=[file.public_id for file in files])
    return row.public_id


@operation(Capability.PACT_KEEP, unit_of=pact_unit)
def remove_scan(*, actor: Actor, pact_id: str, file_id: str) -> str:
    """Take a photograph off a pact."""
    row = find_pact(pact_id)
    _must_be_signed(row)
    scan = row.scans.select_related("file").filter(file__public_id=file_id).first()
    if scan is None:
        raise NotFound("base.not_found")
    file = scan.file
    scan.delete()
    file.delete()
    note(subject=row, removed=file_id, sha256=file.sha256)
    return row.public_id


def _must_be_signed(row: Pact) -> None:
    if row.state != PACT.steps["sign"].target:
        raise Conflict("pacts.not_signed")


def _columns(pact: PactDraft) -> dict[str, Any]:
    title = clean_line(pact.title)
    if not title:
        raise Invalid("base.required", field="title", name="pact_title")
    return {
        "kind": pact.kind if pact.kind in PactKind.values else PactKind.SUPERIOR.value,
        "title": title,
        "place": clean_line(pact.place),
        "signed_on": pact.signed_on,
        "note": clean_line(pact.note),
    }


def _write_parts(actor: Actor, row: Pact, pact: PactDraft) -> None:
    parties = [_party(actor, row, order, party) for order, party in enumerate(pact.parties, 1)]
    named = [NamedParty(p.name, str(p.unit_id or fold(p.name)), p.representative) for p in parties]
    _refuse(party_faults(named), "parties")
    typed = [TypedCommitment(clean_line(c.text), c.indicator, c.target) for c in pact.commitments]
    _refuse(commitment_faults(typed), "commitments")
    known = indicators_by_code({c.indicator for c in typed if c.indicator})
    PactParty.objects.bulk_create(parties)
    PactCommitment.objects.bulk_create(
        PactCommitment(
            pact=row,
            position=order,
            text=c.text,
            indicator_id=known[c.indicator].pk if c.indicator else None,
            target=c.target,
        )
        for order, c in enumerate(typed, 1)
    )


def _refuse(faults: Sequence[Invalid], field: str) -> None:
    for first in faults[:1]:
        first.field = field
        raise first


def _party(actor: Actor, row: Pact, order: int, party: PartyDraft) -> PactParty:
    unit = visible_unit(actor, party.unit_id) if party.unit_id else None
    name = clean_line(party.name) or (name_of(unit.pk) if unit else "")
    return PactParty(
        pact=row,
        unit=unit,
        position=order,
        kind=PartyKind.UNIT.value if unit else _outside(party.kind),
        name=name,
        representative=clean_line(party.representative),
        post=clean_line(party.post),
    )


def _outside(kind: str) -> str:
    return kind if kind in PartyKind.values else PartyKind.PART.value
