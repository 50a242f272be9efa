"""Tables of the tree and of posts."""

from thidua.apps.org.models.post import Assignment
from thidua.apps.org.models.tree import Placement, UnitPath
from thidua.apps.org.models.unit import Headcount, Unit, UnitName

__all__ = ["Assignment", "Headcount", "Placement", "Unit", "UnitName", "UnitPath"]
