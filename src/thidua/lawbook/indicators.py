"""The usual figures of a report: name, measure, how they add up, whether a proof is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from thidua.domain.figures.totals import Aggregate
from thidua.domain.spans import OPEN_END, DateSpan
from thidua.lawbook.loader import Entry, load_entries

SOURCES = ("typed", "derived")
EVIDENCE = ("none", "optional", "required")
_KEYS = (
    "name", "measure", "aggregate", "source", "counted_as", "part_of", "part_words", "hint",
    "required", "evidence", "from", "until",
)  # fmt: skip


@dataclass(frozen=True)
class StandardIndicator:
    """One nội dung số liệu as the lawbook lists it.

    `counted_as` says of a derived one what its rows are (“đã xác nhận”). `part_of` is the code of the
    whole that this one is a subset of (trong đó), `part_words` what sets it apart (“cấp Thành phố”).
    """

    code: str
    name: str
    measure: str
    aggregate: Aggregate
    source: str
    counted_as: str
    part_of: str
    part_words: str
    hint: str
    required: bool
    evidence: str
    span: DateSpan


@cache
def standard_indicators() -> tuple[StandardIndicator, ...]:
    """Return every standard indicator, in the order of the file."""
    entries = load_entries("indicators")
    found = {code: _indicator(code, entry) for code, entry in entries.items()}
    for code, row in found.items():
        _check_part(entries[code], row, found)
    return tuple(found.values())


def _indicator(code: str, entry: Entry) -> StandardIndicator:
    entry.only(*_KEYS)
    span = DateSpan(entry.day("from"), entry.day("until", OPEN_END))
    row = StandardIndicator(
        code=code,
        name=entry.text("name"),
        measure=entry.text("measure"),
        aggregate=Aggregate(_one_of(entry, "aggregate", tuple(Aggregate), "sum")),
        source=_one_of(entry, "source", SOURCES, "typed"),
        counted_as=entry.text("counted_as", ""),
        part_of=entry.text("part_of", ""),
        part_words=entry.text("part_words", ""),
        hint=entry.text("hint", ""),
        required=entry.yes("required"),
        evidence=_one_of(entry, "evidence", EVIDENCE, "optional"),
        span=span,
    )
    if row.source == "derived" and row.aggregate is not Aggregate.SUM:
        raise entry.error("aggregate", "must be sum where the figure is derived")
    if (row.source == "derived") != bool(row.counted_as):
        raise entry.error("counted_as", "belongs to derived figures, and each of them has it")
    return row


def _check_part(
    entry: Entry, row: StandardIndicator, known: Mapping[str, StandardIndicator]
) -> None:
    """A part names its whole, is measured like it, and is said apart in words."""
    if bool(row.part_of) != bool(row.part_words):
        raise entry.error("part_words", "stands beside part_of, and only there")
    whole = known.get(row.part_of) if row.part_of else None
    if row.part_of and (whole is None or whole.part_of or whole.measure != row.measure):
        raise entry.error("part_of", "must name a whole of the same measure")


def _one_of(entry: Entry, name: str, allowed: tuple[str, ...], default: str) -> str:
    value = entry.text(name, default)
    if value not in allowed:
        raise entry.error(name, f"must be one of {', '.join(allowed)}")
    return value
