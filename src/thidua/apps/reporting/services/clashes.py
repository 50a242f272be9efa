"""Enter once: which periods would have the same unit type the same figures of the same days."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from thidua.apps.org.models import Placement, UnitPath
from thidua.apps.org.queries import names
from thidua.apps.reporting.enums import DONE_STATES, PeriodAsks
from thidua.apps.reporting.models import Period, ReportLine
from thidua.base import clock
from thidua.domain.errors import Conflict
from thidua.domain.figures.periods import AskedPeriod, first_clash
from thidua.domain.spans import DateSpan
from thidua.domain.tree import Line


def refuse_asked_twice(unit_id: int, asks: PeriodAsks, span: DateSpan, typed: set[str]) -> None:
    """Refuse a new period of a unit that asks for what another already asks of the same units.

    Only what is typed can be typed twice; a derived figure may be shown in as many reports as wish.
    """
    given = ReportLine.objects.filter(
        report__period=OuterRef("pk"),
        report__state__in=DONE_STATES,
        indicator__code__in=typed,
        value__gt=0,
    )
    rows = _of_same_units(unit_id, asks, span).filter(
        starts_on__lt=span.valid_until,
        until__gt=span.valid_from,
        asked__indicator__code__in=typed,
    )
    rows = rows.annotate(code=F("asked__indicator__code"), typed_already=Exists(given))
    found: dict[int, tuple[Period, set[str]]] = {}
    for period in rows.order_by("id"):
        found.setdefault(period.pk, (period, set()))[1].add(period.code)
    called = names({period.unit_id for period, _ in found.values()}) if found else {}
    new = AskedPeriod("", span, frozenset(typed))
    clash = first_clash(new, (_asked(period, codes, called) for period, codes in found.values()))
    if clash:
        raise Conflict("reports.period_overlap", other=clash.label)


def _of_same_units(unit_id: int, asks: PeriodAsks, span: DateSpan) -> "QuerySet[Period]":
    """Return the periods that some unit would owe beside a new one, and type into both."""
    day = span.last_day or clock.today()
    if asks == PeriodAsks.LOWEST:
        paths = UnitPath.objects.on(day).filter(line=Line.MAIN)
        below = paths.filter(ancestor_id=unit_id).values("descendant_id")
        above = paths.filter(descendant_id=unit_id).values("ancestor_id")
        return Period.objects.filter(Q(unit__in=below) | Q(unit__in=above), asks=asks)
    held = Placement.objects.on(day).filter(line=Line.MAIN)
    own, direct = Q(asks=PeriodAsks.OWN), Q(asks=PeriodAsks.DIRECT)
    if asks == PeriodAsks.DIRECT:
        children = held.filter(parent_id=unit_id).values("unit_id")
        return Period.objects.filter((direct & Q(unit=unit_id)) | (own & Q(unit__in=children)))
    parent = held.filter(unit_id=unit_id).values("parent_id")
    return Period.objects.filter((own & Q(unit=unit_id)) | (direct & Q(unit__in=parent)))


def _asked(period: Period, codes: set[str], called: dict[int, str]) -> AskedPeriod:
    label = f"{period.name} ({called.get(period.unit_id, '')})"
    span = DateSpan(period.starts_on, period.until)
    typed = bool(getattr(period, "typed_already", False))
    return AskedPeriod(label, span, frozenset(codes), typed)
