"""How states of campaigns look: tone of a badge, tabs of a plan, nodes of the chain."""

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.campaigns.enums import CampaignState, DirectiveState
from thidua.apps.campaigns.queries import Link
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


def plan_tabs(campaign_id: str, active: str, *, draft: bool, course: bool) -> list[Tab]:
    """Return the views of one plan; what it has come to is for those above, and a draft was not handed down."""
    views = [("plan", _("Nội dung")), ("hand_down", _("Triển khai"))]
    views += [("results", _("Chỉ tiêu, kết quả")), ("history", _("Diễn biến"))]
    if draft:
        views = [view for view in views if view[0] != "hand_down"]
    if course:
        views.insert(-1, ("progress", _("Tiến độ")))
    else:
        views = [view for view in views if view[0] != "history"]
    return [
        Tab(label, reverse(f"campaigns:{name}", args=[campaign_id]), active=name == active)
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
