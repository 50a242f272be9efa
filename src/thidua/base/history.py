"""Reading the audit trail: what was done to one thing, and what was done lately in some units."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from thidua.base.models import AuditEvent


def entries_about(subject_ids: Iterable[str], limit: int = 100) -> list[AuditEvent]:
    """Return what was done to these things, newest first."""
    rows = AuditEvent.objects.filter(subject_id__in=list(subject_ids))
    return list(rows.select_related("payload").order_by("-id")[:limit])


def entries_in(unit_ids: "QuerySet[Any] | list[int]") -> QuerySet[AuditEvent]:
    """Return what was done in these units, newest first."""
    return AuditEvent.objects.filter(unit__in=unit_ids).order_by("-id")
