"""The numbers of a kept paper as they stand now: to be laid beside what was printed."""

from collections.abc import Iterable
from dataclasses import dataclass

from thidua.apps.campaigns.queries import LaunchedPlan, Target, plans_in, targets_in
from thidua.apps.figures.queries import Figure, Told, told_of
from thidua.domain.figures.printed import Of, Origin, Printed
from thidua.domain.spans import DateSpan

_FIGURES = (Of.SENT, Of.ACCEPTED)


@dataclass(frozen=True)
class Checked:
    """A printed number beside the number of now; None where there is none any more."""

    printed: Printed
    now: Printed | None

    @property
    def same(self) -> bool:
        """Tell whether the paper still says what the data says."""
        return self.now is not None and self.now.text == self.printed.text


@dataclass(frozen=True)
class _Known:
    """What the numbers of one paper may come from, read at once."""

    told: dict[str, Told]
    targets: dict[str, Target]
    plans: list[LaunchedPlan]

    def value(self, origin: Origin) -> int | None:
        """Return what a number is now."""
        if origin.of in _FIGURES:
            figure = self._figure(origin)
            return figure.sent if origin.of is Of.SENT else figure.accepted
        if origin.of in (Of.TARGET, Of.MISSING):
            target = self.targets.get(origin.code)
            if target is None:
                return None
            reached = self._figure(origin).sent if origin.of is Of.MISSING else 0
            return target.value - reached
        return self._of_plans(origin)

    def _figure(self, origin: Origin) -> Figure:
        told = self.told.get(origin.code)
        return told.within(origin.span) if told else Figure()

    def _of_plans(self, origin: Origin) -> int | None:
        if origin.of is Of.PLANS:
            return len(self.plans)
        if origin.of is Of.NEW_PLANS:
            return sum(plan.launched_here for plan in self.plans)
        plan = next((plan for plan in self.plans if plan.public_id == origin.code), None)
        if plan is None:
            return None
        values = {
            Of.GIVEN: plan.given,
            Of.RECEIVED: plan.received,
            Of.LAUNCHED: plan.launched,
            Of.PACTS: plan.pacts,
        }
        return values[origin.of]


def checked(unit_id: int, span: DateSpan, figures: Iterable[Printed]) -> list[Checked]:
    """Return each number of a paper of a unit about these days beside what it is now."""
    rows = list(figures)
    spans = [o.span for row in rows for o in (row.origin, row.base_origin) if o]
    known = _Known(
        told=told_of(unit_id, [span, *spans]),
        targets={t.indicator.code: t for t in targets_in(unit_id, span).values()},
        plans=plans_in(unit_id, span),
    )
    return [Checked(row, _now(row, known)) for row in rows]


def _now(row: Printed, known: _Known) -> Printed | None:
    value = known.value(row.origin)
    base = known.value(row.base_origin) if row.base_origin else None
    if value is None or (row.base_origin and base is None):
        return None
    return Printed(
        row.number, row.label, row.measure, value, row.origin, base, row.base_origin, row.note
    )
