"""Carrying out a file of units or headcounts: planned anew, then written in one transaction."""

from typing import Any

from thidua.apps.org.enums import Line
from thidua.apps.org.models import Headcount, Unit
from thidua.apps.org.services.importing_headcounts import COUNTS, plan_headcounts
from thidua.apps.org.services.importing_plan import Plan, Source, Verdict
from thidua.apps.org.services.importing_units import plan_units
from thidua.apps.org.services.importing_write import begin_many, write_changed, write_new
from thidua.apps.org.services.paths import one_at_a_time
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability


def own_unit(*, actor: Actor, **_: object) -> int | None:
    """Return the unit that an import is carried out for: the actor's own; rows are asked one by one."""
    return actor.unit_id


@operation(Capability.UNIT_MANAGE, unit_of=own_unit)
def import_units(*, actor: Actor, source: Source, answers: dict[int, str], seen: str) -> str:
    """Write the units of a file; `seen` are the counts that the officer saw. Return the own unit."""
    one_at_a_time()
    plan = plan_units(actor, source.read, answers)
    plan.settle(seen)
    made = write_new(plan.of(Verdict.NEW))
    write_changed(plan.of(Verdict.CHANGED), clock.today())
    return noted(actor, source, plan, made=[unit.public_id for unit in made])


@operation(Capability.UNIT_MANAGE, unit_of=own_unit)
def import_headcounts(*, actor: Actor, source: Source, answers: dict[int, str], seen: str) -> str:
    """Write the headcounts of a file; `seen` are the counts that the officer saw. Return the own unit."""
    one_at_a_time()
    plan = plan_headcounts(actor, source.read, answers)
    plan.settle(seen)
    entries = []
    for line in (*plan.of(Verdict.NEW), *plan.of(Verdict.CHANGED)):
        counts = {key: getattr(line, key) for key in COUNTS if getattr(line, key) is not None}
        entries.append((line.unit_id or 0, line.on, counts))
    begin_many(Headcount, entries)
    return noted(actor, source, plan)


def noted(actor: Actor, source: Source, plan: Plan[Any], **made: list[str]) -> str:
    """Tell the audit event what a file did, row by row where it changed something; return the office."""
    office = office_of(actor)
    changed = [
        {
            "row": line.number,
            "unit": line.code,
            "changes": [[change.title, change.before, change.after] for change in line.changes],
        }
        for line in plan.of(Verdict.CHANGED)
    ]
    note(
        subject=office,
        unit_id=office.pk,
        file=source.digest,
        file_name=source.name,
        rows={verdict.value: number for verdict, number in plan.counts.items()},
        changed=changed,
        **made,
    )
    return office.public_id


def office_of(actor: Actor) -> Unit:
    """Return the unit that the actor acts for; the installation itself acts for the top."""
    if actor.unit_id is not None:
        return Unit.objects.get(pk=actor.unit_id)
    return Unit.objects.get(placements__parent=None, placements__line=Line.MAIN)
