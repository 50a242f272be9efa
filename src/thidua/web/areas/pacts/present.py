"""How pacts look: tones of their states, the acts open to who asks, the names of parties."""

from typing import Any

from thidua.apps.campaigns.enums import PactState
from thidua.base.actor import Actor
from thidua.domain.access.capabilities import Capability
from thidua.domain.access.roles import reach_of
from thidua.domain.workflow.pacts import PACT

TONES = {PactState.DRAFT: "neutral", PactState.SIGNED: "ok", PactState.CANCELLED: "neutral"}
_SHOWN = 3


def state_of(pact: Any) -> tuple[PactState, str]:
    """Return the state of a pact and its tone."""
    state = PactState(pact.state)
    return state, TONES[state]


def party_names(pact: Any) -> tuple[list[str], int]:
    """Return the first parties by name, and how many more there are."""
    names = [party.name for party in pact.parties.all()]
    return names[:_SHOWN], max(len(names) - _SHOWN, 0)


def may_keep(actor: Actor) -> bool:
    """Tell whether the role keeps the pacts of its unit."""
    return reach_of(actor.role, Capability.PACT_KEEP) is not None


def acts_on(actor: Actor, pact: Any) -> dict[str, bool]:
    """Return which acts on a pact the page offers."""
    keeps = pact.unit_id == actor.unit_id and may_keep(actor)
    steps = {step.name for step in PACT.open_steps(pact.state)} if keeps else set()
    return {
        "may_edit": keeps and pact.state == PactState.DRAFT,
        "may_sign": "sign" in steps,
        "may_cancel": "cancel" in steps,
        "may_scan": keeps and pact.state == PactState.SIGNED,
    }
