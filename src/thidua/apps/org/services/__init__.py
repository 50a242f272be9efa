"""What can be done with units and posts; each operation writes one audit event."""

from thidua.apps.org.services.describing import classify_unit, record_headcount, rename_unit
from thidua.apps.org.services.ending import end_unit
from thidua.apps.org.services.founding import found_unit
from thidua.apps.org.services.placing import place_unit
from thidua.apps.org.services.posts import assign_post, end_post

__all__ = [
    "assign_post",
    "classify_unit",
    "end_post",
    "end_unit",
    "found_unit",
    "place_unit",
    "record_headcount",
    "rename_unit",
]
