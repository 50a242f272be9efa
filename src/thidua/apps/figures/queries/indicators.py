"""Indicators by code or by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thidua.apps.figures.enums import SourceKind
from thidua.apps.figures.models import Indicator
from thidua.base import clock
from thidua.domain.errors import NotFound


@dataclass(frozen=True)
class IndicatorRow:
    """One indicator, as pages and other apps see it."""

    pk: int
    code: str
    name: str
    measure: str
    aggregate: str
    required: bool
    evidence: str
    source: str
    counted_as: str
    part_of: str
    part_words: str
    hint: str

    @property
    def derived(self) -> bool:
        """Tell whether the figure is counted from rows of other apps, never typed."""
        return self.source == SourceKind.DERIVED


def indicators_in_force(day: date | None = None) -> list[IndicatorRow]:
    """Return the indicators in force on the day, in the order of the form."""
    return [row_of(found) for found in Indicator.objects.on(day or clock.today())]


def indicators_by_code(codes: Iterable[str]) -> dict[str, IndicatorRow]:
    """Return the indicators with these codes; raise NotFound when one is unknown."""
    wanted = set(codes)
    found = {row.code: row_of(row) for row in Indicator.objects.filter(code__in=wanted)}
    if wanted - found.keys():
        raise NotFound("base.not_found")
    return found


def indicator(code: str) -> IndicatorRow:
    """Return one indicator by its code; raise NotFound."""
    return indicators_by_code([code])[code]


def row_of(found: Indicator) -> IndicatorRow:
    """Return an indicator as others see it."""
    return IndicatorRow(
        pk=found.pk,
        code=found.code,
        name=found.name,
        measure=found.measure,
        aggregate=found.aggregate,
        required=found.required,
        evidence=found.evidence,
        source=found.source,
        counted_as=found.counted_as,
        part_of=found.part_of,
        part_words=found.part_words,
        hint=found.hint,
    )
