"""The life of a pact (giao ước): đang soạn, đã ký, đã hủy."""

from dataclasses import dataclass
from datetime import date

from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, Invalid
from thidua.domain.workflow.machine import Step, machine

_FEWEST_PARTIES = 2


@dataclass(frozen=True)
class PactSubject:
    """What the guards need to know of a pact; `parties` are pairs of name and representative."""

    parties: tuple[tuple[str, str], ...] = ()
    commitments: int = 0
    signed_on: date | None = None
    today: date | None = None
    reason: str = ""


def has_parties(subject: PactSubject) -> DomainError | None:
    """Object to a pact of fewer than two parties: nobody makes one with himself (REG-03)."""
    if len(subject.parties) < _FEWEST_PARTIES:
        return Invalid("pacts.parties_few", field="parties", count=len(subject.parties))
    return None


def has_signatories(subject: PactSubject) -> DomainError | None:
    """Object to a party for which nobody signs (REG-03)."""
    unsigned = [name for name, representative in subject.parties if not representative]
    return Invalid("pacts.no_signatory", field="parties", names=unsigned) if unsigned else None


def has_commitments(subject: PactSubject) -> DomainError | None:
    """Object to a pact that promises nothing."""
    return None if subject.commitments else Invalid("pacts.no_commitment", field="commitments")


def is_signed_by_now(subject: PactSubject) -> DomainError | None:
    """Object to a day of signing that has not come, or is not said."""
    if subject.signed_on is None:
        return Invalid("base.required", field="signed_on", name="signed_on")
    if subject.today is not None and subject.signed_on > subject.today:
        return Invalid("pacts.signed_ahead", field="signed_on", day=subject.signed_on)
    return None


def says_why(subject: PactSubject) -> DomainError | None:
    """Object to cancelling without a reason."""
    return None if subject.reason else Invalid("pacts.no_reason", field="reason")


PACT = machine(
    "pact",
    ("draft", "signed", "cancelled"),
    (
        Step(
            "sign",
            frozenset({"draft"}),
            "signed",
            Capability.PACT_KEEP,
            (has_parties, has_signatories, has_commitments, is_signed_by_now),
        ),
        Step(
            "cancel",
            frozenset({"draft", "signed"}),
            "cancelled",
            Capability.PACT_KEEP,
            (says_why,),
        ),
    ),
)
