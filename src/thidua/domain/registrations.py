"""What is registered, for whom, and what makes a registration sound (REG-02, REG-04)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thidua.domain.errors import Conflict, DomainError, Invalid

MOST_PEOPLE = 100_000


class Kind(StrEnum):
    """What is registered."""

    TASK = "phan-viec"
    ACTIVITY = "hoat-dong"
    TITLE = "danh-hieu"
    WORK = "cong-trinh"
    IDEA = "sang-kien"


class Subject(StrEnum):
    """Who or what is registered."""

    PERSON = "ca-nhan"
    GROUP = "tap-the"
    HOUSEHOLD = "ho-gia-dinh"
    TOPIC = "de-tai"


# What a verified registration counts as; titles are decided by councils, ideas are recognised.
COUNTED_AS = {
    Kind.TASK: "phan-viec-hoan-thanh",
    Kind.ACTIVITY: "hoat-dong-cdcs",
    Kind.WORK: "cong-trinh-gan-bien",
}
REGISTERED_AS = "phan-viec-dang-ky"
VERIFIED, DROPPED = "verified", "dropped"


@dataclass(frozen=True)
class Typed:
    """A registration as it was typed; `people` is how many a list stands for, 1 for one subject."""

    kind: str
    subject: str
    name: str
    text: str
    people: int = 1
    plaque_on: date | None = None
    plaque_place: str = ""
    plaque_text: str = ""

    @property
    def has_plaque(self) -> bool:
        """Tell whether anything of a plaque was typed."""
        return bool(self.plaque_on or self.plaque_place or self.plaque_text)


@dataclass(frozen=True)
class Coverage:
    """How many of those who are expected to register have: members, or units."""

    registered: int
    expected: int | None

    @property
    def missing(self) -> int:
        """How many have not registered yet; none where nobody knows how many there are."""
        return max((self.expected or 0) - self.registered, 0)

    @property
    def is_whole(self) -> bool:
        """Tell whether everybody has."""
        return self.expected is not None and self.registered >= self.expected


def fault_of(typed: Typed) -> Invalid | None:
    """Return what is wrong with a registration as it was typed, if anything."""
    if not typed.text:
        return Invalid("base.required", field="text", name="registered_text")
    if not typed.name:
        return Invalid("base.required", field="name", name="registered_name")
    if not 1 <= typed.people <= MOST_PEOPLE:
        return Invalid("registrations.people", field="people", count=typed.people)
    if typed.people > 1 and typed.kind != Kind.TASK:
        return Invalid("registrations.people_of_tasks", field="people", count=typed.people)
    if typed.has_plaque and typed.kind != Kind.WORK:
        return Invalid("registrations.plaque_of_works", field="plaque_text")
    return None


def is_late(day: date, due_on: date | None) -> bool:
    """Tell whether a day lies after the last day of registering."""
    return due_on is not None and day > due_on


def late_refusal(day: date, due_on: date | None, *, refuse_late: bool) -> DomainError | None:
    """Object to registering after the last day, where the campaign does not take it any more."""
    if due_on is not None and refuse_late and is_late(day, due_on):
        return Conflict("registrations.too_late", due_on=due_on)
    return None


def registered_counts(kind: str, state: str, people: int) -> dict[str, int]:
    """Return what a registration counts for on the day it was made, until it is dropped."""
    return {REGISTERED_AS: people} if kind == Kind.TASK and state != DROPPED else {}


def verified_counts(kind: str, state: str, people: int) -> dict[str, int]:
    """Return what a registration counts for on the day it was verified, while it stays so."""
    code = COUNTED_AS.get(Kind(kind))
    return {code: people} if code and people and state == VERIFIED else {}
