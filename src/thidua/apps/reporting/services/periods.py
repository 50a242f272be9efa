"""Opening a period: a unit asks every grassroots unit below it for figures, once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from thidua.apps.figures.queries import IndicatorRow, indicator, indicators_by_code
from thidua.apps.reporting.enums import PeriodAsks
from thidua.apps.reporting.models import Period, PeriodIndicator
from thidua.apps.reporting.services.clashes import refuse_asked_twice
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Invalid
from thidua.domain.figures.periods import custom_span, kind_of, period_words
from thidua.text.unicode import clean_line


@dataclass(frozen=True)
class Asked:
    """One figure that a period asks for: must it be given, must it be proven."""

    code: str
    required: bool = True
    evidence: str = "optional"


def own_unit(*, actor: Actor, **_: object) -> int | None:
    """Return the unit the actor acts for, for `unit_of`."""
    return actor.unit_id


@operation(Capability.PERIOD_OPEN, unit_of=own_unit)
def open_period(
    *,
    actor: Actor,
    first_day: date,
    last_day: date,
    due_on: date,
    asked: tuple[Asked, ...],
    asks: str = PeriodAsks.LOWEST,
    name: str = "",
    remark: str = "",
) -> str:
    """Open a period from first to last day, both included; return its public id."""
    span = custom_span(first_day, last_day)
    if not asked:
        raise Invalid("reports.no_indicators", field="indicators")
    if due_on < last_day:
        raise Invalid("reports.due_before_end", field="due_on", due_on=due_on, last_day=last_day)
    indicators = indicators_by_code(entry.code for entry in asked)
    _refuse_parts_alone(indicators)
    typed = {row.code for row in indicators.values() if not row.derived}
    refuse_asked_twice(actor.unit_id or 0, PeriodAsks(asks), span, typed)
    period = Period.objects.create(
        unit_id=actor.unit_id or 0,
        kind=kind_of(span).value,
        asks=PeriodAsks(asks),
        name=clean_line(name) or f"Báo cáo {period_words(span)}",
        starts_on=span.valid_from,
        until=span.valid_until,
        due_on=due_on,
        note=clean_line(remark),
    )
    _ask(period, asked, indicators)
    note(subject=period, after={"name": period.name, "due_on": due_on, "asked": asked})
    return period.public_id


def _refuse_parts_alone(indicators: Mapping[str, IndicatorRow]) -> None:
    """A part (trong đó) is asked together with its whole, or nobody can read it."""
    for row in indicators.values():
        if row.part_of and row.part_of not in indicators:
            whole = indicator(row.part_of).name
            raise Invalid("reports.part_without_whole", part=row.name, whole=whole)


def _ask(period: Period, asked: tuple[Asked, ...], known: Mapping[str, IndicatorRow]) -> None:
    PeriodIndicator.objects.bulk_create(
        PeriodIndicator(
            period=period,
            indicator_id=known[entry.code].pk,
            required=entry.required,
            evidence=entry.evidence,
            position=position,
        )
        for position, entry in enumerate(asked, start=1)
    )
