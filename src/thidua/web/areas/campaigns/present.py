"""How states of campaigns look: tone of a badge, nodes of the chain."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.campaigns.enums import CampaignState, DirectiveState
from thidua.apps.campaigns.queries import Link, pilot_plans
from thidua.apps.conferences.enums import ConferenceState
from thidua.apps.conferences.queries import offered_conferences
from thidua.apps.org.queries import names
from thidua.base.actor import Actor
from thidua.text.dates import day
from thidua.web.components import Node

CAMPAIGN_TONES = {
    CampaignState.DRAFT: "neutral",
    CampaignState.LAUNCHED: "wait",
    CampaignState.RUNNING: "ok",
    CampaignState.CLOSED: "neutral",
}
DIRECTIVE_TONES = {
    DirectiveState.PENDING: "warn",
    DirectiveState.RECEIVED: "wait",
    DirectiveState.PLANNED: "wait",
    DirectiveState.LAUNCHED: "ok",
}
CONFERENCE_TONES = {
    ConferenceState.PLANNED: "wait",
    ConferenceState.HELD: "ok",
    ConferenceState.CANCELLED: "neutral",
}


def chain_nodes(links: list[Link]) -> list[Node]:
    """Return the chain as nodes, each a step deeper than the plan it answers."""
    nodes = []
    for link in links:
        plan = link.campaign
        state = CampaignState(plan.state)
        launched = (
            _("phát động %(day)s") % {"day": day(plan.launched_on)} if plan.launched_on else ""
        )
        nodes.append(
            Node(
                name=link.unit_name,
                level=plan.number or plan.title,
                state_label=str(state.label),
                tone=CAMPAIGN_TONES[state],
                href=reverse("campaigns:hand_down", args=[plan.public_id]),
                depth=link.depth,
                pilot=link.pilot,
                note=" · ".join(filter(None, [launched, _differing(link)])),
            )
        )
    return nodes


def _differing(link: Link) -> str:
    """Say which đợt end on other days than the superior's: 31/5 so với 30/6."""
    ends = [
        _("%(own)s so với %(theirs)s") % {"own": _last_day(own), "theirs": _last_day(theirs)}
        for _order, own, theirs in link.differences
    ]
    return _("đợt khác cấp trên: %(ends)s") % {"ends": ", ".join(ends)} if ends else ""


def _last_day(until: date) -> str:
    last = until - timedelta(days=1)
    return f"{last.day}/{last.month}"


def movement_label(movement: Any) -> str:
    """Return a movement with who launched it, as a list to tick shows it."""
    launcher = movement.launcher or (
        "" if movement.launched_by in ("khac", "don-vi") else movement.get_launched_by_display()
    )
    return f"{movement.name} ({launcher})" if launcher else str(movement.name)


@dataclass(frozen=True)
class RowPart:
    """One part of the plan's form that is made of rows: its rows, their word, the button's words."""

    rows: Any
    word: str
    name: str
    add_label: str
    anchor: str


def row_parts(sets: Mapping[str, Any]) -> dict[str, RowPart]:
    """Return the parts by name, with the words of their buttons."""
    words = {
        "phases": (_("Đợt"), _("Thêm một đợt"), "dot-thi-dua"),
        "peaks": (_("Đợt cao điểm"), _("Thêm đợt cao điểm"), "dot-thi-dua"),
        "commemorations": (
            _("Ngày kỷ niệm"),
            _("Thêm ngày kỷ niệm, sự kiện"),
            "ngay-ky-niem",
        ),
        "ties": (_("Chủ đề gắn với"), _("Thêm chủ đề của cơ quan khác"), "phong-trao"),
        "goals": (_("Chỉ tiêu"), _("Thêm chỉ tiêu"), "chi-tieu"),
        "awards": (_("Khen thưởng"), _("Thêm khen thưởng"), "khen-thuong"),
        "milestones": (_("Mốc thời gian"), _("Thêm mốc thời gian"), "thuc-hien"),
        "joint_issuers": (_("Cơ quan"), _("Thêm cơ quan cùng ban hành"), "van-ban"),
    }
    return {
        name: RowPart(sets[name], word, name, label, anchor)
        for name, (word, label, anchor) in words.items()
    }


@dataclass(frozen=True)
class OfferedPilot:
    """A pilot's plan that is offered as a model: of which unit, and its conference if it has one."""

    plan: Any
    unit_name: str
    conference: Any


def offered_pilots(actor: Actor, campaign: Any) -> list[OfferedPilot]:
    """Return the plans of the pilots that a unit may take as a model."""
    plans = pilot_plans(actor, campaign)
    if not plans:
        return []
    shown = names({plan.unit_id for plan in plans}, None)
    held = offered_conferences([plan.pk for plan in plans])
    return [OfferedPilot(plan, shown[plan.unit_id], held.get(plan.pk)) for plan in plans]
