"""Folding: what waits is added to the totals, and totals are worked out anew from the ledger."""

from datetime import date

from django.db import connection, transaction

from thidua.apps.figures.models import Fact, FactQueue, Total
from thidua.apps.figures.services.adding import UPSERT, add_to_totals
from thidua.apps.figures.services.lock import be_the_only_folder
from thidua.apps.figures.services.today import follow_day, follow_today, rebuild_today
from thidua.apps.org.models import Placement, UnitPath
from thidua.base import clock
from thidua.base.statistics import MANY, renew_statistics

BATCH = 2_000
_UNITS_AT_ONCE = 500
_BEGINNING = date(1, 1, 1)

# The whole ledger in one statement; `adding` says the same of some facts, and why it reads as it does.
_ADD_FILED = (
    """
    INSERT INTO figures_total
        (view, unit_id, indicator_id, sector, starts_on, until, by_side, sent, accepted)
    SELECT
        'filed', path.ancestor_id, fact.indicator_id, fact.sector, fact.starts_on, fact.until,
        path.line = 'side',
        SUM(CASE fact.stage WHEN 'sent' THEN fact.value ELSE 0 END),
        SUM(CASE fact.stage WHEN 'accepted' THEN fact.value ELSE 0 END)
    FROM figures_fact fact
    JOIN (
        SELECT unit_id, MAX(valid_until) AS ends FROM org_placement WHERE line = 'main'
        GROUP BY unit_id
    ) life ON life.unit_id = fact.unit_id
    JOIN org_unitpath path ON path.descendant_id = fact.unit_id
        AND path.valid_from < CASE WHEN life.ends < fact.until THEN life.ends ELSE fact.until END
        AND path.valid_until >= CASE WHEN life.ends < fact.until THEN life.ends ELSE fact.until END
    WHERE fact.until > %s
        AND NOT EXISTS (SELECT 1 FROM figures_factqueue queue WHERE queue.fact_id = fact.id)
    GROUP BY path.ancestor_id, fact.indicator_id, fact.sector, fact.starts_on, fact.until,
        path.line = 'side'
"""  # noqa: S608 - the text above
    + UPSERT
)


def fold_pending(limit: int = BATCH) -> int:
    """Add up to `limit` waiting facts to the totals; return how many. Done twice, adds once."""
    follow_day()
    if not FactQueue.objects.exists():
        return 0
    with transaction.atomic():
        be_the_only_folder()
        ids = list(FactQueue.objects.order_by("pk").values_list("pk", flat=True)[:limit])
        add_to_totals(list(Fact.objects.filter(pk__in=ids)))
        FactQueue.objects.filter(pk__in=ids).delete()
    return len(ids)


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
        renew_statistics(MANY, Fact, FactQueue, Placement, UnitPath)
        with connection.cursor() as cursor:
            cursor.execute(_ADD_FILED, [connection.ops.adapt_datefield_value(since)])
