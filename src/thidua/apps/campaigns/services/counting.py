"""What pacts and registrations count for: facts of one day each, taken back when they no longer hold."""

from collections.abc import Iterable, Mapping
from datetime import date

from thidua.apps.campaigns.models import Pact, Registration
from thidua.apps.figures.models import Indicator
from thidua.apps.figures.services.derived import Counted, record_derived
from thidua.domain.registrations import registered_counts, verified_counts

# Each source stands at the figures of one day, so registering and verifying are two of them.
PACTS, REGISTERED, VERIFIED = "pact", "registered", "registration"
SIGNED_PACTS = "giao-uoc-ky"


def count_pact(pact: Pact, values: Mapping[str, int]) -> None:
    """Make a pact count for these figures on the day it was signed; none takes it back."""
    if pact.signed_on is not None:
        sector = pact.unit.sector
        record_derived(PACTS, [_counted(pact, sector, pact.signed_on, values, _known(values))])


def count_registration(row: Registration) -> None:
    """Make a registration count for what it is now: registered on one day, verified on another."""
    count_registrations([row])


def count_registrations(rows: Iterable[Registration]) -> None:
    """Make many registrations count for what they are now; many cost little."""
    given = list(rows)
    registered = [registered_counts(row.kind, row.state, row.people) for row in given]
    verified = [verified_counts(row.kind, row.state, row.people_done) for row in given]
    known = _known({code for values in (*registered, *verified) for code in values})
    record_derived(
        REGISTERED,
        [
            _counted(row, row.sector, row.registered_on, values, known)
            for row, values in zip(given, registered, strict=True)
        ],
    )
    record_derived(
        VERIFIED,
        [
            _counted(row, row.sector, row.verified_on, values, known)
            for row, values in zip(given, verified, strict=True)
            if row.verified_on is not None
        ],
    )


def _counted(
    row: Pact | Registration,
    sector: str,
    day: date,
    values: Mapping[str, int],
    known: Mapping[str, int],
) -> Counted:
    by_pk = {known[code]: value for code, value in values.items() if code in known}
    return Counted(row.public_id, row.version, row.unit_id, sector, day, by_pk)


def _known(codes: Iterable[str]) -> dict[str, int]:
    return dict(Indicator.objects.filter(code__in=set(codes)).values_list("code", "pk"))
