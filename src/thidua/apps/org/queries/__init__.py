"""What the rest of the program asks about units, the tree and posts."""

from thidua.apps.org.queries.ending import Consequences, consequences_of_ending
from thidua.apps.org.queries.names import name_of, names, short_names
from thidua.apps.org.queries.posts import (
    Post,
    PostHolder,
    actor_for,
    assignments_of,
    posts_at,
)
from thidua.apps.org.queries.rows import UnitRow, direct_units, search_units, side_units, unit_row
from thidua.apps.org.queries.story import (
    Above,
    Count,
    LifeEvent,
    Story,
    count_of,
    life_of,
    story_of,
)
from thidua.apps.org.queries.tree import (
    ancestor_ids,
    ends_after,
    has_children,
    is_leaf,
    last_living_day,
    lives_on,
    living_leaf_ids,
    main_parent_id,
    parent_id_on,
    record_keeper_id,
    side_parent_id,
)
from thidua.apps.org.queries.units import unit_by_public_id, unit_with_rights, visible_unit

__all__ = [
    "Above",
    "Consequences",
    "Count",
    "LifeEvent",
    "Post",
    "PostHolder",
    "Story",
    "UnitRow",
    "actor_for",
    "ancestor_ids",
    "assignments_of",
    "consequences_of_ending",
    "count_of",
    "direct_units",
    "ends_after",
    "has_children",
    "is_leaf",
    "last_living_day",
    "life_of",
    "lives_on",
    "living_leaf_ids",
    "main_parent_id",
    "name_of",
    "names",
    "parent_id_on",
    "posts_at",
    "record_keeper_id",
    "search_units",
    "short_names",
    "side_parent_id",
    "side_units",
    "story_of",
    "unit_by_public_id",
    "unit_row",
    "unit_with_rights",
    "visible_unit",
]
