"""The receiving side of handing down: a unit takes the superior's campaign; pilots are named."""

from thidua.apps.campaigns.models import Directive
from thidua.apps.campaigns.services.drafting import refuse_closed
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.base.workflow import advance
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import NotFound
from thidua.domain.workflow.directives import DIRECTIVE


def _find(directive_id: str) -> Directive:
    directive = Directive.objects.select_related("campaign").filter(public_id=directive_id).first()
    if directive is None:
        raise NotFound("base.not_found")
    return directive


def _receiver(*, directive_id: str, **_: object) -> int:
    return _find(directive_id).unit_id


def _giver(*, directive_id: str, **_: object) -> int:
    return _find(directive_id).campaign.unit_id


@operation(Capability.DIRECTIVE_RECEIVE, unit_of=_receiver)
def receive_directive(*, actor: Actor, directive_id: str) -> str:
    """Take a campaign that was handed down; taking part is always an act of the unit (CAM-02)."""
    directive = _find(directive_id)
    refuse_closed(directive.campaign, "receive")
    advance(directive, DIRECTIVE, "receive", received_at=clock.moment(), received_name=actor.name)
    note(subject=directive, campaign=directive.campaign.public_id)
    return directive.public_id


@operation(Capability.CAMPAIGN_EDIT, unit_of=_giver)
def mark_pilot(*, actor: Actor, directive_id: str, pilot: bool) -> str:
    """Name a direct unit đơn vị phát động điểm, or take the name back."""
    directive = _find(directive_id)
    refuse_closed(directive.campaign, "mark_pilot")
    note(subject=directive, before=directive.pilot, after=pilot)
    Directive.objects.filter(pk=directive.pk).update(pilot=pilot)
    return directive.public_id
