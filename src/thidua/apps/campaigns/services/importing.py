"""Carrying out a file of registrations: planned anew, written and counted in one transaction."""

from thidua.apps.campaigns.models import Registration
from thidua.apps.campaigns.queries.pledging import campaigns_to_register_in, expected_of
from thidua.apps.campaigns.services.counting import count_registrations
from thidua.apps.campaigns.services.importing_registrations import (
    RegistrationLine,
    plan_registrations,
)
from thidua.apps.campaigns.services.registering import columns
from thidua.apps.org.bulk import AT_ONCE
from thidua.apps.org.queries import unit_by_public_id
from thidua.apps.org.services.importing import noted, own_unit
from thidua.apps.org.services.importing_plan import Source, Verdict
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import operation
from thidua.base.public_id import new_public_id
from thidua.domain.access.capabilities import Capability
from thidua.domain.registrations import is_late
from thidua.domain.workflow.registrations import REGISTRATION


@operation(Capability.REGISTRATION_KEEP, unit_of=own_unit)
def import_registrations(
    *, actor: Actor, source: Source, answers: dict[int, str], seen: str
) -> str:
    """Write the registrations of a file; `seen` are the counts that the officer saw. Return the own unit."""
    plan = plan_registrations(actor, source.read, answers)
    plan.settle(seen)
    made = _write(actor, plan.of(Verdict.NEW))
    return noted(actor, source, plan, made=[row.public_id for row in made])


def _write(actor: Actor, lines: list[RegistrationLine]) -> list[Registration]:
    unit, today = unit_by_public_id(actor.unit_public_id), clock.today()
    late = {
        plan.pk: is_late(today, expected_of(plan).due_on)
        for plan in campaigns_to_register_in(actor)
    }
    rows = [
        Registration(
            public_id=new_public_id(Registration.PREFIX),
            unit=unit,
            campaign_id=line.campaign_id,
            sector=unit.sector,
            registered_on=today,
            late=late[line.campaign_id],
            entered_name=actor.name,
            state=REGISTRATION.initial,
            changed_at=clock.now(),
            **columns(actor, line.draft),
        )
        for line in lines
    ]
    made = Registration.objects.bulk_create(rows, batch_size=AT_ONCE)
    count_registrations(made)
    return made
