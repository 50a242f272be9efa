"""The name of an initiative's unit today, asked with the row itself."""

from django.db.models import OuterRef, Subquery

from thidua.apps.org.models import UnitName
from thidua.base import clock


def name_now() -> Subquery:
    """Return the name that the row's unit has today; one that has ended keeps its last."""
    called = UnitName.objects.on(clock.today()).filter(unit_id=OuterRef("unit_id"))
    return Subquery(called.values("name")[:1])
