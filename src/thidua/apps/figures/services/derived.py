"""Derived facts: what rows of other apps count for, a day each; accepted with the unit's reports.

A derived indicator is never typed. The app that owns its rows (initiatives, works, conferences …)
says what each row counts for; whoever accepts a report of the unit accepts what was counted up to
then inside its days. What comes later stays “đã gửi” until it is accepted in its turn; what is taken
back leaves both numbers at once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Max, Sum

from thidua.apps.figures.enums import REPORT_SOURCE, Stage
from thidua.apps.figures.models import Fact
from thidua.apps.figures.services.ledger import append
from thidua.apps.figures.services.lock import hold_derived_facts
from thidua.base import clock

_AT_ONCE = 500
_Key = tuple[str, int, int, str, date, date]  # source, unit, indicator, khối, first day, end
_COLUMNS = ("source_id", "unit_id", "indicator_id", "sector", "starts_on", "until")


@dataclass(frozen=True)
class Counted:
    """What one row counts for now: values by indicator id, at a unit, on a day; none: nothing more."""

    source_id: str
    version: int
    unit_id: int
    sector: str
    day: date
    values: Mapping[int, int]


@dataclass
class _Standing:
    """What the sources stand at in each stage, and the last fact that says so."""

    value: dict[tuple[str, _Key], int] = field(default_factory=dict)
    last: dict[tuple[str, _Key], int] = field(default_factory=dict)

    def difference(self, stage: str, key: _Key, wanted: int) -> int:
        """Return what is missing in a stage."""
        return wanted - self.value.get((stage, key), 0)


def record_derived(source_type: str, rows: Iterable[Counted]) -> int:
    """Make each row stand at what it counts for; return the facts written. Many rows cost little.

    What was accepted follows downwards (a row taken back, moved to another day or unit, or counting
    for less), never upwards by itself. Belongs inside an operation that has the rows themselves.
    """
    given = list(rows)
    return sum(
        _record(source_type, given[start : start + _AT_ONCE])
        for start in range(0, len(given), _AT_ONCE)
    )


def accept_derived(
    *, unit_id: int, indicator_ids: Iterable[int], starts_on: date, until: date
) -> int:
    """Accept what was counted of a unit inside the days; return the facts written.

    Belongs inside the operation that accepts the report; done again, it accepts what came since.
    """
    hold_derived_facts([unit_id])
    facts = Fact.objects.filter(
        unit_id=unit_id,
        indicator_id__in=list(indicator_ids),
        starts_on__gte=starts_on,
        until__lte=until,
    ).exclude(source_type=REPORT_SOURCE)
    grouped = facts.values_list("source_type", *_COLUMNS, "stage").annotate(
        all=Sum("value"), last=Max("pk"), version=Max("source_version")
    )
    found: dict[str, _Standing] = {}
    versions: dict[tuple[str, _Key], int] = {}
    for source_type, *columns, stage, value, last, version in grouped.order_by():
        key = _key(columns)
        standing = found.setdefault(source_type, _Standing())
        standing.value[stage, key], standing.last[stage, key] = int(value), last
        versions[source_type, key] = max(version, versions.get((source_type, key), 0))
    written = [
        fact
        for (source_type, key), version in versions.items()
        for fact in _facts(
            source_type,
            found[source_type],
            Stage.ACCEPTED,
            {key: found[source_type].value.get((Stage.SENT, key), 0)},
            {key[0]: version},
        )
    ]
    append(written)
    return len(written)


def _record(source_type: str, rows: Sequence[Counted]) -> int:
    ids = [row.source_id for row in rows]
    known = Fact.objects.filter(source_type=source_type, source_id__in=ids)
    stood_at = known.order_by().values_list("unit_id", flat=True).distinct()
    hold_derived_facts({*stood_at, *(row.unit_id for row in rows)})
    standing = _standing(source_type, ids)
    wanted: dict[_Key, int] = {key: 0 for _, key in standing.value}
    for row in rows:
        until = row.day + timedelta(days=1)
        for pk, value in row.values.items():
            wanted[row.source_id, row.unit_id, pk, row.sector, row.day, until] = value
    lowered = {
        key: min(value, standing.value[Stage.ACCEPTED, key])
        for key, value in wanted.items()
        if (Stage.ACCEPTED, key) in standing.value
    }
    versions = {row.source_id: row.version for row in rows}
    facts = [
        *_facts(source_type, standing, Stage.SENT, wanted, versions),
        *_facts(source_type, standing, Stage.ACCEPTED, lowered, versions),
    ]
    append(facts)
    return len(facts)


def _standing(source_type: str, ids: list[str]) -> _Standing:
    rows = Fact.objects.filter(source_type=source_type, source_id__in=ids)
    grouped = rows.values_list(*_COLUMNS, "stage").annotate(all=Sum("value"), last=Max("pk"))
    found = _Standing()
    for *columns, stage, value, last in grouped.order_by():
        key = _key(columns)
        found.value[stage, key], found.last[stage, key] = int(value), last
    return found


def _facts(
    source_type: str,
    standing: _Standing,
    stage: Stage,
    wanted: Mapping[_Key, int],
    versions: Mapping[str, int],
) -> Iterator[Fact]:
    """Yield the facts that make the sources stand at what is wanted."""
    moment = clock.now()
    for key, value in sorted(wanted.items()):
        difference = standing.difference(stage, key, value)
        if difference:
            yield Fact(
                **dict(zip(_COLUMNS, key, strict=True)),
                stage=stage,
                value=difference,
                source_type=source_type,
                source_version=versions[key[0]],
                supersedes_id=standing.last.get((stage, key)),
                recorded_at=moment,
            )


def _key(columns: Sequence[Any]) -> _Key:
    source, unit, indicator, sector, starts_on, until = columns
    return source, unit, indicator, sector, starts_on, until
