"""Reading people, their links and the rule of the second factor."""

from thidua.apps.accounts.queries.links import (
    LinkState,
    LinkView,
    actor_of_link,
    link_by_id,
    link_by_token,
    own_open_link,
    token_of,
)
from thidua.apps.accounts.queries.people import (
    DemoPerson,
    People,
    PersonRow,
    demo_people,
    demo_user,
    own_contact_phone,
    people_at,
    person_seen,
)
from thidua.apps.accounts.queries.second_factor import WaysIn, needs_second_factor, ways_in
from thidua.apps.accounts.queries.sign_in_names import (
    contact_number,
    is_demo_name,
    new_sign_in_name,
    shown_name,
    typed_sign_in_name,
)
from thidua.apps.accounts.queries.trail import own_acts
from thidua.apps.accounts.scoping import roles_to_offer

__all__ = [
    "DemoPerson",
    "LinkState",
    "LinkView",
    "People",
    "PersonRow",
    "WaysIn",
    "actor_of_link",
    "contact_number",
    "demo_people",
    "demo_user",
    "is_demo_name",
    "link_by_id",
    "link_by_token",
    "needs_second_factor",
    "new_sign_in_name",
    "own_acts",
    "own_contact_phone",
    "own_open_link",
    "people_at",
    "person_seen",
    "roles_to_offer",
    "shown_name",
    "token_of",
    "typed_sign_in_name",
    "ways_in",
]
