"""A held conference in the ledger: counted, on its day, by the indicator of its kind."""

from thidua.apps.conferences.models import Conference
from thidua.apps.figures.enums import SourceKind
from thidua.apps.figures.models import Indicator
from thidua.apps.figures.services.derived import Counted, record_derived
from thidua.domain.conferences import counted

SOURCE = "conference"


def count_held(conference: Conference) -> None:
    """Make the ledger say what a held conference counts for; belongs in an operation.

    An indicator that an installation still has typed in reports is left to them.
    """
    codes = counted(conference.kinds)
    derived = Indicator.objects.filter(code__in=codes, source=SourceKind.DERIVED)
    row = Counted(
        source_id=conference.public_id,
        version=conference.version,
        unit_id=conference.unit_id,
        sector=conference.unit.sector,
        day=conference.on_day,
        values={indicator.pk: codes[indicator.code] for indicator in derived},
    )
    record_derived(SOURCE, [row])
