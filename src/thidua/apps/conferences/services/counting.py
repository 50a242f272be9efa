"""A held conference in the ledger: counted by those indicators that are counted from conferences."""

from datetime import timedelta

from thidua.apps.conferences.models import Conference
from thidua.apps.figures.enums import SourceKind, Stage
from thidua.apps.figures.models import Indicator
from thidua.apps.figures.services.ledger import record_facts
from thidua.domain.conferences import counted

SOURCE = "conference"


def count_held(conference: Conference) -> None:
    """Make the ledger say what a held conference counts for, on its day; belongs in an operation.

    An indicator that is still typed in reports is left to them: it would be counted twice.
    """
    codes = counted(conference.kinds)
    derived = Indicator.objects.filter(code__in=codes, source=SourceKind.DERIVED)
    record_facts(
        unit_id=conference.unit_id,
        sector=conference.unit.sector,
        starts_on=conference.on_day,
        until=conference.on_day + timedelta(days=1),
        stage=Stage.SENT,
        values={row.pk: codes[row.code] for row in derived},
        source_type=SOURCE,
        source_id=conference.public_id,
        source_version=conference.version,
    )
