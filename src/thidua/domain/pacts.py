"""What makes a pact (giao ước) sound: who is named once, and what stands behind a target."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.domain.errors import Invalid

MOST_PARTIES, MOST_COMMITMENTS = 60, 30


@dataclass(frozen=True)
class NamedParty:
    """A party as it was typed: `key` is the unit behind it, or its name where it is none."""

    name: str
    key: str
    representative: str = ""


@dataclass(frozen=True)
class TypedCommitment:
    """A commitment as it was typed: a target is a number of an indicator."""

    text: str
    indicator: str = ""
    target: int | None = None


def party_faults(parties: Sequence[NamedParty]) -> list[Invalid]:
    """Return what is wrong with the parties: too many, without a name, or named twice."""
    if len(parties) > MOST_PARTIES:
        return [Invalid("pacts.parties_many", count=len(parties), limit=MOST_PARTIES)]
    faults, seen = list[Invalid](), set[str]()
    for order, party in enumerate(parties, start=1):
        if not party.name:
            faults.append(Invalid("pacts.party_unnamed", order=order))
        elif party.key in seen:
            faults.append(Invalid("pacts.party_twice", name=party.name))
        seen.add(party.key)
    return faults


def commitment_faults(commitments: Sequence[TypedCommitment]) -> list[Invalid]:
    """Return what is wrong with the commitments: too many, no words, a target of nothing."""
    if len(commitments) > MOST_COMMITMENTS:
        count = len(commitments)
        return [Invalid("pacts.commitments_many", count=count, limit=MOST_COMMITMENTS)]
    faults = list[Invalid]()
    for order, commitment in enumerate(commitments, start=1):
        if not commitment.text:
            faults.append(Invalid("pacts.commitment_empty", order=order))
        elif commitment.target is not None and not commitment.indicator:
            faults.append(Invalid("pacts.target_of_nothing", order=order, target=commitment.target))
        elif commitment.target is not None and commitment.target < 0:
            faults.append(Invalid("pacts.target_negative", order=order, target=commitment.target))
    return faults
