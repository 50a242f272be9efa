"""What the rest of the program asks about units, the tree and posts."""

from thidua.apps.org.queries.names import name_of, names, short_names
from thidua.apps.org.queries.posts import (
    Post,
    PostHolder,
    actor_for,
    assignments_of,
    posts_at,
)
from thidua.apps.org.queries.rows import UnitRow, direct_units, search_units, side_units, unit_row
from thidua.apps.org.queries.story import LifeEvent, life_of
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
from thidua.apps.org.queries.units import unit_by_public_id, visible_unit

__all__ = [
    "LifeEvent",
    "Post",
    "PostHolder",
    "UnitRow",
    "actor_for",
    "ancestor_ids",
    "assignments_of",
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
    "unit_by_public_id",
    "unit_row",
    "visible_unit",
]
