"""How states of campaigns look: tone of a badge, tabs of a plan, nodes of the chain."""

from collections.abc import Mapping
from dataclasses import dataclass
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
from thidua.web.components import Node, Tab

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


def plan_tabs(
    campaign_id: str, active: str, *, draft: bool, course: bool, pacts: bool
) -> list[Tab]:
    """Return the views of one plan; what it has come to is for those above, and a draft was not handed down.

    What parties and members pledge in a plan has areas of its own.
    """
    views = [("campaigns:plan", _("Nội dung"), True), ("campaigns:paper", _("Văn bản"), True)]
    views += [("campaigns:hand_down", _("Triển khai"), not draft)]
    views += [("campaigns:conferences", _("Hội nghị"), True)]
    views += [("pacts:of", _("Giao ước"), pacts), ("registrations:of", _("Đăng ký"), True)]
    views += [("campaigns:results", _("Chỉ tiêu, kết quả"), True)]
    views += [("campaigns:progress", _("Tiến độ"), course)]
    views += [("campaigns:history", _("Diễn biến"), course)]
    return [
        Tab(label, reverse(name, args=[campaign_id]), active=name == f"campaigns:{active}")
        for name, label, shown in views
        if shown
    ]


def offered_tabs(campaign_id: str, active: str) -> list[Tab]:
    """Return what a unit may open of a pilot's plan: the sheet, and the paper to take along."""
    views = [("campaigns:plan", _("Nội dung")), ("campaigns:paper", _("Văn bản"))]
    return [
        Tab(label, reverse(name, args=[campaign_id]), active=name == f"campaigns:{active}")
        for name, label in views
    ]


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
                note=launched,
            )
        )
    return nodes


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
            _("Thêm ngày đã chọn, hoặc một dòng"),
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
