"""How initiatives are counted: each is one of the figure `sang-kien`, on the day it was recognised."""

from collections.abc import Iterable

from thidua.apps.figures.queries import indicator
from thidua.apps.figures.services.derived import Counted, record_derived
from thidua.apps.initiatives.enums import INDICATOR, SOURCE
from thidua.apps.initiatives.models import Initiative


def count_anew(initiatives: Iterable[Initiative], *, counts: bool) -> None:
    """Let the ledger hold each of these once, or no longer."""
    values = {indicator(INDICATOR).pk: 1} if counts else {}
    record_derived(
        SOURCE,
        (
            Counted(
                source_id=row.public_id,
                version=row.version,
                unit_id=row.unit_id,
                sector=row.sector,
                day=row.recognised_on or row.shown_on,
                values=values,
            )
            for row in initiatives
        ),
    )
