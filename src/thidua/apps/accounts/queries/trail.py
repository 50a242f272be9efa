"""What a person did lately, from the audit trail."""

from thidua.base.actor import Actor
from thidua.base.models import AuditEvent

_LATELY = 10


def own_acts(actor: Actor) -> list[AuditEvent]:
    """Return the actor's latest acts under whatever post, newest first."""
    return list(AuditEvent.objects.filter(actor_user=actor.user_id).order_by("-id")[:_LATELY])
