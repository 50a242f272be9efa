"""Collects the numbers of a paper while it is written: each is said once, under one id."""

from dataclasses import dataclass, field, replace

from thidua.domain.documents import Run
from thidua.domain.figures.printed import Of, Origin, Printed, figure_id
from thidua.domain.spans import DateSpan

_Key = tuple[Origin, Origin | None]


@dataclass
class Numbers:
    """The numbers said so far; the same number said again keeps its id."""

    paper_id: str
    unit_id: int
    span: DateSpan
    _said: dict[_Key, Printed] = field(default_factory=dict)

    def of(self, of: Of, code: str = "", span: DateSpan | None = None) -> Origin:
        """Return where a number of this unit comes from."""
        return Origin(of, self.unit_id, span or self.span, code)

    def say(self, label: str, value: int, origin: Origin, measure: str = "", note: str = "") -> Run:
        """Return the words of a number."""
        return self._run(Printed(0, label, measure, value, origin, note=note))

    def share(self, label: str, part: Printed, base: Printed) -> Run:
        """Return the words of a percentage, with what it is reckoned from."""
        return self._run(
            replace(part, label=label, measure="%", base=base.value, base_origin=base.origin)
        )

    def printed(self, value: int, origin: Origin, note: str = "") -> Printed:
        """Return a number that a percentage is reckoned from, without saying it."""
        return Printed(0, "", "", value, origin, note=note)

    @property
    def all(self) -> list[Printed]:
        """Return the numbers in the order in which they were first said."""
        return list(self._said.values())

    def _run(self, printed: Printed) -> Run:
        key = printed.origin, printed.base_origin
        known = self._said.setdefault(key, replace(printed, number=len(self._said) + 1))
        return Run(known.text, figure=figure_id(self.paper_id, known.number))
