"""Names of units as of a day; one that has ended keeps its last, one to come shows its first."""

from collections.abc import Iterable
from datetime import date

from thidua.apps.org.models import UnitName
from thidua.base import clock

_Names = dict[int, tuple[str, str]]


def names(unit_ids: Iterable[int], day: date | None = None) -> dict[int, str]:
    """Return the full name of each unit on the day."""
    return {unit: name for unit, (name, _) in _both(unit_ids, day).items()}


def short_names(unit_ids: Iterable[int], day: date | None = None) -> dict[int, str]:
    """Return the short name of each unit on the day; the full one where it has none."""
    return {unit: short or name for unit, (name, short) in _both(unit_ids, day).items()}


def name_of(unit_id: int, day: date | None = None) -> str:
    """Return the full name of one unit on the day."""
    return names([unit_id], day).get(unit_id, "")


def _both(unit_ids: Iterable[int], day: date | None) -> _Names:
    when = day or clock.today()
    wanted = set(unit_ids)
    found = _read(UnitName.objects.on(when).filter(unit_id__in=wanted))
    missing = wanted - found.keys()
    if missing:
        # Latest first, so that the first name of all is what remains.
        rows = UnitName.objects.filter(unit_id__in=missing, valid_from__gt=when)
        found |= _read(rows.order_by("-valid_from"))
    return found


def _read(rows: "object") -> _Names:
    return {
        unit: (name, short)
        for unit, name, short in rows.values_list("unit_id", "name", "short_name")  # type: ignore[attr-defined]
    }
