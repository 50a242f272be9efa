"""The life of a registration (đăng ký): đã đăng ký, đã xác nhận, đã thực hiện, đã kiểm tra, đã rút."""

from dataclasses import dataclass

from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, Forbidden, Invalid
from thidua.domain.workflow.machine import Step, machine


@dataclass(frozen=True)
class RegistrationSubject:
    """What the guards need to know of a registration."""

    photos: int = 0
    result: str = ""
    people: int = 1
    people_done: int = 1
    reason: str = ""
    is_list: bool = False
    is_keeper: bool = False
    is_finished: bool = False


def list_is_proven(subject: RegistrationSubject) -> DomainError | None:
    """Object to confirming a bare count: the signed list must stand behind it."""
    if subject.is_list and not subject.photos:
        return Invalid("registrations.no_list", field="photos", people=subject.people)
    return None


def is_proven(subject: RegistrationSubject) -> DomainError | None:
    """Object to “done” without a result in words, or without a photograph."""
    if not subject.result:
        return Invalid("base.required", field="result", name="result")
    if not subject.photos:
        return Invalid("registrations.no_evidence", field="photos")
    return None


def fits_the_list(subject: RegistrationSubject) -> DomainError | None:
    """Object to more people who have done it than have registered."""
    if not 0 <= subject.people_done <= subject.people:
        return Invalid(
            "registrations.done_more",
            field="people_done",
            done=subject.people_done,
            people=subject.people,
        )
    return None


def says_why(subject: RegistrationSubject) -> DomainError | None:
    """Object to sending back or dropping without a reason."""
    return None if subject.reason else Invalid("registrations.no_reason", field="reason")


def is_theirs_to_drop(subject: RegistrationSubject) -> DomainError | None:
    """Object to dropping what is done already, except by who keeps the registrations."""
    if subject.is_finished and not subject.is_keeper:
        return Forbidden("registrations.drop_finished")
    return None


REGISTRATION = machine(
    "registration",
    ("registered", "confirmed", "done", "verified", "dropped"),
    (
        Step(
            "confirm",
            frozenset({"registered"}),
            "confirmed",
            Capability.REGISTRATION_KEEP,
            (list_is_proven,),
        ),
        Step(
            "finish",
            frozenset({"confirmed"}),
            "done",
            Capability.REGISTRATION_ENTER,
            (is_proven, fits_the_list),
        ),
        Step("verify", frozenset({"done"}), "verified", Capability.REGISTRATION_KEEP),
        Step(
            "send_back",
            frozenset({"done"}),
            "confirmed",
            Capability.REGISTRATION_KEEP,
            (says_why,),
        ),
        Step(
            "drop",
            frozenset({"registered", "confirmed", "done", "verified"}),
            "dropped",
            Capability.REGISTRATION_ENTER,
            (says_why, is_theirs_to_drop),
        ),
    ),
)
