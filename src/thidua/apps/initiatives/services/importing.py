"""Carrying out a file of initiatives: planned anew, written, confirmed and counted in one transaction."""

from thidua.apps.initiatives.models import Author, Initiative
from thidua.apps.initiatives.services.counting import count_anew
from thidua.apps.initiatives.services.fields import author_rows, columns_of
from thidua.apps.initiatives.services.importing_initiatives import (
    InitiativeLine,
    plan_initiatives,
)
from thidua.apps.org.bulk import AT_ONCE, parts
from thidua.apps.org.services.importing import noted, own_unit
from thidua.apps.org.services.importing_plan import Source, Verdict
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import operation
from thidua.base.public_id import new_public_id
from thidua.base.workflow import advance_many
from thidua.domain.access.capabilities import Capability
from thidua.domain.workflow.initiatives import INITIATIVE

_FILE_NAME_LENGTH = 120


@operation(Capability.INITIATIVE_IMPORT, unit_of=own_unit)
def import_initiatives(*, actor: Actor, source: Source, answers: dict[int, str], seen: str) -> str:
    """Write the initiatives of a file; `seen` are the counts that the officer saw. Return the own unit."""
    plan = plan_initiatives(actor, source.read, answers)
    plan.settle(seen)
    made = _write(actor, source, plan.of(Verdict.NEW))
    return noted(actor, source, plan, made=[row.public_id for row in made])


def _write(actor: Actor, source: Source, lines: list[InitiativeLine]) -> list[Initiative]:
    """Make the rows, their authors and facts; each kind in few statements."""
    moment = clock.moment()
    fresh = [
        Initiative(
            public_id=new_public_id(Initiative.PREFIX),
            unit_id=line.unit_id,
            sector=line.sector,
            state=INITIATIVE.initial,
            changed_at=clock.now(),
            source_file=source.name[:_FILE_NAME_LENGTH],
            entered_by=actor.user_id,
            entered_name=actor.name,
            submitted_at=moment,
            decided_at=moment,
            decided_by=actor.user_id,
            decided_name=actor.name,
            **columns_of(line.draft),
        )
        for line in lines
    ]
    made = Initiative.objects.bulk_create(fresh, batch_size=AT_ONCE)
    authors = [
        author
        for row, line in zip(made, lines, strict=True)
        for author in author_rows(row, line.draft.authors, {})
    ]
    Author.objects.bulk_create(authors, batch_size=AT_ONCE)
    for part in parts(row.pk for row in made):
        advance_many(Initiative.objects.filter(pk__in=part), INITIATIVE, "take_in")
    count_anew(made, counts=True)
    return made
