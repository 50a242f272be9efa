"""Making a link of one use: a new one withdraws the one before."""

from datetime import timedelta

from thidua.apps.accounts.enums import LinkPurpose
from thidua.apps.accounts.models import AccessLink, User
from thidua.apps.accounts.queries.links import token_hash, token_of
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.public_id import new_public_id

# An invitation may travel on paper; a reset is asked for by someone who is waiting.
LINK_LIFE = {LinkPurpose.INVITE: timedelta(days=14), LinkPurpose.RESET: timedelta(days=1)}


def make_link(actor: Actor, user: User, purpose: LinkPurpose, unit_id: int) -> AccessLink:
    """Write the one open link of a person and return it; call inside an operation."""
    now = clock.now()
    withdraw_links(user)
    public_id = new_public_id(AccessLink.PREFIX)
    return AccessLink.objects.create(
        public_id=public_id,
        purpose=purpose,
        user=user,
        token_hash=token_hash(token_of(public_id)),
        made_at=now,
        expires_at=now + LINK_LIFE[purpose],
        made_by=f"{actor.name} ({actor.post})",
        maker_id=actor.user_id,
        unit=unit_id,
    )


def withdraw_links(user: User) -> None:
    """Close whatever link is still open for a person."""
    AccessLink.objects.filter(user=user, used_at__isnull=True, withdrawn_at__isnull=True).update(
        withdrawn_at=clock.now()
    )
