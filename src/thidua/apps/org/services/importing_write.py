"""Writing a planned file: many units, names, places and numbers in a few statements."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db import connection

from thidua.apps.org.enums import Line
from thidua.apps.org.models import Headcount, Placement, Unit, UnitName, UnitPath
from thidua.apps.org.services.importing_existing import UnitLine, title_of
from thidua.apps.org.services.importing_known import parts
from thidua.apps.org.services.paths import rewrite_paths
from thidua.base.public_id import new_public_id
from thidua.base.statistics import renew_statistics

_AT_ONCE = 1_000
_PATHS, _PLACES = UnitPath._meta.db_table, Placement._meta.db_table  # noqa: SLF001
_COLUMNS = "(ancestor_id, descendant_id, line, depth, valid_from, valid_until)"
_ITSELF = f"""
    INSERT INTO {_PATHS} {_COLUMNS}
    SELECT unit_id, unit_id, line, 0, valid_from, valid_until
    FROM {_PLACES} WHERE line = 'main' AND unit_id IN (:units)
"""  # noqa: S608 - names of our own tables
_ABOVE = f"""
    INSERT INTO {_PATHS} {_COLUMNS}
    SELECT above.ancestor_id, place.unit_id, above.line, above.depth + 1,
        CASE WHEN above.valid_from > place.valid_from
            THEN above.valid_from ELSE place.valid_from END,
        above.valid_until
    FROM {_PLACES} place
    JOIN {_PATHS} above ON above.descendant_id = place.parent_id
        AND above.valid_until > place.valid_from
    WHERE place.line = 'main' AND place.unit_id IN (:units)
"""  # noqa: S608 - names of our own tables


def write_new(lines: Sequence[UnitLine]) -> list[Unit]:
    """Found the units of these rows, superiors in the file before those under them."""
    units = [
        Unit(
            public_id=new_public_id(Unit.PREFIX), kind=line.kind, code=line.code, sector=line.sector
        )
        for line in lines
    ]
    Unit.objects.bulk_create(units, batch_size=_AT_ONCE)
    pairs = list(zip(units, lines, strict=True))
    titles = [UnitName(unit=unit, valid_from=line.on, **line.title) for unit, line in pairs]
    UnitName.objects.bulk_create(titles, batch_size=_AT_ONCE)
    counts = [
        Headcount(unit=unit, valid_from=line.on, members=line.members)
        for unit, line in pairs
        if line.members is not None
    ]
    Headcount.objects.bulk_create(counts, batch_size=_AT_ONCE)
    _place(pairs)
    return units


def _place(pairs: Sequence[tuple[Unit, UnitLine]]) -> None:
    ids = {line.code: unit.pk for unit, line in pairs}
    mains = [
        Placement(
            unit=unit,
            parent_id=line.above or ids[line.parent],
            line=Line.MAIN,
            valid_from=line.on,
        )
        for unit, line in pairs
    ]
    sides = [
        Placement(unit=unit, parent_id=line.beside, line=Line.SIDE, valid_from=line.on)
        for unit, line in pairs
        if line.beside
    ]
    Placement.objects.bulk_create(mains + sides, batch_size=_AT_ONCE)
    renew_statistics(len(mains), Placement, UnitPath)
    for level in _levels([line for _, line in pairs]):
        _grow([ids[line.code] for line in level])
    if sides:
        # A side line may shorten ways that the main line gave: these are derived in full.
        rewrite_paths([place.unit_id for place in sides])


def _levels(lines: Sequence[UnitLine]) -> Iterable[list[UnitLine]]:
    """Return the rows level by level: first those whose superior is recorded."""
    by_parent: dict[str, list[UnitLine]] = defaultdict(list)
    level = []
    for line in lines:
        if line.above is not None:
            level.append(line)
        else:
            by_parent[line.parent].append(line)
    while level:
        yield level
        level = [below for line in level for below in by_parent.get(line.code, [])]


def _grow(unit_ids: list[int]) -> None:
    """Write the paths of units that nothing stands under yet: their superior's, one step longer.

    Who listens to changes of the tree is not told: units that were never there have no figures.
    """
    with connection.cursor() as cursor:
        for part in parts(unit_ids):
            marks = ", ".join(["%s"] * len(part))
            cursor.execute(_ITSELF.replace(":units", marks), part)
            cursor.execute(_ABOVE.replace(":units", marks), part)


def write_changed(lines: Iterable[UnitLine], today: date) -> None:
    """Write what these rows change about recorded units, from today on."""
    titles: list[tuple[int, date, dict[str, Any]]] = []
    counts: list[tuple[int, date, dict[str, Any]]] = []
    sectors: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        changed = {change.title for change in line.changes}
        unit_id = line.unit_id or 0
        if changed & {title_of("name"), title_of("short_name")}:
            titles.append((unit_id, today, dict(line.title)))
        if title_of("members") in changed:
            counts.append((unit_id, today, {"members": line.members}))
        if title_of("sector") in changed:
            sectors[line.sector].append(unit_id)
    for sector, ids in sectors.items():
        for part in parts(ids):
            Unit.objects.filter(id__in=part).update(sector=sector)
    begin_many(UnitName, titles)
    begin_many(Headcount, counts)


def begin_many(model: Any, entries: Iterable[tuple[int, date, dict[str, Any]]]) -> None:
    """Let fields hold for each unit from its day on, as `dated.begin` does for one.

    What a row does not name goes on as it was. The plan has refused days before later changes.
    """
    ordered = sorted(entries, key=lambda entry: entry[1])
    current = _current(model, {unit_id for unit_id, *_ in ordered})
    closed: dict[date, list[int]] = defaultdict(list)
    corrected: dict[int, Any] = {}
    fresh: list[Any] = []
    for unit_id, day, fields in ordered:
        row = current.get(unit_id)
        if row is not None and row.valid_from == day:
            for name, value in fields.items():
                setattr(row, name, value)
            if row.pk:
                corrected[row.pk] = row
            continue
        current[unit_id] = _next(model, row, unit_id, day, fields)
        fresh.append(current[unit_id])
        if row is not None:
            row.valid_until = day
            if row.pk:
                closed[day].append(row.pk)
    _store(model, closed, corrected, fresh)


def _current(model: Any, unit_ids: set[int]) -> dict[int, Any]:
    """Return the last row of each unit."""
    found: dict[int, Any] = {}
    for part in parts(sorted(unit_ids)):
        for row in model.objects.filter(unit_id__in=part).order_by("valid_from"):
            found[row.unit_id] = row
    return found


def _next(model: Any, row: Any, unit_id: int, day: date, fields: dict[str, Any]) -> Any:
    dates = {"id", "unit", "valid_from", "valid_until"}
    names = [one.name for one in model._meta.fields if one.name not in dates]  # noqa: SLF001
    kept = {name: getattr(row, name) for name in names} if row is not None else {}
    return model(unit_id=unit_id, valid_from=day, **{**kept, **fields})


def _store(
    model: Any, closed: dict[date, list[int]], corrected: dict[int, Any], fresh: list[Any]
) -> None:
    for day, ids in closed.items():
        for part in parts(ids):
            model.objects.filter(id__in=part).update(valid_until=day)
    dates = {"id", "unit", "valid_from", "valid_until"}
    names = [one.name for one in model._meta.fields if one.name not in dates]  # noqa: SLF001
    model.objects.bulk_update(corrected.values(), names, batch_size=_AT_ONCE // 2)
    model.objects.bulk_create(fresh, batch_size=_AT_ONCE)
