"""From a plan in the data files to a draft as it would be typed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from thidua.apps.campaigns.services.drafting import PhaseDraft, PlanDraft
from thidua.demo.source import read_entries

_TYPED = ("number", "issued_on", "note", "starts_on", "last_day", "title", "theme")


def plan_of(key: str, data: Mapping[str, dict[str, Any]]) -> PlanDraft:
    """Return the draft; one that copies begins with the superior's theme, contents and đợt."""
    plan = data[key]
    typed = {name: plan[name] for name in _TYPED if name in plan}
    typed |= {"signer_name": plan.get("signer", ""), "signer_post": plan.get("signer_post", "")}
    if plan.get("copies"):
        return replace(_copy_of(plan["answers"], data), **typed)
    return PlanDraft(
        **typed,
        bases=tuple(plan.get("bases", ())),
        contents=tuple(plan["contents"]),
        phases=tuple(PhaseDraft(**phase) for phase in plan["phases"]),
    )


def _copy_of(key: str, data: Mapping[str, dict[str, Any]]) -> PlanDraft:
    """Return what the page puts into a plan that answers another."""
    above = plan_of(key, data)
    issuer = read_entries("units")[data[key]["unit"]].text("name")
    return replace(
        above,
        number="",
        issued_on=None,
        signer_name="",
        signer_post="",
        note="",
        title=f"Kế hoạch triển khai, hưởng ứng {above.number}",
        bases=(f"Kế hoạch {above.number} {above.title} của {issuer}.",),
    )
