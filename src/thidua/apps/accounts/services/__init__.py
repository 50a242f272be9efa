"""Acts on people and accounts: invite, reset, open an account by link, keep one's own data."""

from thidua.apps.accounts.services.inviting import first_administrator, invite_person
from thidua.apps.accounts.services.opening import sealed, use_link
from thidua.apps.accounts.services.own import (
    change_own_details,
    change_own_password,
    note_sign_in_change,
)
from thidua.apps.accounts.services.resetting import issue_reset

__all__ = [
    "change_own_details",
    "change_own_password",
    "first_administrator",
    "invite_person",
    "issue_reset",
    "note_sign_in_change",
    "sealed",
    "use_link",
]
