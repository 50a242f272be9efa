"""From a plan in the data files to a draft as it would be typed."""

from collections.abc import Mapping
from typing import Any

from thidua.apps.campaigns.services.drafting import PhaseDraft, PlanDraft

_AS_WRITTEN = ("number", "issued_on", "note", "starts_on", "last_day", "title", "signer_post")


def plan_of(key: str, data: Mapping[str, dict[str, Any]]) -> PlanDraft:
    """Return the draft; one that copies takes theme, contents and đợt from the plan it answers."""
    plan = data[key]
    source = data[_copied(key, data)]
    return PlanDraft(
        **{name: plan[name] for name in _AS_WRITTEN if name in plan},
        signer_name=plan.get("signer", ""),
        bases=tuple(plan.get("bases", ())),
        theme=source.get("theme", ""),
        contents=tuple(source["contents"]),
        phases=tuple(PhaseDraft(**phase) for phase in source["phases"]),
    )


def _copied(key: str, data: Mapping[str, dict[str, Any]]) -> str:
    """Return the plan whose parts this one has: itself, or the first it was copied from."""
    return _copied(data[key]["answers"], data) if data[key].get("copies") else key
