"""Rows of the year's table: a part stands under its whole; what is nothing all year is folded away."""

from dataclasses import dataclass, replace

from thidua.apps.figures.queries import IndicatorRow, Split


@dataclass(frozen=True)
class Cell:
    """One figure of the table: both numbers, the name of its days, the address that opens it."""

    split: Split
    head: str
    href: str

    @property
    def is_nothing(self) -> bool:
        """Tell whether neither line brought anything."""
        return not (self.split.total or self.split.by_side)


@dataclass(frozen=True)
class Row:
    """One indicator with its cells; `part` where it stands right under the whole it belongs to."""

    indicator: IndicatorRow
    cells: list[Cell]
    part: bool = False

    @property
    def is_nothing(self) -> bool:
        """Tell whether every cell is nothing."""
        return all(cell.is_nothing for cell in self.cells)


def in_order(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Return the rows that say something, parts under their wholes, and those that say nothing."""
    codes = {row.indicator.code for row in rows}
    parts: dict[str, list[Row]] = {}
    for row in rows:
        if row.indicator.part_of in codes:
            parts.setdefault(row.indicator.part_of, []).append(replace(row, part=True))
    shown: list[Row] = []
    folded: list[Row] = []
    for row in rows:
        if row.indicator.part_of in codes:
            continue
        said = [part for part in parts.get(row.indicator.code, []) if not part.is_nothing]
        # A part is never shown without its whole.
        (folded if row.is_nothing and not said else shown).append(row)
        shown += said
        folded += [part for part in parts.get(row.indicator.code, []) if part.is_nothing]
    return shown, folded
