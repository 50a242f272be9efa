"""A short way to let a unit have told a figure, as a sent (and accepted) report would."""

from datetime import date
from itertools import count

from thidua.apps.figures.enums import Stage
from thidua.apps.figures.queries import indicator
from thidua.apps.figures.services.folding import fold_pending
from thidua.apps.figures.services.ledger import record_facts

_numbers = count(1)


def tell(country, unit: str, code: str, first: date, until: date, sent: int, accepted: int) -> None:
    """Write both stages of one figure under a source of its own."""
    source = f"bc_test{next(_numbers)}"
    for stage, value in ((Stage.SENT, sent), (Stage.ACCEPTED, accepted)):
        record_facts(
            unit_id=country[unit].pk,
            sector=country[unit].sector,
            starts_on=first,
            until=until,
            stage=stage,
            values={indicator(code).pk: value},
            source_type="report",
            source_id=source,
            source_version=1,
        )
    fold_pending()
