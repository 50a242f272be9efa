"""Rows with a life: a state that only `advance` writes, and a version for forms."""

from typing import Any

from django.db import models
from django.db.models import F

from thidua.base import clock
from thidua.domain.errors import Conflict


class StatefulModel(models.Model):
    """A row whose `state` moves along a machine of `domain.workflow`."""

    state = models.CharField(max_length=16, editable=False)
    changed_at = models.DateTimeField(editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


def next_version(row: Any, seen: int, **fields: Any) -> None:
    """Write `fields` if nobody changed the row since version `seen`; raise `Conflict` otherwise."""
    rows = type(row)._base_manager.filter(pk=row.pk, version=seen)  # noqa: SLF001
    changed = rows.update(version=F("version") + 1, changed_at=clock.now(), **fields)
    if not changed:
        raise Conflict("base.stale")
    row.version = seen + 1
    for name, value in fields.items():
        setattr(row, name, value)
