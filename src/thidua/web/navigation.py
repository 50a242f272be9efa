"""The menu: what a role can open, in the order of the work."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of


@dataclass(frozen=True)
class NavItem:
    """One entry of the menu."""

    label: str
    href: str
    active: bool
    icon: str
    short: str = ""


_ENTRIES: tuple[tuple[Promise, str, Capability | None, str], ...] = (
    (_("Việc hôm nay"), "home", None, "home"),
    (_("Kế hoạch"), "campaigns:list", Capability.CAMPAIGN_VIEW, "plan"),
    (_("Sáng kiến"), "initiatives:list", Capability.INITIATIVE_SUBMIT, "idea"),
    (_("Báo cáo"), "reporting:list", Capability.REPORT_VIEW, "report"),
    (_("Số liệu"), "figures:overview", Capability.FIGURE_VIEW, "figures"),
    (_("Đăng ký"), "registrations:list", Capability.REGISTRATION_ENTER, "check"),
    (_("Hội nghị"), "conferences:list", Capability.CONFERENCE_VIEW, "calendar"),
    (_("Đơn vị"), "org:list", Capability.UNIT_VIEW, "units"),
    (_("Sắp xếp tổ chức"), "reorganisation:list", Capability.UNIT_REORGANISE, "switch"),
    (_("Nhập, xuất Excel"), "imports:start", Capability.UNIT_MANAGE, "file"),
    (_("Nhật ký"), "history:list", Capability.HISTORY_VIEW, "history"),
)


# Five names share the width of a phone.
_SHORT = {"home": _("Hôm nay")}


def items_for(actor: Actor | None, path: str) -> list[NavItem]:
    """Return the menu of an actor, with the entry of the current page marked."""
    if actor is None:
        return []
    items = []
    for label, name, capability, icon in _ENTRIES:
        if capability is None or reach_of(actor.role, capability) is not None:
            href = reverse(name)
            active = path == href if href == "/" else path.startswith(href)
            short = str(_SHORT.get(name, ""))
            items.append(NavItem(str(label), href, active, icon, short))
    return items
