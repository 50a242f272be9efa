"""Working days of a span: Monday to Friday without days off, Saturdays worked instead (CAM-11)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from thidua.domain.errors import Invalid
from thidua.domain.spans import DateSpan

_SATURDAY = 5


@dataclass(frozen=True)
class WorkCalendar:
    """Days off by law or decision, and days of a weekend that are worked in their stead."""

    off: Collection[date] = ()
    worked: Collection[date] = ()

    def is_workday(self, day: date) -> bool:
        """Say whether offices work on a day."""
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.off)


def working_days(span: DateSpan, calendar: WorkCalendar) -> int:
    """Count the working days of a closed span."""
    length = (span.valid_until - span.valid_from).days
    days = (span.valid_from + timedelta(days=n) for n in range(length))
    return sum(calendar.is_workday(day) for day in days)


def workday_fault(
    order: int, span: DateSpan, stated: int, calendar: WorkCalendar
) -> Invalid | None:
    """Object to a stated number of working days that does not fit the dates of a đợt."""
    counted = working_days(span, calendar)
    if counted == stated:
        return None
    return Invalid(
        "campaigns.workdays_wrong",
        field="working_days",
        order=order,
        stated=stated,
        counted=counted,
        start=span.valid_from,
        end=span.last_day,
    )
