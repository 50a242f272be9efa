"""Folding: adds facts to the totals of their unit and of everyone above it, as filed and today.

As filed means: on the tree of the last day of the figure's own period, or of the unit's last
living day if it ended earlier. A path in force on the day before `ends` satisfies
`valid_from < ends <= valid_until`, so no arithmetic of days is needed and one text of SQL serves
both databases.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection, transaction

from thidua.apps.figures.models import Fact, FactQueue, Total
from thidua.apps.figures.services.lock import be_the_only_folder
from thidua.apps.figures.services.today import (
    add_to_today,
    follow_day,
    follow_today,
    rebuild_today,
)
from thidua.base import clock

BATCH = 2_000
_UNITS_AT_ONCE = 500
_BEGINNING = date(1, 1, 1)

_ADD = """
    INSERT INTO figures_total
        (view, unit_id, indicator_id, sector, starts_on, until, by_side, sent, accepted)
    SELECT
        'filed', path.ancestor_id, fact.indicator_id, fact.sector, fact.starts_on, fact.until,
        path.line = 'side',
        SUM(CASE fact.stage WHEN 'sent' THEN fact.value ELSE 0 END),
        SUM(CASE fact.stage WHEN 'accepted' THEN fact.value ELSE 0 END)
    FROM figures_fact fact
    JOIN (:lives) life ON life.unit_id = fact.unit_id
    JOIN org_unitpath path ON path.descendant_id = fact.unit_id
        AND path.valid_from < CASE WHEN life.ends < fact.until THEN life.ends ELSE fact.until END
        AND path.valid_until >= CASE WHEN life.ends < fact.until THEN life.ends ELSE fact.until END
    WHERE :which
    GROUP BY path.ancestor_id, fact.indicator_id, fact.sector, fact.starts_on, fact.until,
        path.line = 'side'
    ON CONFLICT (unit_id, view, indicator_id, starts_on, until, sector, by_side) DO UPDATE SET
        sent = figures_total.sent + excluded.sent,
        accepted = figures_total.accepted + excluded.accepted
"""
_LIVES = "SELECT unit_id, MAX(valid_until) AS ends FROM org_placement WHERE :of GROUP BY unit_id"
_MAIN = "line = 'main'"
_OF_SOME = "line = 'main' AND unit_id IN (SELECT unit_id FROM figures_fact WHERE id IN (:ids))"
_SINCE = """
    fact.until > %s
    AND NOT EXISTS (SELECT 1 FROM figures_factqueue queue WHERE queue.fact_id = fact.id)
"""


def fold_pending(limit: int = BATCH) -> int:
    """Add up to `limit` waiting facts to the totals; return how many. Done twice, adds once."""
    follow_day()
    if not FactQueue.objects.exists():
        return 0
    with transaction.atomic():
        be_the_only_folder()
        ids = list(FactQueue.objects.order_by("pk").values_list("pk", flat=True)[:limit])
        add_to_totals(ids)
        FactQueue.objects.filter(pk__in=ids).delete()
    return len(ids)


def add_to_totals(fact_ids: Sequence[int]) -> None:
    """Add these facts to the totals; the caller answers for adding each fact once."""
    if fact_ids:
        marks = ", ".join(["%s"] * len(fact_ids))
        of_some = _OF_SOME.replace(":ids", marks)
        _run(of_some, f"fact.id IN ({marks})", [*fact_ids, *fact_ids])
        add_to_today(fact_ids)


def rebuild_totals(since: date = _BEGINNING) -> None:
    """Work out anew every total, from the ledger and the tree; of those filed, what ends after `since`.

    Facts that still wait are left to the folder: what commits meanwhile is counted by one of the two.
    """
    with transaction.atomic():
        _rebuild_filed(since)
        rebuild_today()


def follow_tree(first_day: date, unit_ids: set[int]) -> None:
    """Keep the totals true to a tree that is another from a day on.

    What was filed changes only where the tree was corrected under figures already filed.
    """
    ids = sorted(unit_ids)
    for start in range(0, len(ids), _UNITS_AT_ONCE):
        part = ids[start : start + _UNITS_AT_ONCE]
        if Fact.objects.filter(unit_id__in=part, until__gt=first_day).exists():
            _rebuild_filed(first_day)
            break
    if first_day <= clock.today():
        follow_today(ids)


def _rebuild_filed(since: date) -> None:
    with transaction.atomic():
        be_the_only_folder()
        Total.objects.filter(until__gt=since).delete()
        _run(_MAIN, _SINCE, [since])


def _run(lives_of: str, which: str, values: list[Any]) -> None:
    lives = _LIVES.replace(":of", lives_of)
    with connection.cursor() as cursor:
        cursor.execute(_ADD.replace(":lives", lives).replace(":which", which), values)
