"""The life of a report (báo cáo): nháp, đã gửi, đã tiếp nhận, trả lại, đã duyệt.

Receiving says that somebody at the superior has it in hand; judging does not wait for it.
"""

from dataclasses import dataclass

from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, Forbidden, Invalid
from thidua.domain.workflow.machine import Step, machine


@dataclass(frozen=True)
class ReportSubject:
    """What the guards need to know of a report."""

    missing: tuple[str, ...] = ()
    sender_id: int | None = None
    actor_id: int | None = None
    reason: str = ""


def is_filled(subject: ReportSubject) -> DomainError | None:
    """Object to sending a report in which a required figure is missing."""
    if subject.missing:
        return Invalid("reports.missing", names=list(subject.missing))
    return None


def not_own(subject: ReportSubject) -> DomainError | None:
    """Object to a person judging the report that he or she sent."""
    if subject.actor_id is not None and subject.actor_id == subject.sender_id:
        return Forbidden("reports.own")
    return None


def has_reason(subject: ReportSubject) -> DomainError | None:
    """Object to a return that does not say why."""
    return None if subject.reason else Invalid("reports.no_reason", field="reason")


REPORT = machine(
    "report",
    ("draft", "sent", "received", "returned", "accepted"),
    (
        Step(
            "send", frozenset({"draft", "returned"}), "sent", Capability.REPORT_FILL, (is_filled,)
        ),
        Step("receive", frozenset({"sent"}), "received", Capability.REPORT_REVIEW, (not_own,)),
        Step(
            "send_back",
            frozenset({"sent", "received"}),
            "returned",
            Capability.REPORT_REVIEW,
            (not_own, has_reason),
        ),
        Step(
            "accept",
            frozenset({"sent", "received"}),
            "accepted",
            Capability.REPORT_REVIEW,
            (not_own,),
        ),
    ),
)
