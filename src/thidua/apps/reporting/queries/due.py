"""Reports that one unit owes with a last day in a stretch of days, for the calendar."""

from django.db.models import QuerySet

from thidua.apps.reporting.models import Period
from thidua.apps.reporting.queries.owing import owes
from thidua.domain.spans import DateSpan


def reports_due(unit_id: int, span: DateSpan) -> QuerySet[Period]:
    """Return the periods a unit reports in whose last day lies in a stretch of days."""
    return Period.objects.filter(
        *owes(unit_id), due_on__gte=span.valid_from, due_on__lt=span.valid_until
    )
