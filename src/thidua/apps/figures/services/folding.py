"""Folding: adds facts to the totals of their unit and of everyone above it, as filed.

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

BATCH = 2_000
_UNITS_AT_ONCE = 500
_ADVISORY_LOCK = 7_400_003
_BEGINNING = date(1, 1, 1)

_ADD = """
    INSERT INTO figures_total
        (unit_id, indicator_id, sector, starts_on, until, by_side, sent, accepted)
    SELECT
        path.ancestor_id, fact.indicator_id, fact.sector, fact.starts_on, fact.until,
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
    ON CONFLICT (unit_id, indicator_id, starts_on, until, sector, by_side) DO UPDATE SET
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
    if not FactQueue.objects.exists():
        return 0
    with transaction.atomic():
        _be_the_only_folder()
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


def rebuild_totals(since: date = _BEGINNING) -> None:
    """Work out anew every total of a period that ends after `since`, from the ledger and the tree.

    To be called when the tree of a day on which figures were already filed has been changed. Facts
    that still wait are left to the folder: what commits meanwhile is counted by one of the two.
    """
    with transaction.atomic():
        _be_the_only_folder()
        Total.objects.filter(until__gt=since).delete()
        _run(_MAIN, _SINCE, [since])


def follow_tree(first_day: date, unit_ids: set[int]) -> None:
    """Work the totals out anew where the tree was changed under figures already filed."""
    ids = sorted(unit_ids)
    for start in range(0, len(ids), _UNITS_AT_ONCE):
        part = ids[start : start + _UNITS_AT_ONCE]
        if Fact.objects.filter(unit_id__in=part, until__gt=first_day).exists():
            rebuild_totals(since=first_day)
            return


def _run(lives_of: str, which: str, values: list[Any]) -> None:
    lives = _LIVES.replace(":of", lives_of)
    with connection.cursor() as cursor:
        cursor.execute(_ADD.replace(":lives", lives).replace(":which", which), values)


def _be_the_only_folder() -> None:
    """Let one folder work at a time; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ADVISORY_LOCK])
