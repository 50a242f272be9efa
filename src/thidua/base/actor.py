"""Who acts: one person under one chosen assignment, or the installation itself."""

from dataclasses import dataclass, replace
from datetime import date

from thidua.domain.access.roles import ROLES, SYSTEM_ROLE


@dataclass(frozen=True)
class Actor:
    """A person acting for a unit; `request_key` makes a repeated act count once.

    `unit_name`, `unit_public_id`, `posts` (how many the person may choose from) and `since` (the first
    day of this one) are for pages.
    """

    user_id: int | None
    name: str
    post: str
    unit_id: int | None
    role: str
    assignment_id: int | None
    request_key: str | None = None
    unit_name: str = ""
    unit_public_id: str = ""
    posts: int = 1
    since: date | None = None

    def with_key(self, request_key: str | None) -> "Actor":
        """Return the same actor, for one act that must not be done twice."""
        return replace(self, request_key=request_key or None)

    @property
    def role_name(self) -> str:
        """The name of the role on screen."""
        return ROLES[self.role].name if self.role in ROLES else self.post

    @property
    def is_system(self) -> bool:
        """Tell whether the installation acts, from its own command line or worker."""
        return self.role == SYSTEM_ROLE


SYSTEM = Actor(None, "Hệ thống", "Hệ thống", None, SYSTEM_ROLE, None)
