"""Tables of the app `accounts`."""

from thidua.apps.accounts.models.access_link import AccessLink
from thidua.apps.accounts.models.user import User

__all__ = ["AccessLink", "User"]
