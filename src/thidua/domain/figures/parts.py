"""Parts of a figure (trong đó): never added to the whole, never larger than it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thidua.domain.errors import Invalid
from thidua.text.numbers import group


@dataclass(frozen=True)
class Given:
    """One figure as it was given; `part_of` is the code of its whole, None is "not yet"."""

    code: str
    name: str
    part_of: str
    value: int | None


def part_faults(figures: Iterable[Given]) -> Iterator[tuple[str, Invalid]]:
    """Yield the code and the objection of each part that is larger than its whole.

    A whole that is not given yet says nothing; a whole that nobody asked for cannot be compared.
    """
    by_code = {figure.code: figure for figure in figures}
    for part in by_code.values():
        whole = by_code.get(part.part_of)
        if whole is None or part.value is None or whole.value is None:
            continue
        if part.value > whole.value:
            yield (
                part.code,
                Invalid(
                    "reports.part_over",
                    field=part.code,
                    part=part.name,
                    value=group(part.value),
                    whole=whole.name,
                    whole_value=group(whole.value),
                ),
            )
