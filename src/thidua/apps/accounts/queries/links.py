"""Links of one use: their secret, their state, and whom they are for."""

import base64
import hmac
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from django.utils.crypto import salted_hmac

from thidua.apps.accounts.enums import LinkPurpose
from thidua.apps.accounts.models import AccessLink, User
from thidua.apps.org import queries as org_queries
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.domain.errors import Conflict, NotFound

_SALT = "thidua.accounts.link"


class LinkState(StrEnum):
    """What has become of a link."""

    OPEN = "open"
    USED = "used"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True)
class LinkView:
    """A link as pages show it; `user` is there for the rules of a good password."""

    public_id: str
    purpose: LinkPurpose
    state: LinkState
    user: User
    unit_name: str
    made_by: str
    expires_at: datetime


def token_of(link_id: str) -> str:
    """Return the secret of a link: 256 bits that cannot be found without the installation's key."""
    digest = salted_hmac(_SALT, link_id, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def token_hash(token: str) -> str:
    """Return what is stored of a secret."""
    return sha256(token.encode()).hexdigest()


def link_by_token(token: str) -> LinkView | None:
    """Return the link a secret opens, in whatever state, or None."""
    link = AccessLink.objects.select_related("user").filter(token_hash=token_hash(token)).first()
    return _view(link) if link else None


def link_by_id(link_id: str) -> LinkView:
    """Return a link by its public id; raise `NotFound` otherwise."""
    link = AccessLink.objects.select_related("user").filter(public_id=link_id).first()
    if link is None:
        raise NotFound("base.not_found")
    return _view(link)


def own_open_link(actor: Actor, user_id: str) -> LinkView | None:
    """Return the open link for a person, to the one who made it and to nobody else."""
    link = (
        AccessLink.objects.select_related("user")
        .filter(
            user__public_id=user_id,
            maker_id=actor.user_id,
            used_at__isnull=True,
            withdrawn_at__isnull=True,
            expires_at__gt=clock.now(),
        )
        .first()
    )
    if link is None or not hmac.compare_digest(
        link.token_hash, token_hash(token_of(link.public_id))
    ):
        # After a change of the installation's key the paper still works, but cannot be shown again.
        return None
    return _view(link)


def actor_of_link(link: LinkView) -> Actor:
    """Return the person a link is for, acting under the first post in force."""
    actor = org_queries.actor_for(link.user.pk, link.user.full_name, None)
    if actor is None or not link.user.is_active:
        raise Conflict("accounts.no_post", maker=link.made_by)
    return actor


def state_of(link: AccessLink) -> LinkState:
    """Return the state of a link at this moment."""
    if link.used_at is not None:
        return LinkState.USED
    if link.withdrawn_at is not None:
        return LinkState.WITHDRAWN
    return LinkState.EXPIRED if link.expires_at <= clock.now() else LinkState.OPEN


def _view(link: AccessLink) -> LinkView:
    return LinkView(
        public_id=link.public_id,
        purpose=LinkPurpose(link.purpose),
        state=state_of(link),
        user=link.user,
        unit_name=org_queries.name_of(link.unit) if link.unit else "",
        made_by=link.made_by,
        expires_at=link.expires_at,
    )
