"""The life of a conference (hội nghị): đang chuẩn bị, đã tổ chức, đã hủy."""

from dataclasses import dataclass
from datetime import date

from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, Invalid
from thidua.domain.workflow.machine import Step, machine


@dataclass(frozen=True)
class ConferenceSubject:
    """What the guards need to know of a conference."""

    on_day: date
    today: date
    reason: str = ""


def has_come(subject: ConferenceSubject) -> DomainError | None:
    """Object to calling a conference held before its day."""
    if subject.today < subject.on_day:
        return Invalid("conferences.not_yet", on_day=subject.on_day)
    return None


def has_reason(subject: ConferenceSubject) -> DomainError | None:
    """Object to cancelling without saying why: those invited will ask."""
    return None if subject.reason else Invalid("conferences.no_reason", field="reason")


CONFERENCE = machine(
    "conference",
    ("planned", "held", "cancelled"),
    (
        Step("hold", frozenset({"planned"}), "held", Capability.CONFERENCE_KEEP, (has_come,)),
        Step(
            "cancel", frozenset({"planned"}), "cancelled", Capability.CONFERENCE_KEEP, (has_reason,)
        ),
    ),
)
