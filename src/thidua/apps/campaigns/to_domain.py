"""From the rows of a plan back to the plan as it is typed."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from thidua.apps.campaigns.models import Campaign
from thidua.apps.campaigns.queries.parts import Fields, parts_of
from thidua.domain.plan_draft import (
    AwardDraft,
    CommemorationDraft,
    ContentDraft,
    GoalDraft,
    IssuerDraft,
    MilestoneDraft,
    PeakDraft,
    PhaseDraft,
    PlanDraft,
    TieDraft,
)
from thidua.domain.spans import OPEN_END

_HEAD = (
    "title", "starts_on", "theme", "number", "issued_on", "signer_name", "signer_post", "note",
    "start_form", "end_form", "end_event", "duration", "duration_kind", "school_year",
    "background", "requirements",
)  # fmt: skip


def draft_of(campaign: Campaign, parts: dict[str, list[Fields]] | None = None) -> PlanDraft:
    """Return the plan as typed; `parts` are those of `parts_of`, where a page has read them."""
    found = parts_of(campaign) if parts is None else parts
    head: dict[str, Any] = {name: getattr(campaign, name) for name in _HEAD}
    return PlanDraft(
        **head,
        last_day=last_day_of(campaign.until),
        bases=tuple(row["text"] for row in found["bases"]),
        contents=tuple(
            ContentDraft(row["text"], row["sector"], bool(row["locked"]))
            for row in found["contents"]
        ),
        phases=tuple(map(_phase, found["phases"])),
        audience=tuple(row["label"] for row in found["audience"]),
        peaks=tuple(map(_peak, found["peaks"])),
        commemorations=tuple(map(_commemoration, found["commemorations"])),
        ties=tuple(TieDraft(**row) for row in found["ties"]),
        awards=tuple(
            AwardDraft(**(row | {"per_unit": bool(row["per_unit"])})) for row in found["awards"]
        ),
        goals=tuple(map(_goal, found["goals"])),
        milestones=tuple(map(_milestone, found["milestones"])),
        joint_issuers=tuple(IssuerDraft(**row) for row in found["joint_issuers"]),
        movements=tuple(row["movement__public_id"] for row in found["carried"]),
    )


def last_day_of(until: date) -> date | None:
    """Return the last day inside; None where no end is known."""
    return None if until == OPEN_END else until - timedelta(days=1)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _last(text: str) -> date:
    return date.fromisoformat(text) - timedelta(days=1)


def _phase(row: Fields) -> PhaseDraft:
    return PhaseDraft(
        starts_on=date.fromisoformat(row["starts_on"]),
        last_day=_last(row["until"]),
        theme=row["theme"],
        task=row["task"],
        month_start=row["start_form"] == "month",
        month_end=row["end_form"] == "month",
        working_days=row["working_days"],
    )


def _peak(row: Fields) -> PeakDraft:
    if not row["dated"]:
        return PeakDraft(row["name"], task=row["task"])
    starts_on, last_day = date.fromisoformat(row["starts_on"]), _last(row["until"])
    return PeakDraft(row["name"], starts_on, last_day, row["task"])


def _commemoration(row: Fields) -> CommemorationDraft:
    return CommemorationDraft(
        event=row["event"],
        name=row["name"],
        years=row["years"],
        founded_on=_day(row["founded_on"]),
        phase=row["phase__position"],
    )


def _goal(row: Fields) -> GoalDraft:
    figures = {name: _figure(row[name]) for name in ("value", "value2")}
    return GoalDraft(**(row | figures))


def _figure(number: Any) -> Decimal | None:
    """Return a figure as it was typed: the databases write a whole one with and without places."""
    if number is None:
        return None
    exact = Decimal(str(number))
    whole = exact.to_integral_value()
    return whole if exact == whole else exact.normalize()


def _milestone(row: Fields) -> MilestoneDraft:
    return MilestoneDraft(row["name"], _last(row["until"]), _day(row["starts_on"]))
