"""Opening an account by a link: the person sets the own password, and the link is spent."""

from typing import Any

from django.contrib.auth.hashers import make_password

from thidua.apps.accounts.models import AccessLink, User
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Forbidden


def sealed(password: str) -> str:
    """Return a password as it is kept; made before the operation, which never sees the password."""
    return make_password(password)


def _own_unit(*, actor: Actor, **_: Any) -> int | None:
    return actor.unit_id


@operation(Capability.ACCOUNT_KEEP, unit_of=_own_unit)
def use_link(*, actor: Actor, link_id: str, password_hash: str) -> str:
    """Spend a link and keep the password its holder has chosen; of two who try at once one wins."""
    now = clock.now()
    spent = AccessLink.objects.filter(
        public_id=link_id, used_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=now
    ).update(used_at=now)
    if not spent:
        raise Conflict("accounts.link_closed")
    link = AccessLink.objects.get(public_id=link_id)
    if link.user_id != actor.user_id:
        raise Forbidden("base.forbidden")
    User.objects.filter(pk=link.user_id).update(password=password_hash, must_set_password=False)
    note(subject=link, purpose=link.purpose)
    return link.public_id
