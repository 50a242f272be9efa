"""Reports that one unit owes with a last day in a stretch of days, for the calendar."""

from datetime import date

from thidua.apps.reporting.models import Period
from thidua.apps.reporting.queries.owing import owes
from thidua.domain.spans import DateSpan

_MOST = 60


def reports_due(unit_id: int, span: DateSpan) -> list[tuple[date, str, str]]:
    """Return (last day, name, public id) of each period a unit reports in, the earliest due first."""
    rows = Period.objects.filter(
        *owes(unit_id), due_on__gte=span.valid_from, due_on__lt=span.valid_until
    )
    return list(rows.order_by("due_on", "id").values_list("due_on", "name", "public_id")[:_MOST])
