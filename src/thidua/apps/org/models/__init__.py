"""Tables of the tree, of posts and of reorganisations."""

from thidua.apps.org.models.post import Assignment
from thidua.apps.org.models.reorganisation import Reorganisation, ReorganisationChange, Succession
from thidua.apps.org.models.tree import Placement, UnitPath
from thidua.apps.org.models.unit import Headcount, Unit, UnitName

__all__ = [
    "Assignment",
    "Headcount",
    "Placement",
    "Reorganisation",
    "ReorganisationChange",
    "Succession",
    "Unit",
    "UnitName",
    "UnitPath",
]
