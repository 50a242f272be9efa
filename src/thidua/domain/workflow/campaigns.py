"""The life of a campaign: soạn thảo, đã phát động, đang thực hiện, đã kết thúc."""

from dataclasses import dataclass
from datetime import date

from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, Invalid
from thidua.domain.workflow.machine import Step, machine


@dataclass(frozen=True)
class CampaignSubject:
    """What the guards need to know of a campaign."""

    contents: int
    phases: int
    starts_on: date
    today: date


def is_complete(subject: CampaignSubject) -> DomainError | None:
    """Object to launching a plan without contents or phases (CAM-01, CAM-09).

    A number is not asked for: a grassroots union often launches at its conference and numbers
    the paper afterwards, or not at all.
    """
    parts = (("contents", subject.contents), ("phases", subject.phases))
    missing = [name for name, count in parts if not count]
    return Invalid("campaigns.incomplete", missing=missing) if missing else None


def has_begun(subject: CampaignSubject) -> DomainError | None:
    """Object to running a campaign before its first day."""
    if subject.today < subject.starts_on:
        return Invalid("campaigns.not_begun", starts_on=subject.starts_on)
    return None


CAMPAIGN = machine(
    "campaign",
    ("draft", "launched", "running", "closed"),
    (
        Step(
            "launch", frozenset({"draft"}), "launched", Capability.CAMPAIGN_LAUNCH, (is_complete,)
        ),
        Step("start", frozenset({"launched"}), "running", Capability.CAMPAIGN_LAUNCH, (has_begun,)),
        Step("close", frozenset({"launched", "running"}), "closed", Capability.CAMPAIGN_LAUNCH),
    ),
)
