"""`advance`: the only place in the program that writes a state."""

from typing import Any

from django.db import models

from thidua.base import clock
from thidua.domain.errors import Conflict
from thidua.domain.workflow.machine import Machine


def advance(
    row: Any,
    machine: Machine,
    step_name: str,
    seen: int | None = None,
    /,
    *,
    subject: object = None,
    **fields: Any,
) -> None:
    """Take one step: check source and guards, then change state and `fields` together.

    The update names the state it starts from, and the version that was `seen` where a form is
    saved with the step, so of two people who press at once one wins and the other is told; no row
    is locked beforehand.
    """
    before = row.state
    step = machine.check(step_name, before, subject)
    rows = type(row)._base_manager.filter(pk=row.pk, state=before)  # noqa: SLF001
    if seen is not None:
        rows, fields = rows.filter(version=seen), {**fields, "version": seen + 1}
    if not advance_many(rows, machine, step_name, **fields):
        if seen is not None:
            raise Conflict("base.stale")
        raise Conflict("workflow.overtaken", machine=machine.name, step=step_name)
    row.state = step.target
    for name, value in fields.items():
        setattr(row, name, value)


def advance_many(
    rows: "models.QuerySet[Any]", machine: Machine, step_name: str, **fields: Any
) -> int:
    """Take one unguarded step for all rows that stand in one of its sources; return how many did."""
    step = machine.steps[step_name]
    return rows.filter(state__in=step.sources).update(
        state=step.target, changed_at=clock.now(), **fields
    )
