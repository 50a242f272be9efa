"""How initiatives look: tones of states, and the places where one is counted, once in each."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from thidua.apps.campaigns.queries import carrying
from thidua.apps.initiatives.enums import INDICATOR, InitiativeState
from thidua.apps.initiatives.queries import InitiativeView
from thidua.apps.reporting.queries import HoldingReport, reports_holding
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of

TONES = {
    InitiativeState.DRAFT: "neutral",
    InitiativeState.SUBMITTED: "wait",
    InitiativeState.RETURNED: "warn",
    InitiativeState.CONFIRMED: "ok",
    InitiativeState.WITHDRAWN: "neutral",
}


@dataclass(frozen=True)
class Place:
    """One place where an initiative is counted: what it is, and the pages that show it there."""

    name: str
    links: list[tuple[str, str]]


def places_of(actor: Actor, found: InitiativeView) -> list[Place]:
    """Return where a confirmed initiative is counted: the campaign, the report, the author's record."""
    row = found.row
    if row.state != InitiativeState.CONFIRMED or row.recognised_on is None:
        return []
    places = [
        *_campaigns(actor, row.unit_id, row.recognised_on),
        *_reports(actor, row.unit_id, row.recognised_on),
    ]
    records = [(author.name, record_href(author.name)) for author in found.authors]
    return [*places, Place(_("hồ sơ tác giả"), records)]


def record_href(name: str) -> str:
    """Return the address of an author's record: all that bear the name, in every year."""
    return f"{reverse('initiatives:list')}?{urlencode({'tac-gia': name, 'nam': 'moi'})}"


def _campaigns(actor: Actor, unit_id: int, day: date) -> list[Place]:
    """Return the movements that plans above carry; plans that name none stand for themselves."""
    if reach_of(actor.role, Capability.CAMPAIGN_VIEW) is None:
        return []
    found: dict[str, list[tuple[str, str]]] = {}
    for plan in carrying(actor, unit_id, INDICATOR, day):
        href = reverse("campaigns:results", args=[plan.public_id])
        for name in plan.movements or (_("Kế hoạch thi đua"),):
            found.setdefault(name, []).append((f"{plan.name} ({plan.unit_name})", href))
    return [Place(_inside_sentence(name), links) for name, links in found.items()]


def _reports(actor: Actor, unit_id: int, day: date) -> list[Place]:
    if reach_of(actor.role, Capability.REPORT_VIEW) is None:
        return []
    return [
        Place(
            _inside_sentence(held.period_name),
            [(held.period_name, _report_href(actor, unit_id, held))],
        )
        for held in reports_holding(actor, unit_id, INDICATOR, day)
    ]


def _report_href(actor: Actor, unit_id: int, held: HoldingReport) -> str:
    if held.report_id:
        return reverse("reporting:report", args=[held.report_id]) + f"#row-{INDICATOR}"
    if unit_id == actor.unit_id and reach_of(actor.role, Capability.REPORT_FILL) is not None:
        return reverse("reporting:begin", args=[held.period_id]) + f"#row-{INDICATOR}"
    return reverse("reporting:board", args=[held.period_id])


def _inside_sentence(name: str) -> str:
    """Return a name as it stands inside a sentence: "Báo cáo tháng 11" → "báo cáo tháng 11"."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
