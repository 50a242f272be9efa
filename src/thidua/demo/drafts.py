"""From a plan in the data files to a draft as it would be typed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from thidua.apps.campaigns.queries import movement_ids
from thidua.domain.plan_draft import (
    AwardDraft,
    CommemorationDraft,
    ContentDraft,
    GoalDraft,
    PeakDraft,
    PhaseDraft,
    PlanDraft,
    TieDraft,
)

_AS_WRITTEN = (
    "number", "issued_on", "note", "starts_on", "last_day", "title", "signer_post", "start_form",
    "background", "requirements",
)  # fmt: skip
_OWN = {"commemorations": CommemorationDraft, "peaks": PeakDraft, "awards": AwardDraft}


def plan_of(key: str, data: Mapping[str, dict[str, Any]]) -> PlanDraft:
    """Return the draft; one that copies takes its contents and đợt from the plan it answers."""
    plan = data[key]
    source = data[_copied(key, data)]
    parts: dict[str, Any] = {
        name: tuple(kind(**row) for row in plan.get(name, ())) for name, kind in _OWN.items()
    }
    return PlanDraft(
        **{name: plan[name] for name in _AS_WRITTEN if name in plan},
        **parts,
        signer_name=plan.get("signer", ""),
        bases=tuple(plan.get("bases", ())),
        theme=source.get("theme", ""),
        contents=tuple(map(_content, source["contents"])),
        phases=tuple(PhaseDraft(**phase) for phase in source["phases"]),
        ties=tuple(TieDraft(**tie) for tie in source.get("ties", ())),
        goals=tuple(map(_goal, plan.get("goals", ()))),
        movements=tuple(movement_ids(source.get("movements", ()))),
    )


def _content(content: str | dict[str, Any]) -> ContentDraft:
    return ContentDraft(content) if isinstance(content, str) else ContentDraft(**content)


def _goal(goal: dict[str, Any]) -> GoalDraft:
    return GoalDraft(**(goal | {"value": Decimal(goal["value"])}))


def _copied(key: str, data: Mapping[str, dict[str, Any]]) -> str:
    """Return the plan whose parts this one has: itself, or the first it was copied from."""
    return _copied(data[key]["answers"], data) if data[key].get("copies") else key
