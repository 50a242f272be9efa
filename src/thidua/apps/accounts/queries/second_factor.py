"""Who must prove more than a password, and which ways to sign in a person has."""

from dataclasses import dataclass
from typing import Protocol

from allauth.mfa.models import Authenticator
from django.conf import settings

from thidua.base.actor import Actor
from thidua.domain.access.roles import ROLES

_STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class HasKey(Protocol):
    """Whatever stands for a signed-in person."""

    pk: int


def needs_second_factor(user: HasKey, role: str) -> bool:
    """Tell whether the role decides while its holder has neither an app nor a passkey yet."""
    held = ROLES.get(role)
    if settings.THIDUA_DEMO or held is None or not held.decides:
        return False
    return not Authenticator.objects.filter(user_id=user.pk, type__in=_STRONG).exists()


@dataclass(frozen=True)
class WaysIn:
    """What a person has set up beside the password."""

    app: bool
    passkeys: int
    codes: bool


def ways_in(actor: Actor) -> WaysIn:
    """Return which further ways to sign in the actor has set up."""
    types = list(Authenticator.objects.filter(user_id=actor.user_id).values_list("type", flat=True))
    return WaysIn(
        app=Authenticator.Type.TOTP in types,
        passkeys=types.count(Authenticator.Type.WEBAUTHN),
        codes=Authenticator.Type.RECOVERY_CODES in types,
    )
