"""Changing what holds from a day on: close the row in force, open the next, never overlap."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from thidua.domain.errors import Conflict


def begin(rows: "QuerySet[Any]", day: date, key: dict[str, Any], fields: dict[str, Any]) -> Any:
    """Let `fields` hold for the series `key` from `day` on; return the row.

    A row that began on the same day is corrected in place; a later one is not overtaken.
    """
    series = rows.filter(**key)
    refuse_later(series, day)
    current = series.filter(valid_from__lte=day, valid_until__gt=day).first()
    if current is not None and current.valid_from == day:
        series.filter(pk=current.pk).update(**fields)
        current.refresh_from_db()
        return current
    if current is not None:
        series.filter(pk=current.pk).update(valid_until=day)
    return rows.create(valid_from=day, **key, **fields)


def close(rows: "QuerySet[Any]", day: date) -> int:
    """End on `day` whatever holds then; return how many rows did."""
    refuse_later(rows.exclude(valid_from=day), day)
    # A row that would begin and end on one day never held at all.
    rows.filter(valid_from=day).delete()
    return rows.filter(valid_from__lt=day, valid_until__gt=day).update(valid_until=day)


def refuse_later(rows: "QuerySet[Any]", day: date) -> None:
    """Refuse a change dated before one that is already recorded."""
    later = rows.filter(valid_from__gt=day).order_by("valid_from").first()
    if later is not None:
        raise Conflict("org.later_change", day=day, later=later.valid_from)
