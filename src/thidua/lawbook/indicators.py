"""The usual figures of a report: name, measure, how they add up, whether a proof is asked."""

from dataclasses import dataclass
from functools import cache

from thidua.domain.figures.totals import Aggregate
from thidua.domain.spans import OPEN_END, DateSpan
from thidua.lawbook.loader import Entry, load_entries

SOURCES = ("typed", "derived")
EVIDENCE = ("none", "optional", "required")


@dataclass(frozen=True)
class StandardIndicator:
    """One nội dung số liệu as the lawbook lists it."""

    code: str
    name: str
    measure: str
    aggregate: Aggregate
    source: str
    required: bool
    evidence: str
    span: DateSpan


@cache
def standard_indicators() -> tuple[StandardIndicator, ...]:
    """Return every standard indicator, in the order of the file."""
    entries = load_entries("indicators")
    return tuple(_indicator(code, entry) for code, entry in entries.items())


def _indicator(code: str, entry: Entry) -> StandardIndicator:
    entry.only("name", "measure", "aggregate", "source", "required", "evidence", "from", "until")
    span = DateSpan(entry.day("from"), entry.day("until", OPEN_END))
    return StandardIndicator(
        code=code,
        name=entry.text("name"),
        measure=entry.text("measure"),
        aggregate=Aggregate(_one_of(entry, "aggregate", tuple(Aggregate), "sum")),
        source=_one_of(entry, "source", SOURCES, "typed"),
        required=entry.yes("required"),
        evidence=_one_of(entry, "evidence", EVIDENCE, "optional"),
        span=span,
    )


def _one_of(entry: Entry, name: str, allowed: tuple[str, ...], default: str) -> str:
    value = entry.text(name, default)
    if value not in allowed:
        raise entry.error(name, f"must be one of {', '.join(allowed)}")
    return value
