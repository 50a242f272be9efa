"""Opening a period: a unit asks every grassroots unit below it for figures, once."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q

from thidua.apps.figures.queries import indicators_by_code
from thidua.apps.org.models import UnitPath
from thidua.apps.org.queries import names
from thidua.apps.reporting.models import Period, PeriodIndicator
from thidua.base import clock
from thidua.base.actor import Actor
from thidua.base.operation import note, operation
from thidua.domain.access.capabilities import Capability
from thidua.domain.errors import Conflict, Invalid
from thidua.domain.figures.periods import (
    AskedPeriod,
    custom_span,
    first_clash,
    kind_of,
    period_words,
)
from thidua.domain.spans import DateSpan
from thidua.domain.tree import Line
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
    _refuse_asked_twice(actor, span, {row.code for row in indicators.values() if not row.derived})
    period = Period.objects.create(
        unit_id=actor.unit_id or 0,
        kind=kind_of(span).value,
        name=clean_line(name) or f"Báo cáo {period_words(span)}",
        starts_on=span.valid_from,
        until=span.valid_until,
        due_on=due_on,
        note=clean_line(remark),
    )
    PeriodIndicator.objects.bulk_create(
        PeriodIndicator(
            period=period,
            indicator_id=indicators[entry.code].pk,
            required=entry.required,
            evidence=entry.evidence,
            position=position,
        )
        for position, entry in enumerate(asked, start=1)
    )
    note(subject=period, after={"name": period.name, "due_on": due_on, "asked": asked})
    return period.public_id


def _refuse_asked_twice(actor: Actor, span: DateSpan, typed: set[str]) -> None:
    """Enter once: no superior or lower unit may already ask for the same figures of these days.

    Only what is typed can be typed twice; a derived figure may be shown in as many reports as wish.
    """
    paths = UnitPath.objects.on(span.last_day or clock.today()).filter(line=Line.MAIN)
    rows = Period.objects.filter(
        Q(unit__in=paths.filter(ancestor_id=actor.unit_id).values("descendant_id"))
        | Q(unit__in=paths.filter(descendant_id=actor.unit_id).values("ancestor_id")),
        starts_on__lt=span.valid_until,
        until__gt=span.valid_from,
        asked__indicator__code__in=typed,
    )
    found: dict[int, tuple[Period, set[str]]] = {}
    for period in rows.annotate(code=F("asked__indicator__code")).order_by("id"):
        found.setdefault(period.pk, (period, set()))[1].add(period.code)
    called = names({period.unit_id for period, _ in found.values()}) if found else {}
    new = AskedPeriod("", span, frozenset(typed))
    clash = first_clash(new, (_asked(period, codes, called) for period, codes in found.values()))
    if clash:
        raise Conflict("reports.period_overlap", other=clash.label)


def _asked(period: Period, codes: set[str], called: dict[int, str]) -> AskedPeriod:
    label = f"{period.name} ({called.get(period.unit_id, '')})"
    return AskedPeriod(label, DateSpan(period.starts_on, period.until), frozenset(codes))
