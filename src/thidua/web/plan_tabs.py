"""The views of one plan as tabs: the same on every page that stands under a plan, in whatever area."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.campaigns.enums import CampaignState
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.web.components import Tab


def plan_tabs(actor: Actor, campaign: Any, active: str) -> list[Tab]:
    """Return the views of a plan, as `campaign_for` found it, that the actor may open.

    What it has come to is for those above, and a draft was not handed down.
    """
    above = campaign.unit_id == actor.unit_id or getattr(campaign, "seen_below", False)
    pacts = reach_of(actor.role, Capability.PACT_VIEW) is not None
    views = [("campaigns:plan", _("Nội dung"), True), ("campaigns:paper", _("Văn bản"), True)]
    views += [("campaigns:hand_down", _("Triển khai"), campaign.state != CampaignState.DRAFT)]
    views += [("campaigns:conferences", _("Hội nghị"), True)]
    views += [("pacts:of", _("Giao ước"), pacts), ("registrations:of", _("Đăng ký"), True)]
    views += [("campaigns:results", _("Chỉ tiêu, kết quả"), True)]
    views += [("campaigns:progress", _("Tiến độ"), above)]
    views += [("campaigns:history", _("Diễn biến"), above)]
    return _tabs([(name, label) for name, label, shown in views if shown], campaign, active)


def offered_tabs(campaign: Any, active: str) -> list[Tab]:
    """Return what a unit may open of a pilot's plan: the contents, and the paper to take along."""
    views = [("campaigns:plan", _("Nội dung")), ("campaigns:paper", _("Văn bản"))]
    return _tabs(views, campaign, active)


def _tabs(views: list[tuple[str, str]], campaign: Any, active: str) -> list[Tab]:
    return [
        Tab(label, reverse(name, args=[campaign.public_id]), active=name == active)
        for name, label in views
    ]
