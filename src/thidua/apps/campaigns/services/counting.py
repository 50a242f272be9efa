"""What a pact or a registration counts for: a fact of one day, taken back when it no longer holds."""

from collections.abc import Mapping
from datetime import date, timedelta

from thidua.apps.campaigns.models import Pact, Registration
from thidua.apps.figures.models import Indicator
from thidua.apps.figures.services.ledger import record_facts
from thidua.domain.registrations import registered_counts, verified_counts

# Each source stands at the figures of one day, so registering and verifying are two of them.
PACTS, REGISTERED, VERIFIED = "pact", "registered", "registration"
SIGNED_PACTS = "giao-uoc-ky"


def count_pact(pact: Pact, values: Mapping[str, int]) -> None:
    """Make a pact count for these figures on the day it was signed; none takes it back."""
    if pact.signed_on is not None:
        _count(PACTS, pact, pact.unit.sector, pact.signed_on, values)


def count_registration(row: Registration) -> None:
    """Make a registration count for what it is now: registered on one day, verified on another."""
    registered = registered_counts(row.kind, row.state, row.people)
    _count(REGISTERED, row, row.sector, row.registered_on, registered)
    if row.verified_on is not None:
        verified = verified_counts(row.kind, row.state, row.people_done)
        _count(VERIFIED, row, row.sector, row.verified_on, verified)


def _count(
    source: str, row: Pact | Registration, sector: str, day: date, values: Mapping[str, int]
) -> None:
    known = dict(Indicator.objects.filter(code__in=values).values_list("code", "pk"))
    record_facts(
        unit_id=row.unit_id,
        sector=sector,
        starts_on=day,
        until=day + timedelta(days=1),
        stage="sent",
        values={pk: values[code] for code, pk in known.items()},
        source_type=source,
        source_id=row.public_id,
        source_version=row.version,
    )
