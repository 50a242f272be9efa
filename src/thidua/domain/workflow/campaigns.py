"""The life of a campaign (kế hoạch phát động thi đua): soạn thảo, đã phát động, đang thực hiện, đã kết thúc."""

from dataclasses import dataclass
from datetime import date

from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import DomainError, Invalid
from thidua.domain.workflow.machine import Step, machine


@dataclass(frozen=True)
class CampaignSubject:
    """What the guards need to know of a campaign."""

    number: str
    theme: str
    contents: int
    phases: int
    starts_on: date
    today: date


def is_complete(subject: CampaignSubject) -> DomainError | None:
    """Object to launching a plan without number, contents or phases (CAM-01, CAM-09)."""
    missing = [
        name
        for name, present in (
            ("number", subject.number),
            ("contents", subject.contents),
            ("phases", subject.phases),
        )
        if not present
    ]
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
