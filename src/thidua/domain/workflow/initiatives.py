"""The life of an initiative (sáng kiến): nháp, chờ xác nhận, đã xác nhận, trả lại, đã rút."""

from dataclasses import dataclass

from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, Invalid
from thidua.domain.workflow.machine import Step, machine


@dataclass(frozen=True)
class InitiativeSubject:
    """What the guards need to know of an initiative."""

    recognised: bool = True
    reason: str = ""


def is_recognised(subject: InitiativeSubject) -> DomainError | None:
    """Object to what is not yet recognised: it is entered after recognition, not before (INI-06)."""
    if subject.recognised:
        return None
    return Invalid("initiatives.not_recognised", field="recognised_by")


def has_reason(subject: InitiativeSubject) -> DomainError | None:
    """Object to a return or a withdrawal that does not say why."""
    return None if subject.reason else Invalid("initiatives.no_reason", field="reason")


_OWN = Capability.INITIATIVE_SUBMIT
_UNION = Capability.INITIATIVE_CONFIRM

INITIATIVE = machine(
    "initiative",
    ("draft", "submitted", "returned", "confirmed", "withdrawn"),
    (
        Step("submit", frozenset({"draft", "returned"}), "submitted", _OWN, (is_recognised,)),
        Step("confirm", frozenset({"submitted"}), "confirmed", _UNION, (is_recognised,)),
        Step("send_back", frozenset({"submitted"}), "returned", _UNION, (has_reason,)),
        # Who entered it takes it off while nothing counts it yet; then only the union does.
        Step("drop", frozenset({"draft", "submitted", "returned"}), "withdrawn", _OWN),
        Step("withdraw", frozenset({"confirmed"}), "withdrawn", _UNION, (has_reason,)),
        # A list of decided ones taken in from a file is confirmed by whoever takes it in.
        Step("take_in", frozenset({"draft"}), "confirmed", Capability.INITIATIVE_IMPORT),
    ),
)
